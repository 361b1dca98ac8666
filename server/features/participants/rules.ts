import type { CalendarDate } from "../../values/calendar-date.ts";
import { czechSortKey, foldText } from "../../values/fold.ts";

export interface Named {
  firstName: string;
  surname: string;
  bornOn: CalendarDate | null;
}

/** What is kept beside a name: its Czech order, what a search reads, and what tells people apart. */
export interface NameKeys {
  sortKey: string;
  searchText: string;
  identityKey: string | null;
  nearKey: string | null;
}

/**
 * Two records with the same `identityKey` are most likely of one person: case, diacritics and blanks do not
 * count. The same `nearKey` is worth a question. Without a day of birth nobody is taken for somebody else.
 */
export function keysOfName({ firstName, surname, bornOn }: Named): NameKeys {
  const [first, last] = [foldText(firstName), foldText(surname)];
  return {
    sortKey: czechSortKey(`${surname} ${firstName}`),
    searchText: `${last} ${first}`,
    identityKey: bornOn === null ? null : `${first}|${last}|${bornOn}`,
    nearKey: bornOn === null ? null : `${last}|${bornOn}`,
  };
}

/** Whole years at a day; null where the day of birth is not known or lies after it. */
export function ageOn(bornOn: CalendarDate | null, on: CalendarDate): number | null {
  if (bornOn === null || bornOn > on) return null;
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  const age = on.slice(5) < bornOn.slice(5) ? years - 1 : years;
  return age > 130 ? null : age;
}

/** By these the project and the support of the European Union are reported. */
export const ageBands = ["under-18", "18-29", "30-54", "55-plus", "unknown"] as const;
export type AgeBand = (typeof ageBands)[number];

export function ageBandOf(age: number | null): AgeBand {
  if (age === null) return "unknown";
  if (age < 18) return "under-18";
  if (age < 30) return "18-29";
  return age < 55 ? "30-54" : "55-plus";
}
