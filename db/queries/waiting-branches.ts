import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { HAS_OPEN_COMMENTS } from "./agenda-watched.ts";
import type { WaitingKind, WaitingObject } from "./waiting.ts";

/** Where a branch finds what every waiting thing has; null where it has none. */
export interface WaitingColumns {
  objectType: WaitingObject;
  kind: WaitingKind;
  title: string | null;
  pageId: string;
  number: string | null;
  month: string | null;
  since: string;
  ownerUserId: string | null;
  ownerContactId: string | null;
}

export interface WaitingBranch {
  query: Knex.QueryBuilder;
  columns: WaitingColumns;
}

const NOBODYS = { ownerUserId: null, ownerContactId: null };

/** The day of the latest fact that says where a report is. */
const SINCE_ITS_STATE = `(select s.valid_on from report_states s
  where s.report_id = x.id and s.state = x.state order by s.id desc limit 1)`;

function reportsIn(db: Database, state: string, kind: WaitingKind): WaitingBranch {
  const query = db("reports as x").whereNull("x.archived_at").where("x.state", state);
  const named = { objectType: "waiting-report", title: null, month: null } as const;
  return {
    query,
    columns: {
      ...{ ...named, kind, pageId: "x.id", number: "x.number", since: SINCE_ITS_STATE },
      ...NOBODYS,
    },
  };
}

/** A returned report that is to be answered by a day is owed by it, see the agenda. */
function returnedReports(db: Database): WaitingBranch {
  const { query, columns } = reportsIn(db, "returned", "returned");
  query.whereNull("x.answer_by");
  return { query, columns: { ...columns, ownerUserId: "x.created_by" } };
}

/** Announced to the authority: its answer is to be put down, or asked after. */
function announcedChanges(db: Database): WaitingBranch {
  const query = db("project_changes as x")
    .whereNull("x.archived_at")
    .where("x.state", "announced")
    .whereNotNull("x.announced_on");
  const named = { objectType: "waiting-change", kind: "decision", title: "x.title" } as const;
  return {
    query,
    columns: {
      ...{ ...named, pageId: "x.id", number: "x.number", month: null, since: "x.announced_on" },
      ...NOBODYS,
    },
  };
}

/** Told by the person and the month, since whoever approves them has many. */
function timesheets(db: Database): WaitingBranch {
  const query = db("timesheets as x")
    .join("staff_assignments as s", "s.id", "x.assignment_id")
    .leftJoin("users as su", "su.id", "s.user_id")
    .leftJoin("contacts as sc", "sc.id", "s.contact_id")
    .whereNull("x.archived_at")
    .whereNull("s.archived_at");
  const named = { objectType: "waiting-timesheet", title: "coalesce(su.name, sc.name)" } as const;
  return {
    query,
    columns: {
      ...{ ...named, kind: "approval", pageId: "x.assignment_id", number: null },
      ...{ month: "x.month", since: "x.submitted_on", ...NOBODYS },
    },
  };
}

function submittedTimesheets(db: Database): WaitingBranch {
  const { query, columns } = timesheets(db);
  query.where("x.state", "submitted").whereNotNull("x.submitted_on");
  return { query, columns };
}

function returnedTimesheets(db: Database): WaitingBranch {
  const { query, columns } = timesheets(db);
  query.where("x.state", "draft").whereNotNull("x.returned_on");
  const owner = { ownerUserId: "s.user_id", ownerContactId: "s.contact_id" };
  return { query, columns: { ...columns, kind: "returned", since: "x.returned_on", ...owner } };
}

function outputsIn(db: Database, state: string): WaitingBranch {
  const query = db("outputs as x")
    .join("milestones as w", "w.id", "x.milestone_id")
    .whereNull("x.archived_at")
    .whereNull("w.archived_at")
    .whereNull("w.cancelled_on")
    .where("x.state", state);
  const named = { objectType: "waiting-output", title: "w.title", number: null } as const;
  return {
    query,
    columns: {
      ...{ ...named, kind: "approval", pageId: "x.id", month: null, since: "x.comments_by" },
      ...NOBODYS,
    },
  };
}

/** Remarks were taken and settled; until they are the agenda has it, see its branch. */
function outputsToApprove(db: Database, today: string): WaitingBranch {
  const { query, columns } = outputsIn(db, "commented");
  query.where("x.comments_by", "<", today).whereRaw(`not ${HAS_OPEN_COMMENTS}`);
  return { query, columns };
}

/** A draft that was further on once. */
function returnedOutputs(db: Database): WaitingBranch {
  const { query, columns } = outputsIn(db, "draft");
  query.whereRaw(
    "exists (select 1 from output_states b where b.output_id = x.id and b.state <> 'draft')",
  );
  const since = `(select s.valid_on from output_states s
    where s.output_id = x.id order by s.id desc limit 1)`;
  const owner = { ownerUserId: "w.owner_user_id", ownerContactId: "w.owner_contact_id" };
  return { query, columns: { ...columns, kind: "returned", since, ...owner } };
}

/** An internship that has ended, until its final report is approved. */
function internshipsToApprove(db: Database): WaitingBranch {
  const query = db("internships as x").whereNull("x.archived_at").where("x.state", "finished");
  const named = { objectType: "waiting-internship", kind: "approval", title: "x.title" } as const;
  return {
    query,
    columns: {
      ...{ ...named, pageId: "x.id", number: null, month: null, since: "x.ends_on" },
      ...NOBODYS,
    },
  };
}

/** Whoever submitted it puts it right. */
function returnedRequests(db: Database): WaitingBranch {
  const query = db("payment_requests as x")
    .whereNull("x.archived_at")
    .where("x.state", "returned")
    .whereNotNull("x.returned_on");
  const submitter = `(select f.recorded_by from payment_request_facts f
    where f.payment_request_id = x.id and f.kind = 'submitted' order by f.id desc limit 1)`;
  const named = { objectType: "waiting-payment-request", kind: "returned", title: null } as const;
  return {
    query,
    columns: {
      ...{ ...named, pageId: "x.id", number: "x.number", month: null, since: "x.returned_on" },
      ...{ ownerUserId: submitter, ownerContactId: null },
    },
  };
}

/** Everything that can wait, in the order of the product. */
export function waitingBranches(db: Database, today: string): WaitingBranch[] {
  return [
    reportsIn(db, "checking", "approval"),
    reportsIn(db, "ready", "submission"),
    returnedReports(db),
    announcedChanges(db),
    submittedTimesheets(db),
    returnedTimesheets(db),
    outputsToApprove(db, today),
    returnedOutputs(db),
    internshipsToApprove(db),
    returnedRequests(db),
  ];
}
