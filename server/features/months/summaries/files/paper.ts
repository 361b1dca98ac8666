import { pragueDay } from "../../../../values/calendar-date.ts";
import { healthPill } from "../../../../web/health-pill.ts";
import type {
  Block,
  Cell,
  PrintedDocument,
  TableBlock,
} from "../../../exports/writing/documents/document.ts";
import { isContradicted, type PortfolioRow, signalOf } from "../../ranking/rules.ts";
import { monthTitle, type Wording } from "../../words.ts";
import { presentEscalated } from "../escalated.ts";
import { healthParts, regionTiles } from "../region-presenter.ts";
import { presentRow } from "../row-presenter.ts";
import { decisionLines, standingText } from "../words.ts";
import type { SummaryMaterial } from "./material.ts";
import { projectBlocks } from "./project-blocks.ts";

/** An editor of texts would hardly open more, nor would we have the room to write it. */
const MOST_SHEETS = { pdf: 5_000, docx: 60 };

/** The summary as it is printed: the region on its first page, then half a page of each project. */
export function paperOf(material: SummaryMaterial, wording: Wording): PrintedDocument {
  const { texts } = wording;
  const { order, madeAt, projects } = material;
  const most = MOST_SHEETS[order.format === "docx" ? "docx" : "pdf"];
  const title = monthTitle(order.month, wording);
  const standing = standingOf(material, wording);
  const { paper } = texts.summaries;
  return {
    language: wording.formats.language,
    title: `${texts.months.code} ${title}`,
    subject: standing,
    foot: paper.foot(wording.formats.monthName(order.month), standing),
    pageOf: paper.pageOf,
    madeAt,
    blocks: [
      ...regionBlocks(material, { title, standing }, wording),
      ...projects
        .slice(0, most)
        .flatMap(({ row, facts }, at) => projectBlocks({ row, facts, isFirst: at === 0 }, wording)),
      ...(projects.length > most ? [restOf(projects.length - most, wording)] : []),
    ],
  };
}

function restOf(count: number, { texts }: Wording): Block {
  return { kind: "text", text: texts.summaries.paper.sheetsElsewhere(count), isSoft: true };
}

export function standingOf({ order, projects, madeAt }: SummaryMaterial, wording: Wording): string {
  const of = { month: order.month, standing: order.standing, total: projects.length };
  return standingText(of, { ...wording, today: pragueDay(madeAt) });
}

function regionBlocks(
  material: SummaryMaterial,
  { title, standing }: { title: string; standing: string },
  wording: Wording,
): Block[] {
  const { order, projects, region, comparison } = material;
  const { summaries, months } = wording.texts;
  const lines = [
    standing,
    [summaries.paper.lead(projects.length), order.department].filter(Boolean).join(" · "),
  ];
  const head: Block = { kind: "title", over: months.code, title, lines };
  if (projects.length === 0) return [head, { kind: "text", text: summaries.paper.noProjects }];
  return [
    head,
    {
      kind: "tiles",
      tiles: regionTiles(region, comparison.region, wording).map(({ bar, ...tile }) => ({
        ...tile,
        ...(bar && { percent: bar.percent }),
      })),
    },
    {
      kind: "parts",
      label: summaries.healths,
      parts: healthParts(region, wording).map((part) => ({
        ...part,
        count: wording.formats.number(part.count),
      })),
    },
    ...decisionBlocks(
      projects.map(({ row }) => row),
      wording,
    ),
    ...owedBlocks(material, wording),
    { kind: "heading", level: 2, text: summaries.sections.projects },
    ...remarks({ region, comparison }, wording),
    portfolioTable(
      projects.map(({ row }) => row),
      order.month,
      wording,
    ),
  ];
}

function remarks(
  { region, comparison }: Pick<SummaryMaterial, "region" | "comparison">,
  { texts, formats }: Wording,
): Block[] {
  const { summaries } = texts;
  const name = formats.monthName(comparison.month);
  const compared: Block[] = comparison.region
    ? [{ kind: "text", text: summaries.comparedWith(name), isSoft: true }]
    : [];
  if (region.contradicted === 0) return compared;
  return [
    { kind: "text", text: summaries.disagreements(region.contradicted), isStrong: true },
    ...compared,
  ];
}

function decisionBlocks(rows: readonly PortfolioRow[], wording: Wording): Block[] {
  const words = wording.texts.summaries.decisions;
  const items = rows.flatMap((row) =>
    decisionLines(row, wording).map((line) => ({ text: `${row.shortName}: ${line}` })),
  );
  const heading: Block = { kind: "heading", level: 2, text: words.title };
  if (items.length === 0) return [heading, { kind: "text", text: words.none, isSoft: true }];
  return [heading, { kind: "list", items }];
}

/** As on the page, where the whole list stands. */
function owedBlocks({ escalated, order }: SummaryMaterial, wording: Wording): Block[] {
  const today = order.owedOn;
  const list = today === undefined ? null : presentEscalated(escalated, { ...wording, today });
  if (list === null) return [];
  const items = list.projects.flatMap(({ name, lines }) =>
    lines.map(({ title, note }) => ({ text: `${name}: ${title} – ${note}` })),
  );
  return [
    { kind: "heading", level: 2, text: list.title },
    { kind: "text", text: list.note, isSoft: true },
    { kind: "list", items: [...items, ...(list.more === null ? [] : [{ text: list.more }])] },
  ];
}

function portfolioTable(
  rows: readonly PortfolioRow[],
  month: string,
  wording: Wording,
): TableBlock {
  const { summaries, months } = wording.texts;
  const { figures } = months;
  return {
    kind: "table",
    columns: [
      { header: months.portfolio.columns.project, weight: 30 },
      { header: summaries.columns.manager, weight: 15 },
      { header: summaries.columns.computed, weight: 14 },
      { header: figures.time, weight: 0, isNumber: true },
      { header: figures.indicators, weight: 11 },
      { header: figures.physical, weight: 11 },
      { header: figures.money, weight: 11 },
      { header: months.portfolio.columns.deadline, weight: 17 },
    ],
    rows: rows.map((row) => ({
      isMarked: isContradicted(row),
      cells: cellsOf(row, month, wording),
    })),
  };
}

function cellsOf(row: PortfolioRow, month: string, wording: Wording): Cell[] {
  const { texts } = wording;
  const shown = presentRow(row, month, wording);
  const change = shown.change
    ? `${shown.change.icon === "arrow-up" ? "▲" : "▼"} ${shown.change.word}`
    : "";
  return [
    { text: shown.name, isStrong: true, ...noted(shown.sentence) },
    {
      ...toned(row.health, wording),
      ...noted([shown.on, change].filter(Boolean).join(", ")),
    },
    {
      ...toned(signalOf(row), wording),
      ...noted(shown.isContradicted ? texts.summaries.disagreement : ""),
    },
    { text: shown.time.label },
    ...shown.figures.map(
      ({ label, width, mark }): Cell => ({
        text: label,
        ...(width !== null && { bar: { percent: width, marker: shown.marker } }),
        ...noted(mark ? `${mark.icon === "arrow-up" ? "▲" : "▼"} ${mark.text}` : ""),
      }),
    ),
    {
      text: shown.next ? shown.next.on : "",
      ...noted([shown.next?.title, shown.overdue].filter(Boolean).join(" · ")),
    },
  ];
}

function noted(note: string): { note?: string } {
  return note === "" ? {} : { note };
}

function toned(health: PortfolioRow["health"], { texts }: Wording): Cell {
  const { label, tone } = healthPill(health, texts);
  return { text: label, tone };
}
