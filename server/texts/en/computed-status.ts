import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const items = plural("en");

export const computedStatus: Texts["computedStatus"] = {
  label: "By the figures",
  byManager: "By the manager",
  disagreement: "The figures are worse than what the manager says.",
  unknown: "The figures cannot tell yet: targets or percentages done are missing.",
  notBegun: "The project has not begun yet.",
  measured: { physical: "Physical progress", indicators: "Indicators", spent: "Drawdown" },
  behind: {
    physical: (value, time) => `Physical progress is at ${value}, with ${time} of the time gone.`,
    indicators: (value, time) => `Indicators are at ${value}, with ${time} of the time gone.`,
    spent: (value, time) => `Drawdown is at ${value}, with ${time} of the time gone.`,
  },
  keepsPace: (time) => `The work keeps pace with time, ${time} of which is gone.`,
  over: (value) => `The project ended at ${value}.`,
  overdue: (n, count) => `${count} ${items(n, { one: "item is", other: "items are" })} overdue.`,
  pace: (months, atEnd) =>
    `At the pace of the last ${months === 1 ? "month" : `${months} months`} it will end at ${atEnd}.`,
  stands: (months) =>
    `It has not moved in the last ${months === 1 ? "month" : `${months} months`}.`,
  reaches: "At this pace it will reach its target.",
  needsPoints: (needed, now) =>
    `It takes ${needed} percentage points a month until the end; so far it is ${now}.`,
  needsUnits: (indicator, missing, unit, each) =>
    `Indicator ${indicator} lacks ${missing} (${unit}), that is ${each} a month.`,
};
