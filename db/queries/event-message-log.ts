import type { Database } from "../connection.ts";
import type { MailKind, MailState } from "./outgoing-mails.ts";

/** A mail about the event to one of its people; names are null of somebody whose data were deleted. */
export interface EventMessage {
  id: number;
  template: string;
  state: MailState;
  reason: string | null;
  createdAt: string;
  dueAt: string;
  sentAt: string | null;
  firstName: string | null;
  surname: string | null;
  /** Of a user or a contact. */
  guestName: string | null;
  total: number;
}

/** What failed first, then the newest. */
export async function listEventMessages(
  db: Database,
  eventId: number,
  page: { limit: number; offset: number },
): Promise<EventMessage[]> {
  const own = () => db("outgoing_mails as m").where({ subject_type: "event", subject_id: eventId });
  const rows = await own()
    .leftJoin("participants as own", "own.id", "m.recipient_participant_id")
    .leftJoin("participants as t", "t.id", db.raw("coalesce(own.merged_into_id, own.id)"))
    .leftJoin("users as u", "u.id", "m.recipient_user_id")
    .leftJoin("contacts as c", "c.id", "m.recipient_contact_id")
    .orderByRaw("case when m.state = 'failed' then 0 else 1 end, m.id desc")
    .limit(page.limit)
    .offset(page.offset)
    .select({
      id: "m.id",
      template: "m.template",
      state: "m.state",
      reason: "m.reason",
      createdAt: "m.created_at",
      dueAt: "m.due_at",
      sentAt: "m.sent_at",
      firstName: "t.first_name",
      surname: "t.surname",
      guestName: db.raw("coalesce(u.name, c.name)"),
      total: own().count("*"),
    });
  return rows.map((row: EventMessage) => ({ ...row, total: Number(row.total) }));
}

/** A mail as it may be queued once more. */
export interface SentMessage {
  id: number;
  kind: MailKind;
  template: string;
  state: MailState;
  params: string;
  recipientUserId: number | null;
  recipientContactId: number | null;
  recipientParticipantId: number | null;
}

/** The mail among those about the event. */
export async function findEventMessage(
  db: Database,
  key: { eventId: number; id: number },
): Promise<SentMessage | undefined> {
  return db("outgoing_mails")
    .where({ id: key.id, subject_type: "event", subject_id: key.eventId })
    .first({
      id: "id",
      kind: "kind",
      template: "template",
      state: "state",
      params: "params",
      recipientUserId: "recipient_user_id",
      recipientContactId: "recipient_contact_id",
      recipientParticipantId: "recipient_participant_id",
    });
}
