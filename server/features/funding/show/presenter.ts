import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { paths } from "../../../paths.ts";
import type { MomentAsked } from "../../../values/moment.ts";
import { WHOLE_PPM } from "../../../values/percent.ts";
import {
  amountOf,
  type FigureRow,
  type FigureTable,
  figureColumns,
  presentMomentBar,
  type Reading,
} from "../../drawdowns/words.ts";
import type { CofinancingRow } from "../cofinancing/rules.ts";
import type { CofinancingAt } from "../cofinancing/service.ts";
import { canSplit, sumOfShares } from "../sources/rules.ts";
import { presentFunding } from "../words.ts";
import { type PlanAt, presentPlan } from "./plan-table.ts";

export interface FundingFacts {
  project: ProjectInReach;
  cofinancing: CofinancingAt;
  plan: PlanAt;
  asked: MomentAsked;
  can: { edit: boolean };
}

export function presentFundingPage(facts: FundingFacts, reading: Reading) {
  const { project, can } = facts;
  const { funding } = reading.texts;
  const more = [
    { href: paths.drawdown(project.id), label: funding.drawdown, icon: "chart-bar" },
    ...(can.edit
      ? [{ href: paths.editFundingSources(project.id), label: funding.editSources, icon: "coins" }]
      : []),
  ];
  const primary = can.edit
    ? { href: paths.editDrawdownPlan(project.id), label: funding.editPlan, icon: "pencil" }
    : null;
  return {
    pageHeader: { title: funding.title, subtitle: funding.lead, actions: { primary, more } },
    filterBar: presentBar(facts, reading),
    sources: presentSources(facts, reading),
    plan: presentPlan(facts, reading),
    cofinancing: presentCofinancing(facts, reading),
  };
}

function presentBar({ project, cofinancing, asked }: FundingFacts, reading: Reading) {
  const { moment } = reading.texts.funding;
  const { request, period } = cofinancing.upTo;
  const value = period ? `period-${period.id}` : request ? `request-${request.id}` : "";
  const options = [
    ...cofinancing.requests.map(({ id, number }) => ({
      value: `request-${id}`,
      label: moment.request(number),
    })),
    ...cofinancing.periods.map(({ id, number }) => ({
      value: `period-${id}`,
      label: moment.period(number),
    })),
  ];
  const select = { type: "select" as const, name: "upTo", label: moment.upTo, value, options };
  const action = paths.funding(project.id);
  const fields = options.length === 0 ? [] : [select];
  return presentMomentBar({ action, asked, fields, kept: { upTo: value } }, reading);
}

function presentSources({ project, cofinancing, can }: FundingFacts, reading: Reading) {
  const { texts, formats } = reading;
  const words = texts.funding.sources;
  const { sources, total } = cofinancing;
  const split = presentFunding({ totalHalere: total, sources }, reading);
  const { source, share, amount } = words.columns;
  const edit = { href: paths.editFundingSources(project.id), label: texts.funding.editSources };
  const table: FigureTable = {
    label: words.title,
    columns: figureColumns(source, share, amount),
    rows: split.rows.map(({ name, kind, share, amount }) => ({
      head: name,
      ...(isSameWord(name, kind) ? {} : { note: kind }),
      cells: [share, amount],
    })),
    footer: [
      {
        head: words.total,
        cells: [formats.share(sumOfShares(sources)), total === null ? "" : split.total],
      },
    ],
  };
  return {
    title: words.title,
    table,
    bar: split.bar,
    warnings: sources.length === 0 ? [] : warningsOf(cofinancing, reading),
    emptyState:
      sources.length > 0
        ? null
        : { icon: "coins", text: words.empty, ...(can.edit ? { action: edit } : {}) },
  };
}

/** A source that is called by its kind needs not be told twice. */
function isSameWord(name: string, kind: string): boolean {
  return name.toLowerCase() === kind.toLowerCase();
}

function warningsOf({ sources, total }: CofinancingAt, { texts, formats }: Reading): string[] {
  const words = texts.funding.sources;
  const missing = sources.filter(({ sharePpm }) => sharePpm === null).map(({ name }) => name);
  const sum = sumOfShares(sources);
  const share = () => {
    if (missing.length > 0) return [words.shareMissing(missing.join(", "))];
    if (canSplit(sources)) return [];
    return [words.sharesDiffer(formats.share(sum), formats.share(WHOLE_PPM - sum))];
  };
  return [...share(), ...(total === null ? [words.totalMissing] : [])];
}

function presentCofinancing({ cofinancing }: FundingFacts, reading: Reading) {
  const words = reading.texts.funding.cofinancing;
  const { source, total, previous, current, soFar, share, remaining, paid } = words.columns;
  const { bySource, together, upTo } = cofinancing;
  const table: FigureTable = {
    label: words.title,
    columns: figureColumns(source, total, previous, current, soFar, share, remaining, paid),
    rows: (bySource ?? []).map((one) => rowOf(one.source.name, one.row, reading)),
    footer: [rowOf(words.together, together, reading)],
  };
  return {
    title: words.title,
    upTo: upToText(upTo, reading),
    table,
    note: words.note,
    warning: bySource ? null : words.notSplit,
    emptyState:
      cofinancing.requests.length > 0 ? null : { icon: "file-spreadsheet", text: words.empty },
  };
}

function upToText({ request, period }: CofinancingAt["upTo"], { texts }: Reading): string {
  const { moment } = texts.funding;
  if (period) return moment.period(period.number);
  return request ? moment.request(request.number) : "";
}

function rowOf(head: string, row: CofinancingRow, reading: Reading): FigureRow {
  const { none } = reading.texts.funding.cofinancing;
  const amounts = [row.total, row.previous, row.current, row.soFar];
  return {
    head,
    cells: [
      ...amounts.map((amount) => amountOf(amount, reading)),
      row.shareBp === undefined ? none : reading.formats.percent(row.shareBp),
      amountOf(row.remaining, reading),
      amountOf(row.paid, reading),
    ],
  };
}
