import type { Knex } from "knex";
import { day, editable, holds, instant, oneOf, reference } from "./columns.ts";

const CLOSINGS = ["signed-sheet", "login-list", "head-count"];
const FORMS = ["in-person", "electronic"];
const REGISTRATION_STATES = ["invited", "registered", "waiting", "declined", "withdrawn"];

const AT = "2026-11-22T10:00:00.000Z";
// The event itself passes by its day; its attendance stays owed until it is closed.
const REMINDER_RULES = [
  { key: "events", object_type: "event", days_before: "7,1,0", created_at: AT },
  {
    key: "event-closings",
    object_type: "event-closing",
    days_before: "0",
    overdue_after: 1,
    overdue_every: 7,
    created_at: AT,
  },
];

export async function up(db: Knex): Promise<void> {
  await db("reminder_rules").insert(REMINDER_RULES);
  await createBodies(db);
  await createEvents(db);
  await createRegistrations(db);
  await createMeetings(db);
  await db.schema.createTable("campaigns", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "activity_id", "activities", { optional: true });
    table.text("kind").notNullable().defaultTo("campaign");
    table.text("title").notNullable();
    table.text("goal");
    day(table, "starts_on").notNullable();
    day(table, "ends_on").notNullable();
    table.text("channels");
    table.text("outputs");
    table.integer("reach");
    table.text("reach_note");
    table.text("proof");
    table.text("proof_url");
    table.text("state").notNullable().defaultTo("planned");
    reference(table, "owner_user_id", "users", { optional: true });
    reference(table, "owner_contact_id", "contacts", { optional: true });
    editable(table);
    oneOf(table, "kind", ["campaign", "spot"]);
    oneOf(table, "state", ["planned", "running", "finished", "cancelled"]);
    holds(table, "ends_after_it_starts", "ends_on >= starts_on");
    holds(table, "reach_not_negative", "reach >= 0");
  });
}

async function createBodies(db: Knex): Promise<void> {
  await db.schema.createTable("bodies", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "parent_id", "bodies", { optional: true });
    table.text("name").notNullable();
    table.text("purpose");
    reference(table, "guarantor_user_id", "users", { optional: true });
    reference(table, "guarantor_contact_id", "contacts", { optional: true });
    editable(table);
    holds(table, "one_guarantor", "guarantor_user_id is null or guarantor_contact_id is null");
  });
  await db.schema.createTable("body_members", (table) => {
    table.increments("id");
    reference(table, "body_id", "bodies");
    reference(table, "user_id", "users", { optional: true });
    reference(table, "contact_id", "contacts", { optional: true });
    table.text("role");
    day(table, "since_on").notNullable();
    day(table, "until_on");
    editable(table);
    holds(table, "one_person", "(user_id is null) <> (contact_id is null)");
    holds(table, "ends_after_it_starts", "until_on >= since_on");
  });
}

