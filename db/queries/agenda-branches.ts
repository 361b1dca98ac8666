import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import type { AgendaObject, AgendaScope } from "./agenda.ts";
import { oneLine } from "./one-line.ts";

/** Where a branch finds what every row of the agenda has; null where it has none. */
export interface Columns {
  objectType: AgendaObject;
  kind: string;
  title: string | null;
  objectId: string;
  pageId: string;
  periodNumber: string | null;
  dueOn: string;
  remindOn: string;
  ownerUserId: string | null;
  ownerContactId: string | null;
}

/** Milestones stay until they are done or cancelled; passed by their day they are overdue. */
function openMilestones(db: Database, scope: AgendaScope): Branch {
  const query = db("milestones as x")
    .whereNull("x.done_on")
    .whereNull("x.cancelled_on")
    .whereNull("x.archived_at");
  return branch(query, db, scope, {
    objectType: "milestone",
    kind: "x.kind",
    title: "x.title",
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: null,
    dueOn: "x.due_on",
    remindOn: "x.remind_on",
    ownerUserId: "x.owner_user_id",
    ownerContactId: "x.owner_contact_id",
  });
}

// Ends of periods and days of targets come and pass by themselves: they are never overdue.

function periodEnds(db: Database, scope: AgendaScope): Branch {
  const query = db("monitoring_periods as x").where("x.ends_on", ">=", scope.today);
  return branch(query, db, scope, {
    objectType: "period",
    kind: "'period-end'",
    title: null,
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: "x.number",
    dueOn: "x.ends_on",
    remindOn: "x.ends_on",
    ownerUserId: null,
    ownerContactId: null,
  });
}

function projectTargets(db: Database, scope: AgendaScope): Branch {
  const query = db("indicators as x")
    .whereNull("x.archived_at")
    .where("x.target_on", ">=", scope.today)
    .whereRaw("(x.target is not null or x.target_text is not null)")
    .whereRaw(
      "not coalesce(case x.direction when 'up' then x.achieved >= x.target else x.achieved <= x.target end, false)",
    );
  return branch(query, db, scope, {
    objectType: "indicator",
    kind: "'target'",
    title: "x.name",
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: null,
    dueOn: "x.target_on",
    remindOn: "x.target_on",
    ownerUserId: "x.owner_user_id",
    ownerContactId: null,
  });
}

function periodTargets(db: Database, scope: AgendaScope): Branch {
  const query = db("monitoring_periods as y")
    .join("indicator_targets as t", "t.period_id", "y.id")
    .join("indicators as x", "x.id", "t.indicator_id")
    .whereNull("x.archived_at")
    .where("y.ends_on", ">=", scope.today)
    .whereRaw("(t.target is not null or t.target_text is not null)");
  return branch(query, db, scope, {
    objectType: "indicator-target",
    kind: "'target'",
    title: "x.name",
    objectId: "t.id",
    pageId: "x.id",
    periodNumber: "y.number",
    dueOn: "y.ends_on",
    remindOn: "y.ends_on",
    ownerUserId: "x.owner_user_id",
    ownerContactId: null,
  });
}

// Events, internships and campaigns come and pass by themselves too; what is owed after an event is its closing.

const OPEN_TITLE = "case when x.is_confidential then null else x.title end";

function comingEvents(db: Database, scope: AgendaScope): Branch {
  const query = db("events as x")
    .whereNull("x.archived_at")
    .whereIn("x.state", ["planned", "confirmed"])
    .where("x.starts_on", ">=", scope.today);
  return branch(query, db, scope, {
    objectType: "event",
    kind: "'event'",
    title: OPEN_TITLE,
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: null,
    dueOn: "x.starts_on",
    remindOn: "x.starts_on",
    ownerUserId: "x.owner_user_id",
    ownerContactId: "x.owner_contact_id",
  });
}

function eventsToClose(db: Database, scope: AgendaScope): Branch {
  const query = db("events as x")
    .whereNull("x.archived_at")
    .whereIn("x.state", ["planned", "confirmed", "held"])
    .where("x.ends_on", "<", scope.today);
  return branch(query, db, scope, {
    objectType: "event-closing",
    kind: "'event-closing'",
    title: OPEN_TITLE,
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: null,
    dueOn: "x.close_by",
    remindOn: "x.close_by",
    ownerUserId: "x.owner_user_id",
    ownerContactId: "x.owner_contact_id",
  });
}

function comingInternships(db: Database, scope: AgendaScope): Branch {
  const query = db("internships as x")
    .whereNull("x.archived_at")
    .whereIn("x.state", ["planned", "agreed"])
    .where("x.starts_on", ">=", scope.today);
  return branch(query, db, scope, {
    objectType: "internship",
    kind: "'internship'",
    title: "x.title",
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: null,
    dueOn: "x.starts_on",
    remindOn: "x.starts_on",
    ownerUserId: "x.owner_user_id",
    ownerContactId: "x.owner_contact_id",
  });
}

