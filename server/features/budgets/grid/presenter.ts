import type { BudgetLine } from "../../../../db/queries/budget-lines.ts";
import type { BudgetVersion } from "../../../../db/queries/budget-versions.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { withQuery } from "../../../web/query-string.ts";
import { UNIT_PLACES } from "../amounts/rules.ts";
import { lineValues } from "../lines/presenter.ts";
import type { SavedLine } from "../lines/service.ts";
import { depthOf } from "../rules.ts";
import { flatRateText } from "../show/row-presenter.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
}

/** The model of `views/budgets/grid.ejs`: a table with a form for each line, made a grid by its script. */
export function presentGrid(
  projectId: number,
  draft: BudgetVersion,
  lines: readonly BudgetLine[],
  wording: Wording,
) {
  const { texts } = wording;
  const { budgets } = texts;
  const { grid } = budgets;
  const { saving, saved, failed, signedOut, notSaved, gone } = grid;
  return {
    pageHeader: {
      title: budgets.editTitle,
      code: [budgets.version(String(draft.number)), draft.title].join(" · "),
      subtitle: grid.subtitle,
      actions: {
        primary: { href: paths.newBudgetLine(projectId), label: grid.newLine, icon: "plus" },
        more: [
          { href: paths.newBudgetPaste(projectId), label: grid.paste, icon: "clipboard-list" },
          { href: paths.budgetImports(projectId), label: grid.import, icon: "upload" },
          { href: paths.budgetVersion(projectId, draft.number), label: grid.done, icon: "eye" },
          { href: paths.change(projectId, draft.changeId), label: grid.approve, icon: "check" },
        ],
      },
    },
    labels: budgets,
    words: JSON.stringify({ saving, saved, failed, signedOut, notSaved, gone }),
    pasteAction: paths.budgetPastes(projectId),
    totals: presentTotals(draft, wording),
    rows: lines.map((line) => presentGridRow(projectId, line, wording)),
    emptyState: {
      text: grid.empty,
      icon: "list-tree",
      action: { href: paths.newBudgetLine(projectId), label: grid.newLine, icon: "plus" },
      second: { href: paths.newBudgetPaste(projectId), label: grid.paste },
    },
  };
}

function presentTotals({ eligible, direct, staff, flat, ineligible }: BudgetVersion, w: Wording) {
  const { tiles } = w.texts.budgets;
  const sums = { eligible, direct, staff, flat, ineligible };
  return Object.entries(sums).map(([name, halere]) => ({
    name,
    label: tiles[name as keyof typeof sums],
    value: w.formats.money(halere),
  }));
}

function presentGridRow(projectId: number, line: BudgetLine, wording: Wording) {
  const { formats, texts } = wording;
  const { lineId, code, version } = line;
  const isFlat = line.category === "flat-rate";
  const { grid } = texts.budgets;
  const canHaveLines = !line.isLeaf || (line.unitPriceHalere ?? line.unitsE4) === null;
  return {
    lineId,
    code,
    version,
    level: Math.min(6, depthOf(code)),
    isChapter: !line.isLeaf,
    isPriced: line.isLeaf && !isFlat,
    action: paths.budgetLine(projectId, lineId),
    editHref: paths.editBudgetLine(projectId, lineId),
    editLabel: grid.editLine(code),
    addHref:
      canHaveLines && line.flatRateKind === null
        ? withQuery(paths.newBudgetLine(projectId), { parent: code })
        : null,
    addLabel: grid.add(code),
    flat: flatRateText(line, wording),
    values: lineValues(line, formats),
    cells: cellsOf(line, formats),
  };
}

/** Cells as they are read, not as they are typed. */
function cellsOf(line: BudgetLine, formats: Formats) {
  const { unitPriceHalere, unitsE4 } = line;
  return {
    name: line.name,
    unit: line.unit ?? "",
    unitPrice: unitPriceHalere === null ? "" : formats.scaled(unitPriceHalere, 2),
    units: unitsE4 === null ? "" : formats.trimmed(unitsE4, UNIT_PLACES),
    amount: formats.scaled(line.amountHalere, 2),
  };
}

/** What the grid is told after a cell was saved. */
export function presentSaved({ line, moved, sums }: SavedLine, formats: Formats) {
  return {
    version: line.version,
    values: lineValues(line, formats),
    cells: cellsOf(line, formats),
    moved: Object.fromEntries(
      moved.map(({ lineId, amountHalere }) => [lineId, formats.scaled(amountHalere, 2)]),
    ),
    totals: Object.fromEntries(
      Object.entries(sums).map(([name, halere]) => [name, formats.money(halere)]),
    ),
  };
}
