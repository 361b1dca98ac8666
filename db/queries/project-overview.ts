import type { Database } from "../connection.ts";
import { keptStatement } from "../kept-statements.ts";
import type { Health } from "./project-list.ts";

/** The project's current figures and what its page says about it beyond its own row. */
export interface ProjectOverview {
  priorityAxis: string | null;
  callNumber: string | null;
  callName: string | null;
  beneficiaryName: string | null;
  department: string | null;
  vision: string | null;
  physicalBp: number | null;
  indicatorsBp: number | null;
  indicatorsWithTarget: number;
  indicatorsMet: number;
  spentHalere: number | null;
  spentOn: string | null;
  /** What nobody draws beyond; null until any money was entered. */
  capHalere: number | null;
  claimedHalere: number | null;
  approvedHalere: number | null;
  receivedHalere: number | null;
  health: Health | null;
  healthSentence: string | null;
  decisionNeeded: string | null;
  healthOn: string | null;
  healthByName: string | null;
  isFavourite: boolean;
  overdue: number;
}

export async function findProjectOverview(
  db: Database,
  of: { projectId: number; userId: number; today: string },
): Promise<ProjectOverview> {
  const [row] = await overviewRows(db, {}, of);
  const { favouriteId, ...overview } = row as OverviewRow;
  return { ...overview, isFavourite: favouriteId !== null };
}

type OverviewRow = Omit<ProjectOverview, "isFavourite"> & { favouriteId: number | null };
type Asked = Record<"projectId" | "userId", number> & { today: string };

const overviewRows = keptStatement<object, Asked, OverviewRow>((db, _form, of) => {
  const overdue = openMilestones(db).where("m.due_on", "<", of.today).count("*");
  return db("project_totals as t")
    .join("projects as p", "p.id", "t.project_id")
    .leftJoin("organisations as o", "o.id", "p.beneficiary_id")
    .leftJoin("drawdown_totals as d", "d.project_id", "p.id")
    .leftJoin("users as u", "u.id", "t.health_by")
    .leftJoin("project_favourites as f", (on) =>
      on.on("f.project_id", "p.id").andOnVal("f.user_id", of.userId),
    )
    .where("t.project_id", of.projectId)
    .select({
      priorityAxis: "p.priority_axis",
      callNumber: "p.call_number",
      callName: "p.call_name",
      beneficiaryName: "o.name",
      department: "p.department",
      vision: "p.vision",
      physicalBp: "t.physical_bp",
      indicatorsBp: "t.indicators_bp",
      indicatorsWithTarget: "t.indicators_with_target",
      indicatorsMet: "t.indicators_met",
      spentHalere: "t.spent_halere",
      spentOn: "t.spent_on",
      capHalere: "d.cap_halere",
      claimedHalere: "d.claimed_halere",
      approvedHalere: "d.approved_halere",
      receivedHalere: "d.received_halere",
      health: "t.health",
      healthSentence: "t.health_sentence",
      decisionNeeded: "t.decision_needed",
      healthOn: "t.health_on",
      healthByName: "u.name",
      favouriteId: "f.id",
      overdue,
    });
});

export interface OverviewActivity {
  id: number;
  parentId: number | null;
  number: string;
  title: string;
  startsOn: string | null;
  endsOn: string | null;
  percent: number | null;
  state: string;
}

/** Live activities, siblings in their order. */
export async function listOverviewActivities(
  db: Database,
  projectId: number,
): Promise<OverviewActivity[]> {
  return activityRows(db, {}, { projectId });
}

const activityRows = keptStatement<object, { projectId: number }, OverviewActivity>(
  (db, _form, { projectId }) =>
    db("activities")
      .where({ project_id: projectId })
      .whereNull("archived_at")
      .orderBy(["position", "id"])
      .select({
        id: "id",
        parentId: "parent_id",
        number: "number",
        title: "title",
        startsOn: "starts_on",
        endsOn: "ends_on",
        percent: "percent",
        state: "state",
      }),
);

export interface OverviewPin {
  id: number;
  kind: string;
  title: string;
  dueOn: string;
  doneOn: string | null;
}

/** Everything with one date that stands on the timeline, done or not, by day. */
export async function listOverviewPins(db: Database, projectId: number): Promise<OverviewPin[]> {
  return pinRows(db, {}, { projectId });
}

const pinRows = keptStatement<object, { projectId: number }, OverviewPin>(
  (db, _form, { projectId }) =>
    db("milestones")
      .where({ project_id: projectId })
      .whereNull("cancelled_on")
      .whereNull("archived_at")
      .orderBy(["due_on", "id"])
      .select({ id: "id", kind: "kind", title: "title", dueOn: "due_on", doneOn: "done_on" }),
);

function openMilestones(db: Database) {
  return db("milestones as m")
    .whereRaw("m.project_id = p.id")
    .whereNull("m.done_on")
    .whereNull("m.cancelled_on")
    .whereNull("m.archived_at");
}