function endingCampaigns(db: Database, scope: AgendaScope): Branch {
  const query = db("campaigns as x")
    .whereNull("x.archived_at")
    .whereIn("x.state", ["planned", "running"])
    .where("x.ends_on", ">=", scope.today);
  return branch(query, db, scope, {
    objectType: "campaign",
    kind: "'campaign'",
    title: "x.title",
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: null,
    dueOn: "x.ends_on",
    remindOn: "x.ends_on",
    ownerUserId: "x.owner_user_id",
    ownerContactId: "x.owner_contact_id",
  });
}

// What is watched over: a review, a remedy and a submission stay owed until somebody sees to them.

function risksToReview(db: Database, scope: AgendaScope): Branch {
  const query = db("risks as x")
    .whereNull("x.archived_at")
    .whereIn("x.state", ["open", "occurred"])
    .whereNotNull("x.next_review_on");
  return branch(query, db, scope, {
    objectType: "risk-review",
    kind: "'risk-review'",
    title: "x.title",
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: null,
    dueOn: "x.next_review_on",
    remindOn: "x.next_review_on",
    ownerUserId: "x.owner_user_id",
    ownerContactId: "x.owner_contact_id",
  });
}

function remediesOwed(db: Database, scope: AgendaScope): Branch {
  const query = db("control_findings as x")
    .join("controls as o", "o.id", "x.control_id")
    .whereNull("x.archived_at")
    .whereNull("o.archived_at")
    .whereNull("x.remedied_on")
    .whereNotNull("x.remedy_by");
  return branch(query, db, scope, {
    objectType: "remedy",
    kind: "'remedy'",
    title: oneLine("coalesce(x.remedy, x.finding)"),
    objectId: "x.id",
    pageId: "x.control_id",
    periodNumber: null,
    dueOn: "x.remedy_by",
    remindOn: "x.remedy_by",
    ownerUserId: "x.owner_user_id",
    ownerContactId: "x.owner_contact_id",
  });
}

function resolutionsToSubmit(db: Database, scope: AgendaScope): Branch {
  const query = db("resolutions as x").whereNull("x.archived_at").where("x.state", "planned");
  return branch(query, db, scope, {
    objectType: "submission",
    kind: "'submission'",
    title: "x.title",
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: null,
    dueOn: "x.submit_by",
    remindOn: "x.submit_by",
    ownerUserId: "x.owner_user_id",
    ownerContactId: "x.owner_contact_id",
  });
}

/** A returned report, told by its number, until it is handed in again. */
function reportsToAnswer(db: Database, scope: AgendaScope): Branch {
  const query = db("reports as x").whereNull("x.archived_at").whereNotNull("x.answer_by");
  return branch(query, db, scope, {
    objectType: "report-answer",
    kind: "'report-answer'",
    title: null,
    objectId: "x.id",
    pageId: "x.id",
    periodNumber: "x.number",
    dueOn: "x.answer_by",
    remindOn: "x.answer_by",
    ownerUserId: null,
    ownerContactId: null,
  });
}

export interface Branch {
  query: Knex.QueryBuilder;
  columns: Columns;
}

/** Narrows a branch to the scope and to projects still alive, in a way that leaves the lead to its index. */
function branch(
  query: Knex.QueryBuilder,
  db: Database,
  scope: AgendaScope,
  columns: Columns,
): Branch {
  // A list of few that is made once, not a look at the project of each row.
  query.whereNotIn(
    "x.project_id",
    db("projects as q").whereNotNull("q.archived_at").select("q.id"),
  );
  if (scope.from !== undefined) query.where(columns.dueOn, ">=", scope.from);
  if (scope.to !== undefined) query.where(columns.dueOn, "<=", scope.to);
  if (scope.remindTo !== undefined) query.where(columns.remindOn, "<=", scope.remindTo);
  if (scope.ownerUserId !== undefined)
    query.whereRaw(`${answeringUser(columns.ownerUserId, "x.project_id")} = ?`, [
      scope.ownerUserId,
    ]);
  return { query, columns };
}

/**
 * Its owner, as long as they have a live account and may still see the project, else the first manager:
 * what comes to an end after somebody has left is neither shown nor mailed to them.
 */
export function answeringUser(ownerUserId: string | null, projectId: string): string {
  const manager = `(select min(m.user_id) from memberships m join users mu on mu.id = m.user_id
    where m.project_id = ${projectId} and m.role = 'manager' and mu.deactivated_at is null)`;
  if (ownerUserId === null) return manager;
  const owner = `(select o.id from users o where o.id = ${ownerUserId} and o.deactivated_at is null
    and (o.is_administrator or o.is_management or exists (select 1 from memberships om
      where om.user_id = o.id and om.project_id = ${projectId})))`;
  return `coalesce(${owner}, ${manager})`;
}

/** Where dates come from. A part of the product that has dates of its own adds its branch here. */
export const BRANCHES = [
  openMilestones,
  periodEnds,
  projectTargets,
  periodTargets,
  comingEvents,
  eventsToClose,
  comingInternships,
  endingCampaigns,
  risksToReview,
  remediesOwed,
  resolutionsToSubmit,
  reportsToAnswer,
];
