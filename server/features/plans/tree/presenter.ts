import { paths } from "../../../paths.ts";
import { countsOf, measuresProgress, sumOfMeasures } from "../../cards/words.ts";
import { presentPlanHeader } from "../header.ts";
import type { Wording } from "../words.ts";
import { isNarrowed, presentTreeFilters, treeHref } from "./filters.ts";
import { presentRows, type Row } from "./rows.ts";
import type { Tree, TreeLine } from "./service.ts";

export function presentTree(tree: Tree, canEdit: boolean, wording: Wording) {
  const { texts } = wording;
  const { view } = tree.asked;
  const mayEdit = canEdit && tree.plan.archivedAt === null;
  const narrowed = isNarrowed(view);
  const rows = presentRows(tree, { canEdit: mayEdit, isNarrowed: narrowed }, wording);
  return {
    pageHeader: presentHeader(tree, { canEdit, mayEdit }, wording),
    archived: tree.plan.archivedAt === null ? null : presentArchived(tree, canEdit, wording),
    tiles: tree.all.length === 0 ? null : presentTiles(tree, wording),
    filterBar: tree.all.length === 0 ? null : presentTreeFilters(tree, wording),
    outline: narrowed ? [] : presentOutline(rows),
    label: texts.plans.tree.label,
    icons: [...new Set(["pencil", ...rows.flatMap(iconsOf)])],
    columns: texts.plans.tree.columns,
    labels: texts.plans.tree,
    shows: presentColumns(tree),
    rows,
    emptyState: tree.shown.length > 0 ? null : presentEmpty(tree, mayEdit, wording),
  };
}

/** A plan that knows no measures, or of which nobody has said anything yet, leaves more room for names. */
function presentColumns({ all }: Tree) {
  const hasMeasures = ({ measures }: TreeLine) => Object.values(measures).some((n) => n > 0);
  const measures = all.some(hasMeasures);
  const statements = all.some(({ statement }) => statement !== null);
  return { measures, statements, rest: 1 + Number(measures) + Number(statements) };
}

function iconsOf(row: Row): string[] {
  if (row.isArea) return [];
  return [row.coverage.icon, ...(row.statement ? [row.statement.icon] : [])];
}

function presentHeader(
  { plan, asked }: Tree,
  { canEdit, mayEdit }: { canEdit: boolean; mayEdit: boolean },
  wording: Wording,
) {
  const { plans } = wording.texts;
  const { id } = plan;
  const sheet = treeHref(id, asked.view, { format: "xlsx" });
  const edits = [
    { href: paths.planImports(id), label: plans.tree.import, icon: "upload" },
    { href: paths.newArea(id), label: plans.areas.new, icon: "folder" },
    { href: paths.editPlan(id), label: plans.edit, icon: "pencil" },
  ];
  const archive = {
    ...{ href: paths.planArchiving(id), label: plans.archive, icon: "archive" },
    method: "post" as const,
  };
  return presentPlanHeader(
    plan,
    {
      current: "cards",
      canEdit,
      primary: mayEdit
        ? { href: paths.newCard(id), label: plans.tree.newCard, icon: "plus" }
        : null,
      more: [
        ...(mayEdit ? edits : []),
        { href: sheet, label: plans.tree.workbook, icon: "file-spreadsheet" },
        { href: paths.planHistory(id), label: plans.tree.history, icon: "history" },
        ...(mayEdit ? [archive] : []),
      ],
    },
    wording,
  );
}

function presentArchived({ plan }: Tree, canEdit: boolean, { texts }: Wording) {
  const { archivedNotice, restore } = texts.plans;
  return {
    text: archivedNotice,
    action: canEdit ? paths.planRestoration(plan.id) : null,
    label: restore,
  };
}

/** Jumps to the areas on top; a plan of one area needs none. */
function presentOutline(rows: ReturnType<typeof presentRows>) {
  const tops = rows.flatMap((row) =>
    row.isArea && row.level === 1
      ? [{ href: `#${row.anchor}`, code: row.code, title: row.title, count: row.count }]
      : [],
  );
  return tops.length > 1 ? tops : [];
}

function presentTiles(tree: Tree, wording: Wording) {
  const { texts, formats } = wording;
  const { tiles } = texts.plans.tree;
  const { shown, all, areas } = tree;
  const counts = countsOf(shown);
  const measures = measuresProgress(sumOfMeasures(shown.map((card) => card.measures)), wording);
  const nobody = shown.filter(({ owner }) => owner === "").length;
  const n = (count: number) => formats.number(count);
  const share = (part: number) => (shown.length === 0 ? 0 : (part / shown.length) * 100);
  return [
    {
      label: tiles.cards,
      value:
        shown.length === all.length ? n(all.length) : tiles.shown(n(shown.length), n(all.length)),
      note: texts.plans.areasCount(areas.filter(({ kind }) => kind !== "sub-area").length),
    },
    {
      label: tiles.coverage,
      href: paths.planCoverage(tree.plan.id),
      value: texts.plans.partOf(n(counts.running), n(shown.length)),
      bar: { percent: Math.round(share(counts.running)), tone: "green" },
      note: texts.plans.partsOf({ ...counts, running: 0 }, n),
    },
    {
      label: tiles.measures,
      value: measures?.label ?? texts.plans.tree.noMeasures,
      ...(measures
        ? {
            bar: {
              percent: measures.segments[0]?.tone === "green" ? measures.segments[0].width : 0,
              tone: "green",
            },
          }
        : {}),
    },
    {
      label: tiles.withoutOwner,
      value: n(nobody),
      ...(nobody > 0
        ? { href: treeHref(tree.plan.id, tree.asked.view, { owner: "nobody" }), tone: "yellow" }
        : { note: tiles.everybody }),
    },
  ];
}

function presentEmpty(tree: Tree, mayEdit: boolean, { texts }: Wording) {
  const { plans } = texts;
  const { id } = tree.plan;
  if (tree.all.length > 0) {
    const action = { href: paths.plan(id), label: plans.tree.clear };
    return { text: plans.tree.nothingHere, icon: "filter", action };
  }
  const read = { href: paths.planImports(id), label: plans.tree.import, icon: "upload" };
  return {
    ...{ text: plans.tree.empty, detail: plans.tree.emptyDetail, icon: "list-tree" },
    ...(mayEdit
      ? { action: read, second: { href: paths.newCard(id), label: plans.tree.newCard } }
      : {}),
  };
}
