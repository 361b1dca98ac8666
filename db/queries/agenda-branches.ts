import type { Database } from "../connection.ts";
import type { AgendaScope } from "./agenda.ts";
import { AWAITED } from "./agenda-awaited.ts";
import { type Branch, branch, OWNED } from "./agenda-branch.ts";
import { WATCHED } from "./agenda-watched.ts";

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
    dueOn: "x.due_on",
    remindOn: "x.remind_on",
    ...OWNED,
  });
}

// Ends of periods and days of targets come and pass by themselves: they are never overdue.

function periodEnds(db: Database, scope: AgendaScope): Branch {
  const query = db("monitoring_periods as x").where("x.ends_on", ">=", scope.today);
  return branch(query, db, scope, {
    objectType: "period",
    kind: "'period-end'",
    title: null,
    periodNumber: "x.number",
    dueOn: "x.ends_on",
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
    dueOn: "x.target_on",
    ownerUserId: "x.owner_user_id",
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
    periodNumber: "y.number",
    dueOn: "y.ends_on",
    ownerUserId: "x.owner_user_id",
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
    dueOn: "x.starts_on",
    ...OWNED,
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
    dueOn: "x.close_by",
    ...OWNED,
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
    dueOn: "x.starts_on",
    ...OWNED,
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
    dueOn: "x.ends_on",
    ...OWNED,
  });
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
  ...WATCHED,
  ...AWAITED,
];
