import type { Texts } from "../index.ts";

export const funding: Texts["funding"] = {
  title: "Funding",
  lead: "Where the money comes from, when it is to be drawn and how much of it has been reported.",
  editSources: "Edit sources",
  editPlan: "Edit drawdown plan",
  drawdown: "Drawdown in charts",
  moment: {
    on: "As of",
    asOf: "As known on",
    upTo: "Reported up to",
    request: (number) => `Payment request no. ${number}`,
    period: (number) => `Monitoring period ${number}`,
    last: "Last payment request",
    onChip: (date) => `as of ${date}`,
    asOfChip: (date) => `as known on ${date}`,
  },
  sources: {
    title: "Funding sources",
    columns: { source: "Source", kind: "Kind", share: "Share", amount: "Amount" },
    total: "Total",
    rest: "Not divided",
    empty: "No funding sources have been entered yet.",
    shareMissing: (names) => `Share not given: ${names}. Nothing is split by sources.`,
    sharesDiffer: (sum, rest) =>
      `The shares add up to ${sum}, ${rest} is missing. Nothing is split by sources.`,
    totalMissing: "The project's total eligible expenditure is not given.",
  },
  plan: {
    title: "Drawdown plan",
    columns: { period: "Period", sum: "Total", cumulative: "Running total" },
    period: (number) => `Period ${number}`,
    sum: "Total",
    none: "–",
    empty: "No drawdown has been planned yet.",
    noPeriods: "The project has no monitoring periods to plan drawdown by.",
    periods: "Monitoring periods",
    noSources: "First enter the sources to draw from.",
    short: (sum, total, rest) =>
      `The plan adds up to ${sum}, total eligible expenditure is ${total}. ${rest} is missing.`,
    over: (sum, total, rest) =>
      `The plan adds up to ${sum}, total eligible expenditure is ${total}. It is exceeded by ${rest}.`,
    fits: "The plan equals total eligible expenditure.",
    formTitle: "Drawdown plan by periods and sources",
    formLead:
      "Type the amounts of sources, or only the total of a period: it is split by shares. An empty field means no plan.",
    formLeadNoShares:
      "Type the amounts of sources. The total of a period cannot be split, as the shares do not make 100 %.",
    keys: "Enter and arrows move between rows, Tab between sources.",
    save: "Save plan",
    cell: (period, source) => `${period}, ${source}`,
    total: (period) => `${period}, total`,
  },
  cofinancing: {
    title: "Co-financing",
    columns: {
      source: "Source",
      total: "Total",
      previous: "Previously reported",
      current: "This report",
      soFar: "Reported so far",
      share: "%",
      remaining: "Remaining",
      paid: "Paid",
    },
    together: "Total",
    none: "–",
    empty: "No payment request has been submitted yet.",
    notSplit: "There are no rows by source until the shares make 100 %.",
    note: "Reported = claimed in submitted requests without what was cut or put off. Payments are split between the EU and the state budget.",
  },
  sourcesForm: {
    title: "Funding sources",
    lead: "A source stays the same one when you rename it or change its share. A cleared row removes it.",
    save: "Save sources",
  },
  history: { "drawdown-plan.edited": "Drawdown plan edited" },
};
