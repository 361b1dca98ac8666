import { formatScaled } from "../../../values/decimal.ts";

export const changeSubjects = ["project", "activity", "indicator", "milestone"] as const;
export type ChangeSubject = (typeof changeSubjects)[number];

export type FieldType = "line" | "lines" | "text" | "day" | "requiredDay" | "target";

/** What a change of the project may set of each record, beside the budget. */
const changeableFields = {
  project: {
    title: "line",
    vision: "text",
    goals: "lines",
    startsOn: "requiredDay",
    endsOn: "requiredDay",
  },
  activity: {
    title: "line",
    goal: "text",
    description: "text",
    outputs: "text",
    startsOn: "day",
    endsOn: "day",
  },
  indicator: { target: "target", targetOn: "day" },
  milestone: { dueOn: "requiredDay" },
} as const satisfies Record<ChangeSubject, Record<string, FieldType>>;

export function fieldsOf(subject: ChangeSubject): [string, FieldType][] {
  return Object.entries(changeableFields[subject]);
}

export function typeOfField(subject: ChangeSubject, field: string): FieldType | undefined {
  return fieldsOf(subject).find(([name]) => name === field)?.[1];
}

export function isSubject(typed: string): typed is ChangeSubject {
  return (changeSubjects as readonly string[]).includes(typed);
}

interface Valued {
  decimals: number;
  values: Record<string, string | number | null>;
}

/** A field as it stands, in the form in which changes keep it: no language, targets without idle zeros. */
export function presentValue({ decimals, values }: Valued, field: string): string | null {
  const value = values[field] ?? null;
  return typeof value === "number" ? targetToKeep(value, decimals) : value;
}

export function targetToKeep(scaled: number, decimals: number): string {
  const text = formatScaled(scaled, decimals);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
