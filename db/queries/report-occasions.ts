import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { type ReportSpan, withinSpan } from "./report-drafts.ts";

// Events, internships and campaigns that a report tells of: people as numbers, never by name.

/** The participant (alias `w`), whoever they were merged from. */
export const PERSON = "coalesce(w.merged_into_id, w.id)";

export interface ReportedEvent {
  id: number;
  activityId: number | null;
  kindCode: string;
  kindLabelCs: string;
  kindLabelEn: string;
  title: string;
  goal: string | null;
  isConfidential: boolean;
  countsAsSupport: boolean;
  state: "planned" | "confirmed" | "held" | "closed" | "cancelled";
  cancelledReason: string | null;
  startsOn: string;
  endsOn: string;
  place: string | null;
  isElectronic: boolean;
  isInPerson: boolean;
  accreditation: string | null;
  headCount: number | null;
  headCountWomen: number | null;
  bodyName: string | null;
  hasMinutes: boolean;
  conclusions: string | null;
  createdAt: string;
  closedAt: string | null;
}

/** Events of the span, those planned until a later day, and earlier ones told since the last report. */
export async function listReportedEvents(
  db: Database,
  span: ReportSpan,
  until: string,
): Promise<ReportedEvent[]> {
  const rows = await db("events as e")
    .join("event_kinds as k", "k.id", "e.kind_id")
    .leftJoin("bodies as b", "b.id", "e.body_id")
    .where("e.project_id", span.projectId)
    .whereNull("e.archived_at")
    .whereNotNull("e.starts_on")
    .where("e.starts_on", "<=", until)
    .where((either) => {
      either.where("e.ends_on", ">=", span.from);
      if (span.after === null) return;
      either.orWhere("e.created_at", ">", span.after).orWhere("e.closed_at", ">", span.after);
    })
    .orderBy(["e.starts_on", "e.id"])
    .select({
      id: "e.id",
      activityId: "e.activity_id",
      kindCode: "k.code",
      kindLabelCs: "k.label_cs",
      kindLabelEn: "k.label_en",
      title: "e.title",
      goal: "e.goal",
      isConfidential: "e.is_confidential",
      countsAsSupport: "e.counts_as_support",
      state: "e.state",
      cancelledReason: "e.cancelled_reason",
      startsOn: "e.starts_on",
      endsOn: "e.ends_on",
      place: "e.place",
      isElectronic: sessionsHeld(db, "electronic"),
      isInPerson: sessionsHeld(db, "in-person"),
      accreditation: "e.accreditation_number",
      headCount: "e.head_count",
      headCountWomen: "e.head_count_women",
      bodyName: "b.name",
      hasMinutes: db.raw("case when e.minutes is null then 0 else 1 end"),
      conclusions: "e.conclusions",
      createdAt: "e.created_at",
      closedAt: "e.closed_at",
    });
  return rows.map((row: ReportedEvent) => ({
    ...row,
    isConfidential: Boolean(row.isConfidential),
    countsAsSupport: Boolean(row.countsAsSupport),
    isElectronic: Boolean(Number(row.isElectronic)),
    isInPerson: Boolean(Number(row.isInPerson)),
    hasMinutes: Boolean(row.hasMinutes),
  }));
}

function sessionsHeld(db: Database, form: string): Knex.QueryBuilder {
  return db("event_sessions as s").whereRaw("s.event_id = e.id and s.form = ?", [form]).count("*");
}

/** Somebody who came to an event; whoever they were merged from counts once. */
export interface ReportedAttendee {
  eventId: number;
  personId: number;
  isWoman: boolean;
}

export async function listReportedAttendees(
  db: Database,
  span: ReportSpan,
): Promise<ReportedAttendee[]> {
  const rows = await db("events as e")
    .join("event_sessions as s", "s.event_id", "e.id")
    .join("attendances as a", "a.session_id", "s.id")
    .join("registrations as r", "r.id", "a.registration_id")
    .join("participants as w", "w.id", "r.participant_id")
    .where("e.project_id", span.projectId)
    .whereNull("e.archived_at")
    .whereIn("e.state", ["held", "closed"])
    .where("e.ends_on", "<=", span.to)
    .where((either) => {
      either.where("e.ends_on", ">=", span.from);
      if (span.after === null) return;
      either.orWhere("e.created_at", ">", span.after).orWhere("e.closed_at", ">", span.after);
    })
    .whereIn("a.state", ["present", "left-early"])
    .groupByRaw(`e.id, ${PERSON}`)
    .select({ eventId: "e.id" })
    .select(db.raw(`${PERSON} as "personId"`))
    .select(db.raw(`max(case when w.sex = 'POHZENY' then 1 else 0 end) as "isWoman"`));
  return rows.map((row: ReportedAttendee) => ({ ...row, isWoman: Boolean(Number(row.isWoman)) }));
}

