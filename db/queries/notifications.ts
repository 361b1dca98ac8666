import type { NewsKind, NewsObject } from "../../server/values/news.ts";
import type { NotificationCategory } from "../../server/values/notification-ways.ts";
import type { Database, Transaction } from "../connection.ts";
import { deputiesOn } from "./deputies.ts";

export interface NewNews {
  kind: NewsKind;
  category: NotificationCategory;
  recipientUserId: number;
  onBehalfOfId: number | null;
  objectType: NewsObject;
  objectId: number;
  pageId: number;
  projectId: number | null;
  actorId: number | null;
  params: Record<string, number | string | null>;
  createdAt: string;
}

const ROWS_AT_ONCE = 400;

/** @returns ids in the order of the rows */
export async function insertNews(trx: Transaction, news: readonly NewNews[]): Promise<number[]> {
  const ids: number[] = [];
  for (let from = 0; from < news.length; from += ROWS_AT_ONCE)
    ids.push(...(await insertSome(trx, news.slice(from, from + ROWS_AT_ONCE))));
  return ids;
}

async function insertSome(trx: Transaction, news: readonly NewNews[]): Promise<number[]> {
  const rows = await trx("notifications")
    .insert(
      news.map((one) => ({
        kind: one.kind,
        category: one.category,
        recipient_user_id: one.recipientUserId,
        on_behalf_of_id: one.onBehalfOfId,
        object_type: one.objectType,
        object_id: one.objectId,
        page_id: one.pageId,
        project_id: one.projectId,
        actor_id: one.actorId,
        params: JSON.stringify(one.params),
        created_at: one.createdAt,
      })),
    )
    .returning("id");
  return rows.map((row) => row.id);
}

/** They leave in mails of their own, one of these to each recipient; news of others are left where they are. */
export async function updateNewsMailed(
  trx: Transaction,
  { ids, mailIds }: { ids: readonly number[]; mailIds: readonly number[] },
): Promise<void> {
  const own = () => trx("outgoing_mails as m").whereIn("m.id", [...mailIds]);
  await trx("notifications")
    .whereIn("id", [...ids])
    .whereIn("recipient_user_id", own().select("m.recipient_user_id"))
    .update({
      state: "mailed",
      mail_id: own()
        .whereRaw("m.recipient_user_id = notifications.recipient_user_id")
        .select("m.id"),
    });
}

/**
 * Takes back what was said of the same things before and has not left yet: the newer word stands for both.
 */
export async function supersedeNews(
  trx: Transaction,
  of: {
    kind: NewsKind;
    objectType: NewsObject;
    objectIds: readonly number[];
    recipientUserIds: readonly number[];
  },
): Promise<void> {
  const unsent = trx("outgoing_mails").whereIn("state", ["pending", "held"]).select("id");
  await trx("notifications")
    .where({ kind: of.kind, object_type: of.objectType })
    .whereIn("object_id", of.objectIds)
    .whereIn("recipient_user_id", of.recipientUserIds)
    .where((unsaid) =>
      unsaid
        .where("state", "waiting")
        .orWhere((queued) =>
          queued.whereIn("state", ["mailed", "gathered"]).whereIn("mail_id", unsent),
        ),
    )
    .update({ state: "superseded", reason: "overtaken" });
}

/** News that waits for the digest of its recipient. */
export interface WaitingNews {
  id: number;
  userId: number;
  kind: NewsKind;
  category: NotificationCategory;
  projectId: number | null;
  createdAt: string;
}

/** All that waits of people with a living account, by person, the oldest first. */
export async function listWaitingNews(db: Database): Promise<WaitingNews[]> {
  return db("notifications as n")
    .join("users as u", "u.id", "n.recipient_user_id")
    .whereNull("u.deactivated_at")
    .where("n.state", "waiting")
    .orderBy(["n.recipient_user_id", "n.id"])
    .select({
      id: "n.id",
      userId: "n.recipient_user_id",
      kind: "n.kind",
      category: "n.category",
      projectId: "n.project_id",
      createdAt: "n.created_at",
    });
}

/** Puts news into a digest, in the transaction that queues it; what has been taken meanwhile stays where it is. */
export async function gatherNews(
  trx: Transaction,
  { ids, mailId }: { ids: readonly number[]; mailId: number },
): Promise<void> {
  await trx("notifications")
    .whereIn("id", ids)
    .where({ state: "waiting" })
    .update({ state: "gathered", mail_id: mailId });
}

/**
 * Gives waiting news to whoever is there on that day: of those who are away to whom stands in for them, and
 * back to them once a deputy's days are over. What lay in a mail that was cancelled for either waits again.
 */
