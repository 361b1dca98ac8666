import { type BasisPoints, percentOf, WHOLE } from "../../../values/percent.ts";
import { timeElapsed } from "../../projects/totals/rules.ts";
import { type BarGroup, drawBars } from "../drawing/bar-chart.ts";
import { plannedBy } from "../series/rules.ts";
import { amountOf, figureColumns, type Reading } from "../words.ts";
import type { Picture, Shown } from "./pictures.ts";

interface Figure {
  kind: string;
  name: string;
  shareBp: BasisPoints | undefined;
  /** Undefined for what is no money. */
  halere?: number | null;
}

/** Time, work and money of the project on one axis of per cent. */
export function pacePicture(shown: Shown, reading: Reading): Picture {
  const { texts, formats } = reading;
  const { pace, axis, table, figures: words } = texts.drawdowns;
  const figures = figuresOf(shown, reading);
  const known = figures.filter(({ shareBp }) => shareBp !== undefined);
  const most = Math.max(WHOLE, ...known.map(({ shareBp }) => shareBp ?? 0));
  const ticks = Array.from({ length: Math.ceil(most / 2_000) + 1 }, (_, index) => index * 2_000);
  const groups: BarGroup[] = known.map(({ kind, name, shareBp }) => {
    const label = `${name} ${formats.percent(shareBp ?? 0)}`;
    return { label, bars: [{ kind, value: shareBp ?? 0, title: label }] };
  });
  const tick = (value: number) => formats.number(value / 100);
  return {
    ...{ id: "pace", title: pace.title, lines: null, legend: [], note: null, isFolded: false },
    bars: drawBars({ label: pace.label, groups, unit: axis.percent, tick, ticks }),
    table: {
      label: table(pace.title),
      columns: figureColumns(pace.figure, pace.share, pace.amount),
      rows: figures.map(({ name, shareBp, halere }) => ({
        head: name,
        cells: [
          shareBp === undefined ? words.none : formats.percent(shareBp),
          halere === undefined ? "" : amountOf(halere, reading),
        ],
      })),
    },
    emptyState: null,
  };
}

function figuresOf({ project, facts, asked }: Shown, { texts }: Reading): Figure[] {
  const { figures } = texts.drawdowns;
  const { cap } = facts;
  const money = (kind: string, name: string, halere: number | null): Figure => ({
    ...{ kind, name, halere },
    shareBp: cap === null || halere === null ? undefined : percentOf(halere, cap),
  });
  return [
    { kind: "time", name: figures.time, shareBp: timeElapsed(project, asked.on) },
    { kind: "physical", name: figures.physical, shareBp: facts.physicalBp },
    money("planned", figures.planned, plannedBy(facts.planned, asked.on)),
    money("spent", figures.spent, facts.drawdown.spent),
    money("claimed", figures.claimed, facts.claimed),
    money("approved", figures.approved, facts.approved),
  ];
}
