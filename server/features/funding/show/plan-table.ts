import { paths } from "../../../paths.ts";
import { amountOf, type FigureTable, figureColumns, type Reading } from "../../drawdowns/words.ts";
import { sumOf } from "../plans/rules.ts";
import { type DrawdownPlan, rowOfPeriod } from "../plans/service.ts";
import type { FundingFacts } from "./presenter.ts";

export type PlanAt = Omit<DrawdownPlan, "version">;

/** The plan by periods and sources with its sums, and whether it makes the whole. */
export function presentPlan({ project, plan, cofinancing, can }: FundingFacts, reading: Reading) {
  const words = reading.texts.funding.plan;
  const { sources, periods } = plan;
  let sofar = 0;
  const table: FigureTable = {
    label: words.title,
    columns: figureColumns(
      words.columns.period,
      ...sources.map(({ name }) => name),
      words.columns.sum,
      words.columns.cumulative,
    ),
    rows: periods.map(({ id, number, startsOn, endsOn }) => {
      const row = rowOfPeriod(plan, id);
      const sum = sumOf(row);
      sofar += sum ?? 0;
      return {
        head: words.period(number),
        note: reading.formats.dateRange(startsOn, endsOn),
        cells: [...row, sum, sum === null ? null : sofar].map((one) => amountOf(one, reading)),
      };
    }),
  };
  const sums = sources.map((source) =>
    sumOf(periods.map(({ id }) => rowOfPeriod(plan, id)[sources.indexOf(source)] ?? null)),
  );
  const whole = sumOf(sums);
  table.footer = [
    { head: words.sum, cells: [...sums, whole, null].map((one) => amountOf(one, reading)) },
  ];
  return {
    title: words.title,
    edit: can.edit
      ? { href: paths.editDrawdownPlan(project.id), label: reading.texts.funding.editPlan }
      : null,
    table,
    ...verdictOf(whole, cofinancing.total, reading),
    emptyState: whole === null ? emptyState(plan, project.id, can, reading) : null,
  };
}

function verdictOf(whole: number | null, total: number | null, { texts, formats }: Reading) {
  const words = texts.funding.plan;
  if (whole === null || total === null) return { warning: null, fits: null };
  if (whole === total) return { warning: null, fits: words.fits };
  const [sum, all] = [formats.money(whole), formats.money(total)];
  const rest = formats.money(Math.abs(total - whole));
  return {
    warning: whole < total ? words.short(sum, all, rest) : words.over(sum, all, rest),
    fits: null,
  };
}

function emptyState(plan: PlanAt, projectId: number, can: { edit: boolean }, { texts }: Reading) {
  const words = texts.funding.plan;
  const icon = "calendar-stats";
  const periods = { href: paths.periods(projectId), label: words.periods };
  if (plan.periods.length === 0) return { icon, text: words.noPeriods, second: periods };
  if (plan.sources.length === 0) return { icon, text: words.noSources };
  const edit = { href: paths.editDrawdownPlan(projectId), label: texts.funding.editPlan };
  return { icon, text: words.empty, ...(can.edit ? { action: edit } : {}) };
}
