import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";

export type MilestoneKind =
  | "milestone"
  | "report"
  | "payment-request"
  | "publicity"
  | "output"
  | "task"
  | "other";

/** What an output is: documents and filled positions are counted by indicators. */
export type OutputKind =
  | "document"
  | "methodology"
  | "campaign"
  | "application"
  | "position"
  | "other";

export interface MilestoneFields extends Owner {
  activityId: number | null;
  kind: MilestoneKind;
  /** Of outputs only; null where nobody has told. */
  outputKind: OutputKind | null;
  title: string;
  note: string | null;
  expectedOn: string | null;
  recurrence: "none" | "monthly" | "yearly";
  recursUntil: string | null;
}

export interface MilestoneDue {
  computedDueOn: string | null;
  overriddenDueOn: string | null;
  overrideReason: string | null;
  dueOn: string;
  shiftedOn: string;
  remindOn: string;
}

export interface MilestoneOutcome {
  doneOn: string | null;
  cancelledOn: string | null;
  proof: string | null;
  proofUrl: string | null;
}

export interface Milestone extends MilestoneFields, MilestoneDue, MilestoneOutcome {
  id: number;
  projectId: number;
  origin: "hand" | "rule" | "minutes" | "log";
  logEntryId: number | null;
  /** Which duty of the legal act it is; null of everything else. */
  duty: string | null;
  programmeRuleId: number | null;
  /** Where the rule is written from which the day was computed. */
  ruleSource: string | null;
  /** Why the project has that rule of its own; null of a rule of the programme. */
  ruleReason: string | null;
  periodId: number | null;
  periodNumber: number | null;
  baselineDueOn: string;
  /** The first one of the series; null for the first one itself. */
  recursFromId: number | null;
  /** The day the series began with; the own baseline where there is no series. */
  seriesFirstOn: string;
  activityNumber: string | null;
  activityParentNumber: string | null;
  activityTitle: string | null;
  ownerName: string | null;
  ownerFunction: string | null;
  version: number;
}

/** The SQL twin of `isOverdue` in the rules of milestones, asked with today; a test holds the two together. */
export function overdueSql(alias: string): string {
  return `${openSql(alias)} and ${alias}.due_on < ?`;
}

export function openSql(alias: string): string {
  return `${alias}.done_on is null and ${alias}.cancelled_on is null`;
}

