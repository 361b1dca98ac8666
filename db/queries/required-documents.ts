import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { daysAfter } from "./days-after.ts";

export type RequirementSubject = "project" | "event" | "internship" | "output" | "expenditure";

/** One paper that one record owes, and whether it is there. */
export interface RequiredDocument {
  projectId: number;
  requirementId: number;
  code: string;
  nameCs: string;
  nameEn: string;
  category: string;
  subject: RequirementSubject;
  /** What the paper hangs on; that of an output on its milestone. */
  objectType: string;
  objectId: number;
  /** The record by its name; null of the project itself, and of a confidential event for strangers to it. */
  label: string | null;
  /** Since when it is owed: the last day of an event, the day an output was done. */
  owedOn: string;
  /** The day by which it is to be there. */
  dueOn: string;
  documentId: number | null;
  /** Why it is not owed after all. */
  waiver: string | null;
  waiverId: number | null;
}

export interface RequiredScope {
  projectIds: readonly number[];
  /** Papers owed by this day. */
  until: string;
  /** Whoever asks; without one confidential events stay nameless. */
  viewerId?: number;
}

/** Papers owed and neither there nor waived, of all these projects in one query; oldest first. */
export async function listMissingDocuments(
  db: Database,
  scope: RequiredScope,
): Promise<RequiredDocument[]> {
  return missing(required(db, scope)).orderBy(["projectId", "owedOn", "position", "objectId"]);
}

/** Project → how many papers it lacks; those that lack none are left out. */
export async function countMissingDocuments(
  db: Database,
  scope: RequiredScope,
): Promise<Map<number, number>> {
  const rows: { projectId: number; n: number | string }[] = await missing(required(db, scope))
    .clearSelect()
    .groupBy("projectId")
    .select("projectId")
    .count({ n: "*" });
  return new Map(rows.map(({ projectId, n }) => [projectId, Number(n)]));
}

/** What a project lacks, and the earliest day by which something of it was to be there. */
export interface AwaitedDocuments {
  projectId: number;
  missing: number;
  dueOn: string;
}

/** Of all these projects in one query; those that lack nothing are left out. */
export async function sumMissingDocuments(
  db: Database,
  scope: RequiredScope,
): Promise<AwaitedDocuments[]> {
  const rows: (AwaitedDocuments & { missing: number | string })[] = await missing(
    required(db, scope),
  )
    .clearSelect()
    .groupBy("projectId")
    .select("projectId")
    .count({ missing: "*" })
    .min({ dueOn: "dueOn" });
  return rows.map((row) => ({ ...row, missing: Number(row.missing) }));
}

export interface RequiredFilter extends RequiredScope {
  subject: RequirementSubject | null;
  onlyMissing: boolean;
}

/** A page of the checklist: papers of the project first, then by the newest record. */
export async function listRequiredDocuments(
  db: Database,
  filter: RequiredFilter,
  page: { limit: number; offset: number },
): Promise<RequiredDocument[]> {
  return narrowed(db, filter)
    .orderByRaw("case when subject = 'project' then 0 else 1 end")
    .orderBy([
      { column: "owedOn", order: "desc" },
      { column: "subject" },
      { column: "objectId", order: "desc" },
      { column: "position" },
      { column: "requirementId" },
    ])
    .limit(page.limit)
    .offset(page.offset);
}

/** By subject: how many papers are owed, and how many of them are missing. */
export async function countRequiredDocuments(
  db: Database,
  scope: RequiredScope,
): Promise<{ subject: RequirementSubject; owed: number; missing: number }[]> {
  const rows: { subject: RequirementSubject; owed: number | string; missing: number | string }[] =
    await required(db, scope)
      .clearSelect()
      .groupBy("subject")
      .select("subject")
      .count({ owed: "*" })
      .select({
        missing: db.raw(`count(case when ${MISSING} then 1 end)`),
      });
  return rows.map((row) => ({
    subject: row.subject,
    owed: Number(row.owed),
    missing: Number(row.missing),
  }));
}

const MISSING = `"documentId" is null and waiver is null`;

function narrowed(db: Database, { subject, onlyMissing, ...scope }: RequiredFilter) {
  const query = required(db, scope);
  if (subject) query.where("subject", subject);
  return onlyMissing ? missing(query) : query;
}

function missing(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query.whereRaw(MISSING);
}

