/** Days since 1 January 1970 in the proleptic Gregorian calendar: integers only, so no time zone can get in. */
export type DayNumber = number;

export interface CivilDay {
  year: number;
  month: number;
  day: number;
}

const FIRST_DAY_OF_ERA = 719468; // days from 0000-03-01 to 1970-01-01
const DAYS_IN_ERA = 146097; // 400 years

/** @throws RangeError for text that is not `YYYY-MM-DD` in digits; whether that day exists is not asked here. */
export function civilDayOf(date: string): CivilDay {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  if (date.length !== 10 || Number.isNaN(year + month + day)) {
    throw new RangeError(`Not a calendar date: ${date.slice(0, 40)}`);
  }
  return { year, month, day };
}

export function dayNumberOf(date: string): DayNumber {
  return dayNumberOfCivil(civilDayOf(date));
}

/** Counts years from March, so that the leap day is the last one and every month starts at a fixed distance. */
export function dayNumberOfCivil({ year, month, day }: CivilDay): DayNumber {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_IN_ERA + yearOfEra * 365 + leapDays + dayOfYear - FIRST_DAY_OF_ERA;
}

export function dateOfDayNumber(dayNumber: DayNumber): string {
  const shifted = dayNumber + FIRST_DAY_OF_ERA;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leapDays);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return dateOfCivil({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  });
}

/** @throws RangeError outside the years 0–9999, which four digits cannot say. */
export function dateOfCivil({ year, month, day }: CivilDay): string {
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`Year out of range: ${year}`);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
