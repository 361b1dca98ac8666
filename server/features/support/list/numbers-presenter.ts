import type { Wording } from "../../events/words.ts";
import type { PersonProspect, Prospects } from "../prospects.ts";
import { addMinutes, countedMinutes, NO_SUPPORT, type Outlook, totalMinutes } from "../rules.ts";

export function presentTiles(
  { people, rule }: Prospects,
  wording: Wording,
  href: (outlook: Outlook) => string | null,
) {
  const { texts, formats } = wording;
  const { tiles } = texts.support;
  const all = addMinutes(NO_SUPPORT, ...people.map(({ posted }) => posted));
  const waiting = addMinutes(NO_SUPPORT, ...people.map(({ pending }) => pending));
  const count = (outlook: Outlook) => people.filter((one) => one.outlook === outlook).length;
  const tile = (outlook: Outlook, tone?: "red" | "green") => {
    const to = href(outlook);
    return {
      label: tiles.outlooks[outlook],
      value: formats.number(count(outlook)),
      ...(tone && count(outlook) > 0 ? { tone } : {}),
      ...(to === null ? {} : { href: to }),
    };
  };
  const posted = {
    label: tiles.posted,
    value: formats.hours(totalMinutes(all)),
    note: tiles.pending(formats.hours(totalMinutes(waiting))),
  };
  if (rule.thresholdMinutes === null) return [posted];
  const threshold = tiles.threshold(formats.hourCount(rule.thresholdMinutes));
  return [
    posted,
    { ...tile("reached", "green"), note: threshold },
    tile("will-reach"),
    tile("cannot-reach", "red"),
  ];
}

/** How many people have how much of the threshold: without names. */
export function presentBands({ people, rule }: Prospects, { texts, formats }: Wording) {
  const { bands } = texts.support;
  const whole = rule.thresholdMinutes;
  if (whole === null) return null;
  const share = (one: PersonProspect) => (countedMinutes(one.posted, rule) * 100) / whole;
  const within = (from: number, to: number) =>
    people.filter((one) => share(one) >= from && share(one) < to).length;
  const none = people.filter((one) => totalMinutes(one.posted) === 0).length;
  const rows = [
    { label: bands.none, count: none },
    { label: bands.underHalf, count: within(0, 50) - none },
    { label: bands.overHalf, count: within(50, 100) },
    { label: bands.reached, count: within(100, Number.POSITIVE_INFINITY) },
  ];
  return {
    title: bands.title,
    band: bands.band,
    persons: bands.persons,
    rows: rows.map(({ label, count }) => ({ label, count: formats.number(count) })),
  };
}
