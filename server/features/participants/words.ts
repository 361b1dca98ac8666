import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

export interface Named {
  code: string;
  firstName: string | null;
  surname: string | null;
}

/** Surname first, as lists of people are ordered; who was anonymised has only the code. */
export function nameInList({ code, firstName, surname }: Named): string {
  return [surname, firstName].filter(Boolean).join(" ") || code;
}

/** As it is said, with titles. */
export function fullName(
  person: Named & { titleBefore: string | null; titleAfter: string | null },
) {
  const { titleBefore, firstName, surname, titleAfter } = person;
  const name = [titleBefore, firstName, surname].filter(Boolean).join(" ");
  return name === "" ? person.code : [name, titleAfter].filter(Boolean).join(", ");
}

/** The label of a code of a code list, in the language of the reader. */
export function labelOf(
  item: { labelCs: string; labelEn: string },
  { formats }: Pick<Wording, "formats">,
): string {
  return formats.language === "cs" ? item.labelCs : item.labelEn;
}
