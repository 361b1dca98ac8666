import type { Database, Transaction } from "../connection.ts";
import type { ProjectRole } from "./projects.ts";

/** An account as administrators see it. */
export interface UserAccount {
  id: number;
  name: string;
  sortKey: string;
  email: string;
  language: "cs" | "en";
  isAdministrator: boolean;
  isManagement: boolean;
  isAuditor: boolean;
  isFounder: boolean;
  auditsFromOn: string | null;
  auditsUntilOn: string | null;
  hasPassword: boolean;
  createdAt: string;
  deactivatedAt: string | null;
  version: number;
  /** How many projects they are a member of. */
  projects: number;
  lastSeenAt: string | null;
}

const FLAGS = ["isAdministrator", "isManagement", "isAuditor", "isFounder", "hasPassword"] as const;

/** All accounts by name: the people of one authority are hundreds, so the list is narrowed in memory. */
export async function listUserAccounts(db: Database): Promise<UserAccount[]> {
  const rows = await accounts(db).orderBy(["u.sort_key", "u.id"]);
  return rows.map(readFlags);
}

export async function findUserAccount(db: Database, id: number): Promise<UserAccount | undefined> {
  const row = await accounts(db).where("u.id", id).first();
  return row && readFlags(row);
}

function accounts(db: Database) {
  const memberships = db("memberships").where("user_id", db.ref("u.id")).count();
  const seen = db("sessions").where("user_id", db.ref("u.id")).max("last_seen_at");
  return db("users as u").select({
    id: "u.id",
    name: "u.name",
    sortKey: "u.sort_key",
    email: "u.email",
    language: "u.language",
    isAdministrator: "u.is_administrator",
    isManagement: "u.is_management",
    isAuditor: "u.is_auditor",
    isFounder: "u.is_founder",
    auditsFromOn: "u.audits_from_on",
    auditsUntilOn: "u.audits_until_on",
    hasPassword: db.raw("u.password_hash is not null"),
    createdAt: "u.created_at",
    deactivatedAt: "u.deactivated_at",
    version: "u.version",
    projects: memberships as unknown as string,
    lastSeenAt: seen as unknown as string,
  });
}

function readFlags(row: Record<string, unknown>): UserAccount {
  const flags = Object.fromEntries(FLAGS.map((name) => [name, Boolean(row[name])]));
  return { ...row, ...flags } as unknown as UserAccount;
}

export interface UserName {
  id: number;
  name: string;
  email: string;
}

/** Who can be given something: everybody with a living account, by name. */
export async function listLivingUsers(db: Database): Promise<UserName[]> {
  return db("users")
    .whereNull("deactivated_at")
    .orderBy(["sort_key", "id"])
    .select("id", "name", "email");
}

export interface UserMembership {
  projectId: number;
  projectName: string;
  role: ProjectRole;
}

export async function listMembershipsOf(db: Database, userId: number): Promise<UserMembership[]> {
  return db("memberships as m")
    .join("projects as p", "p.id", "m.project_id")
    .where("m.user_id", userId)
    .orderBy(["p.sort_key", "p.id"])
    .select({ projectId: "p.id", projectName: "p.short_name", role: "m.role" });
}

/** Projects an auditor was let into; none means all. */
export async function listAuditorProjects(
  db: Database,
  userId: number,
): Promise<{ id: number; name: string }[]> {
  return db("auditor_projects as a")
    .join("projects as p", "p.id", "a.project_id")
    .where("a.user_id", userId)
    .orderBy(["p.sort_key", "p.id"])
    .select({ id: "p.id", name: "p.short_name" });
}

export async function listProjectNames(db: Database): Promise<{ id: number; name: string }[]> {
  return db("projects")
    .whereNull("archived_at")
    .orderBy(["sort_key", "id"])
    .select({ id: "id", name: "short_name" });
}

export interface AccountFields {
  name: string;
  email: string;
  isAdministrator: boolean;
  isManagement: boolean;
  isAuditor: boolean;
  isFounder: boolean;
  auditsFromOn: string | null;
  auditsUntilOn: string | null;
}

type FoldedFields = AccountFields & { sortKey: string; emailFolded: string };

/** Undefined when the e-mail belongs to somebody already. */
export async function insertAccount(
  trx: Transaction,
  account: FoldedFields & { language: "cs" | "en"; createdAt: string },
): Promise<number | undefined> {
  const [row] = await trx("users")
    .insert({
      ...columnsOf(account),
      language: account.language,
      created_at: account.createdAt,
    })
    .onConflict("email_folded")
    .ignore()
    .returning("id");
  return row?.id;
}

export async function isEmailTaken(
  trx: Transaction,
  { emailFolded, exceptId }: { emailFolded: string; exceptId: number },
): Promise<boolean> {
  const row = await trx("users")
    .where({ email_folded: emailFolded })
    .whereNot({ id: exceptId })
    .first("id");
  return row !== undefined;
}

/** False when somebody else has changed the user since `version`. */
export async function updateAccount(
  trx: Transaction,
  account: FoldedFields & { id: number; version: number },
): Promise<boolean> {
  const { id, version } = account;
  const changed = await trx("users")
    .where({ id, version })
    .update({ ...columnsOf(account), version: version + 1 });
  return changed === 1;
}

function columnsOf(account: FoldedFields) {
  return {
    name: account.name,
    sort_key: account.sortKey,
    email: account.email,
    email_folded: account.emailFolded,
    is_administrator: account.isAdministrator,
    is_management: account.isManagement,
    is_auditor: account.isAuditor,
    is_founder: account.isFounder,
    audits_from_on: account.auditsFromOn,
    audits_until_on: account.auditsUntilOn,
  };
}

export async function updateAuditorProjects(
  trx: Transaction,
  { userId, projectIds }: { userId: number; projectIds: number[] },
): Promise<void> {
  await trx("auditor_projects").where({ user_id: userId }).delete();
  if (projectIds.length === 0) return;
  await trx("auditor_projects").insert(
    projectIds.map((projectId) => ({ user_id: userId, project_id: projectId })),
  );
}

export async function countProjects(trx: Transaction, ids: number[]): Promise<number> {
  const row = await trx("projects").whereIn("id", ids).count({ count: "*" }).first();
  return Number(row?.count ?? 0);
}

/**
 * Those who can administer the system now: living accounts with a password. Locked until the end of the
 * transaction, so that two administrators cannot remove each other at the same moment.
 */
export async function listAdministratorsForUpdate(trx: Transaction): Promise<number[]> {
  const rows = await trx("users")
    .where({ is_administrator: true })
    .whereNull("deactivated_at")
    .whereNotNull("password_hash")
    .orderBy("id")
    .forUpdate()
    .select("id");
  return rows.map(({ id }) => id);
}

/** False when the user is in that state already. */
export async function updateDeactivation(
  trx: Transaction,
  user: { id: number; deactivatedAt: string | null },
): Promise<boolean> {
  const query = trx("users").where({ id: user.id });
  if (user.deactivatedAt === null) query.whereNotNull("deactivated_at");
  else query.whereNull("deactivated_at");
  const changed = await query
    .increment("version", 1)
    .update({ deactivated_at: user.deactivatedAt });
  return changed === 1;
}
