import type { Database, Transaction } from "../connection.ts";
import { inForce, type Moment } from "./facts.ts";
import type { RiskState } from "./risks.ts";

/** What somebody thought of a risk on a day. */
export interface Assessment {
  state: RiskState;
  probability: number;
  impact: number;
  note: string | null;
  validOn: string;
}

export interface RecordedAssessment extends Assessment {
  id: number;
  recordedAt: string;
  recordedByName: string | null;
  correctsId: number | null;
  isCorrected: boolean;
}

/** Everything that was ever thought of a risk, the newest day first, what was corrected among it. */
export async function listAssessments(db: Database, riskId: number): Promise<RecordedAssessment[]> {
  const rows = await db("risk_assessments as f")
    .leftJoin("users as u", "u.id", "f.recorded_by")
    .leftJoin("risk_assessments as c", "c.corrects_id", "f.id")
    .where("f.risk_id", riskId)
    .orderBy([
      { column: "f.valid_on", order: "desc" },
      { column: "f.id", order: "desc" },
    ])
    .limit(200)
    .select({
      id: "f.id",
      state: "f.state",
      probability: "f.probability",
      impact: "f.impact",
      note: "f.note",
      validOn: "f.valid_on",
      recordedAt: "f.recorded_at",
      recordedByName: "u.name",
      correctsId: "f.corrects_id",
      correctedById: "c.id",
    });
  return rows.map(({ correctedById, ...row }) => ({ ...row, isCorrected: correctedById !== null }));
}

/** An assessment of the risk that nobody has corrected yet. */
export async function findAssessmentInForce(
  db: Database,
  key: { riskId: number; id: number },
): Promise<(Assessment & { id: number }) | undefined> {
  return db("risk_assessments as f")
    .leftJoin("risk_assessments as c", "c.corrects_id", "f.id")
    .where({ "f.risk_id": key.riskId, "f.id": key.id })
    .whereNull("c.id")
    .first({
      id: "f.id",
      state: "f.state",
      probability: "f.probability",
      impact: "f.impact",
      note: "f.note",
      validOn: "f.valid_on",
    });
}

export async function insertAssessment(
  trx: Transaction,
  fact: Assessment & {
    riskId: number;
    recordedAt: string;
    recordedBy: number | null;
    correctsId: number | null;
  },
): Promise<number> {
  const [row] = await trx("risk_assessments")
    .insert({
      risk_id: fact.riskId,
      state: fact.state,
      probability: fact.probability,
      impact: fact.impact,
      note: fact.note,
      valid_on: fact.validOn,
      recorded_at: fact.recordedAt,
      recorded_by: fact.recordedBy,
      corrects_id: fact.correctsId,
    })
    .returning("id");
  return row.id;
}

/** A risk as it was assessed at a moment. */
export interface RiskAtMoment
  extends Pick<Assessment, "state" | "probability" | "impact" | "validOn"> {
  riskId: number;
  projectId: number;
  number: number;
  title: string;
  measure: string | null;
  /** What was thought of it before that; null of a first assessment. */
  previousScore: number | null;
}

/**
 * Risks of several projects as they were assessed on a day and known at an instant, the gravest first; one
 * query. Of closed ones and of those archived by now the caller leaves out what it does not tell.
 */
export async function listRisksAt(
  db: Database,
  of: { projectIds: readonly number[] } | { riskIds: readonly number[] },
  moment: Moment,
): Promise<RiskAtMoment[]> {
  const [column, ids] = "riskIds" in of ? ["x.id", of.riskIds] : ["x.project_id", of.projectIds];
  const rank = "row_number() over (partition by f.risk_id order by f.valid_on desc, f.id desc)";
  const before =
    "lead(f.probability * f.impact) over (partition by f.risk_id order by f.valid_on desc, f.id desc)";
  const assessed = inForce(db, "risk_assessments", moment)
    .join("risks as x", "x.id", "f.risk_id")
    .whereNull("x.archived_at")
    .whereIn(column, [...ids])
    .select({
      riskId: "x.id",
      projectId: "x.project_id",
      number: "x.number",
      title: "x.title",
      measure: "x.measure",
      state: "f.state",
      probability: "f.probability",
      impact: "f.impact",
      validOn: "f.valid_on",
      previousScore: db.raw(before),
      place: db.raw(rank),
    });
  const rows = await db
    .from(assessed.as("s"))
    .where("s.place", 1)
    .orderByRaw("s.?? * s.?? desc, s.??", ["probability", "impact", "riskId"])
    .select("s.*");
  return rows.map(({ place: _place, ...risk }) => risk);
}
