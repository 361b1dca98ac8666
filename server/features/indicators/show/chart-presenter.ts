import type { ValueInForce } from "../../../../db/queries/indicator-values.ts";
import { laterOf } from "../../../values/calendar-date.ts";
import { lastDayOf, monthOf, monthsFrom } from "../../../values/month.ts";
import type { Reading } from "../list/presenter.ts";
import { addsUp, figureOf, seriesOf } from "../rules.ts";
import { type PlannedLevel, plannedLevels, plannedOn } from "../targets/rules.ts";
import { amountText } from "../words.ts";
import { type Chart, drawChart } from "./chart.ts";
import type { IndicatorPage } from "./presenter.ts";

type Charted = Pick<IndicatorPage, "project" | "indicator" | "periods"> & {
  inForce: ValueInForce[];
};

/** The chart and the table that says the same; null while there is no number to draw. */
export function presentIndicatorChart(charted: Charted, reading: Reading) {
  const { indicator, project, periods, inForce } = charted;
  const { texts, formats, today } = reading;
  const series = seriesOf(indicator, inForce);
  const [first, last] = [series[0], series.at(-1)];
  if (!first || !last) return null;
  const levels = plannedLevels(indicator, periods);
  const { show } = texts.indicators;
  const drawing = drawChart({
    label: show.chartLabel(indicator.name),
    from: first.on < project.startsOn ? first.on : project.startsOn,
    until: laterOf(project.endsOn, last.on),
    today,
    series,
    startsAtZero: addsUp(indicator) && first.on > project.startsOn,
    levels,
    target: indicator.target,
    legend: legendOf(levels, indicator.target, show),
    todayLabel: show.today,
    amount: (value) => amountText(indicator, { value }, formats) ?? "",
    date: formats.date,
  });
  return { drawing, table: tableOf(charted, levels, first.on, reading) };
}

function legendOf(
  levels: readonly PlannedLevel[],
  target: number | null,
  show: Reading["texts"]["indicators"]["show"],
): Chart["legend"] {
  const entries: Chart["legend"] = [
    { kind: "achieved", label: show.legendAchieved },
    { kind: "planned", label: show.legendPlanned },
    { kind: "target", label: show.legendTarget },
  ];
  const isDrawn = { achieved: true, planned: levels.length > 0, target: target !== null };
  return entries.filter(({ kind }) => isDrawn[kind]);
}

/** By ends of months, the newest first: from the first value until today. */
function tableOf(
  { indicator, inForce, project }: Charted,
  levels: readonly PlannedLevel[],
  firstOn: string,
  { texts, formats, today }: Reading,
) {
  const { show, noTarget } = texts.indicators;
  const amount = (value: number | null | undefined) =>
    amountText(indicator, { value: value ?? null }, formats) ?? "–";
  const until = today < project.endsOn ? today : laterOf(project.endsOn, firstOn);
  const months = monthsFrom(monthOf(firstOn), monthOf(laterOf(until, firstOn))).toReversed();
  return {
    caption: show.chartTable,
    columns: {
      month: show.chartMonth,
      achieved: show.chartAchieved,
      planned: addsUp(indicator) ? show.chartPlanned : show.chartPlannedState,
      target: show.chartTarget,
    },
    hasPlan: levels.length > 0,
    rows: months.map((month) => ({
      month: formats.monthName(month),
      achieved: amount(figureOf(indicator, inForce, lastDayOf(month)).value),
      planned: amount(plannedOn(levels, lastDayOf(month))),
      target: indicator.target === null ? noTarget : amount(indicator.target),
    })),
  };
}
