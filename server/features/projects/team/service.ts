import {
  deleteMembership,
  findMember,
  insertMembership,
  listMembers,
  type Member,
  updateMembership,
} from "../../../../db/queries/memberships.ts";
import { listOpenItemsOf, type OpenItem } from "../../../../db/queries/open-items.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { listLivingUsers } from "../../../../db/queries/user-accounts.ts";
import { findUserForSignIn } from "../../../../db/queries/users.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { foldText } from "../../../values/fold.ts";
import { handedThings } from "../../users/handover/rules.ts";
import { handOver, type Taken, takersText } from "../../users/handover/service.ts";
import { openAccount } from "../../users/service.ts";
import type { MemberEntry, NewMember } from "./schema.ts";

type Key = { projectId: number; id: number };
type Database = Deps["db"];

/** Lets somebody into the project; a person without an account is invited by mail in the same step. */
export async function addMember(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, entry, language }: { projectId: number; entry: NewMember; language: "cs" | "en" },
): Promise<number> {
  return change(deps, author, async (one) => {
    await lockProject(one.trx, projectId);
    const userId = await userMeant(one, entry, language);
    refuseOwnRole(author, userId, entry.userId === null ? "email" : "userId");
    const members = await listMembers(one.trx, projectId);
    const field = entry.userId === null ? "email" : "userId";
    if (members.some((member) => member.userId === userId))
      throw new InvalidInput({ [field]: "alreadyMember" });
    const { role, position } = entry;
    const membership = { projectId, userId, role, position, createdAt: one.at };
    const id = await insertMembership(one.trx, membership);
    const member = await findMember(one.trx, { projectId, id });
    one.record({
      action: "member.added",
      objectType: "member",
      objectId: id,
      projectId,
      changes: { name: [null, member?.name], role: [null, role], position: [null, position] },
    });
    return id;
  });
}

/** What a deputy gives themselves would outlast the days they stand in for. */
function refuseOwnRole({ userId, onBehalfOfId }: Author, memberId: number, field: string): void {
  if (onBehalfOfId && memberId === userId) throw new InvalidInput({ [field]: "deputyJoinsTeam" });
}

/** Nor do they put out whoever they stand in for, or take over what outlasts those days. */
function refuseTakeover({ userId, onBehalfOfId }: Author, memberId: number, heirId: number | null) {
  if (onBehalfOfId && memberId === onBehalfOfId)
    throw new InvalidInput({ form: "deputyRemovesPerson" });
  if (onBehalfOfId && heirId === userId) throw new InvalidInput({ heirId: "deputyTakesOver" });
}

async function userMeant(one: Change, entry: NewMember, language: "cs" | "en"): Promise<number> {
  if (entry.userId !== null) {
    const living = await listLivingUsers(one.trx);
    if (!living.some(({ id }) => id === entry.userId))
      throw new InvalidInput({ userId: "unknownChoice" });
    return entry.userId;
  }
  const { name, email } = entry;
  if (name === null || email === null) throw new InvalidInput({ email: "required" });
  const known = await findUserForSignIn(one.trx, foldText(email));
  if (known?.deactivatedAt) throw new InvalidInput({ email: "accountClosed" });
  return known ? known.id : openAccount(one, { ...PLAIN_ACCOUNT, name, email, language });
}

/** A manager lets people into a project, not into more than that. */
const PLAIN_ACCOUNT = {
  isAdministrator: false,
  isManagement: false,
  isFounder: false,
  isAuditor: false,
  auditsFromOn: null,
  auditsUntilOn: null,
  auditorProjectIds: [],
};

/** @throws EditedMeanwhile when the form was opened on another version of the membership */
export async function editMember(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { key, entry, formOf }: { key: Key; entry: MemberEntry; formOf: FormOf<Member> },
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    await lockProject(trx, key.projectId);
    const before = await findMember(trx, key);
    if (!before) throw new NotFound("member");
    const { id, version } = before;
    if (version !== entry.version) {
      const values = formOf(before);
      throw await editedMeanwhile(trx, { objectType: "member", objectId: id, version, values });
    }
    refuseOwnRole(author, before.userId, "role");
    refuseTakeover(author, before.userId, null);
    const members = await listMembers(trx, key.projectId);
    if (entry.role !== "manager" && isOnlyManager(before, members))
      throw new InvalidInput({ role: "lastManager" });
    const { role, position } = entry;
    await updateMembership(trx, { id, role, position, version });
    const was = { role: before.role, position: before.position };
    const changes = changedFields(was, { role, position });
    record({
      ...{ action: "member.edited", objectType: "member", objectId: id },
      ...{ projectId: key.projectId, changes },
    });
  });
}

/** What of the project a member answers for and would leave behind. */
export async function listMemberItems(
  db: Database | Change["trx"],
  { projectId, userId }: { projectId: number; userId: number },
): Promise<OpenItem[]> {
  const items = await listOpenItemsOf(db, userId);
  return items.filter((item) => item.projectId === projectId);
}

/** Ends a membership. What the person answers for in the project goes to the heir in the same step. */
export async function removeMember(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { key, heirId }: { key: Key; heirId: number | null },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx, record } = one;
    await lockProject(trx, key.projectId);
    const member = await findMember(trx, key);
    if (!member) throw new NotFound("member");
    refuseTakeover(author, member.userId, heirId);
    const members = await listMembers(trx, key.projectId);
    if (isOnlyManager(member, members)) throw new InvalidInput({ form: "lastManager" });
    const { projectId } = key;
    const items = await listMemberItems(trx, { projectId, userId: member.userId });
    const heir = members.find(({ userId }) => userId === heirId);
    const taken = items.length > 0 ? await handOverTo(one, member, heir, items) : [];
    await deleteMembership(trx, member.id);
    record({
      action: "member.removed",
      objectType: "member",
      objectId: member.id,
      projectId,
      changes: {
        ...{ name: [member.name, null], role: [member.role, null] },
        ...changedFields({ handedTo: null }, { handedTo: takersText(taken) }),
      },
    });
  });
}

async function handOverTo(
  one: Change,
  member: Member,
  heir: Member | undefined,
  items: OpenItem[],
): Promise<Taken[]> {
  if (!heir) throw new InvalidInput({ heirId: "required" });
  if (heir.id === member.id || heir.isDeactivated)
    throw new InvalidInput({ heirId: "unknownChoice" });
  const taken = handedThings(items, []).map((thing) => ({
    thing,
    by: heir.userId,
    byName: heir.name,
  }));
  await handOver(one, { id: member.userId, name: member.name }, taken);
  return taken;
}

/** Whether nobody else with a living account would manage the project. */
function isOnlyManager(member: Member, members: Member[]): boolean {
  const manages = (one: Member) => one.role === "manager" && !one.isDeactivated;
  return manages(member) && !members.some((one) => one.id !== member.id && manages(one));
}
