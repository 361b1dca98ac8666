import type { Database, Transaction } from "../connection.ts";

export interface SignInRecord {
  id: number;
  passwordHash: string | null;
  deactivatedAt: string | null;
}

export async function findUserForSignIn(
  db: Database,
  emailFolded: string,
): Promise<SignInRecord | undefined> {
  return db("users")
    .where({ email_folded: emailFolded })
    .first({ id: "id", passwordHash: "password_hash", deactivatedAt: "deactivated_at" });
}

export async function findUserName(db: Database, id: number): Promise<string | null> {
  const row = await db("users").where({ id }).first({ name: "name" });
  return row?.name ?? null;
}

export async function findPasswordHash(db: Database, id: number): Promise<string | null> {
  const row = await db("users").where({ id }).first({ passwordHash: "password_hash" });
  return row?.passwordHash ?? null;
}

export interface Preferences {
  name: string;
  language: "cs" | "en";
  theme: "auto" | "light" | "dark";
  hasShortcuts: boolean;
}

export async function findPreferences(
  db: Database,
  id: number,
): Promise<(Preferences & { version: number }) | undefined> {
  const row = await db("users").where({ id }).first({
    name: "name",
    language: "language",
    theme: "theme",
    hasShortcuts: "has_shortcuts",
    version: "version",
  });
  if (!row) return undefined;
  return { ...row, hasShortcuts: Boolean(row.hasShortcuts) };
}

/** False when somebody else has changed the user since `version`. */
export async function updatePreferences(
  trx: Transaction,
  user: Preferences & { id: number; sortKey: string; version: number },
): Promise<boolean> {
  const changed = await trx("users")
    .where({ id: user.id, version: user.version })
    .update({
      name: user.name,
      sort_key: user.sortKey,
      language: user.language,
      theme: user.theme,
      has_shortcuts: user.hasShortcuts,
      version: user.version + 1,
    });
  return changed === 1;
}

export async function updateUserLanguage(
  db: Database,
  user: { id: number; language: string },
): Promise<void> {
  await db("users").where({ id: user.id }).update({ language: user.language });
}

export async function updatePasswordHash(
  db: Database,
  user: { id: number; passwordHash: string },
): Promise<void> {
  await db("users").where({ id: user.id }).update({ password_hash: user.passwordHash });
}

/** The same password under a newer hash; a password changed meanwhile stays as it is. */
export async function renewPasswordHash(
  trx: Transaction,
  user: { id: number; from: string; to: string },
): Promise<void> {
  await trx("users")
    .where({ id: user.id, password_hash: user.from })
    .update({ password_hash: user.to });
}

export async function grantAdministration(trx: Transaction, id: number): Promise<void> {
  await trx("users").where({ id }).increment("version", 1).update({ is_administrator: true });
}

export interface NewUser {
  name: string;
  sortKey: string;
  email: string;
  emailFolded: string;
  passwordHash: string | null;
  language: "cs" | "en";
  isAdministrator: boolean;
  isManagement: boolean;
  isAuditor: boolean;
  isFounder: boolean;
  createdAt: string;
}

export async function insertUser(db: Database, user: NewUser): Promise<number> {
  const [row] = await db("users")
    .insert({
      name: user.name,
      sort_key: user.sortKey,
      email: user.email,
      email_folded: user.emailFolded,
      password_hash: user.passwordHash,
      language: user.language,
      is_administrator: user.isAdministrator,
      is_management: user.isManagement,
      is_auditor: user.isAuditor,
      is_founder: user.isFounder,
      created_at: user.createdAt,
    })
    .returning("id");
  return row.id;
}

export async function hasUsers(db: Database): Promise<boolean> {
  return (await db("users").first("id")) !== undefined;
}