export async function findMilestone(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Milestone | undefined> {
  return milestones(db).where({ "m.project_id": key.projectId, "m.id": key.id }).first();
}

/** Several at once, in the order of their days; those of another project are left out. */
export async function listMilestonesById(
  db: Database,
  keys: { projectId: number; ids: number[] },
): Promise<Milestone[]> {
  return milestones(db)
    .where("m.project_id", keys.projectId)
    .whereIn("m.id", keys.ids)
    .orderBy(["m.due_on", "m.id"]);
}

export async function insertMilestone(
  trx: Transaction,
  milestone: MilestoneFields &
    MilestoneDue &
    Pick<Milestone, "projectId" | "origin" | "logEntryId" | "programmeRuleId" | "periodId"> &
    Pick<Milestone, "baselineDueOn" | "recursFromId" | "duty"> & { createdAt: string },
): Promise<number> {
  const [row] = await trx("milestones")
    .insert({
      ...fieldColumns(milestone),
      ...dueColumns(milestone),
      project_id: milestone.projectId,
      origin: milestone.origin,
      log_entry_id: milestone.logEntryId,
      programme_rule_id: milestone.programmeRuleId,
      period_id: milestone.periodId,
      duty: milestone.duty,
      baseline_due_on: milestone.baselineDueOn,
      recurs_from_id: milestone.recursFromId,
      created_at: milestone.createdAt,
    })
    .returning("id");
  return row.id;
}

interface Version {
  id: number;
  version: number;
}

/** 0 when the record has another version by now; so with the updates below. */
export async function updateMilestone(
  trx: Transaction,
  key: Version,
  fields: MilestoneFields,
): Promise<number> {
  return updateVersion(trx, key, fieldColumns(fields));
}

export async function updateMilestoneDue(
  trx: Transaction,
  key: Version,
  due: MilestoneDue & { periodId?: number | null; programmeRuleId?: number | null },
): Promise<number> {
  const period = due.periodId === undefined ? {} : { period_id: due.periodId };
  const rule = due.programmeRuleId === undefined ? {} : { programme_rule_id: due.programmeRuleId };
  return updateVersion(trx, key, { ...dueColumns(due), ...period, ...rule });
}

export async function updateMilestoneOutcome(
  trx: Transaction,
  key: Version,
  outcome: MilestoneOutcome,
): Promise<number> {
  return updateVersion(trx, key, {
    done_on: outcome.doneOn,
    cancelled_on: outcome.cancelledOn,
    proof: outcome.proof,
    proof_url: outcome.proofUrl,
  });
}

export async function updateMilestoneOwners(
  trx: Transaction,
  ids: number[],
  owner: Owner,
): Promise<void> {
  await trx("milestones")
    .whereIn("id", ids)
    .update({
      owner_user_id: owner.ownerUserId,
      owner_contact_id: owner.ownerContactId,
      version: trx.raw("version + 1"),
    });
}

/** Whether the series has its milestone of that day already, whatever became of it. */
export async function hasInSeries(
  db: Database,
  key: { seriesId: number; baselineDueOn: string },
): Promise<boolean> {
  const found = await db("milestones")
    .where({ recurs_from_id: key.seriesId, baseline_due_on: key.baselineDueOn })
    .first("id");
  return found !== undefined;
}

function updateVersion(trx: Transaction, key: Version, columns: object): Promise<number> {
  return trx("milestones")
    .where({ id: key.id, version: key.version })
    .update({ ...columns, version: key.version + 1 });
}

function milestones(db: Database) {
  return db("milestones as m")
    .leftJoin("activities as a", "a.id", "m.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .leftJoin("users as u", "u.id", "m.owner_user_id")
    .leftJoin("contacts as c", "c.id", "m.owner_contact_id")
    .leftJoin("monitoring_periods as o", "o.id", "m.period_id")
    .leftJoin("milestones as s", "s.id", "m.recurs_from_id")
    .leftJoin("programme_rules as r", "r.id", "m.programme_rule_id")
    .whereNull("m.archived_at")
    .select({
      id: "m.id",
      projectId: "m.project_id",
      activityId: "m.activity_id",
      kind: "m.kind",
      outputKind: "m.output_kind",
      title: "m.title",
      note: "m.note",
      origin: "m.origin",
      logEntryId: "m.log_entry_id",
      duty: "m.duty",
      programmeRuleId: "m.programme_rule_id",
      ruleSource: "r.source",
      ruleReason: "r.reason",
      periodId: "m.period_id",
      periodNumber: "o.number",
      computedDueOn: "m.computed_due_on",
      overriddenDueOn: "m.overridden_due_on",
      overrideReason: "m.override_reason",
      dueOn: "m.due_on",
      shiftedOn: "m.shifted_on",
      remindOn: "m.remind_on",
      baselineDueOn: "m.baseline_due_on",
      expectedOn: "m.expected_on",
      doneOn: "m.done_on",
      cancelledOn: "m.cancelled_on",
      proof: "m.proof",
      proofUrl: "m.proof_url",
      recurrence: "m.recurrence",
      recursUntil: "m.recurs_until",
      recursFromId: "m.recurs_from_id",
      seriesFirstOn: db.raw("coalesce(s.baseline_due_on, m.baseline_due_on)"),
      activityNumber: "a.number",
      activityParentNumber: "p.number",
      activityTitle: "a.title",
      ownerUserId: "m.owner_user_id",
      ownerContactId: "m.owner_contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
      ownerFunction: "c.function",
      version: "m.version",
    });
}

function fieldColumns(fields: MilestoneFields) {
  return {
    activity_id: fields.activityId,
    kind: fields.kind,
    output_kind: fields.outputKind,
    title: fields.title,
    note: fields.note,
    expected_on: fields.expectedOn,
    recurrence: fields.recurrence,
    recurs_until: fields.recursUntil,
    owner_user_id: fields.ownerUserId,
    owner_contact_id: fields.ownerContactId,
  };
}

function dueColumns(due: MilestoneDue) {
  return {
    computed_due_on: due.computedDueOn,
    overridden_due_on: due.overriddenDueOn,
    override_reason: due.overrideReason,
    due_on: due.dueOn,
    shifted_on: due.shiftedOn,
    remind_on: due.remindOn,
  };
}
