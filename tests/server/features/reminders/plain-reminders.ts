/**
 * The reminders of PRODUCT and MODEL once more, as plainly as they can be told: no database, no code of
 * the product, a list of things and a loop over days. What the product sends is compared with it.
 */
export interface Thing {
  id: number;
  owner: number;
  dueOn: string;
  doneOn: string | null;
}

export interface PlainMail {
  day: string;
  person: number;
  things: number[];
}

const STEPS = [30, 14, 7, 3, 1, 0];
const FIXED = "01-01 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26".split(" ");
// Easter Sundays as the calendar of the church lists them.
const EASTERS = new Set(
  "2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13".split(
    " ",
  ),
);

export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function isOffice(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || FIXED.includes(day.slice(5))) return false;
  return !EASTERS.has(plusDays(day, -1)) && !EASTERS.has(plusDays(day, 2));
}

function moved(day: string, direction: 1 | -1): string {
  let moving = day;
  while (!isOffice(moving)) moving = plusDays(moving, direction);
  return moving;
}

/** Tells of each step once, and of steps that were missed only the last: the mails of one day. */
export function plainReminders() {
  const told = new Set<string>();
  const crossesToday = (thing: Thing, day: string) => {
    const step = thing.doneOn === null ? lastStep(thing.dueOn, day) : undefined;
    if (step === undefined) return false;
    const key = `${thing.id} ${thing.dueOn} ${step} ${thing.owner}`;
    return told.size < told.add(key).size;
  };
  return function mailsOn(day: string, things: Iterable<Thing>): PlainMail[] {
    if (!isOffice(day)) return [];
    const crossing = [...things].filter((thing) => crossesToday(thing, day));
    const people = [...new Set(crossing.map((thing) => thing.owner))].sort((a, b) => a - b);
    return people.map((person) => {
      const theirs = crossing.filter((thing) => thing.owner === person);
      return { day, person, things: theirs.map((thing) => thing.id).sort((a, b) => a - b) };
    });
  };
}

function lastStep(dueOn: string, day: string): number | undefined {
  let last: number | undefined;
  for (const step of STEPS) if (moved(plusDays(dueOn, -step), -1) <= day) last = step;
  for (let after = 1; plusDays(dueOn, after) <= day; after += 7)
    if (moved(plusDays(dueOn, after), 1) <= day) last = -after;
  return last;
}
