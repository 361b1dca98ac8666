import type { Transaction } from "../../../db/connection.ts";
import { advanceSequences, insertRows, listTables } from "../../../db/queries/whole-tables.ts";
import type { Deps } from "../../../server/deps.ts";
import { refreshComputedIndicators } from "../../../server/features/indicators/computing/service.ts";
import { refreshSupport } from "../../../server/features/support/service.ts";
import { guestRows, peopleOf, personRows, type Registry, trainingRows } from "./people-rows.ts";

const PEOPLE_AT_ONCE = 1_000;

/** Gives the filled projects their people, trainings and hours; in the first one takes part everybody. */
export async function fillPeople(
  { db, clock }: Pick<Deps, "db" | "clock">,
  size: { projects: number; participants: number },
  say: (line: string) => void = () => {},
): Promise<void> {
  const registry: Registry = { ...size, today: clock.today(), at: clock.now() };
  await inParts(size.participants, (from, to) =>
    db.transaction((trx) => write(trx, personRows(from, to, registry))),
  );
  say(`${size.participants} people`);
  for (let n = 1; n <= size.projects; n += 1) {
    await db.transaction(async (trx) => {
      await write(trx, trainingRows(n, registry));
      await refreshSupport(trx, peopleOf(n, registry));
      await refreshComputedIndicators(trx, n);
    });
  }
  say(`trainings of ${size.projects} projects`);
  await inParts(size.participants, (from, to) =>
    db.transaction((trx) => write(trx, guestRows(from, to, registry))),
  );
  const tables = await listTables(db);
  await db.transaction((trx) => advanceSequences(trx, tables));
}

async function write(trx: Transaction, rows: Record<string, object[]>): Promise<void> {
  for (const [table, all] of Object.entries(rows)) await insertRows(trx, table, all);
}

async function inParts(
  count: number,
  work: (from: number, to: number) => Promise<void>,
): Promise<void> {
  for (let from = 1; from <= count; from += PEOPLE_AT_ONCE) {
    await work(from, Math.min(count, from + PEOPLE_AT_ONCE - 1));
  }
}
