import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const count = plural("en");
const projectsOf = (n: number) => count(n, { one: "project", other: "projects" });

export const cardFulfilment: Texts["cardFulfilment"] = {
  title: (year) => `Fulfilment in ${year}`,
  year: "Year",
  standing: (day) => `Indicators and money of projects are as of ${day}.`,
  running: (day) => `The year is running; indicators and money of projects are as of ${day}.`,
  measuresToday: "States of measures are today's.",
  tiles: {
    answered: "Statements made",
    answeredNote: (n) => `${n} missing`,
    notAskedYet: "people are asked after the end of the year",
    allAnswered: "every card has a statement",
    measures: "Measures done",
    projects: "Projects",
    outside: (n) => `and ${n} beyond your reach`,
    total: "Budgets of projects",
    spent: "Spent",
    claimedOf: (amount) => `claimed ${amount}`,
    ofTotal: (percent) => `${percent} of the budget`,
  },
  partOf: (part, whole) => `${part} of ${whole}`,
  tree: {
    title: "Cards by area",
    columns: {
      card: "Card",
      measures: "Measures",
      statement: "Statement",
      projects: "Projects",
      total: "Budget",
      spent: "Spent",
      claimed: "Claimed",
    },
    without: "Cards under no area",
    noStatement: "no statement",
    noMeasures: "none",
    noProject: "no project",
    unknown: "unknown",
    outside: (n) =>
      count(n, {
        one: "1 project beyond your reach",
        other: `${n} projects beyond your reach`,
      }),
    named: (n) => count(n, { one: "1 named only", other: `${n} named only` }),
    coming: "not counted yet",
    projectCount: (n, of) => `${n} ${projectsOf(of)}`,
    sum: "Whole plan",
  },
  projects: {
    title: "Projects that fulfil the plan",
    columns: {
      project: "Project",
      standing: "State",
      cards: "Cards",
      total: "Budget",
      spent: "Spent",
      claimed: "Claimed",
    },
    none: "No project that the cards lead to has begun by the end of this year.",
    noNumber: "no registration number",
    sum: "Total",
  },
  indicators: {
    title: "Indicators of projects",
    columns: {
      indicator: "Indicator",
      projects: "Projects",
      target: "Target",
      achieved: "Achieved",
      fulfilment: "Fulfilment",
    },
    together: "All projects together",
    none: "The projects have no indicator.",
    noTarget: "no target",
    noValue: "nothing yet",
  },
  notes: {
    whole:
      "Money and indicators are of whole projects, not only of the part of them that belongs to the card.",
    once: "A project of several cards counts once in each sum, so sums of areas may come to more than the whole plan.",
    outside: (n) =>
      count(n, {
        one: "One project is beyond your reach: it is in no sum and is not named.",
        other: `${n} projects are beyond your reach: they are in no sum and are not named.`,
      }),
    withoutTotal: (n) =>
      count(n, {
        one: "The budget of one project is not known.",
        other: `The budget of ${n} projects is not known.`,
      }),
    withoutSpent: (n) =>
      count(n, {
        one: "The spending of one project is not known, the sum of what was spent is without it.",
        other: `The spending of ${n} projects is not known, the sum of what was spent is without them.`,
      }),
    persons:
      "A person supported in two projects is in the sum of indicators twice, as both have reported them.",
  },
  empty: "The plan has no card yet.",
};
