import type { Knex } from "knex";
import type { Owner } from "../../server/values/owner.ts";
import type { Database } from "../connection.ts";
import { type MilestoneKind, openSql, overdueSql } from "./milestones.ts";

export type MilestoneGrouping = "none" | "kind" | "activity" | "month";
/** Also what is still owed before what is done or cancelled. */
type MilestoneOrder = MilestoneGrouping | "open-first";

export interface MilestoneFilter {
  projectId: number;
  today: string;
  state: "unfinished" | "overdue" | "done" | "cancelled" | "all";
  kind?: MilestoneKind | undefined;
  /** Of a key activity also those of its sub-activities; null is no activity at all. */
  activityId?: number | null | undefined;
  /** Nobody when both are null. */
  owner?: Owner | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export interface MilestoneLine extends Owner {
  id: number;
  kind: MilestoneKind;
  title: string;
  activityId: number | null;
  activityNumber: string | null;
  activityParentNumber: string | null;
  activityTitle: string | null;
  dueOn: string;
  shiftedOn: string;
  baselineDueOn: string;
  expectedOn: string | null;
  doneOn: string | null;
  cancelledOn: string | null;
  proof: string | null;
  proofUrl: string | null;
  recurrence: "none" | "monthly" | "yearly";
  ownerName: string | null;
}

/** One page of the list, by day within its group; all of it without a page. */
export async function listMilestones(
  db: Database,
  filter: MilestoneFilter,
  order: {
    group: MilestoneOrder;
    sort: MilestoneSort;
    page?: { limit: number; offset: number };
  },
): Promise<MilestoneLine[]> {
  const query = whereState(filtered(db, filter), filter)
    .leftJoin("users as u", "u.id", "m.owner_user_id")
    .leftJoin("contacts as c", "c.id", "m.owner_contact_id")
    .select({
      id: "m.id",
      kind: "m.kind",
      title: "m.title",
      activityId: "m.activity_id",
      activityNumber: "a.number",
      activityParentNumber: "p.number",
      activityTitle: "a.title",
      dueOn: "m.due_on",
      shiftedOn: "m.shifted_on",
      baselineDueOn: "m.baseline_due_on",
      expectedOn: "m.expected_on",
      doneOn: "m.done_on",
      cancelledOn: "m.cancelled_on",
      proof: "m.proof",
      proofUrl: "m.proof_url",
      recurrence: "m.recurrence",
      ownerUserId: "m.owner_user_id",
      ownerContactId: "m.owner_contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
    });
  for (const expression of GROUP_ORDER[order.group]) query.orderByRaw(expression);
  const direction = order.sort.isDescending ? "desc" : "asc";
  // What has no such day comes last, either way round.
  query.orderByRaw(`case when ${SORT_COLUMNS[order.sort.by]} is null then 1 else 0 end`);
  query.orderByRaw(`${SORT_COLUMNS[order.sort.by]} ${direction}, m.id`);
  if (order.page) query.limit(order.page.limit).offset(order.page.offset);
  return query;
}

export interface MilestoneSort {
  by: "due" | "expected" | "done";
  isDescending: boolean;
}

const SORT_COLUMNS: Record<MilestoneSort["by"], string> = {
  due: "m.due_on",
  expected: "m.expected_on",
  done: "m.done_on",
};

export interface StateCounts {
  unfinished: number;
  overdue: number;
  done: number;
  cancelled: number;
  all: number;
}

/** How many there are in each state, whatever state the filter asks for. */
export async function countMilestonesByState(
  db: Database,
  filter: MilestoneFilter,
): Promise<StateCounts> {
  const count = (condition: string) => `count(case when ${condition} then 1 end)`;
  const row = await filtered(db, filter).first({
    unfinished: db.raw(count(openSql("m"))),
    overdue: db.raw(count(overdueSql("m")), [filter.today]),
    done: db.raw(count("m.done_on is not null")),
    cancelled: db.raw(count("m.done_on is null and m.cancelled_on is not null")),
    all: db.raw("count(*)"),
  });
  return row;
}

/** How many milestones each group has; the key is the kind, the id of the activity or the month. */
export async function countMilestonesByGroup(
  db: Database,
  filter: MilestoneFilter,
  group: Exclude<MilestoneGrouping, "none">,
): Promise<{ key: string; count: number }[]> {
  const rows = await whereState(filtered(db, filter), filter)
    .groupByRaw(GROUP_KEYS[group])
    .select({ key: db.raw(GROUP_KEYS[group]), count: db.raw("count(*)") });
  return rows.map((row: { key: unknown; count: number }) => ({
    key: row.key === null ? "" : String(row.key),
    count: row.count,
  }));
}

/** Open milestones of the same activity that come after this one: those a move may take along. */
export async function listLaterOpen(
  db: Database,
  than: { projectId: number; activityId: number | null; id: number; dueOn: string },
): Promise<Pick<MilestoneLine, "id" | "kind" | "title" | "dueOn">[]> {
  if (than.activityId === null) return [];
  const query = db("milestones as m")
    .where({ "m.project_id": than.projectId, "m.activity_id": than.activityId })
    .where("m.due_on", ">=", than.dueOn)
    .whereNot("m.id", than.id)
    .whereNull("m.archived_at");
  return query
    .whereRaw(openSql("m"))
    .orderBy(["m.due_on", "m.id"])
    .limit(50)
    .select({ id: "m.id", kind: "m.kind", title: "m.title", dueOn: "m.due_on" });
}

const GROUP_KEYS: Record<Exclude<MilestoneGrouping, "none">, string> = {
  kind: "m.kind",
  activity: "m.activity_id",
  month: "substr(cast(m.due_on as text), 1, 7)",
};

const GROUP_ORDER: Record<MilestoneOrder, string[]> = {
  none: [],
  "open-first": [`case when ${openSql("m")} then 0 else 1 end`],
  month: ["substr(cast(m.due_on as text), 1, 7)"],
  kind: [
    `case m.kind when 'milestone' then 1 when 'report' then 2 when 'payment-request' then 3
       when 'publicity' then 4 when 'output' then 5 when 'task' then 6 else 7 end`,
  ],
  activity: [
    "case when m.activity_id is null then 1 else 0 end",
    "coalesce(p.position, a.position)",
    "coalesce(p.id, a.id)",
    "case when a.parent_id is null then 0 else 1 end",
    "a.position",
    "m.activity_id",
  ],
};

function filtered(db: Database, filter: MilestoneFilter): Knex.QueryBuilder {
  const query = db("milestones as m")
    .leftJoin("activities as a", "a.id", "m.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .where("m.project_id", filter.projectId)
    .whereNull("m.archived_at");
  if (filter.kind) query.where("m.kind", filter.kind);
  if (filter.from) query.where("m.due_on", ">=", filter.from);
  if (filter.to) query.where("m.due_on", "<=", filter.to);
  if (filter.owner) {
    query.where({
      "m.owner_user_id": filter.owner.ownerUserId,
      "m.owner_contact_id": filter.owner.ownerContactId,
    });
  }
  const { activityId } = filter;
  if (activityId === null) query.whereNull("m.activity_id");
  if (typeof activityId === "number")
    query.where((either) => either.where("a.id", activityId).orWhere("a.parent_id", activityId));
  return query;
}

function whereState(query: Knex.QueryBuilder, filter: MilestoneFilter): Knex.QueryBuilder {
  if (filter.state === "unfinished") return query.whereRaw(openSql("m"));
  if (filter.state === "overdue") return query.whereRaw(overdueSql("m"), [filter.today]);
  if (filter.state === "done") return query.whereNotNull("m.done_on");
  if (filter.state === "cancelled")
    return query.whereNull("m.done_on").whereNotNull("m.cancelled_on");
  return query;
}