export async function redirectNews(trx: Transaction, day: string): Promise<number> {
  await putBackUntold(trx);
  await giveBackToPerson(trx, day);
  const deputy = deputiesOn(trx, day)
    .where("d.user_id", trx.ref("notifications.recipient_user_id"))
    .orderBy("d.id")
    .limit(1)
    .clearSelect()
    .select("d.deputy_user_id");
  return trx("notifications")
    .whereIn("recipient_user_id", deputiesOn(trx, day).clearSelect().select("d.user_id"))
    .whereNull("on_behalf_of_id")
    .where("state", "waiting")
    .update({ recipient_user_id: deputy, on_behalf_of_id: trx.ref("recipient_user_id") });
}

/** Nobody has read it: the person was away when the mail left, or the deputy's days were over. */
async function putBackUntold(trx: Transaction): Promise<void> {
  const cancelledAs = (reason: string) =>
    trx("outgoing_mails").where({ state: "cancelled", reason }).select("id");
  await trx("notifications")
    .whereIn("state", ["mailed", "gathered"])
    .where((either) =>
      either
        .whereIn("mail_id", cancelledAs(AWAY))
        .orWhere((deputys) =>
          deputys.whereNotNull("on_behalf_of_id").whereIn("mail_id", cancelledAs(OUT_OF_REACH)),
        ),
    )
    .update({ state: "waiting", mail_id: null });
}

async function giveBackToPerson(trx: Transaction, day: string): Promise<void> {
  const inForce = deputiesOn(trx, day)
    .where("d.user_id", trx.ref("notifications.on_behalf_of_id"))
    .where("d.deputy_user_id", trx.ref("notifications.recipient_user_id"));
  await trx("notifications")
    .where("state", "waiting")
    .whereNotNull("on_behalf_of_id")
    .whereNotExists(inForce)
    .update({ recipient_user_id: trx.ref("on_behalf_of_id"), on_behalf_of_id: null });
}

/** What has been told to nobody and is older than that instant; gives the number of rows. */
export async function deleteUntoldNewsBefore(db: Database, instant: string): Promise<number> {
  return db("notifications")
    .whereIn("state", ["waiting", "superseded"])
    .where("created_at", "<", instant)
    .delete();
}

/** Why a mail to somebody away is cancelled, and one to somebody who may not see any more what it tells. */
export const AWAY = "away";
const OUT_OF_REACH = "out-of-reach";

/** News as it was put down, with the names needed to tell it. */
export interface NewsRecord extends Omit<NewNews, "actorId"> {
  id: number;
  projectName: string | null;
  actorName: string | null;
  onBehalfOfName: string | null;
  /** The project is archived, or the recipient does not see it any more, as whose days as a deputy are over. */
  isOutOfReach: boolean;
}

/** The news of a mail, digest or one of its own, the oldest first; what was superseded is left out. */
export async function listNewsOfMail(
  db: Database,
  { mailId, on }: { mailId: number; on: string },
): Promise<NewsRecord[]> {
  const isDeputy = deputiesOn(db, on)
    .where("d.deputy_user_id", db.ref("n.recipient_user_id"))
    .where("d.user_id", db.ref("n.on_behalf_of_id"));
  const member = "exists (select 1 from memberships m where m.project_id = p.id and m.user_id";
  const rows = await db("notifications as n")
    .join("users as r", "r.id", "n.recipient_user_id")
    .leftJoin("projects as p", "p.id", "n.project_id")
    .leftJoin("users as a", "a.id", "n.actor_id")
    .leftJoin("users as b", "b.id", "n.on_behalf_of_id")
    .where("n.mail_id", mailId)
    .whereIn("n.state", ["gathered", "mailed"])
    .orderBy("n.id")
    .select({
      id: "n.id",
      kind: "n.kind",
      category: "n.category",
      recipientUserId: "n.recipient_user_id",
      onBehalfOfId: "n.on_behalf_of_id",
      objectType: "n.object_type",
      objectId: "n.object_id",
      pageId: "n.page_id",
      projectId: "n.project_id",
      params: "n.params",
      createdAt: "n.created_at",
      projectName: "p.short_name",
      actorName: "a.name",
      onBehalfOfName: "b.name",
      isOutOfReach: db.raw(
        `case when p.id is null then 0 when p.archived_at is not null then 1
        when r.is_administrator or r.is_management then 0
        when ${member} = n.recipient_user_id) then 0
        when ${member} = n.on_behalf_of_id) and exists ? then 0
        else 1 end`,
        [isDeputy],
      ),
    });
  return rows.map((row) => ({
    ...row,
    params: JSON.parse(row.params),
    isOutOfReach: Boolean(row.isOutOfReach),
  }));
}
