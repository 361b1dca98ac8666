import type { PeopleCount } from "../../../db/queries/event-people.ts";
import type { RegistrationState, StateReason } from "../../../db/queries/registrations.ts";
import { type CalendarDate, parseCalendarDate } from "../../values/calendar-date.ts";

export const registrationStates = [
  "registered",
  "invited",
  "waiting",
  "declined",
  "withdrawn",
] as const;

/** Who has a row on the printed sheet and a cell in the attendance. */
export function isExpected({ state }: { state: RegistrationState }): boolean {
  return state === "registered" || state === "invited";
}

export function countOf(registrations: readonly { state: RegistrationState }[]): PeopleCount {
  const count = (state: RegistrationState) =>
    registrations.filter((one) => one.state === state).length;
  return {
    registered: count("registered"),
    waiting: count("waiting"),
    invited: count("invited"),
  };
}

/** Whoever is to have a place at a full event waits for one. */
export function stateWithin(
  wanted: RegistrationState,
  places: { capacity: number | null; registered: number },
): { state: RegistrationState; stateReason: StateReason | null } {
  const isFull = places.capacity !== null && places.registered >= places.capacity;
  if (wanted !== "registered" || !isFull) return { state: wanted, stateReason: null };
  return { state: "waiting", stateReason: "over-capacity" };
}

/** What a pasted line says; a part that cannot be read is null. */
export interface PastedLine {
  text: string;
  surname: string | null;
  firstName: string | null;
  bornOn: CalendarDate | null;
  organisation: string | null;
  /** Something stands where the day of birth should, and it is none. */
  hasUnreadableDay: boolean;
}

const TITLE = /^(?:\p{L}{1,5}\.|ph\.?\s?d\.?|csc\.?|drsc\.?|mba|dis\.?|ll\.?m\.?)$/iu;
// Endings of surnames of women; the last letter is a long a.
const FEMALE_SURNAME = /(?:ov|sk|ck|n|l|r|t)\u00e1$/iu;

/** `Příjmení Jméno; 1. 2. 1980; organizace`, in whatever of `;`, tab or comma people separate by. */
export function readPastedLine(text: string): PastedLine {
  const parts = text
    .split(separatorOf(text))
    .map((part) => part.trim())
    .filter((part) => part !== "" && !TITLE.test(part));
  const dayAt = parts.findIndex((part) => parseCalendarDate(part) !== undefined);
  const day = parts[dayAt];
  const names = parts.filter((_, index) => index !== dayAt);
  const doubtfulAt = dayAt === -1 ? names.findIndex((part) => /\d/.test(part)) : -1;
  const told = names.filter((_, index) => index !== doubtfulAt);
  const [name = "", ...rest] = told;
  const words = wordsOf(name);
  // "Novák, Jan, 1. 2. 1980": the surname alone in its part is followed by the first name.
  const isSplit = words.length === 1 && rest.length > 0;
  const { surname, firstName } = isSplit
    ? { surname: words[0] ?? null, firstName: wordsOf(rest.shift() ?? "").join(" ") || null }
    : namesOf(words);
  return {
    text,
    surname,
    firstName,
    bornOn: (day && parseCalendarDate(day)) ?? null,
    organisation: rest.join(", ") || null,
    hasUnreadableDay: doubtfulAt !== -1,
  };
}

export function isReadable(
  line: PastedLine,
): line is PastedLine & { surname: string; firstName: string } {
  return line.surname !== null && line.firstName !== null && !line.hasUnreadableDay;
}

function separatorOf(text: string): string {
  return [";", "\t"].find((separator) => text.includes(separator)) ?? ",";
}

function wordsOf(name: string): string[] {
  return name.split(/[\s,]+/).filter((word) => word !== "" && !TITLE.test(word));
}

/** The surname comes first, unless only the last word looks like a surname of a woman. */
function namesOf(words: string[]): Pick<PastedLine, "surname" | "firstName"> {
  const [first, ...others] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length < 2)
    return { surname: first ?? null, firstName: null };
  if (FEMALE_SURNAME.test(last) && !FEMALE_SURNAME.test(first) && /[aeiy]$/i.test(first))
    return { surname: last, firstName: words.slice(0, -1).join(" ") };
  return { surname: first, firstName: others.join(" ") };
}
