import type { Connection } from "../../db/connection.ts";
import { seedCatalogues } from "../../db/seeds/catalogues.ts";
import { hashPassword } from "../../server/access/passwords.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import {
  addMember,
  createPeriod,
  createProject,
  createUser,
  insert,
} from "../support/factories.ts";
import { type Listening, listen } from "../support/listen.ts";
import { createBudgetLine, createBudgetVersion } from "../support/money-factories.ts";

export const PASSWORD = "tajné heslo do Osnovy";

export const people = { finance: "finance@kraj.test", manager: "vedouci@kraj.test" } as const;

export interface MoneyHouse extends Listening {
  app: TestApp;
  /** A further project of 1 000 000 Kč with a finance officer, a manager, two periods and three sources. */
  addProject(name: string, given?: { hasBudget?: boolean }): Promise<number>;
}

/** The house in the summer after its first monitoring period. */
export async function openMoneyHouse(): Promise<MoneyHouse> {
  const app = await openTestApp("sqlite", { at: "2026-07-13T07:30:00Z" });
  await seedCatalogues(app.db, app.clock.now());
  const password_hash = await hashPassword(PASSWORD);
  const users = await Promise.all(
    Object.entries(people).map(async ([role, email]) => ({
      role,
      id: await createUser(app.db, { email, email_folded: email, password_hash }),
    })),
  );
  const served = await listen(app.app);
  const addProject = async (name: string, { hasBudget = true } = {}) => {
    const projectId = await createFunded(app.db, name);
    if (hasBudget) await createBudget(app.db, projectId);
    for (const { role, id: userId } of users) await addMember(app.db, { projectId, userId, role });
    return projectId;
  };
  const close = async () => {
    await served.close();
    await app.close();
  };
  return { app, baseUrl: served.baseUrl, addProject, close };
}

const SOURCES = [
  { kind: "eu", name: "Evropský sociální fond plus", share_ppm: 767_350 },
  { kind: "state", name: "Státní rozpočet", share_ppm: 182_650 },
  { kind: "region", name: "Rozpočet kraje", share_ppm: 50_000 },
];

async function createFunded(db: Connection, name: string): Promise<number> {
  const projectId = await createProject(db, {
    ...{ short_name: name, title: `Kurzy pro pečující: ${name}`, total_halere: 100_000_000 },
    ...{ starts_on: "2026-01-01", ends_on: "2026-12-31" },
  });
  await createPeriod(db, projectId, { starts_on: "2026-01-01", ends_on: "2026-06-30" });
  await createPeriod(db, projectId, { number: 2, starts_on: "2026-07-01", ends_on: "2026-12-31" });
  for (const [at, source] of SOURCES.entries())
    await insert(db, "project_sources", { project_id: projectId, position: at + 1, ...source });
  return projectId;
}

async function createBudget(db: Connection, projectId: number): Promise<void> {
  const { versionId } = await createBudgetVersion(db, projectId, {
    ...{ eligible_halere: 100_000_000, direct_halere: 80_000_000, flat_halere: 20_000_000 },
    locked_at: null,
  });
  await createTree(db, { projectId, versionId });
}

/** Services for 700 000 Kč, halls for 100 000 Kč and a flat rate of a quarter of both. */
async function createTree(db: Connection, key: { projectId: number; versionId: number }) {
  const chapter = (code: string, name: string, amount_halere: number, parent: number | null) =>
    createBudgetLine(db, key, {
      ...{ code, name, amount_halere, parent_line_id: parent, is_leaf: false },
      ...(parent === null ? { category: "eligible" } : {}),
    });
  const leaf = (code: string, name: string, amount_halere: number, parent: number) =>
    createBudgetLine(db, key, {
      ...{ code, name, amount_halere, parent_line_id: parent },
      ...{ unit: "soubor", unit_price_halere: amount_halere, units_e4: 10_000 },
    });
  const root = await chapter("1", "Celkové způsobilé výdaje", 100_000_000, null);
  const direct = await chapter("1.1", "Přímé náklady", 80_000_000, root);
  const other = await chapter("1.1.4", "Ostatní přímé náklady", 80_000_000, direct);
  await leaf("1.1.4.1", "Lektorské služby", 70_000_000, other);
  await leaf("1.1.4.2", "Pronájem sálů", 10_000_000, other);
  await createBudgetLine(db, key, {
    ...{ code: "1.2", name: "Nepřímé náklady", category: "flat-rate", parent_line_id: root },
    ...{ flat_rate_kind: "flat-rate-54c", flat_rate_bp: 2500, amount_halere: 20_000_000 },
  });
}
