import type { z } from "zod";

type Fields = Record<string, z.ZodType>;

/**
 * Rows of a form that needs no script: a fixed number of them, numbered in the names of their fields
 * (`source1Name`, `source1Share`, `source2Name` …). Spread the fields into the schema of the form.
 */
export function rowFields(row: string, most: number, fields: Fields): Fields {
  const shape: Fields = {};
  for (let number = 1; number <= most; number += 1) {
    for (const [name, field] of Object.entries(fields)) shape[`${row}${number}${name}`] = field;
  }
  return shape;
}

/** The rows in which anything was filled in, with the number that their fields carry. */
export function filledRows<Row extends Fields>(
  entry: Record<string, unknown>,
  row: string,
  most: number,
  fields: Row,
): { number: number; values: z.output<z.ZodObject<Row>> }[] {
  const rows = [];
  for (let number = 1; number <= most; number += 1) {
    const names = Object.keys(fields);
    const values = Object.fromEntries(names.map((name) => [name, entry[`${row}${number}${name}`]]));
    const isFilled = Object.values(values).some((value) => Boolean(value) || value === 0);
    if (isFilled) rows.push({ number, values: values as z.output<z.ZodObject<Row>> });
  }
  return rows;
}

/** How many rows to offer: those in use and two spare ones, at least `least`. */
export function rowsOffered(
  values: Record<string, string | string[]>,
  row: string,
  bounds: { least: number; most: number },
): number {
  const pattern = new RegExp(`^${row}(\\d+)[A-Z]`);
  const used = Object.entries(values).map(([name, value]) =>
    value === "" ? 0 : Number(pattern.exec(name)?.[1] ?? 0),
  );
  return Math.min(bounds.most, Math.max(bounds.least, Math.max(0, ...used) + 2));
}
