import type { ChangeWithBudget } from "../../../../db/queries/project-changes.ts";
import type { Column, WorkbookSheet } from "../../../web/workbook.ts";
import { changeCode, type Wording } from "../words.ts";

export function changeSheet(
  changes: readonly ChangeWithBudget[],
  items: ReadonlyMap<number, number>,
  wording: Pick<Wording, "texts" | "formats">,
): WorkbookSheet<ChangeWithBudget> {
  const { title, columns, show, sheet, kinds, states } = wording.texts.projectChanges;
  const text = (
    header: string,
    width: number,
    value: (one: ChangeWithBudget) => string | null,
  ): Column<ChangeWithBudget> => ({ header, type: "text", width, value });
  const day = (
    header: string,
    value: (one: ChangeWithBudget) => string | null,
  ): Column<ChangeWithBudget> => ({ header, type: "day", value });
  return {
    name: title,
    rows: changes,
    columns: [
      text(columns.number, 24, (one) => changeCode(one, wording)),
      text(columns.title, 50, (one) => one.title),
      text(columns.kind, 28, (one) => kinds[one.kind]),
      text(columns.state, 16, (one) => states[one.state]),
      day(show.proposedOn, (one) => (one.state === "approved" ? null : one.effectiveOn)),
      day(show.effectiveOn, (one) => (one.state === "approved" ? one.effectiveOn : null)),
      day(show.announcedOn, (one) => one.announcedOn),
      day(show.decidedOn, (one) => one.decidedOn),
      text(show.reason, 50, (one) => one.reason),
      { header: sheet.items, type: "number", value: ({ id }) => items.get(id) ?? 0 },
      { header: sheet.eligible, type: "money", value: (one) => one.eligibleHalere },
      { header: sheet.difference, type: "money", value: differenceOf },
    ],
  };
}

function differenceOf({ eligibleHalere, basedOnEligibleHalere }: ChangeWithBudget): number | null {
  return eligibleHalere === null || basedOnEligibleHalere === null
    ? null
    : eligibleHalere - basedOnEligibleHalere;
}
