import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import type { Moment } from "./facts.ts";
import { STANDS_FOR, supportInForce } from "./support-in-force.ts";

/** What a project asks for, in minutes; without a threshold nobody is above or below it. */
export interface ThresholdOfProject {
  projectId: number;
  thresholdMinutes: number | null;
  /** The most that electronic support counts towards the threshold. */
  electronicMost: number;
}

/** Somebody who had support in a project by a day. */
export interface SupportedPerson {
  projectId: number;
  /** The participation that stands for the person, also for those merged into it. */
  participationId: number;
  inPersonMinutes: number;
  electronicMinutes: number;
  firstOn: string;
  /** The day on which the support given by then reached the threshold. */
  crossedOn: string | null;
  /** The record was complete as it was known at the instant. */
  isComplete: boolean;
  /** Known by name and day of birth, or was before being made anonymous. */
  isRegistered: boolean;
  isFromUkraine: boolean;
}

/**
 * Everybody who had support in the projects, true by a day as it was known at an instant, in one statement.
 * Minutes are summed by day and run up, so that the day of the threshold is found where the rows are.
 */
export async function listSupportedPersons(
  db: Database,
  projects: readonly ThresholdOfProject[],
  moment: Moment,
): Promise<SupportedPerson[]> {
  if (projects.length === 0) return [];
  const rows = await db
    .with("days", supportByDay(db, projects, moment))
    .with("running", runningSupport(db))
    .with("reached", thresholdsReached(db, projects))
    .from("reached as r")
    .join("participations as p", "p.id", "r.person_id")
    .join("participants as who", "who.id", "p.participant_id")
    .orderBy(["r.project_id", "r.person_id"])
    .select({
      projectId: "r.project_id",
      participationId: "r.person_id",
      inPersonMinutes: "r.in_person",
      electronicMinutes: "r.electronic",
      firstOn: "r.first_on",
      crossedOn: "r.crossed_on",
      isFromUkraine: "p.is_from_ukraine",
      bornOn: "who.born_on",
      anonymisedAt: "who.anonymised_at",
      isComplete: completeAsOf(db, moment.asOf),
    });
  return rows.map(({ bornOn, anonymisedAt, ...row }) => ({
    ...row,
    isComplete: Boolean(row.isComplete),
    isRegistered: bornOn !== null || anonymisedAt !== null,
    isFromUkraine: Boolean(row.isFromUkraine),
  }));
}

function supportByDay(db: Database, projects: readonly ThresholdOfProject[], moment: Moment) {
  const ids = projects.map(({ projectId }) => projectId);
  return supportInForce(db, moment)
    .whereIn("n.project_id", ids)
    .where("f.minutes", ">", 0)
    .groupByRaw(`n.project_id, ${STANDS_FOR}, f.valid_on`)
    .select({ project_id: "n.project_id", valid_on: "f.valid_on" })
    .select(db.raw(`${STANDS_FOR} as person_id`), sumOf(db, "in-person", "in_person"))
    .select(sumOf(db, "electronic", "electronic"));
}

function sumOf(db: Database, form: string, name: string): Knex.Raw {
  return db.raw("sum(case when f.form = ? then f.minutes else 0 end) as ??", [form, name]);
}

function runningSupport(db: Database) {
  const soFar = "over (partition by person_id order by valid_on)";
  return db("days").select(
    "project_id",
    "person_id",
    "valid_on",
    db.raw(`sum(in_person) ${soFar} as in_person`),
    db.raw(`sum(electronic) ${soFar} as electronic`),
  );
}

function thresholdsReached(db: Database, projects: readonly ThresholdOfProject[]) {
  const most = byProject(projects, ({ electronicMost }) => electronicMost);
  const threshold = byProject(projects, ({ thresholdMinutes }) => thresholdMinutes);
  const counted = `in_person + case when electronic > ${most} then ${most} else electronic end`;
  return db("running")
    .groupBy("project_id", "person_id")
    .select("project_id", "person_id")
    .select(
      db.raw("cast(max(in_person) as integer) as in_person"),
      db.raw("cast(max(electronic) as integer) as electronic"),
      db.raw("min(valid_on) as first_on"),
      db.raw(`min(case when ${counted} >= ${threshold} then valid_on end) as crossed_on`),
    );
}

/** An expression that gives each project its own number; most projects share one. */
function byProject(
  projects: readonly ThresholdOfProject[],
  numberOf: (project: ThresholdOfProject) => number | null,
): string {
  const ids = new Map<number | null, number[]>();
  for (const project of projects) {
    const number = numberOf(project);
    ids.set(number, [...(ids.get(number) ?? []), Number(project.projectId)]);
  }
  const [first, ...others] = [...ids].toSorted((a, b) => b[1].length - a[1].length);
  const usual = first?.[0] ?? "null";
  if (others.length === 0) return String(usual);
  const cases = others.map(
    ([number, of]) => `when project_id in (${of.join(", ")}) then ${number ?? "null"}`,
  );
  return `case ${cases.join(" ")} else ${usual} end`;
}

/** What was told last about the record by the instant. */
function completeAsOf(db: Database, asOf: string): Knex.QueryBuilder {
  return db("participation_completions as c")
    .whereRaw("c.participation_id = r.person_id")
    .where("c.recorded_at", "<=", asOf)
    .orderBy([
      { column: "c.recorded_at", order: "desc" },
      { column: "c.id", order: "desc" },
    ])
    .limit(1)
    .select("c.is_complete");
}
