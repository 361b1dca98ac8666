import type { Knex } from "knex";
import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";

export type RiskState = "open" | "occurred" | "closed";

export interface RiskFields extends Owner {
  title: string;
  description: string | null;
  /** What is done so that it does not happen, or does less harm. */
  measure: string | null;
  activityId: number | null;
  nextReviewOn: string | null;
}

/** The assessment that stands: kept beside the risk. */
export interface StandingAssessment {
  state: RiskState;
  /** 1 to 5, as the impact. */
  probability: number;
  impact: number;
  assessedOn: string;
  closedOn: string | null;
}

export interface Risk extends RiskFields, StandingAssessment {
  id: number;
  projectId: number;
  number: number;
  activityNumber: string | null;
  activityParentNumber: string | null;
  activityTitle: string | null;
  ownerName: string | null;
  archivedAt: string | null;
  version: number;
}

export async function findRisk(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Risk | undefined> {
  return named(
    db("risks as x").where({ "x.project_id": key.projectId, "x.id": key.id }),
    db,
  ).first();
}

export async function nextRiskNumber(trx: Transaction, projectId: number): Promise<number> {
  const [last] = await trx("risks").where({ project_id: projectId }).max({ n: "number" });
  return Number(last?.n ?? 0) + 1;
}

export async function insertRisk(
  trx: Transaction,
  risk: RiskFields & StandingAssessment & { projectId: number; number: number; createdAt: string },
): Promise<number> {
  const [row] = await trx("risks")
    .insert({
      ...columns(risk),
      ...standing(risk),
      next_review_on: risk.nextReviewOn,
      project_id: risk.projectId,
      number: risk.number,
      created_at: risk.createdAt,
    })
    .returning("id");
  return row.id;
}

/** 0 when the record has another version by now; so with its archiving. */
export async function updateRisk(
  trx: Transaction,
  key: { id: number; version: number },
  fields: RiskFields,
): Promise<number> {
  return trx("risks")
    .where({ id: key.id, version: key.version })
    .update({
      ...columns(fields),
      next_review_on: fields.nextReviewOn,
      version: key.version + 1,
    });
}

/** Keeps what follows from its assessments; whoever edits the risk meanwhile is told. */
export async function updateStandingAssessment(
  trx: Transaction,
  id: number,
  kept: StandingAssessment & Pick<RiskFields, "nextReviewOn">,
): Promise<void> {
  await trx("risks")
    .where({ id })
    .increment("version", 1)
    .update({ ...standing(kept), next_review_on: kept.nextReviewOn });
}

export async function updateRiskArchived(
  trx: Transaction,
  key: { id: number; version: number },
  archivedAt: string | null,
): Promise<number> {
  return trx("risks")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

/** A query over risks (alias `x`) with everything that is told of one. */
export function named(query: Knex.QueryBuilder, db: Database): Knex.QueryBuilder {
  return query
    .leftJoin("activities as a", "a.id", "x.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .leftJoin("users as u", "u.id", "x.owner_user_id")
    .leftJoin("contacts as c", "c.id", "x.owner_contact_id")
    .select({
      id: "x.id",
      projectId: "x.project_id",
      number: "x.number",
      title: "x.title",
      description: "x.description",
      measure: "x.measure",
      state: "x.state",
      probability: "x.probability",
      impact: "x.impact",
      assessedOn: "x.assessed_on",
      nextReviewOn: "x.next_review_on",
      closedOn: "x.closed_on",
      activityId: "x.activity_id",
      activityNumber: "a.number",
      activityParentNumber: "p.number",
      activityTitle: "a.title",
      ownerUserId: "x.owner_user_id",
      ownerContactId: "x.owner_contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
      archivedAt: "x.archived_at",
      version: "x.version",
    });
}

function columns(fields: RiskFields) {
  return {
    title: fields.title,
    description: fields.description,
    measure: fields.measure,
    activity_id: fields.activityId,
    owner_user_id: fields.ownerUserId,
    owner_contact_id: fields.ownerContactId,
  };
}

function standing(kept: StandingAssessment) {
  return {
    state: kept.state,
    probability: kept.probability,
    impact: kept.impact,
    assessed_on: kept.assessedOn,
    closed_on: kept.closedOn,
  };
}
