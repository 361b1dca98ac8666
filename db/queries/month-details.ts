import type { Database } from "../connection.ts";
import { inForce, type Moment } from "./facts.ts";
import type { SourceKind } from "./project-sources.ts";
import { STANDS_FOR, supportInForce } from "./support-in-force.ts";

// What a summary tells of a month beyond its figures, for any number of projects at once.

type Ids = readonly number[];

interface Span {
  from: string;
  to: string;
  asOf: string;
}

export interface EventOfMonth {
  id: number;
  projectId: number;
  /** Null of a confidential one: what is made for many is read by nobody's eyes. */
  title: string | null;
  kindCs: string;
  kindEn: string;
  startsOn: string;
  endsOn: string;
  /** How many people there were, where they were only counted. */
  headCount: number | null;
}

/** Events that took place in the days, by their last one. How an event stands is known for today only. */
export async function listEventsOfMonth(
  db: Database,
  projectIds: Ids,
  { from, to, asOf }: Span,
): Promise<EventOfMonth[]> {
  const rows = await db("events as e")
    .join("event_kinds as k", "k.id", "e.kind_id")
    .whereIn("e.project_id", projectIds)
    .whereIn("e.state", ["held", "closed"])
    .whereBetween("e.ends_on", [from, to])
    .where("e.created_at", "<=", asOf)
    .where((live) => live.whereNull("e.archived_at").orWhere("e.archived_at", ">", asOf))
    .orderBy(["e.ends_on", "e.id"])
    .select({
      id: "e.id",
      projectId: "e.project_id",
      title: "e.title",
      isConfidential: "e.is_confidential",
      kindCs: "k.label_cs",
      kindEn: "k.label_en",
      startsOn: "e.starts_on",
      endsOn: "e.ends_on",
      headCount: "e.head_count",
    });
  return rows.map(({ isConfidential, title, ...row }) => ({
    ...row,
    title: isConfidential ? null : title,
  }));
}

/** How many people were at each of the events; a person counts once however many sessions it had. */
export async function countPeopleOfEvents(
  db: Database,
  eventIds: Ids,
  asOf: string,
): Promise<{ eventId: number; persons: number }[]> {
  const rows = await db("event_sessions as s")
    .join("attendances as a", "a.session_id", "s.id")
    .join("registrations as r", "r.id", "a.registration_id")
    .join("participants as who", "who.id", "r.participant_id")
    .whereIn("s.event_id", eventIds)
    .whereIn("a.state", ["present", "left-early"])
    .where("a.recorded_at", "<=", asOf)
    .groupBy("s.event_id")
    .select({ eventId: "s.event_id" })
    .select(
      db.raw("cast(count(distinct coalesce(who.merged_into_id, who.id)) as integer) as persons"),
    );
  return rows as { eventId: number; persons: number }[];
}

/** Minutes of support that the events gave. */
export async function sumMinutesOfEvents(
  db: Database,
  eventIds: Ids,
  moment: Moment,
): Promise<{ eventId: number; minutes: number }[]> {
  const rows = await supportInForce(db, moment)
    .join("event_sessions as s", "s.id", "f.session_id")
    .whereIn("s.event_id", eventIds)
    .groupBy("s.event_id")
    .select({ eventId: "s.event_id" })
    .select(db.raw("cast(sum(f.minutes) as integer) as minutes"));
  return rows as { eventId: number; minutes: number }[];
}

export interface SupportInMonth {
  projectId: number;
  persons: number;
  minutes: number;
}

/** Who had support in the days, and how much. */
export async function sumSupportOfMonth(
  db: Database,
  projectIds: Ids,
  { from, to, asOf }: Span,
): Promise<SupportInMonth[]> {
  const rows = await supportInForce(db, { on: to, asOf })
    .whereIn("n.project_id", projectIds)
    .where("f.valid_on", ">=", from)
    .where("f.minutes", ">", 0)
    .groupBy("n.project_id")
    .select({ projectId: "n.project_id" })
    .select(db.raw(`cast(count(distinct ${STANDS_FOR}) as integer) as persons`))
    .select(db.raw("cast(sum(f.minutes) as integer) as minutes"));
  return rows as SupportInMonth[];
}

