import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const lines = (n: number) => `${n} ${plural("en")(n, { one: "line", other: "lines" })}`;
const rows = (n: number) => `${n} ${plural("en")(n, { one: "row", other: "rows" })}`;

export const budgetImports: Texts["budgetImports"] = {
  title: "Read a budget",
  lead: [
    "The export of a budget from IS KP21+ (sheet Export) or a workbook of ours. Before anything is written you see the whole tree and the faults of its rows.",
    "The budget is written into the draft whole or not at all. The same file read again changes nothing.",
  ],
  file: "File",
  fileHint: "An Excel workbook (.xlsx) or CSV up to 10 MB and 2,000 rows.",
  read: "Read and preview",
  recent: "Files read",
  columns: { file: "File", state: "State", readAt: "Read", readBy: "Read by" },
  states: {
    read: "to be confirmed",
    applied: "written into the draft",
    undone: "undone",
    dropped: "dropped",
  },
  by: (name, at) => `${name}, ${at}`,
  tiles: {
    lines: "Lines",
    total: "Eligible expenditure",
    changes: "New and changed",
    faults: "Rows with faults",
  },
  changesNote: (created, changed, removed) =>
    `${created} new, ${changed} changed, ${removed} removed`,
  totalBefore: (money) => `${money} so far`,
  faultsNote: "while there is any, nothing is written",
  apply: "Write into the draft",
  drop: "Drop",
  undo: "Undo",
  nothing: "Nothing to write: the budget is the same.",
  begins: "A draft change begins; the present budget is in force until the change is approved.",
  beginsFirst: "The first budget of the project begins as a draft.",
  changeTitle: (file) => `Budget from the file ${file}`,
  missing: (names) => `The file lacks the column: ${names}.`,
  inUse: (codes) =>
    `Lines ${codes} bear expenditure, yet the file lacks them or makes them chapters. Move the expenditure first.`,
  removed: "Lines that the file lacks and that leave the draft",
  lost: (n) =>
    `The file lacks the texts of ${n} ${plural("en")(n, { one: "cell", other: "cells" })}: IS KP21+ did not write them (no sharedStrings.xml). Its numbers could be read.`,
  lostAdvice:
    "A new export from IS KP21+ helps best. Otherwise paste the code, name and unit of each row in the order of the file; what the file has is not overwritten.",
  texts: "Code, name and unit of each row",
  textsHint: (n) => `Columns from Excel, ${rows(n)} in total: code, name, unit.`,
  complete: "Put the texts in",
  preview: "Preview of the budget",
  all: "Whole tree",
  onlyFaults: "With faults only",
  more: (shown, total) => `The first ${shown} of ${rows(total)} are shown.`,
  row: "Row",
  code: "Code",
  name: "Name",
  unit: "Unit",
  unitPrice: "Unit price",
  units: "Units",
  rate: "Flat rate",
  amount: "Amount",
  outcome: "What becomes of it",
  outcomes: { created: "new", changed: "change", unchanged: "unchanged", failed: "fault" },
  lostText: "missing",
  applied: (n) => `${lines(n)} written. They can be edited in the draft of the budget.`,
  toDraft: "Open the draft",
  names: {
    code: ["code", "kód"],
    name: ["name", "název"],
    unit: ["unit", "měrná jednotka"],
    unitPrice: ["unit price", "cena jednotky"],
    units: ["units", "počet jednotek"],
    amount: ["amount", "částka celkem"],
    level: ["level", "úroveň"],
    percent: ["percentage", "procento"],
    unitPreset: [],
    unitListed: [],
  },
  fields: {
    created: "New lines",
    changed: "Changed lines",
    removed: "Removed lines",
    eligibleHalere: "Eligible expenditure",
  },
  history: {
    "budget-import.applied": "Budget read from a file",
    "budget-import.dropped": "File with a budget dropped",
    "budget-import.undone": "Budget read from a file undone",
  },
};
