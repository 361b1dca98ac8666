import { addDays, earlierOf, pragueDay } from "../../server/values/calendar-date.ts";
import type { Database } from "../connection.ts";
import { listPreferences, type NotificationPreferences } from "./notification-preferences.ts";

/** Somebody with an account, as far as reminders ask. */
export interface RemindedPerson {
  id: number;
  name: string;
  email: string;
  isAlive: boolean;
  isAdministrator: boolean;
  /** Administrators and management see every project; others those that they are members of. */
  seesEverything: boolean;
  preferences: NotificationPreferences;
}

export interface Member {
  userId: number;
  role: string;
}

/** Both days are days of it. */
export interface Deputyship {
  deputyUserId: number;
  fromOn: string;
  untilOn: string;
}

/** Everybody whom a reminder may come to, read together so that a run asks a fixed number of questions. */
export interface RemindedPeople {
  users: ReadonlyMap<number, RemindedPerson>;
  /** Living ones, the first by id first. */
  administratorIds: readonly number[];
  /** Of each project, by user id. */
  members: ReadonlyMap<number, readonly Member[]>;
  /** By the person stood in for. */
  deputies: ReadonlyMap<number, readonly Deputyship[]>;
  /** Contacts that have an address and agreed to mails. */
  contactIds: ReadonlySet<number>;
}

/** Whom to read: all projects unless some are named, and deputies in force on `from` or later. */
export interface PeopleScope {
  from: string;
  projectIds?: readonly number[];
}

export async function listRemindedPeople(
  db: Database,
  scope: PeopleScope,
): Promise<RemindedPeople> {
  const rows = await db("users").orderBy("id").select({
    id: "id",
    name: "name",
    email: "email",
    deactivatedAt: "deactivated_at",
    isAdministrator: "is_administrator",
    isManagement: "is_management",
  });
  const preferences = await listPreferences(
    db,
    rows.map(({ id }) => id),
  );
  const people: RemindedPerson[] = rows.flatMap((row) => {
    const own = preferences.get(row.id);
    const isAdministrator = Boolean(row.isAdministrator);
    const seesEverything = isAdministrator || Boolean(row.isManagement);
    const isAlive = row.deactivatedAt === null;
    const { id, name, email } = row;
    return own
      ? { id, name, email, isAlive, isAdministrator, seesEverything, preferences: own }
      : [];
  });
  return {
    users: new Map(people.map((person) => [person.id, person])),
    administratorIds: people
      .filter(({ isAlive, isAdministrator }) => isAlive && isAdministrator)
      .map(({ id }) => id),
    members: await listMembers(db, scope),
    deputies: await listDeputies(db, scope),
    contactIds: await listWillingContacts(db),
  };
}

async function listMembers(
  db: Database,
  { projectIds }: PeopleScope,
): Promise<Map<number, Member[]>> {
  const query = db("memberships").orderBy("user_id");
  if (projectIds) query.whereIn("project_id", projectIds);
  const rows: (Member & { projectId: number })[] = await query.select({
    projectId: "project_id",
    userId: "user_id",
    role: "role",
  });
  return grouped(rows, ({ projectId, userId, role }) => [projectId, { userId, role }]);
}

/** One that was ended early lasted until the day before. */
async function listDeputies(
  db: Database,
  { from }: PeopleScope,
): Promise<Map<number, Deputyship[]>> {
  const rows = await db("deputies").where("until_on", ">=", from).orderBy("id").select({
    userId: "user_id",
    deputyUserId: "deputy_user_id",
    fromOn: "from_on",
    untilOn: "until_on",
    endedAt: "archived_at",
  });
  return grouped(rows, ({ userId, deputyUserId, fromOn, untilOn, endedAt }) => {
    const lastOn = endedAt ? earlierOf(untilOn, addDays(pragueDay(endedAt), -1)) : untilOn;
    return [userId, { deputyUserId, fromOn, untilOn: lastOn }];
  });
}

async function listWillingContacts(db: Database): Promise<Set<number>> {
  const rows = await db("contacts")
    .whereNull("archived_at")
    .whereNotNull("agreed_to_mail_at")
    .whereNotNull("email")
    .select({ id: "id" });
  return new Set(rows.map((row) => row.id));
}

function grouped<Row, Value>(rows: readonly Row[], split: (row: Row) => [number, Value]) {
  const groups = new Map<number, Value[]>();
  for (const row of rows) {
    const [key, value] = split(row);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