export interface RiskAssessed {
  riskId: number;
  projectId: number;
  number: number;
  title: string;
  measure: string | null;
  probability: number;
  impact: number;
  state: "open" | "occurred" | "closed";
  validOn: string;
}

/** How risks were assessed by the moment, of each the latest at the end. */
export async function listRisksAssessed(
  db: Database,
  projectIds: Ids,
  moment: Moment,
): Promise<RiskAssessed[]> {
  return inForce(db, "risk_assessments", moment)
    .join("risks as r", "r.id", "f.risk_id")
    .whereIn("r.project_id", projectIds)
    .where((live) => live.whereNull("r.archived_at").orWhere("r.archived_at", ">", moment.asOf))
    .orderBy(["f.valid_on", "f.recorded_at", "f.id"])
    .select({
      riskId: "r.id",
      projectId: "r.project_id",
      number: "r.number",
      title: "r.title",
      measure: "r.measure",
      probability: "f.probability",
      impact: "f.impact",
      state: "f.state",
      validOn: "f.valid_on",
    });
}

export interface ResolutionOfMonth {
  id: number;
  projectId: number;
  title: string;
  decidedBy: string;
  submitBy: string;
  submittedOn: string | null;
  meetsOn: string | null;
  state: "planned" | "submitted" | "adopted" | "rejected" | "withdrawn";
  decidedOn: string | null;
}

/** Resolutions as they stand: only the day of the decision is known for a day that has passed. */
export async function listResolutionsOfMonth(
  db: Database,
  projectIds: Ids,
  asOf: string,
): Promise<ResolutionOfMonth[]> {
  return db("resolutions as r")
    .whereIn("r.project_id", projectIds)
    .where("r.created_at", "<=", asOf)
    .where((live) => live.whereNull("r.archived_at").orWhere("r.archived_at", ">", asOf))
    .orderBy(["r.submit_by", "r.id"])
    .select({
      id: "r.id",
      projectId: "r.project_id",
      title: "r.title",
      decidedBy: "r.decided_by",
      submitBy: "r.submit_by",
      submittedOn: "r.submitted_on",
      meetsOn: "r.meets_on",
      state: "r.state",
      decidedOn: "r.decided_on",
    });
}

export interface SourceOfMonth {
  projectId: number;
  kind: SourceKind;
  name: string;
  sharePpm: number | null;
}

export async function listSourcesOfMonth(
  db: Database,
  projectIds: Ids,
  asOf: string,
): Promise<SourceOfMonth[]> {
  return db("project_sources")
    .whereIn("project_id", projectIds)
    .where((there) => there.whereNull("archived_at").orWhere("archived_at", ">", asOf))
    .orderBy(["project_id", "position", "id"])
    .select({ projectId: "project_id", kind: "kind", name: "name", sharePpm: "share_ppm" });
}

export interface PlannedPeriodOfProject {
  projectId: number;
  endsOn: string;
  /** Null where nothing is planned for the period. */
  planned: number | null;
}

/** What is planned to be drawn in each period at a moment: of period and source what was told last. */
export async function listPlansOfProjects(
  db: Database,
  projectIds: Ids,
  moment: Moment,
): Promise<PlannedPeriodOfProject[]> {
  const told = inForce(db, "drawdown_plans", moment)
    .whereIn("f.project_id", projectIds)
    .select({ period_id: "f.period_id", halere: "f.amount_halere" })
    .select(
      db.raw(
        `row_number() over (partition by f.period_id, f.source_id
          order by f.valid_on desc, f.id desc) as place`,
      ),
    );
  const sums = db
    .from(told.as("told"))
    .where({ place: 1 })
    .groupBy("period_id")
    .select("period_id")
    .sum({ halere: "halere" });
  const rows = await db("monitoring_periods as p")
    .join(sums.as("s"), "s.period_id", "p.id")
    .orderBy(["p.project_id", "p.ends_on"])
    .select({ projectId: "p.project_id", endsOn: "p.ends_on" })
    .select(db.raw("cast(s.halere as bigint) as planned"));
  return rows as PlannedPeriodOfProject[];
}
