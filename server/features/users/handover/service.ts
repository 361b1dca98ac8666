import type { Transaction } from "../../../../db/connection.ts";
import { closeAccountLinksOf } from "../../../../db/queries/account-links.ts";
import { renewCalendarFeedsOf } from "../../../../db/queries/calendar-feeds.ts";
import {
  listOpenItemsOf,
  listProjectsManagedAlone,
  listRolesIn,
  updateOwnersOf,
  upsertMemberships,
} from "../../../../db/queries/open-items.ts";
import { revokeSessionsOf } from "../../../../db/queries/sessions.ts";
import {
  findUserAccount,
  listAdministratorsForUpdate,
  listLivingUsers,
  type UserAccount,
  updateDeactivation,
} from "../../../../db/queries/user-accounts.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { isLastAdministrator } from "../rules.ts";
import { tellOfHandover } from "./notices.ts";
import { handOverPlans } from "./plans.ts";
import {
  assign,
  groupsOf,
  type Handed,
  type HandoverEntry,
  handedThings,
  membershipsFor,
} from "./rules.ts";

type Database = Parameters<typeof listOpenItemsOf>[0];

/** Everything the person would leave behind, as two queries. */
export async function listHanded(db: Database, userId: number): Promise<Handed[]> {
  const projects = await listProjectsManagedAlone(db, userId);
  return handedThings(await listOpenItemsOf(db, userId), projects);
}

/**
 * Hands over whatever the person still answers for and ends their access, all or nothing. What they own is
 * read again here: a thing that came after the page was opened falls to whoever takes everything.
 */
export async function deactivateUser(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { userId, entry }: { userId: number; entry: HandoverEntry },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx, at, record } = one;
    const administrators = await listAdministratorsForUpdate(trx);
    const user = await findUserAccount(trx, userId);
    if (!user) throw new NotFound("user");
    if (isLastAdministrator(userId, administrators))
      throw new InvalidInput({ form: "lastAdministrator" });
    if (!(await updateDeactivation(trx, { id: userId, deactivatedAt: at })))
      throw new Conflict("alreadyDeactivated");
    const taken = await decide(trx, user, entry);
    await handOver(one, user, taken);
    await handOverPlans(one, user, entry);
    await revokeSessionsOf(trx, { userId, at });
    await closeAccountLinksOf(trx, { userId, at });
    await renewCalendarFeedsOf(trx, userId);
    record({
      ...{ action: "user.deactivated", objectType: "user", objectId: userId },
      changes: changedFields({ handedTo: null }, { handedTo: takersText(taken) }),
    });
  });
}

export interface Taken {
  thing: Handed;
  by: number;
  byName: string;
}

async function decide(trx: Transaction, user: UserAccount, entry: HandoverEntry): Promise<Taken[]> {
  const things = await listHanded(trx, user.id);
  const { taken, left } = assign(things, entry);
  if (left.length > 0) throw new InvalidInput({ everything: "handOverMissing" });
  const living = await listLivingUsers(trx);
  const names = new Map(living.map(({ id, name }) => [id, name]));
  return taken.map(({ thing, by }) => {
    const byName = names.get(by);
    if (byName === undefined) throw unknownSuccessor(thing, by, entry);
    return { thing, by, byName };
  });
}

function unknownSuccessor(thing: Handed, by: number, { chosen }: HandoverEntry): InvalidInput {
  const key = `${thing.kind}-${thing.id}`;
  return new InvalidInput({ [chosen[key] === by ? `to-${key}` : "everything"]: "unknownChoice" });
}

/** Gives things to whoever takes them, in their history by name, and lets those people into the projects. */
export async function handOver(
  one: Change,
  user: Pick<UserAccount, "id" | "name">,
  taken: Taken[],
): Promise<void> {
  const { trx, at, record } = one;
  for (const group of groupsOf(taken)) await updateOwnersOf(trx, group);
  const userIds = [...new Set([user.id, ...taken.map(({ by }) => by)])];
  const projectIds = [...new Set(taken.map(({ thing }) => thing.projectId))];
  const roles = await listRolesIn(trx, { userIds, projectIds });
  const memberships = membershipsFor(taken, { leaverId: user.id, roles });
  await upsertMemberships(trx, memberships, at);
  for (const { thing, byName } of taken) {
    record({
      action: `${thing.kind}.handed-over`,
      objectType: thing.kind,
      objectId: thing.id,
      projectId: thing.projectId,
      changes: { owner: [user.name, byName] },
    });
  }
  await tellOfHandover(one, user.id, taken);
}

/** `Eva Malá (12), Petr Dvořák (1)`: who has taken how much, for the history of the one who left. */
export function takersText(taken: readonly Taken[]): string | null {
  const takers = groupedBy(taken, ({ byName }) => byName);
  if (takers.size === 0) return null;
  return [...takers].map(([name, theirs]) => `${name} (${theirs.length})`).join(", ");
}
