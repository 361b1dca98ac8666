import { paths } from "../../../paths.ts";
import type { MonthFacts } from "../figures/facts.ts";
import { presentSheet } from "../show/sheet-presenter.ts";
import type { Wording } from "../words.ts";

/** One sheet of paper for each project. */
export function presentSheets(facts: readonly MonthFacts[], wording: Wording) {
  return facts.map((one) => ({
    name: one.project.shortName,
    title: one.project.title,
    href: paths.month(one.project.id, one.month),
    month: wording.formats.monthName(one.month),
    sheet: presentSheet({ facts: one, reported: null }, wording),
  }));
}