async function createEvents(db: Knex): Promise<void> {
  await db.schema.createTable("event_kinds", (table) => {
    table.increments("id");
    table.text("code").notNullable().unique({ indexName: "event_kinds_code_uq" });
    table.text("label_cs").notNullable();
    table.text("label_en").notNullable();
    table.boolean("counts_as_support").notNullable();
    table.boolean("is_meeting").notNullable().defaultTo(false);
    table.boolean("is_confidential").notNullable().defaultTo(false);
    table.text("closing").notNullable();
    table.integer("position").notNullable();
    day(table, "valid_from");
    day(table, "valid_to");
    table.integer("version").notNullable().defaultTo(1);
    oneOf(table, "closing", CLOSINGS);
  });
  await db.schema.createTable("events", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "activity_id", "activities", { optional: true });
    reference(table, "kind_id", "event_kinds");
    reference(table, "body_id", "bodies", { optional: true });
    table.text("title").notNullable();
    table.text("goal");
    table.text("accreditation_number");
    table.text("place");
    table.text("place_folded");
    table.text("online_url");
    table.integer("capacity");
    table.text("language").notNullable().defaultTo("cs");
    table.bigInteger("planned_costs_halere");
    table.boolean("counts_as_support").notNullable();
    table.boolean("is_confidential").notNullable();
    table.text("closing").notNullable();
    table.text("support_code");
    reference(table, "owner_user_id", "users", { optional: true });
    reference(table, "owner_contact_id", "contacts", { optional: true });
    table.text("state").notNullable().defaultTo("planned");
    table.text("cancelled_reason");
    // Kept from the sessions, so that lists, timeline and agenda read one row.
    day(table, "starts_on");
    day(table, "ends_on");
    // When its attendance is to be closed: kept with the last day, so that the agenda reads an index.
    day(table, "close_by");
    reference(table, "series_of_id", "events", { optional: true });
    // Of the printed sheet: a number given once is given to nobody else, even when its row is gone.
    table.integer("last_row").notNullable().defaultTo(0);
    table.integer("head_count");
    table.integer("head_count_women");
    instant(table, "closed_at");
    reference(table, "closed_by", "users", { optional: true });
    day(table, "reported_on");
    table.text("reported_as");
    table.text("minutes");
    table.text("conclusions");
    editable(table);
    oneOf(table, "closing", CLOSINGS);
    oneOf(table, "language", ["cs", "en"]);
    oneOf(table, "state", ["planned", "confirmed", "held", "closed", "cancelled"]);
    holds(table, "one_owner", "owner_user_id is null or owner_contact_id is null");
    holds(table, "capacity_positive", "capacity > 0");
    holds(table, "costs_not_negative", "planned_costs_halere >= 0");
    holds(table, "women_among_heads", "head_count_women between 0 and head_count");
    table.index(["project_id", "starts_on"], "events_project_starts_ix");
    table.index(["starts_on"], "events_starts_ix");
    table.index(["close_by"], "events_close_by_ix");
  });
  await db.schema.createTable("event_sessions", (table) => {
    table.increments("id");
    reference(table, "event_id", "events");
    day(table, "held_on").notNullable();
    table.text("starts_at").notNullable();
    table.text("ends_at").notNullable();
    // Length of one hour of the programme: 45 for teaching hours, 60 for those of the clock.
    table.integer("hour_minutes").notNullable();
    // Support that one who attends the whole session gets, in minutes of the clock.
    table.integer("support_minutes").notNullable();
    table.text("form").notNullable();
    table.text("place");
    table.text("place_folded");
    table.text("topic");
    oneOf(table, "form", FORMS);
    holds(table, "ends_after_it_starts", "ends_at > starts_at");
    holds(table, "hour_is_known", "hour_minutes in (45, 60)");
    holds(table, "support_within_a_day", "support_minutes between 0 and 1440");
    table.index(["held_on", "starts_at"], "event_sessions_held_ix");
  });
  await db.schema.createTable("event_lecturers", (table) => {
    table.increments("id");
    reference(table, "event_id", "events");
    reference(table, "contact_id", "contacts");
    table.unique(["event_id", "contact_id"], { indexName: "event_lecturers_uq" });
  });
}

