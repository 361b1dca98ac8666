import { optionalPlaces } from "../places.ts";
import type { Field, ReportContent } from "./service.ts";
import type { TextLimits } from "./submitted.ts";

/** What is the matter with a field. */
export type Flaw =
  /** Longer than the official form takes: nothing goes on with it. */
  | "over"
  | "empty"
  /** A problem without its solution, or the other way round. */
  | "half"
  | "newer"
  | "near";

export interface FlawedField {
  field: Field;
  flaw: Flaw;
  /** Characters beyond the limit; 0 of other flaws. */
  beyond: number;
}

/** Everything the writer should look at, in the official order. */
export function flawsOf({
  fields,
  limits,
}: Pick<ReportContent, "fields" | "limits">): FlawedField[] {
  return fields.flatMap((field) =>
    flawsOfField(field, fields, limits).map((flaw) => ({
      field,
      flaw,
      beyond: flaw === "over" ? field.length - limits.most : 0,
    })),
  );
}

function flawsOfField(field: Field, all: readonly Field[], limits: TextLimits): Flaw[] {
  const flaws: Flaw[] = [];
  if (field.length > limits.most) flaws.push("over");
  else if (field.length >= limits.warnFrom) flaws.push("near");
  if (field.body === "" && !optionalPlaces.has(field.place)) flaws.push("empty");
  if (field.body === "" && other(field, all)?.body) flaws.push("half");
  if (field.newer !== null) flaws.push("newer");
  return flaws;
}

/** The solution of a problem, the problem of a solution. */
function other({ section, part }: Field, all: readonly Field[]): Field | undefined {
  if (section !== "problems") return undefined;
  return all.find((one) => one.section === section && one.part !== part);
}

/** Texts that the official form would not take. */
export function isTooLong(flaws: readonly FlawedField[]): boolean {
  return flaws.some(({ flaw }) => flaw === "over");
}

/** Whether something a report owes is not there. */
export function lacksSomething(flaws: readonly FlawedField[]): boolean {
  return flaws.some(({ flaw }) => flaw === "empty" || flaw === "half");
}
