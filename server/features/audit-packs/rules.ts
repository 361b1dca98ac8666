import { createHash } from "node:crypto";

export const packSubjects = ["indicator", "period", "expenditures"] as const;
export const sampleMethods = ["listed", "random", "largest"] as const;
export type SampleMethod = (typeof sampleMethods)[number];

/** How the expenditures of a pack are chosen; `seed` makes a random sample repeatable by anybody. */
export interface Sample {
  method: SampleMethod;
  /** Document numbers, of a listed sample. */
  numbers: string[];
  count: number | null;
  seed: string | null;
}

/** What the maker of a pack was allowed to read: no more goes into it. */
export interface PackRights {
  withNames: boolean;
  withSheets: boolean;
  withPay: boolean;
}

export interface PackParams extends PackRights {
  language: "cs" | "en";
  sample: Sample | null;
}

interface Chosen {
  expenditureId: number;
  documentNumber: string | null;
  amount: number;
}

/**
 * The sample of the expenditures given. A random one takes those whose number hashed with the seed comes
 * first, so that whoever knows the seed draws the same ones; the largest ones by amount, of equals the older.
 */
export function sampleOf<Row extends Chosen>(rows: readonly Row[], sample: Sample): Row[] {
  if (sample.method === "listed") {
    const wanted = new Set(sample.numbers);
    return rows.filter(
      ({ documentNumber }) => documentNumber !== null && wanted.has(documentNumber),
    );
  }
  const ordered = sample.method === "largest" ? byAmount(rows) : byLot(rows, sample.seed ?? "");
  return ordered.slice(0, sample.count ?? 0);
}

function byAmount<Row extends Chosen>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => b.amount - a.amount || a.expenditureId - b.expenditureId);
}

function byLot<Row extends Chosen>(rows: readonly Row[], seed: string): Row[] {
  const lotOf = ({ expenditureId }: Row) =>
    createHash("sha256").update(`${seed}:${expenditureId}`).digest("hex");
  return rows
    .map((row) => ({ row, lot: lotOf(row) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ row }) => row);
}

/** Whether somebody with these rights may have a pack made with those. */
export function mayOpen(pack: PackRights, reader: PackRights): boolean {
  return (
    (!pack.withNames || reader.withNames) &&
    (!pack.withSheets || reader.withSheets || reader.withNames) &&
    (!pack.withPay || reader.withPay)
  );
}
