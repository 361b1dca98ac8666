import { addDays } from "../../server/values/calendar-date.ts";
import type { Database } from "../connection.ts";
import type { AgendaScope } from "./agenda.ts";
import { type Branch, branch, OWNED } from "./agenda-branch.ts";
import { daysAfter } from "./days-after.ts";

// What is awaited: an end that is coming, an answer of others, a paper or a record that is missing.

/** Of a day's internship its beginning is enough. */
function endingInternships(db: Database, scope: AgendaScope): Branch {
  const query = db("internships as x")
    .whereNull("x.archived_at")
    .whereIn("x.state", ["planned", "agreed", "running"])
    .where("x.ends_on", ">=", scope.today)
    .whereRaw("x.ends_on > x.starts_on");
  return branch(query, db, scope, {
    objectType: "internship-end",
    kind: "'internship-end'",
    title: "x.title",
    dueOn: "x.ends_on",
    ...OWNED,
  });
}

/** Controls are announced with the day on which they begin. */
function announcedControls(db: Database, scope: AgendaScope): Branch {
  const query = db("controls as x")
    .whereNull("x.archived_at")
    .where("x.state", "announced")
    .where("x.starts_on", ">=", scope.today);
  return branch(query, db, scope, {
    objectType: "control",
    kind: "'control'",
    title: "x.subject",
    dueOn: "x.starts_on",
  });
}

/** An organisation that was asked to name people, until the event begins. */
function awaitedNominations(db: Database, scope: AgendaScope): Branch {
  const query = db("nomination_links as n")
    .join("events as x", "x.id", "n.event_id")
    .join("organisations as o", "o.id", "n.organisation_id")
    .whereNull("n.answered_at")
    .whereNull("n.revoked_at")
    .whereNull("x.archived_at")
    .whereIn("x.state", ["planned", "confirmed"])
    .where("x.starts_on", ">=", scope.today);
  return branch(query, db, scope, {
    objectType: "nomination",
    kind: "'nomination'",
    title: "case when x.is_confidential then null else o.name || ' – ' || x.title end",
    objectId: "n.id",
    dueOn: "n.answer_by",
    ...OWNED,
  });
}

/** A mentor who was asked to confirm what was worked; a later confirmation of the place settles it too. */
function awaitedConfirmations(db: Database, scope: AgendaScope): Branch {
  const query = db("internship_confirmations as n")
    .join("internships as x", "x.id", "n.internship_id")
    .join("internship_hosts as h", "h.id", "n.host_id")
    .join("organisations as o", "o.id", "h.organisation_id")
    .whereNotNull("n.answer_by")
    .whereNull("n.answered_at")
    .whereNull("n.revoked_at")
    .whereNull("x.archived_at")
    .whereNot("x.state", "cancelled")
    .whereRaw(
      "not exists (select 1 from internship_confirmations l where l.host_id = n.host_id and l.id > n.id)",
    );
  return branch(query, db, scope, {
    objectType: "internship-confirmation",
    kind: "'internship-confirmation'",
    title: "o.name || ' – ' || x.title",
    objectId: "n.id",
    dueOn: "n.answer_by",
    ...OWNED,
  });
}

/** What became of people is to be known within four weeks of leaving; whoever stays to the end leaves with it. */
const EXIT_DAYS = "28";
const STILL_IN = `from participations i where i.project_id = o.id
  and i.exited_on is null and i.merged_into_id is null and i.archived_at is null`;

/** One line a project: people are counted, never named. */
function exitsToRecord(db: Database, scope: AgendaScope): Branch {
  const projects = db("projects as o")
    .whereRaw(`exists (select 1 ${STILL_IN})`)
    .select({
      project_id: "o.id",
      due_on: db.raw(daysAfter(db, "o.ends_on", EXIT_DAYS)),
      persons: db.raw(`(select count(*) ${STILL_IN})`),
    });
  return branch(db.from(projects.as("x")), db, scope, {
    objectType: "exit",
    kind: "'exit'",
    title: null,
    objectId: "x.project_id",
    pageId: "x.project_id",
    periodNumber: null,
    count: "x.persons",
    dueOn: "x.due_on",
    remindOn: "x.due_on",
    ownerUserId: null,
    ownerContactId: null,
  });
}

/** What a project lacked when it ended is looked for a year longer; then its list of papers tells it still. */
const YEAR_AFTER_DAYS = 365;

/** One line a project: how many papers it lacks that were to be there, kept beside the project. */
function awaitedDocuments(db: Database, scope: AgendaScope): Branch {
  const longEnded = db("projects as e")
    .where("e.ends_on", "<", addDays(scope.today, -YEAR_AFTER_DAYS))
    .select("e.id");
  const query = db("awaited_documents as x").whereNotIn("x.project_id", longEnded);
  return branch(query, db, scope, {
    objectType: "awaited-document",
    kind: "'awaited-document'",
    title: null,
    objectId: "x.project_id",
    pageId: "x.project_id",
    count: "x.missing",
    dueOn: "x.due_on",
  });
}

/** Dates of what is awaited, in the order of the product. */
export const AWAITED = [
  endingInternships,
  announcedControls,
  awaitedNominations,
  awaitedConfirmations,
  exitsToRecord,
  awaitedDocuments,
];
