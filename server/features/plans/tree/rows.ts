import type { PlanArea } from "../../../../db/queries/plan-areas.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { statementPill } from "../../card-statements/words.ts";
import {
  countsOf,
  coverageMark,
  coverageSegments,
  measuresProgress,
  sumOfMeasures,
} from "../../cards/words.ts";
import { type Wording, yearsText } from "../words.ts";
import { treeHref } from "./filters.ts";
import type { Tree, TreeLine } from "./service.ts";

interface Shown {
  canEdit: boolean;
  isNarrowed: boolean;
}

/** Areas with what is in them, in the order of the plan; what lies outside areas comes last. */
export function presentRows(tree: Tree, shown: Shown, wording: Wording) {
  const known = new Set(tree.areas.map(({ id }) => id));
  const children = groupedBy(tree.areas, ({ parentId }) =>
    known.has(parentId ?? 0) ? parentId : null,
  );
  const cards = groupedBy(tree.shown, ({ areaId }) => (known.has(areaId ?? 0) ? areaId : null));
  const walk = (area: PlanArea, level: number): Row[] => {
    const inside = (children.get(area.id) ?? []).flatMap((child) => walk(child, level + 1));
    const own = (cards.get(area.id) ?? []).map((card) => cardRow(card, tree, level, wording));
    if (shown.isNarrowed && own.length === 0 && inside.length === 0) return [];
    const below = [...own, ...inside];
    const lines = linesOf(below);
    return [areaRow(area, { tree, level, lines, canEdit: shown.canEdit }, wording), ...below];
  };
  const outside = (cards.get(null) ?? []).map((card) => cardRow(card, tree, 0, wording));
  const rows = (children.get(null) ?? []).flatMap((area) => walk(area, 1));
  return outside.length === 0
    ? rows
    : [...rows, ...(rows.length === 0 ? [] : [withoutArea(linesOf(outside), wording)]), ...outside];
}

export type Row = ReturnType<typeof cardRow> | ReturnType<typeof areaRow>;

function linesOf(rows: readonly Row[]): TreeLine[] {
  return rows.flatMap((row) => (row.isArea ? [] : [row.line]));
}

function areaRow(
  area: PlanArea,
  {
    tree,
    level,
    lines,
    canEdit,
  }: { tree: Tree; level: number; lines: TreeLine[]; canEdit: boolean },
  wording: Wording,
) {
  const href = canEdit ? paths.editArea(tree.plan.id, area.id) : null;
  const { texts } = wording;
  return {
    isArea: true as const,
    level,
    anchor: `area-${area.id}`,
    code: area.code,
    title: area.title,
    edit: href && { href, label: `${texts.plans.areas.edit} ${area.code}` },
    ...summaryOf(lines, wording),
  };
}

function withoutArea(lines: TreeLine[], wording: Wording) {
  const title = wording.texts.plans.areas.without;
  return {
    ...{ isArea: true as const, level: 1, anchor: "area-none", code: "", title, edit: null },
    ...summaryOf(lines, wording),
  };
}

/** How many cards stand below and how they are covered, as a bar of the whole. */
function summaryOf(lines: readonly TreeLine[], wording: Wording) {
  const { texts, formats } = wording;
  const counts = countsOf(lines);
  const running = formats.number(counts.running);
  const all = formats.number(lines.length);
  return {
    count: texts.plans.cardsCount(all, lines.length),
    coverage:
      lines.length === 0
        ? null
        : { segments: coverageSegments(counts), label: texts.plans.partOf(running, all) },
    measures: measuresProgress(sumOfMeasures(lines.map(({ measures }) => measures)), wording),
  };
}

function cardRow(line: TreeLine, { plan }: Tree, level: number, wording: Wording) {
  const { texts } = wording;
  const { tree } = texts.plans;
  const ownerHref = line.owner === "" ? null : treeHref(plan.id, {}, { owner: line.owner });
  return {
    isArea: false as const,
    line,
    level,
    href: paths.card(plan.id, line.id),
    number: line.number,
    name: line.name,
    note: line.isPlaceholder ? tree.placeholder : null,
    period: line.period === "" ? null : (yearsText(line, texts) ?? line.period),
    coverage: coverageMark(line.coverage, line.projects, wording),
    measures: measuresProgress(line.measures, wording),
    owner: line.ownerName,
    ownerHref,
    statement: line.statement && statementSign(line.statement, texts),
  };
}

function statementSign({ state, year }: NonNullable<TreeLine["statement"]>, texts: Texts) {
  const { tone, icon = "circle-dashed", label } = statementPill(state, texts);
  return { tone, icon, label, year: String(year) };
}
