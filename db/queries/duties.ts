import type { Database, Transaction } from "../connection.ts";

/** A duty of the legal act as it is written down among milestones. */
export interface Duty {
  id: number;
  duty: string;
  periodId: number | null;
  kind: string;
  title: string;
  origin: string;
  computedDueOn: string | null;
  overriddenDueOn: string | null;
  overrideReason: string | null;
  dueOn: string;
  shiftedOn: string;
  remindOn: string;
  doneOn: string | null;
  cancelledOn: string | null;
  recursUntil: string | null;
  version: number;
}

export async function listDuties(db: Database, projectId: number): Promise<Duty[]> {
  return db("milestones")
    .where({ project_id: projectId })
    .whereNotNull("duty")
    .whereNull("archived_at")
    .orderBy(["due_on", "id"])
    .select({
      id: "id",
      duty: "duty",
      periodId: "period_id",
      kind: "kind",
      title: "title",
      origin: "origin",
      computedDueOn: "computed_due_on",
      overriddenDueOn: "overridden_due_on",
      overrideReason: "override_reason",
      dueOn: "due_on",
      shiftedOn: "shifted_on",
      remindOn: "remind_on",
      doneOn: "done_on",
      cancelledOn: "cancelled_on",
      recursUntil: "recurs_until",
      version: "version",
    });
}

/** The day of the last payment of each project whose final request is paid; the others are left out. */
export async function listLastPayments(
  db: Database,
  projectIds: readonly number[],
): Promise<{ projectId: number; paidOn: string }[]> {
  const rows: { projectId: number; paidOn: string | null }[] = await db("payment_requests")
    .whereIn("project_id", [...projectIds])
    .groupBy("project_id")
    .havingRaw("max(case when kind = 'final' and state = 'paid' then 1 else 0 end) = 1")
    .select({ projectId: "project_id" })
    .max({ paidOn: "received_on" });
  return rows.flatMap(({ projectId, paidOn }) => (paidOn ? [{ projectId, paidOn }] : []));
}

/** 0 when the record has another version by now. */
export async function updateSeriesEnd(
  trx: Transaction,
  milestone: { id: number; version: number },
  recursUntil: string,
): Promise<number> {
  return trx("milestones")
    .where({ id: milestone.id, version: milestone.version })
    .update({ recurs_until: recursUntil, version: milestone.version + 1 });
}

export async function updateMilestoneTitle(
  trx: Transaction,
  milestone: { id: number; title: string },
): Promise<void> {
  await trx("milestones").where({ id: milestone.id }).update({ title: milestone.title });
}
