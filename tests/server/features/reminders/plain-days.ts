/** Days and holidays as the calendar on the wall has them, without code of the product. */

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

export function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

export function isOffice(day: string): boolean {
  if (weekdayOf(day) > 5 || FIXED.includes(day.slice(5))) return false;
  return !EASTERS.has(plusDays(day, -1)) && !EASTERS.has(plusDays(day, 2));
}

export function moved(day: string, direction: 1 | -1): string {
  let moving = day;
  while (!isOffice(moving)) moving = plusDays(moving, direction);
  return moving;
}

export function officeDaysAfter(day: string, count: number): string {
  let moving = day;
  for (let left = count; left > 0; left -= 1) moving = moved(plusDays(moving, 1), 1);
  return moving;
}
