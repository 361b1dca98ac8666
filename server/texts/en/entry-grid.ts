import type { Texts } from "../index.ts";

export const entryGrid: Texts["entryGrid"] = {
  activity: "Key activity",
  wholeProject: "whole project",
  total: "Total",
  share: "Fulfilment",
  byRecords: "Counted from the records",
  saved: (amount, date) => `entered ${amount} (${date})`,
  check: "Check",
  back: "Back to indicators",
  print: "Print",
  checked: "Check before you enter them",
  nothingOdd: "Nothing odd: no value falls, exceeds its target or is missing.",
  oddities: {
    noValue: "has no value this month",
    falls: (from, to) => `falls from ${from} to ${to}`,
    rises: (from, to) => `rises from ${from} to ${to} although it should fall`,
    overTarget: (total, target) => `${total} exceeds the target ${target}`,
  },
  allComputed: "All indicators of the project are counted from the records, none by hand.",
  emptyActivity: "This key activity has no indicators that are entered by hand.",
  keys: "Keys: Enter or ↓ next row, Shift+Enter or ↑ previous row, Tab next cell, Ctrl+Enter enter the values. Paste a column from Excel into its first cell (Ctrl+V); Ctrl+Z takes it back.",
  live: {
    changed: "not entered yet",
    unsaved: "Rows not entered yet: {changed}",
    unsavedAndInvalid: "Rows not entered yet: {changed}, with an error: {invalid}",
    pasted: "Values pasted: {pasted}.",
    pastedNotAll: "Values pasted: {pasted}. Rows that did not fit: {left}.",
    undone: "Paste taken back.",
    row: "{name}: total {total}, fulfilment {share}",
  },
};
