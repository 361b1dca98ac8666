import type { IndicatorOnPage } from "../../../../db/queries/indicators.ts";
import { paths } from "../../../paths.ts";
import { formatIndicatorCode } from "../../../values/indicator-code.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import { breakdownSheet, presentBreakdown } from "../breakdowns/presenter.ts";
import type { CountedFact } from "../computing/rules.ts";
import type { Reading } from "../list/presenter.ts";
import { figureOf } from "../rules.ts";
import { amountText, changeText } from "../words.ts";
import type { FactDetails, FactsBehind } from "./service.ts";
import { type FactColumn, factColumns } from "./table.ts";

export interface FactsView {
  indicator: IndicatorOnPage;
  behind: FactsBehind;
  details: FactDetails;
  /** Those of the lines that are on the page. */
  lines: readonly CountedFact[];
  page: number;
  withNames: boolean;
}

export function presentFactsPage(view: FactsView, reading: Reading) {
  const { indicator, behind, withNames } = view;
  const { texts, formats } = reading;
  const words = texts.computedIndicators.facts;
  const { projectId, id } = indicator;
  const href = (query: Record<string, string>) =>
    withQuery(paths.indicatorFacts(projectId, id), { on: behind.on, ...query });
  return {
    pageHeader: {
      title: words.title,
      code: indicator.code && formatIndicatorCode(indicator.code),
      subtitle: words.subtitle(indicator.name, formats.date(behind.on)),
      actions: {
        more: [{ href: href({ format: "xlsx" }), label: words.workbook, icon: "file-spreadsheet" }],
      },
    },
    tiles: presentTiles(view, reading),
    filterBar: {
      action: paths.indicatorFacts(projectId, id),
      fields: [
        { type: "date" as const, id: "facts-on", name: "on", label: words.on, value: behind.on },
      ],
      chips: [],
    },
    rule: ruleText(view, reading),
    notes: notesOf(view, reading),
    table: presentTable(view, reading),
    pagination: presentPagination({
      page: view.page,
      total: behind.lines.length,
      summary: summaryOf(view, reading),
      href: (page) => href({ page: String(page) }),
    }),
    declared: presentDeclared(view, reading),
    breakdown: behind.breakdown ? presentBreakdown(behind.breakdown, behind.on, reading) : null,
    labels: words,
    isNamed: withNames,
  };
}

/** Facts of the indicator as they are listed, and persons broken down. */
export function factSheets(view: FactsView, reading: Reading) {
  const words = reading.texts.computedIndicators.facts;
  const columns = factColumns({ ...view, projectId: view.indicator.projectId }, reading);
  const facts = {
    name: words.sheet,
    rows: view.lines,
    columns: columns.map((column, index) => ({
      header: column.label,
      type: column.isNumber ? ("number" as const) : ("text" as const),
      value: (line: CountedFact) => {
        const cell = column.cell(line);
        return column.isNumber ? (cell.number ?? null) : cell.text;
      },
      width: index === 0 ? 24 : 18,
    })),
  };
  const { breakdown } = view.behind;
  return { facts, breakdown: breakdown ? breakdownSheet(breakdown, reading) : undefined };
}

function presentTiles({ indicator, behind }: FactsView, reading: Reading) {
  const { texts, formats } = reading;
  const words = texts.computedIndicators.facts;
  const amount = (value: number) => amountText(indicator, { value }, formats) ?? "";
  const byHand = figureOf(indicator, behind.declared, behind.on);
  if (behind.computation === null) {
    const text = amountText(indicator, byHand, formats) ?? texts.indicators.noValue;
    return [{ label: words.total, value: text, note: words.onlyDeclared }];
  }
  const total = behind.counted + (byHand.value ?? 0);
  const tiles = [
    { label: words.total, value: amount(total), note: indicator.unit, icon: "chart-bar" },
    { label: words.fromFacts, value: amount(behind.counted), note: summaryOfKind(behind, reading) },
    { label: words.byHand, value: amount(byHand.value ?? 0), note: words.declaredNote },
  ];
  if (behind.attending === null) return tiles;
  const heads = behind.heads > 0 ? words.headsNote(formats.number(behind.heads)) : "";
  const pair = `${words.attendances(behind.counted)} / ${words.persons(behind.attending)}`;
  const note = [words.attendanceMeans, heads].filter(Boolean).join("; ");
  return [...tiles, { label: words.attendancesAndPersons, value: pair, note }];
}

function summaryOfKind({ computation, counted }: FactsBehind, { texts, formats }: Reading): string {
  const words = texts.computedIndicators.facts;
  if (computation === "attendances") return words.attendances(counted);
  if (computation !== null && /^(persons|exits)-/.test(computation)) return words.persons(counted);
  return formats.number(counted);
}

function ruleText({ behind, indicator }: FactsView, { texts, formats }: Reading): string {
  const words = texts.computedIndicators;
  if (behind.computation === null) return indicator.definition ?? words.facts.onlyDeclared;
  const { thresholdMinutes } = behind;
  const hours = thresholdMinutes === null ? words.noThreshold : formats.hours(thresholdMinutes);
  return words.rules[behind.computation](hours);
}

function notesOf({ behind, indicator, withNames }: FactsView, { texts }: Reading) {
  const words = texts.computedIndicators.facts;
  const notes: { text: string; href?: string; linkText?: string }[] = [];
  if (behind.nearly > 0)
    notes.push({
      text: words.nearly(behind.nearly),
      href: paths.participants(indicator.projectId),
      linkText: words.nearlyLink,
    });
  const hasPersons = behind.lines.some(({ type }) => type === "person" || type === "attendance");
  if (hasPersons && !withNames) notes.push({ text: words.namesHidden });
  return notes;
}

function presentTable(view: FactsView, reading: Reading) {
  const { behind, lines, indicator } = view;
  const words = reading.texts.computedIndicators.facts;
  if (behind.computation === null || behind.lines.length === 0) return null;
  const columns: FactColumn[] = factColumns({ ...view, projectId: indicator.projectId }, reading);
  return {
    label: words.title,
    columns: columns.map(({ label, isNumber = false }) => ({ label, isNumber })),
    rows: lines.map((line) =>
      columns.map((column) => ({
        ...column.cell(line),
        label: column.label,
        isNumber: column.isNumber ?? false,
        isShort: column.isShort ?? false,
      })),
    ),
  };
}

/** The lines on the page of all lines: `1–50 z 214`. */
function summaryOf({ behind, page, lines }: FactsView, { texts, formats }: Reading): string {
  const first = (page - 1) * PAGE_SIZE + 1;
  const [from, to] = [formats.number(first), formats.number(first + lines.length - 1)];
  return texts.computedIndicators.facts.range(from, to, formats.number(behind.lines.length));
}

function presentDeclared({ indicator, behind }: FactsView, reading: Reading) {
  const { texts, formats } = reading;
  const { show } = texts.indicators;
  if (behind.declared.length === 0) return null;
  return {
    title: texts.computedIndicators.facts.values,
    rows: behind.declared.map((value) => ({
      when: formats.date(value.validOn),
      amount:
        indicator.behaviour === "increment"
          ? changeText(indicator, value.value ?? 0, formats)
          : (amountText(indicator, { value: value.value, text: value.valueText }, formats) ?? ""),
      mark: value.isOpening ? show.opening : null,
      note: value.note,
      by: show.recordedBy(formats.dateTime(value.recordedAt), value.authorName ?? show.system),
    })),
  };
}
