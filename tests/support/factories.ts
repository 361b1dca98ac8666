import type { Connection } from "../../db/connection.ts";
import { czechSortKey, foldText } from "../../server/values/fold.ts";
import { counter } from "./counting.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";
const nextNumber = counter();

type Row = Record<string, unknown>;

export async function insert(db: Connection, table: string, row: Row): Promise<number> {
  const [inserted] = await db(table).insert(row).returning("id");
  return inserted.id;
}

/** A user; global roles are columns (`is_administrator: true`). Without a password nobody can sign in by form. */
export function createUser(db: Connection, given: Row = {}): Promise<number> {
  const count = nextNumber();
  const name = String(given.name ?? `Jana Nová ${count}`);
  const email = String(given.email ?? `user${count}@kraj.test`);
  return insert(db, "users", {
    name,
    sort_key: czechSortKey(name),
    email,
    email_folded: foldText(email),
    created_at: CREATED_AT,
    ...given,
  });
}

export async function createProject(db: Connection, given: Row = {}): Promise<number> {
  const count = nextNumber();
  const title = String(given.title ?? `Podpora služeb ${count}`);
  const id = await insert(db, "projects", {
    title,
    short_name: `Projekt ${count}`,
    sort_key: czechSortKey(title),
    search_text: foldText(title),
    programme: "OPZ+",
    starts_on: "2025-01-01",
    ends_on: "2027-12-31",
    phase: "running",
    created_at: CREATED_AT,
    ...given,
  });
  await db("project_totals").insert({ project_id: id });
  return id;
}

export function addMember(
  db: Connection,
  membership: { projectId: number; userId: number; role?: string },
): Promise<number> {
  return insert(db, "memberships", {
    project_id: membership.projectId,
    user_id: membership.userId,
    role: membership.role ?? "manager",
    created_at: CREATED_AT,
  });
}

/** Somebody stands in for somebody on those days; without days as long as the tests last. */
export function createDeputy(
  db: Connection,
  given: {
    userId: number;
    deputyUserId: number;
    fromOn?: string;
    untilOn?: string;
    endedAt?: string;
  },
): Promise<number> {
  return insert(db, "deputies", {
    user_id: given.userId,
    deputy_user_id: given.deputyUserId,
    from_on: given.fromOn ?? "2026-03-01",
    until_on: given.untilOn ?? "2026-12-31",
    archived_at: given.endedAt ?? null,
    created_at: CREATED_AT,
  });
}

export function createActivity(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  const count = nextNumber();
  return insert(db, "activities", {
    project_id: projectId,
    number: String(count),
    position: count,
    title: `Vzdělávání ${count}`,
    created_at: CREATED_AT,
    ...given,
  });
}

export function createPeriod(db: Connection, projectId: number, given: Row = {}): Promise<number> {
  return insert(db, "monitoring_periods", {
    project_id: projectId,
    number: 1,
    starts_on: "2025-01-01",
    ends_on: "2025-06-30",
    ...given,
  });
}

export function createMilestone(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  const count = nextNumber();
  const dueOn = String(given.due_on ?? "2026-03-31");
  return insert(db, "milestones", {
    project_id: projectId,
    kind: "milestone",
    title: `Odevzdat výstup ${count}`,
    due_on: dueOn,
    shifted_on: dueOn,
    remind_on: dueOn,
    baseline_due_on: dueOn,
    created_at: CREATED_AT,
    ...given,
  });
}

export function createIndicator(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  const count = nextNumber();
  return insert(db, "indicators", {
    project_id: projectId,
    name: `Počet účastníků ${count}`,
    unit: "osoby",
    kind: "output",
    behaviour: "increment",
    position: count,
    created_at: CREATED_AT,
    ...given,
  });
}
