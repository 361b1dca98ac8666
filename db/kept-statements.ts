import type { Knex } from "knex";
import { type Database, engineOf, selectRows } from "./connection.ts";

const MOST_KEPT = 200;
/** Numbers that no row has: they stand for the values while a statement is built. */
const FIRST_MARK = Number.MIN_SAFE_INTEGER;

interface Kept {
  text: string;
  bindings: readonly Binding[];
}
type Binding = string | number | null;

/**
 * A large statement whose text is made once: knex takes longer to write a union of twenty parts than SQLite to answer
 * it. `form` is what the text depends on and whatever is the same for all day; `values`, as many as before, are what
 * differs from one reader to the next. `build` is given marks in their place.
 */
export function keptStatement<Form extends object, Row>(
  build: (db: Database, form: Form, marks: readonly number[]) => Knex.QueryBuilder,
): (db: Database, form: Form, values: readonly number[]) => Promise<Row[]> {
  const known = new Map<string, Kept>();
  return (db, form, values) => {
    const key = `${engineOf(db)} ${values.length} ${JSON.stringify(form)}`;
    const kept = known.get(key) ?? write(() => build(db, form, marksFor(values)));
    if (!known.has(key)) keep(known, key, kept);
    return selectRows<Row>(db, kept.text, filled(kept, values));
  };
}

function marksFor(values: readonly number[]): number[] {
  return values.map((_, place) => FIRST_MARK + place);
}

function write(build: () => Knex.QueryBuilder): Kept {
  const { sql, bindings } = build().toSQL();
  return { text: sql, bindings: bindings as Binding[] };
}

function keep(known: Map<string, Kept>, key: string, kept: Kept): void {
  if (known.size >= MOST_KEPT) known.delete(known.keys().next().value as string);
  known.set(key, kept);
}

function filled({ bindings }: Kept, values: readonly number[]): Binding[] {
  return bindings.map((binding) => {
    if (typeof binding !== "number") return binding;
    return values[binding - FIRST_MARK] ?? binding;
  });
}
