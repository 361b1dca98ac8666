import type { Transaction } from "../../../db/connection.ts";
import { updateLastLogDay } from "../../../db/queries/log-entries.ts";
import { insertSetting } from "../../../db/queries/settings.ts";
import { hasUsers } from "../../../db/queries/users.ts";
import { advanceSequences, insertRows, listTables } from "../../../db/queries/whole-tables.ts";
import { seedCatalogues } from "../../../db/seeds/catalogues.ts";
import { hashPassword } from "../../../server/access/passwords.ts";
import type { Deps } from "../../../server/deps.ts";
import { refreshDrawdownTotals } from "../../../server/features/drawdowns/service.ts";
import { refreshStatusTotals } from "../../../server/features/projects/statuses/service.ts";
import { refreshProgressTotals } from "../../../server/features/projects/totals/service.ts";
import { indexWholeProject } from "../../../server/features/searches/rebuilding/service.ts";
import { czechSortKey, foldText } from "../../../server/values/fold.ts";
import { type Filling, projectRows } from "./project-rows.ts";

/** Reads every project and manages the first ten. */
export const benchUser = { email: "bench@osnova.test", password: "mereni-osnova-2026" };

const PROJECTS_AT_ONCE = 20;

/** Fills an empty database with so many projects, the same ones each time. */
export async function fillDatabase(
  { db, clock }: Pick<Deps, "db" | "clock">,
  projects: number,
  say: (line: string) => void = () => {},
): Promise<void> {
  if (await hasUsers(db)) throw new Error("the database is not empty, it stays as it is");
  const at = clock.now();
  const users = Math.max(20, Math.ceil(projects * 0.4));
  const filling: Filling = { today: clock.today(), at, users, ownUserId: 1 };
  const passwordHash = await hashPassword(benchUser.password);
  await db.transaction(async (trx) => {
    await seedCatalogues(trx, at);
    await insertSetting(trx, { key: "benchmark", value: String(projects), at });
    await insertRows(trx, "users", userRows(filling, passwordHash));
  });
  for (let first = 1; first <= projects; first += PROJECTS_AT_ONCE) {
    const last = Math.min(projects, first + PROJECTS_AT_ONCE - 1);
    await db.transaction(async (trx) => {
      for (let n = first; n <= last; n += 1) await fillProject(trx, n, filling);
    });
    say(`${last} of ${projects} projects`);
  }
  const tables = await listTables(db);
  await db.transaction((trx) => advanceSequences(trx, tables));
}

async function fillProject(trx: Transaction, n: number, filling: Filling): Promise<void> {
  const rows = projectRows(n, filling);
  for (const [table, all] of Object.entries(rows)) await insertRows(trx, table, all);
  await refreshProgressTotals(trx, n);
  await refreshStatusTotals(trx, n);
  await refreshDrawdownTotals(trx, n);
  await updateLastLogDay(trx, n);
  await indexWholeProject(trx, n);
}

function userRows({ users, at }: Filling, passwordHash: string): object[] {
  return Array.from({ length: users }, (_, index) => {
    const isOwn = index === 0;
    const name = isOwn ? "Měřicí Účet" : `Člen Týmu ${index + 1}`;
    const email = isOwn ? benchUser.email : `clen${index + 1}@osnova.test`;
    return {
      ...{ id: index + 1, name, sort_key: czechSortKey(name), email },
      ...{ email_folded: foldText(email), password_hash: isOwn ? passwordHash : null },
      ...{ is_management: isOwn, created_at: at },
    };
  });
}
