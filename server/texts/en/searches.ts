import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const results = (n: number) => plural("en")(n, { one: "result", other: "results" });

export const searches: Texts["searches"] = {
  title: "Search",
  label: "What are you looking for",
  submit: "Search",
  tabs: "Kinds of results",
  all: "All",
  types: {
    project: "Projects",
    activity: "Key activities",
    milestone: "Milestones",
    event: "Events",
    "log-entry": "Project log",
    expenditure: "Expenditure",
    risk: "Risks",
    control: "Controls",
    resolution: "Resolutions",
  },
  cards: "Cards of strategic plans",
  inPlan: "Search the whole plan",
  count: (n) => `${n} ${results(n)}`,
  moreThan: (n) => `more than ${n}`,
  shownOf: (from, to, total) => `${from}–${to} of ${total}`,
  showAll: (count) => `Show all (${count})`,
  showNewest: (n, count) => `Show the newest ${n} (${count} in all)`,
  logEntryOf: (date) => `Entry of ${date}`,
  capped: (n) =>
    `There are more than ${n} results, the newest ${n} are shown. Add another word or use quotation marks.`,
  start: {
    text: "Type what you are looking for: a word from a title or the log, or a registration number.",
    detail:
      "Searched are projects, key activities, milestones and the logs of projects you have access to.",
  },
  nothing: {
    text: (query) => `Nothing was found for “${query}”.`,
    advice: [
      "Try fewer words or only the beginning of a word.",
      "Diacritics and capital letters do not matter.",
      "A registration number may be typed without dots, slashes and leading zeros.",
    ],
    clearType: "Search everything",
  },
  tips: {
    title: "How to search",
    items: [
      "Several words: all of them must be there, the last one may be unfinished.",
      "Words in quotation marks must follow one another: “round table”.",
      "Diacritics and capital letters do not matter.",
      "A registration number is found whole or by a part, with its dots or without.",
    ],
  },
};
