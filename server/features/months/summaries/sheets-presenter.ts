import { paths } from "../../../paths.ts";
import type { MonthFacts } from "../figures/facts.ts";
import { presentSheet } from "../show/sheet-presenter.ts";
import { monthTitle, type Wording } from "../words.ts";

/** One sheet of paper for each project. */
export function presentSheets(facts: readonly MonthFacts[], wording: Wording) {
  return facts.map((one) => ({
    name: one.project.shortName,
    title: one.project.title,
    href: paths.month(one.project.id, one.month),
    month: monthTitle(one.month, wording),
    sheet: presentSheet({ facts: one, reported: null }, wording),
  }));
}
