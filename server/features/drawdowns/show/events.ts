import type { EventCost } from "../../../../db/queries/drawdown-series.ts";
import { paths } from "../../../paths.ts";
import { titleFor } from "../../events/rules.ts";
import { amountOf, type FigureRow, figureColumns, type Reading } from "../words.ts";
import { emptyPicture, moneyBars, type Picture, type Shown } from "./pictures.ts";
import { MOST_EVENTS } from "./service.ts";

/** Of the events in the table so many are drawn. */
const MOST_DRAWN = 12;

/** What each event was to cost and what was recorded on it. */
export function eventsPicture(shown: Shown, reading: Reading): Picture {
  const { events: words, legend, table } = reading.texts.drawdowns;
  const { events } = shown.facts;
  if (events.length === 0) return emptyPicture("events", words.title, words.empty);
  const groups = events.slice(0, MOST_DRAWN).map((event) => ({
    label: nameOf(event, shown, reading),
    amounts: { planned: event.planned, real: isOnePay(event, shown) ? null : event.real },
  }));
  return {
    ...{ id: "events", title: words.title, lines: null, isFolded: false, emptyState: null },
    ...moneyBars(words.label, groups, reading),
    note: events.length < MOST_EVENTS ? null : words.more(MOST_EVENTS),
    table: {
      label: table(words.title),
      columns: figureColumns(words.event, legend.planned, words.real, words.difference),
      rows: events.map((event) => rowOf(event, shown, reading)),
    },
  };
}

function nameOf(event: EventCost, { viewer }: Shown, { texts }: Reading): string {
  return titleFor(event, viewer.id, texts);
}

/** A cost made of one person's pay alone would tell that pay. */
function isOnePay({ expenditures, payrolls }: EventCost, { viewer }: Shown): boolean {
  return !viewer.readsPay && expenditures === 1 && payrolls === 1;
}

function rowOf(event: EventCost, shown: Shown, reading: Reading): FigureRow {
  const { texts, formats } = reading;
  const { planned, real, startsOn } = event;
  const row = {
    head: nameOf(event, shown, reading),
    href: paths.event(shown.project.id, event.id),
    ...(startsOn === null ? {} : { note: formats.date(startsOn) }),
  };
  if (isOnePay(event, shown)) {
    const { onePay } = texts.drawdowns.events;
    return { ...row, cells: [amountOf(planned, reading), onePay, texts.drawdowns.figures.none] };
  }
  const difference = planned === null ? null : planned - real;
  return { ...row, cells: [planned, real, difference].map((amount) => amountOf(amount, reading)) };
}
