import type { FieldErrors } from "../../../errors.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { ageOn } from "../rules.ts";

/** Code lists that the card chooses from. */
export const cardLists = [
  "esf-sex",
  "esf-labour-status",
  "esf-education",
  "esf-disadvantage",
  "target-groups",
];

/** Fields of a participation that are a code of IS ESF. */
export const codeFields = [
  "labourStatus",
  "education",
  "projectPosition",
  "housing",
  "economicSector",
  "publicSector",
  "household",
  "supportKind",
  "taxStatus",
  "outcome",
] as const;

/** Those of them whose code set is not published: a code is written as IS ESF has it. */
export const freeCodeFields = codeFields.filter(
  (name) => name !== "labourStatus" && name !== "education",
);

export interface DaysOfCard {
  bornOn: CalendarDate | null;
  diedOn: CalendarDate | null;
  enteredOn: CalendarDate;
  cardSignedOn: CalendarDate | null;
}

/** Every day that cannot be, by the field that holds it. */
export function faultsOfDays(days: DaysOfCard, today: CalendarDate): FieldErrors {
  return { ...sinceBirth(days), ...upTo(days, today) };
}

function upTo(days: DaysOfCard, today: CalendarDate): FieldErrors {
  const fields = ["bornOn", "diedOn", "cardSignedOn"] as const;
  const late = fields.filter((field) => (days[field] ?? today) > today);
  return Object.fromEntries(late.map((field) => [field, "notInFuture"]));
}

function sinceBirth({ bornOn, diedOn, enteredOn }: DaysOfCard): FieldErrors {
  if (bornOn === null) return {};
  if (enteredOn < bornOn) return { enteredOn: "beforeBirth" };
  if (ageOn(bornOn, enteredOn) === null) return { bornOn: "tooOld" };
  return diedOn !== null && diedOn < bornOn ? { diedOn: "beforeBirth" } : {};
}
