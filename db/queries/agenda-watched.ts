import type { Database } from "../connection.ts";
import type { AgendaScope } from "./agenda.ts";
import { type Branch, branch, OWNED } from "./agenda-branch.ts";
import { oneLine } from "./one-line.ts";

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
    dueOn: "x.next_review_on",
    ...OWNED,
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
    pageId: "x.control_id",
    dueOn: "x.remedy_by",
    ...OWNED,
  });
}

function resolutionsToSubmit(db: Database, scope: AgendaScope): Branch {
  const query = db("resolutions as x").whereNull("x.archived_at").where("x.state", "planned");
  return branch(query, db, scope, {
    objectType: "submission",
    kind: "'submission'",
    title: "x.title",
    dueOn: "x.submit_by",
    ...OWNED,
  });
}

/** A returned report, told by its number, until it is handed in again. */
function reportsToAnswer(db: Database, scope: AgendaScope): Branch {
  const query = db("reports as x").whereNull("x.archived_at").whereNotNull("x.answer_by");
  return branch(query, db, scope, {
    objectType: "report-answer",
    kind: "'report-answer'",
    title: null,
    periodNumber: "x.number",
    dueOn: "x.answer_by",
  });
}

/** Whether an output `x` has remarks that nobody has settled. */
export const HAS_OPEN_COMMENTS = `exists (select 1 from comments k
  where k.object_type = 'output' and k.object_id = x.id
    and k.settled_at is null and k.archived_at is null)`;

/** Remarks on a draft are taken until a day and then settled; once they are, the draft waits for approval. */
function draftsInComments(db: Database, scope: AgendaScope): Branch {
  const query = db("outputs as x")
    .join("milestones as w", "w.id", "x.milestone_id")
    .whereNull("x.archived_at")
    .whereNull("w.archived_at")
    .whereNull("w.cancelled_on")
    .where("x.state", "commented")
    .whereRaw(`(x.comments_by >= ? or ${HAS_OPEN_COMMENTS})`, [scope.today]);
  return branch(query, db, scope, {
    objectType: "output-comments",
    kind: "'output-comments'",
    title: "w.title",
    dueOn: "x.comments_by",
    ownerUserId: "w.owner_user_id",
    ownerContactId: "w.owner_contact_id",
  });
}

/** Dates of what is watched over, in the order of the product. */
export const WATCHED = [
  risksToReview,
  remediesOwed,
  resolutionsToSubmit,
  reportsToAnswer,
  draftsInComments,
];
