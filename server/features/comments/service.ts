import type { Database } from "../../../db/connection.ts";
import {
  type Comment,
  type CommentedKey,
  findComment,
  hasCommented,
  insertComment,
  listComments,
  updateComment,
  updateCommentArchived,
  updateCommentSettlement,
} from "../../../db/queries/comments.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { tellMentioned } from "../notifications/mentions/service.ts";
import { answerFaults, canBeRewritten } from "./rules.ts";
import type { CommentEntry, NewComment, SettlementEntry } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

interface Key {
  projectId: number;
  id: number;
}

/** Remarks on one record, of all its places, oldest first; one query. */
export function commentsOf(db: Database, of: CommentedKey): Promise<Comment[]> {
  return listComments(db, of);
}

/** @throws NotFound when the project has no such record */
export async function addComment(
  deps: Doing,
  author: Author,
  add: { projectId: number; entry: NewComment },
): Promise<number> {
  const { projectId, entry } = add;
  return change(deps, author, async (one) => {
    const { objectType, objectId, place, body, saidBy } = entry;
    if (!(await hasCommented(one.trx, { projectId, objectType, objectId })))
      throw new NotFound("commented record");
    const id = await insertComment(one.trx, {
      ...{ projectId, objectType, objectId, place, body, saidBy },
      ...{ authorId: one.by, createdAt: one.at },
    });
    recordOf(one, { projectId, id }, "comment.added");
    await tellMentioned(one, thingOf({ id, projectId, objectType, objectId }), [body]);
    return id;
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the remark */
export async function editComment(
  deps: Doing,
  author: Author,
  edit: { key: Key; entry: CommentEntry; formOf: FormOf<Comment> },
): Promise<void> {
  const { key, entry } = edit;
  await change(deps, author, async (one) => {
    const before = await ownComment(one, key);
    const { version, body, saidBy } = entry;
    if ((await updateComment(one.trx, { id: key.id, version }, { body, saidBy })) === 0)
      throw await newerComment(one, before, edit.formOf);
    const told = (comment: { body: string; saidBy: string | null }) => ({
      body: comment.body,
      saidBy: comment.saidBy,
    });
    recordOf(one, key, "comment.edited", changedFields(told(before), told(entry)));
    await tellMentioned(one, thingOf(before), [body], [before.body]);
  });
}

/** Its author takes a remark back; the history keeps that there was one. */
export async function withdrawComment(deps: Doing, author: Author, key: Key): Promise<void> {
  await change(deps, author, async (one) => {
    const comment = await ownComment(one, key);
    if ((await updateCommentArchived(one.trx, comment, one.at)) === 0)
      throw new Conflict("changedMeanwhile");
    recordOf(one, key, "comment.withdrawn");
  });
}

/** @throws EditedMeanwhile when somebody has settled or rewritten the remark by now */
export async function settleComment(
  deps: Doing,
  author: Author,
  settle: { key: Key; entry: SettlementEntry; formOf: FormOf<Comment> },
): Promise<void> {
  const { key, entry } = settle;
  const faults = answerFaults(entry);
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
  await change(deps, author, async (one) => {
    const before = await commentAt(one.trx, key);
    const { version, settlement, answer } = entry;
    const settled = { settlement, answer, at: one.at, by: one.by };
    if ((await updateCommentSettlement(one.trx, { id: key.id, version }, settled)) === 0)
      throw await newerComment(one, before, settle.formOf);
    const told = { settlement: before.settlement, answer: before.answer };
    recordOf(one, key, "comment.settled", changedFields(told, { settlement, answer }));
    await tellMentioned(one, thingOf(before), [answer], [before.answer]);
  });
}

/** Opens a settled remark again. */
export async function unsettleComment(deps: Doing, author: Author, key: Key): Promise<void> {
  await change(deps, author, async (one) => {
    const comment = await commentAt(one.trx, key);
    if (comment.settlement === null) throw new Conflict("commentOpen");
    if ((await updateCommentSettlement(one.trx, comment, null)) === 0)
      throw new Conflict("changedMeanwhile");
    const { settlement, answer } = comment;
    recordOf(one, key, "comment.reopened", {
      settlement: [settlement, null],
      ...(answer === null ? {} : { answer: [answer, null] }),
    });
  });
}

/** A remark is found on the page of what it is about. */
function thingOf(comment: Pick<Comment, "id" | "projectId" | "objectType" | "objectId">) {
  const { id: objectId, projectId, objectType, objectId: pageId } = comment;
  return { projectId, objectType: `${objectType}-comment` as const, objectId, pageId };
}

async function commentAt(db: Database, key: Key): Promise<Comment> {
  const comment = await findComment(db, key);
  if (!comment) throw new NotFound("comment");
  return comment;
}

async function ownComment({ trx, by }: Change, key: Key): Promise<Comment> {
  const comment = await commentAt(trx, key);
  if (by === null || !canBeRewritten(comment, by)) throw new Conflict("commentNotYours");
  return comment;
}

function newerComment({ trx }: Change, before: Comment, formOf: FormOf<Comment>) {
  const { id: objectId, version } = before;
  return editedMeanwhile(trx, {
    ...{ objectType: "comment", objectId, version },
    values: formOf(before),
  });
}

function recordOf(
  one: Change,
  { projectId, id: objectId }: Key,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  one.record({ action, objectType: "comment", objectId, projectId, changes });
}
