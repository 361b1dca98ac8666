import type { Database } from "../connection.ts";
import { inForce, type Moment } from "./facts.ts";

type Ids = readonly number[];

export interface FactPerson {
  /** Of the participation, or of the participant, whichever was asked by. */
  id: number;
  participationId: number | null;
  code: string;
  firstName: string | null;
  surname: string | null;
  exitedOn: string | null;
}

/** People behind a number; without `withNames` the names do not leave the database. */
export async function listFactPersons(
  db: Database,
  of: { participationIds: Ids } | { participantIds: Ids; projectId: number },
  { withNames }: { withNames: boolean },
): Promise<FactPerson[]> {
  const name = (column: string) => (withNames ? db.ref(column) : db.raw("null"));
  const rows = db("participants as t").select({
    participationId: "p.id",
    code: "t.code",
    firstName: name("t.first_name"),
    surname: name("t.surname"),
    exitedOn: "p.exited_on",
  });
  if ("participationIds" in of) {
    return rows
      .join("participations as p", "p.participant_id", "t.id")
      .whereIn("p.id", [...of.participationIds])
      .select({ id: "p.id" });
  }
  return rows
    .leftJoin("participations as p", (on) =>
      on.on("p.participant_id", "t.id").andOnVal("p.project_id", of.projectId),
    )
    .whereIn("t.id", [...of.participantIds])
    .select({ id: "t.id" });
}

/** Where the support of a person comes from. */
export interface SupportOrigin {
  participationId: number;
  source: "session" | "internship-day" | "hand";
  eventId: number | null;
  title: string | null;
  isConfidential: boolean;
  firstOn: string;
}

export async function listSupportOrigins(
  db: Database,
  participationIds: Ids,
  moment: Moment,
): Promise<SupportOrigin[]> {
  const person = "coalesce(p.merged_into_id, p.id)";
  const rows = await inForce(db, "support_postings", moment)
    .join("participations as p", "p.id", "f.participation_id")
    .leftJoin("event_sessions as s", "s.id", "f.session_id")
    .leftJoin("events as e", "e.id", "s.event_id")
    .leftJoin("internship_days as d", "d.id", "f.internship_day_id")
    .leftJoin("internships as i", "i.id", "d.internship_id")
    .where("f.minutes", ">", 0)
    .where((either) =>
      either
        .whereIn("p.id", [...participationIds])
        .orWhereIn("p.merged_into_id", [...participationIds]),
    )
    .groupByRaw(`${person}, f.source, e.id, e.title, e.is_confidential, i.id, i.title`)
    .orderByRaw("min(f.valid_on), e.id, i.id")
    .select({ source: "f.source", eventId: "e.id", isConfidential: "e.is_confidential" })
    .select(db.raw(`${person} as "participationId"`), db.raw("coalesce(e.title, i.title) as title"))
    .min({ firstOn: "f.valid_on" });
  return rows.map((row: SupportOrigin) => ({
    ...row,
    isConfidential: Boolean(row.isConfidential),
  }));
}

export interface FactOutput {
  id: number;
  title: string;
  proof: string | null;
  proofUrl: string | null;
}

export async function listFactOutputs(db: Database, ids: Ids): Promise<FactOutput[]> {
  return db("milestones")
    .whereIn("id", [...ids])
    .select({ id: "id", title: "title", proof: "proof", proofUrl: "proof_url" });
}

export interface FactEvent {
  id: number;
  title: string;
  isConfidential: boolean;
  kindCs: string;
  kindEn: string;
}

export async function listFactEvents(db: Database, ids: Ids): Promise<FactEvent[]> {
  const rows: FactEvent[] = await db("events as e")
    .join("event_kinds as k", "k.id", "e.kind_id")
    .whereIn("e.id", [...ids])
    .select({
      id: "e.id",
      title: "e.title",
      isConfidential: "e.is_confidential",
      kindCs: "k.label_cs",
      kindEn: "k.label_en",
    });
  return rows.map((row) => ({ ...row, isConfidential: Boolean(row.isConfidential) }));
}

/** Persons of the same sex, age at entry, education, status and target group. */
export interface PersonGroup {
  sex: string | null;
  age: number | null;
  education: string | null;
  labourStatus: string | null;
  targetGroup: string | null;
  persons: number;
}

export async function listPersonGroups(
  db: Database,
  participationIds: Ids,
): Promise<PersonGroup[]> {
  const rows = await db("participations as p")
    .join("participants as t", "t.id", "p.participant_id")
    .leftJoin("code_list_items as g", "g.id", "p.target_group_item_id")
    .whereIn("p.id", [...participationIds])
    .groupBy("t.sex", "p.age_at_entry", "p.education", "p.labour_status", "g.code")
    .select({
      sex: "t.sex",
      age: "p.age_at_entry",
      education: "p.education",
      labourStatus: "p.labour_status",
      targetGroup: "g.code",
    })
    .count({ persons: "*" });
  return rows.map((row) => ({ ...(row as unknown as PersonGroup), persons: Number(row.persons) }));
}
