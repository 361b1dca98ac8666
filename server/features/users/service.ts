import { closeAccountLinksOf } from "../../../db/queries/account-links.ts";
import { revokeSessionsOf } from "../../../db/queries/sessions.ts";
import {
  type AccountFields,
  countProjects,
  findUserAccount,
  insertAccount,
  isEmailTaken,
  listAdministratorsForUpdate,
  listAuditorProjects,
  type UserAccount,
  updateAccount,
  updateAuditorProjects,
  updateDeactivation,
} from "../../../db/queries/user-accounts.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { czechSortKey, foldText } from "../../values/fold.ts";
import { mailAccountLink } from "../accounts/links/service.ts";
import { globalFlags, isLastAdministrator } from "./rules.ts";
import type { AccountEntry, InvitationEntry } from "./schema.ts";

export interface AccountWithProjects {
  user: UserAccount;
  auditorProjectIds: number[];
}

/** Opens an account and mails the invitation; the password is chosen by the person alone. */
export async function inviteUser(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  entry: InvitationEntry,
): Promise<number> {
  return change(deps, author, (one) => openAccount(one, entry));
}

/** The same within a change that has begun. */
export async function openAccount(one: Change, entry: InvitationEntry): Promise<number> {
  const id = await insertAccount(one.trx, {
    ...accountFieldsOf(entry),
    language: entry.language,
    createdAt: one.at,
  });
  if (id === undefined) throw new InvalidInput({ email: "emailTaken" });
  await setAuditorProjects(one, id, entry);
  one.record({ action: "user.invited", objectType: "user", objectId: id });
  await mailAccountLink(one, { userId: id, kind: "invitation", createdBy: one.by });
  return id;
}

/** Mails the invitation once more; whoever has a password already uses the forgotten one instead. */
export async function resendInvitation(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  userId: number,
): Promise<void> {
  await change(deps, author, async (one) => {
    const user = await findUserAccount(one.trx, userId);
    if (!user) throw new NotFound("user");
    if (user.hasPassword || user.deactivatedAt) throw new Conflict("invitationNotOpen");
    await mailAccountLink(one, { userId, kind: "invitation", createdBy: author.userId });
    one.record({ action: "user.invited", objectType: "user", objectId: userId });
  });
}

/** Changes name, e-mail and rights. Whoever loses a right is signed out, lest a page of it stays open. */
export async function editUser(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { id, entry, formOf }: { id: number; entry: AccountEntry; formOf: FormOf<AccountWithProjects> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx, record } = one;
    const administrators = await listAdministratorsForUpdate(trx);
    const before = await findWithProjects(trx, id);
    if (!entry.isAdministrator && isLastAdministrator(id, administrators))
      throw new InvalidInput({ isAdministrator: "lastAdministrator" });
    await updateFields(one, before, { entry, formOf });
    await setAuditorProjects(one, id, entry);
    await endWhatNoLongerHolds(one, { before: before.user, entry, byId: author.userId });
    record({
      action: "user.edited",
      objectType: "user",
      objectId: id,
      changes: changedFields(comparable(before), {
        ...pick(entry),
        auditorProjectIds: entry.isAuditor ? entry.auditorProjectIds : [],
      }),
    });
  });
}

async function updateFields(
  { trx }: Change,
  before: AccountWithProjects,
  { entry, formOf }: { entry: AccountEntry; formOf: FormOf<AccountWithProjects> },
): Promise<void> {
  const { id, version } = before.user;
  const fields = accountFieldsOf(entry);
  if (await isEmailTaken(trx, { emailFolded: fields.emailFolded, exceptId: id }))
    throw new InvalidInput({ email: "emailTaken" });
  if (await updateAccount(trx, { ...fields, id, version: entry.version })) return;
  const values = formOf(before);
  throw await editedMeanwhile(trx, { objectType: "user", objectId: id, version, values });
}

/** Links mailed to an e-mail that is not theirs any more, and pages open with a right they have lost. */
async function endWhatNoLongerHolds(
  { trx, at }: Change,
  { before, entry, byId }: { before: UserAccount; entry: AccountEntry; byId: number | null },
): Promise<void> {
  const userId = before.id;
  if (before.email !== entry.email) await closeAccountLinksOf(trx, { userId, at });
  if (losesRight(before, entry) && userId !== byId) await revokeSessionsOf(trx, { userId, at });
}

export async function reactivateUser(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  userId: number,
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    if (!(await findUserAccount(trx, userId))) throw new NotFound("user");
    const isChanged = await updateDeactivation(trx, { id: userId, deactivatedAt: null });
    if (!isChanged) throw new Conflict("alreadyActive");
    record({ action: "user.reactivated", objectType: "user", objectId: userId });
  });
}

/** Signs somebody out everywhere, as after a lost telephone. */
export async function closeSessionsOf(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  userId: number,
): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    if (!(await findUserAccount(trx, userId))) throw new NotFound("user");
    await revokeSessionsOf(trx, { userId, at });
    record({ action: "user.signed-out", objectType: "user", objectId: userId });
  });
}

async function findWithProjects(trx: Change["trx"], id: number): Promise<AccountWithProjects> {
  const user = await findUserAccount(trx, id);
  if (!user) throw new NotFound("user");
  const projects = await listAuditorProjects(trx, id);
  return { user, auditorProjectIds: projects.map((project) => project.id) };
}

async function setAuditorProjects(
  { trx }: Change,
  userId: number,
  entry: { isAuditor: boolean; auditorProjectIds: number[] },
): Promise<void> {
  const projectIds = entry.isAuditor ? entry.auditorProjectIds : [];
  const known = projectIds.length === 0 ? 0 : await countProjects(trx, projectIds);
  if (known < projectIds.length) throw new InvalidInput({ auditorProjectIds: "unknownChoice" });
  await updateAuditorProjects(trx, { userId, projectIds });
}

/** What limits an auditor goes with the role. */
function accountFieldsOf(entry: AccountFields) {
  return {
    ...pick(entry),
    sortKey: czechSortKey(entry.name),
    emailFolded: foldText(entry.email),
  };
}

function pick(entry: AccountFields): AccountFields {
  return {
    name: entry.name,
    email: entry.email,
    isAdministrator: entry.isAdministrator,
    isManagement: entry.isManagement,
    isFounder: entry.isFounder,
    isAuditor: entry.isAuditor,
    auditsFromOn: entry.isAuditor ? entry.auditsFromOn : null,
    auditsUntilOn: entry.isAuditor ? entry.auditsUntilOn : null,
  };
}

function comparable({ user, auditorProjectIds }: AccountWithProjects) {
  return { ...pick(user), auditorProjectIds };
}

function losesRight(before: AccountFields, after: AccountFields): boolean {
  return globalFlags.some((flag) => before[flag] && !after[flag]);
}
