import { type CalendarDate, laterOf } from "../../../values/calendar-date.ts";
import { drawLines, type LineChart, type LinePoint } from "../drawing/line-chart.ts";
import { moneyAxis } from "../drawing/scale.ts";
import type { DrawnBy, PlannedBy } from "../series/rules.ts";
import { amountOf, type FigureTable, figureColumns, type Reading } from "../words.ts";
import { emptyPicture, type Picture, type Shown } from "./pictures.ts";

/** Cumulative plan, expenditure, claims and approved sums against time. */
export function curvePicture(shown: Shown, reading: Reading): Picture {
  const { curve, legend } = reading.texts.drawdowns;
  const { series, planned, cap, outlook } = shown.facts;
  if (series.length === 0 && planned.length === 0)
    return emptyPicture("curve", curve.title, curve.empty);
  const drawn = ["planned", "spent", "claimed", "approved"] as const;
  const legends = [...drawn, ...(outlook.kind === "pace" ? (["forecast"] as const) : [])];
  return {
    ...{ id: "curve", title: curve.title, bars: null, isFolded: true, emptyState: null },
    lines: drawCurve(shown, reading),
    legend: [
      ...legends.map((kind) => ({ kind, label: legend[kind] })),
      ...(cap === null ? [] : [{ kind: "cap", label: legend.cap }]),
    ],
    note: curve.note,
    table: curveTable(series, planned, reading),
  };
}

function drawCurve({ project, facts, asked }: Shown, reading: Reading): LineChart {
  const { texts, formats } = reading;
  const { series, planned, cap, outlook } = facts;
  const from = series[0] && series[0].on < project.startsOn ? series[0].on : project.startsOn;
  const until = laterOf(project.endsOn, laterOf(asked.on, planned.at(-1)?.on ?? asked.on));
  const real = (of: (point: DrawnBy) => number): LinePoint[] =>
    beginning(
      from,
      series.map((point) => ({ on: point.on, value: of(point) })),
    );
  const plan = beginning(
    from,
    planned.map(({ on, planned: value }) => ({ on, value })),
  );
  const last = series.at(-1);
  const forecast: LinePoint[] =
    outlook.kind === "pace" && last
      ? [
          { on: last.on, value: last.spent },
          { on: project.endsOn, value: outlook.expected },
        ]
      : [];
  return drawLines({
    label: texts.drawdowns.curve.label,
    ...{ from, until, cap, today: asked.on, todayLabel: formats.date(asked.on) },
    lines: [
      { kind: "planned", points: plan, hasDots: true },
      { kind: "forecast", points: forecast },
      { kind: "approved", points: real(({ approved }) => approved) },
      { kind: "claimed", points: real(({ claimed }) => claimed) },
      { kind: "spent", points: real(({ spent }) => spent) },
    ],
    axis: (greatest) => moneyAxis(greatest, reading),
    title: ({ on, value }) => `${formats.date(on)}: ${formats.money(value)}`,
  });
}

/** Sums begin at nothing. */
function beginning(from: CalendarDate, points: LinePoint[]): LinePoint[] {
  const [first] = points;
  return first && first.on > from ? [{ on: from, value: 0 }, ...points] : points;
}

function curveTable(
  series: readonly DrawnBy[],
  planned: readonly PlannedBy[],
  reading: Reading,
): FigureTable {
  const { texts, formats } = reading;
  const { figures, legend, curve } = texts.drawdowns;
  const days = [...new Set([...series, ...planned].map(({ on }) => on))].toSorted();
  const lastOn = series.at(-1)?.on ?? "";
  return {
    label: texts.drawdowns.table(curve.title),
    columns: figureColumns(
      curve.month,
      ...[legend.planned, figures.spent, figures.claimed, figures.approved, figures.received],
    ),
    rows: days.map((on) => {
      const drawn = on > lastOn ? undefined : series.findLast((point) => point.on <= on);
      const plan = planned.findLast((point) => point.on <= on)?.planned;
      const amounts = [plan, drawn?.spent, drawn?.claimed, drawn?.approved, drawn?.received];
      return { head: formats.date(on), cells: amounts.map((amount) => amountOf(amount, reading)) };
    }),
  };
}
