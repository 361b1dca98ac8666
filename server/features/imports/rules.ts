import { foldText } from "../../values/fold.ts";

export const importKinds = [
  "participants",
  "registrations",
  "attendance",
  "milestones",
  "indicator-values",
  "log-entries",
  "expenditures",
] as const;

export type ImportName = (typeof importKinds)[number];

/** A column's meaning: the name of the field it fills, or none. */
export type Mapping = (string | null)[];

export interface FieldSpec {
  name: string;
  isRequired?: boolean;
}

/**
 * Which field each heading means: by a name in full first, then by one that the heading begins with. A field
 * has one column.
 */
export function guessMapping(
  headings: readonly string[],
  fields: readonly FieldSpec[],
  namesOf: (field: string) => readonly string[],
): Mapping {
  const folded = headings.map((heading) => foldText(heading).replace(/[:*.]+$/, ""));
  const mapping: Mapping = headings.map(() => null);
  const likenesses = [
    (heading: string, name: string) => heading === name,
    (heading: string, name: string) => heading.startsWith(`${name} `),
  ];
  for (const isLike of likenesses) {
    for (const { name } of fields) {
      if (mapping.includes(name)) continue;
      const names = namesOf(name).map(foldText);
      const column = folded.findIndex(
        (heading, at) => mapping[at] === null && names.some((one) => isLike(heading, one)),
      );
      if (column >= 0) mapping[column] = name;
    }
  }
  return mapping;
}

/** The cells of a row under the names of its fields. */
export function valuesOf(cells: readonly string[], mapping: Mapping): Record<string, string> {
  const values: Record<string, string> = {};
  mapping.forEach((field, column) => {
    if (field !== null) values[field] = (cells[column] ?? "").trim();
  });
  return values;
}

/** Fields that no column fills though a row cannot do without them. */
export function missingColumns(mapping: Mapping, fields: readonly FieldSpec[]): string[] {
  return fields
    .filter(({ name, isRequired }) => isRequired && !mapping.includes(name))
    .map(({ name }) => name);
}

/** What a row says, apart from letter case and the order of columns: the same row of another file. */
export function sayingOf(values: Record<string, string>): string {
  const said = Object.entries(values).filter(([, text]) => text !== "");
  return JSON.stringify(said.map(([name, text]) => [name, foldText(text)]).toSorted());
}

export const FORGOTTEN_AFTER_DAYS = 7;
