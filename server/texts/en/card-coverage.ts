import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const count = plural("en");
const cardsOf = (n: number) => count(n, { one: "card", other: "cards" });

export const cardCoverage: Texts["cardCoverage"] = {
  title: "Coverage",
  file: (format) => `Coverage as ${format}`,
  tiles: {
    running: "Running project",
    planned: "Project in preparation",
    finished: "Finished project",
    named: "Project only named",
    none: "No project",
  },
  shareOf: (percent) => `${percent} of cards`,
  by: {
    label: "Group by",
    area: "areas",
    goal: "strategic goals",
    "target-group": "target groups",
    service: "social services",
  },
  picture: {
    area: "Coverage of areas",
    goal: "Coverage of strategic goals",
    "target-group": "Coverage of target groups",
    service: "Coverage of kinds of social services",
  },
  heads: {
    area: "Area",
    goal: "Strategic goal",
    "target-group": "Target group",
    service: "Social service",
  },
  without: {
    area: "Cards outside areas",
    goal: "Cards without a goal",
    "target-group": "Cards without a target group",
    service: "Cards without a social service",
  },
  service: (section, name) => `§ ${section} ${name}`,
  columns: {
    bar: "Share of cards",
    total: "Cards",
    running: "Running",
    planned: "Prepared",
    finished: "Finished",
    named: "Named",
    none: "Nothing",
  },
  bare: "no project",
  noCards: "no card",
  bareGroups: "Not covered by any project:",
  more: (n) => `and ${n} more`,
  allCovered: {
    area: "Every area has at least one card with a project.",
    goal: "Every goal has at least one card with a project.",
    "target-group": "Every target group has at least one card with a project.",
    service: "Every kind of service has at least one card with a project.",
  },
  overlap: "A card may belong to several groups, so the sum may exceed the number of cards.",
  whole: "The whole plan",
  barLabel: (group, parts) => `${group}: ${parts}`,
  part: (state, n) => `${state} ${n}`,
  listTitle: "Cards by coverage",
  tabs: {
    none: "No project",
    named: "Only named",
    planned: "In preparation",
    running: "Running",
    finished: "Finished",
    all: "All",
  },
  inGroup: (group) => `Group: ${group}`,
  wholePlan: "Show the whole plan",
  list: {
    card: "Card",
    state: "Coverage",
    projects: "Projects",
    owner: "Owner",
    responsible: "Responsible body",
  },
  noOwner: "no owner",
  noProject: "none",
  elsewhere: (n) =>
    count(n, { one: "1 project out of your reach", other: `${n} projects out of your reach` }),
  count: (n) => `${n} ${cardsOf(n)}`,
  range: (from, to, total) => `${from}–${to} of ${total} cards`,
  nothingHere: "No card is in this selection.",
  allHaveProject: "Every card has at least a named project.",
  empty: "The plan has no card yet, so there is nothing to cover.",
};
