import type { Knex } from "knex";
import { type Database, engineOf, selectRows } from "./connection.ts";

const MOST_KEPT = 200;
/** No row has such a number and no text begins so: they stand for the values while a statement is built. */
const FIRST_MARK = Number.MIN_SAFE_INTEGER;
const MARK_OF_TEXT = "\uE000value ";
const MOST_VALUES = 1_000_000;

type Value = number | string;
/** Any object of values: what an interface names is no record to TypeScript. */
type Values<Given> = { readonly [Name in keyof Given]: Value | readonly Value[] };
type Binding = Value | null;

interface Kept {
  text: string;
  /** Where a value goes its place among them, else what stands there always. */
  bindings: readonly ({ place: number } | Binding)[];
}

/**
 * A statement whose text is made once: knex takes longer to write one than SQLite to answer it. `form` is what the
 * text depends on and whatever is the same for all day; `values` are what differs from one reader to the next, single
 * ones or lists. `build` is given marks in their place and may use each as often as it likes, or not at all.
 */
export function keptStatement<Form extends object, Given extends Values<Given>, Row>(
  build: (db: Database, form: Form, marks: Given) => Knex.QueryBuilder,
): (db: Database, form: Form, values: Given) => Promise<Row[]> {
  const known = new Map<string, Kept>();
  return (db, form, values) => {
    const key = `${engineOf(db)} ${shapeOf(values)} ${JSON.stringify(form)}`;
    const kept = known.get(key) ?? write(build(db, form, marksFor(values)));
    if (!known.has(key)) keep(known, key, kept);
    return selectRows<Row>(db, kept.text, filled(kept, listed(values).flat()));
  };
}

function listed(values: object): (Value | readonly Value[])[] {
  return Object.values(values);
}

/** Lists are written out, so that their lengths belong to the text; values are put in by their order. */
function shapeOf(values: object): string {
  let shape = "";
  for (const [name, value] of Object.entries(values))
    shape += Array.isArray(value) ? `${name} ${value.length},` : `${name},`;
  return shape;
}

function marksFor<Given extends Values<Given>>(values: Given): Given {
  let place = 0;
  const mark = (value: Value) => {
    const at = place++;
    return typeof value === "number" ? FIRST_MARK + at : `${MARK_OF_TEXT}${at}`;
  };
  const names = Object.keys(values);
  const marks = listed(values).map((value) =>
    typeof value === "object" ? value.map(mark) : mark(value),
  );
  return Object.fromEntries(names.map((name, at) => [name, marks[at]])) as Given;
}

function write(query: Knex.QueryBuilder): Kept {
  const { sql, bindings } = query.toSQL();
  return { text: sql, bindings: (bindings as Binding[]).map(placeOf) };
}

function placeOf(binding: Binding): { place: number } | Binding {
  if (typeof binding === "string" && binding.startsWith(MARK_OF_TEXT))
    return { place: Number(binding.slice(MARK_OF_TEXT.length)) };
  const isMark = typeof binding === "number" && binding < FIRST_MARK + MOST_VALUES;
  return isMark ? { place: binding - FIRST_MARK } : binding;
}

function keep(known: Map<string, Kept>, key: string, kept: Kept): void {
  if (known.size >= MOST_KEPT) known.delete(known.keys().next().value as string);
  known.set(key, kept);
}

function filled({ bindings }: Kept, values: readonly Value[]): Binding[] {
  return bindings.map((binding) =>
    typeof binding === "object" && binding !== null ? (values[binding.place] as Value) : binding,
  );
}
