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
    amounts: { planned: event.planned, real: realFor(event, shown) },
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

/**
 * The real cost as the viewer may know it: without pay for those who may not read it, since the other documents
 * of an event are there to be subtracted; null when it is made of pay alone.
 */
function realFor({ real, pay, expenditures, payrolls }: EventCost, { viewer }: Shown) {
  if (viewer.readsPay) return real;
  return payrolls > 0 && payrolls === expenditures ? null : real - pay;
}

function rowOf(event: EventCost, shown: Shown, reading: Reading): FigureRow {
  const { texts } = reading;
  const { planned, payrolls } = event;
  const real = realFor(event, shown);
  const isWithoutPay = payrolls > 0 && !shown.viewer.readsPay;
  const row = {
    head: nameOf(event, shown, reading),
    href: paths.event(shown.project.id, event.id),
    ...noteOf(event, isWithoutPay, reading),
  };
  if (real === null) {
    const { onePay } = texts.drawdowns.events;
    return { ...row, cells: [amountOf(planned, reading), onePay, texts.drawdowns.figures.none] };
  }
  const difference = planned === null ? null : planned - real;
  return { ...row, cells: [planned, real, difference].map((amount) => amountOf(amount, reading)) };
}

function noteOf({ startsOn }: EventCost, isWithoutPay: boolean, { texts, formats }: Reading) {
  const day = startsOn === null ? [] : [formats.date(startsOn)];
  const pay = isWithoutPay ? [texts.expenditures.costs.withoutPay] : [];
  const note = [...day, ...pay].join(", ");
  return note === "" ? {} : { note };
}