export interface ReportedInternship {
  id: number;
  activityId: number | null;
  title: string;
  purpose: string | null;
  state: string;
  cancelledReason: string | null;
  startsOn: string;
  endsOn: string;
  createdAt: string;
  trainees: number;
  /** Organisations, in their order. */
  hosts: string[];
}

/** Internships that run in the span or begin by a later day. */
export async function listReportedInternships(
  db: Database,
  span: ReportSpan,
  until: string,
): Promise<ReportedInternship[]> {
  const rows = await db("internships as i")
    .leftJoin("internship_hosts as h", "h.internship_id", "i.id")
    .leftJoin("organisations as o", "o.id", "h.organisation_id")
    .where("i.project_id", span.projectId)
    .whereNull("i.archived_at")
    .where("i.starts_on", "<=", until)
    .where((either) => {
      either.where("i.ends_on", ">=", span.from);
      if (span.after !== null) either.orWhere("i.created_at", ">", span.after);
    })
    .orderBy(["i.starts_on", "i.id", "o.sort_key"])
    .select({
      id: "i.id",
      activityId: "i.activity_id",
      title: "i.title",
      purpose: "i.purpose",
      state: "i.state",
      cancelledReason: "i.cancelled_reason",
      startsOn: "i.starts_on",
      endsOn: "i.ends_on",
      createdAt: "i.created_at",
      host: "o.name",
      trainees: db("internship_trainees as t")
        .whereRaw("t.internship_id = i.id")
        .select(db.raw("cast(count(*) as integer)")),
    });
  const byId = new Map<number, ReportedInternship>();
  for (const { host, ...row } of rows) {
    const known: ReportedInternship = byId.get(row.id) ?? { ...row, hosts: [] };
    if (host !== null) known.hosts.push(host);
    byId.set(row.id, known);
  }
  return [...byId.values()];
}

export interface ReportedCampaign {
  id: number;
  activityId: number | null;
  kind: "campaign" | "spot";
  title: string;
  state: string;
  startsOn: string;
  endsOn: string;
  channels: string | null;
  outputs: string | null;
  reach: number | null;
  proof: string | null;
  proofUrl: string | null;
}

export async function listReportedCampaigns(
  db: Database,
  { projectId, from }: ReportSpan,
  until: string,
): Promise<ReportedCampaign[]> {
  return db("campaigns as c")
    .where("c.project_id", projectId)
    .whereNull("c.archived_at")
    .where("c.starts_on", "<=", until)
    .where("c.ends_on", ">=", from)
    .orderBy(["c.starts_on", "c.id"])
    .select({
      id: "c.id",
      activityId: "c.activity_id",
      kind: "c.kind",
      title: "c.title",
      state: "c.state",
      startsOn: "c.starts_on",
      endsOn: "c.ends_on",
      channels: "c.channels",
      outputs: "c.outputs",
      reach: "c.reach",
      proof: "c.proof",
      proofUrl: "c.proof_url",
    });
}

/** How many certificates of each event were given out in the span. */
export async function countReportedCertificates(
  db: Database,
  span: ReportSpan,
): Promise<{ activityId: number | null; count: number }[]> {
  const query = db("certificates as c")
    .join("registrations as r", "r.id", "c.registration_id")
    .join("events as e", "e.id", "r.event_id")
    .where("c.project_id", span.projectId)
    .whereNull("c.replaces_id")
    .groupBy("e.activity_id");
  return withinSpan(query, span, { day: "c.issued_on", recorded: "c.issued_at" })
    .select({ activityId: "e.activity_id" })
    .select(db.raw("cast(count(*) as integer) as ??", ["count"]));
}