/** What each record owes by what is required of its kind. */
function required(db: Database, scope: RequiredScope): Knex.QueryBuilder {
  const [first, ...others] = subjects.map((subject) => owedBy(db, subject, scope));
  return db.from((first as Knex.QueryBuilder).unionAll(others).as("x")).select("x.*");
}

interface Subject {
  name: RequirementSubject;
  objectType: string;
  /** Records `o` that may owe a paper, joined to their requirements `r`. */
  records: (db: Database) => Knex.QueryBuilder;
  owedOn: string;
  /** Kinds of the record that a requirement may name. */
  kinds: string[];
  label: string;
}

const subjects: Subject[] = [
  {
    name: "project",
    objectType: "project",
    records: (db) =>
      db("projects as o").whereIn("o.phase", ["running", "finished", "sustainability", "archived"]),
    owedOn: "case when r.subject_kind = 'finished' then o.ends_on else o.starts_on end",
    // What a finished project owes it owes from its end, so the day tells the phase.
    kinds: ["'running'", "'finished'"],
    label: "cast(null as text)",
  },
  {
    name: "event",
    objectType: "event",
    records: (db) =>
      db("events as o")
        .join("event_kinds as k", "k.id", "o.kind_id")
        .whereNot("o.state", "cancelled"),
    owedOn: "o.ends_on",
    kinds: ["k.code", "o.closing"],
    label: "case when o.is_confidential = :no or o.owner_user_id = :viewerId then o.title end",
  },
  {
    name: "internship",
    objectType: "internship",
    records: (db) => db("internships as o").whereNot("o.state", "cancelled"),
    owedOn: "o.ends_on",
    kinds: [],
    label: "o.title",
  },
  {
    name: "output",
    objectType: "milestone",
    records: (db) => db("milestones as o").where("o.kind", "output").whereNull("o.cancelled_on"),
    owedOn: "o.done_on",
    kinds: ["o.output_kind"],
    label: "o.title",
  },
  {
    name: "expenditure",
    objectType: "expenditure",
    // Papers of pay are kept where pay is.
    records: (db) =>
      db("expenditures as o")
        .whereNot("o.kind", "payroll")
        .whereNotIn("o.state", ["planned", "ordered"]),
    owedOn: "o.valid_on",
    kinds: ["o.kind"],
    label: "o.description",
  },
];

function owedBy(
  db: Database,
  { name, objectType, records, owedOn, kinds, label }: Subject,
  { projectIds, until, viewerId = 0 }: RequiredScope,
): Knex.QueryBuilder {
  const projectId = name === "project" ? "o.id" : "o.project_id";
  const kind = kinds.length > 0 ? ` or r.subject_kind in (${kinds.join(", ")})` : "";
  const bindings = { subject: name, objectType, no: false, yes: true, viewerId };
  return records(db)
    .joinRaw(`join document_requirements as r on r.subject = :subject and r.archived_at is null`, {
      subject: name,
    })
    .leftJoin("document_waivers as w", (on) =>
      on
        .on("w.requirement_id", "r.id")
        .andOn("w.object_id", "o.id")
        .andOn(db.raw("w.object_type = ? and w.archived_at is null", [objectType]) as never),
    )
    .whereIn(projectId, projectIds)
    .whereNull("o.archived_at")
    .whereRaw(`(r.subject_kind is null${kind})`)
    .whereRaw(`${owedOn} <= ?`, [until])
    .whereRaw(`r.valid_from <= ${owedOn}`)
    .whereRaw(`(r.valid_to is null or r.valid_to >= ${owedOn})`)
    .select({
      projectId,
      requirementId: "r.id",
      code: "r.code",
      nameCs: "r.name_cs",
      nameEn: "r.name_en",
      category: "r.category",
      position: "r.position",
      subject: "r.subject",
      objectType: db.raw("cast(? as text)", [objectType]),
      objectId: "o.id",
      label: db.raw(label, bindings),
      owedOn: db.raw(owedOn),
      dueOn: db.raw(daysAfter(db, owedOn, "r.due_days")),
      documentId: db.raw(`(${NEWEST_PAPER})`, bindings),
      waiver: "w.reason",
      waiverId: "w.id",
    });
}

const NEWEST_PAPER = `select max(d.id) from documents as d
  where d.object_type = :objectType and d.object_id = o.id and d.archived_at is null
    and (d.requirement_id = r.id
      or (r.is_met_by_category = :yes and d.category = r.category
        and (r.is_signed_original = :no or d.is_signed_original = :yes)))`;