async function createRegistrations(db: Knex): Promise<void> {
  await db.schema.createTable("nomination_links", (table) => {
    table.increments("id");
    reference(table, "event_id", "events");
    reference(table, "organisation_id", "organisations");
    table.text("token_hash").notNullable().unique({ indexName: "nomination_links_token_uq" });
    table.integer("places").notNullable();
    reference(table, "contact_id", "contacts", { optional: true });
    day(table, "answer_by").notNullable();
    instant(table, "created_at").notNullable();
    reference(table, "created_by", "users", { optional: true });
    instant(table, "answered_at");
    table.text("answered_name");
    table.text("answer");
    instant(table, "nudged_at");
    instant(table, "revoked_at");
    oneOf(table, "answer", ["nominated", "declined"]);
    holds(table, "places_positive", "places > 0");
  });
  await db.schema.createTable("registrations", (table) => {
    table.increments("id");
    reference(table, "event_id", "events");
    reference(table, "participant_id", "participants");
    reference(table, "organisation_id", "organisations", { optional: true });
    reference(table, "nomination_link_id", "nomination_links", { optional: true });
    table.text("state").notNullable();
    table.text("origin").notNullable();
    // Row of the printed sheet; given once and never to another.
    table.integer("row_number").notNullable();
    instant(table, "registered_at").notNullable();
    instant(table, "state_at").notNullable();
    // Why the system itself set the state: the event was full, or a place got free.
    table.text("state_reason");
    reference(table, "registered_by", "users", { optional: true });
    table.integer("version").notNullable().defaultTo(1);
    oneOf(table, "state", REGISTRATION_STATES);
    oneOf(table, "state_reason", ["over-capacity", "place-freed"]);
    oneOf(table, "origin", ["registry", "paste", "nomination", "walk-in", "import"]);
    table.unique(["event_id", "participant_id"], { indexName: "registrations_person_uq" });
    table.unique(["event_id", "row_number"], { indexName: "registrations_row_uq" });
  });
  await db.schema.createTable("attendances", (table) => {
    table.increments("id");
    reference(table, "session_id", "event_sessions");
    reference(table, "registration_id", "registrations");
    table.text("state").notNullable();
    // Only of those who left early: how long they were there.
    table.integer("minutes");
    instant(table, "recorded_at").notNullable();
    reference(table, "recorded_by", "users", { optional: true });
    oneOf(table, "state", ["present", "excused", "absent", "left-early"]);
    holds(table, "minutes_of_who_left", "(state = 'left-early') = (minutes is not null)");
    holds(table, "minutes_within_a_day", "minutes between 0 and 1440");
    table.unique(["registration_id", "session_id"], { indexName: "attendances_cell_uq" });
  });
}

async function createMeetings(db: Knex): Promise<void> {
  await db.schema.createTable("event_agenda_items", (table) => {
    table.increments("id");
    reference(table, "event_id", "events");
    table.integer("position").notNullable();
    table.text("title").notNullable();
    table.text("minutes");
    table.text("conclusion");
    table.integer("version").notNullable().defaultTo(1);
  });
  await db.schema.createTable("event_tasks", (table) => {
    table.increments("id");
    reference(table, "event_id", "events");
    reference(table, "milestone_id", "milestones", { unique: true });
    reference(table, "agenda_item_id", "event_agenda_items", { optional: true });
  });
  // Who of the body or of the team was at the meeting; participants have registrations.
  await db.schema.createTable("event_attendees", (table) => {
    table.increments("id");
    reference(table, "event_id", "events");
    reference(table, "user_id", "users", { optional: true });
    reference(table, "contact_id", "contacts", { optional: true });
    table.text("state").notNullable().defaultTo("invited");
    oneOf(table, "state", ["invited", "present", "excused", "absent"]);
    holds(table, "one_person", "(user_id is null) <> (contact_id is null)");
    table.unique(["event_id", "user_id"], { indexName: "event_attendees_user_uq" });
    table.unique(["event_id", "contact_id"], { indexName: "event_attendees_contact_uq" });
  });
}

export async function down(db: Knex): Promise<void> {
  await db("reminder_rules")
    .whereIn(
      "key",
      REMINDER_RULES.map(({ key }) => key),
    )
    .delete();
  for (const table of [
    "campaigns",
    "event_attendees",
    "event_tasks",
    "event_agenda_items",
    "attendances",
    "registrations",
    "nomination_links",
    "event_lecturers",
    "event_sessions",
    "events",
    "event_kinds",
    "body_members",
    "bodies",
  ]) {
    await db.schema.dropTable(table);
  }
}
