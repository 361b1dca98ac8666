import type { Knex } from "knex";
import { day, holds, instant, oneOf, reference } from "./columns.ts";

const LADDER = { days_before: "30,14,7,3,1,0", overdue_after: 1, overdue_every: 7 };
const AT = "2026-11-25T10:00:00.000Z";
const CATEGORIES = ["deadlines", "milestones", "events", "approvals", "comments", "summary"];

/** What the legal act sets and what lapses for good: the manager is told as well. */
const LEGAL = ["report", "payment-request", "publicity"].map((kind) => ({
  key: `milestones-${kind}`,
  object_type: "milestone",
  kind,
  ...LADDER,
  category: "deadlines",
  recipients: "owner,manager",
  escalate_manager_after: 3,
  escalate_summary_after: 10,
  created_at: AT,
}));

const CATEGORY_OF: Record<string, string> = {
  milestone: "milestones",
  event: "events",
  "event-closing": "events",
  internship: "events",
  "output-comments": "approvals",
};

/** A reminder goes to whoever a rule names, by role and on behalf of whom; contacts among them. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable("reminder_rules", (table) => {
    // Narrower rules: one kind of the object, one programme; null is all of them.
    table.text("kind");
    table.text("programme");
    table.text("category").notNullable().defaultTo("deadlines");
    table.text("recipients").notNullable().defaultTo("owner");
    // Working days after the day owed.
    table.integer("escalate_manager_after");
    table.integer("escalate_summary_after");
    table.text("note");
  });
  for (const [objectType, category] of Object.entries(CATEGORY_OF)) {
    await db("reminder_rules").where({ object_type: objectType }).update({ category });
  }
  await db("reminder_rules").insert(LEGAL);
  await db.raw(
    `create unique index reminder_rules_scope_uq on reminder_rules
      (object_type, coalesce(kind, ''), coalesce(programme, '')) where archived_at is null`,
  );
  await readdressOccurrences(db);
}

async function readdressOccurrences(db: Knex): Promise<void> {
  await db.schema.createTable("addressed_occurrences", (table) => {
    table.increments("id");
    reference(table, "rule_id", "reminder_rules");
    table.text("object_type").notNullable();
    table.integer("object_id").notNullable();
    day(table, "anchor_on").notNullable();
    table.integer("offset_days").notNullable();
    // `user:5`, `contact:3`: what the reminder is unique by.
    table.text("recipient").notNullable();
    reference(table, "recipient_user_id", "users", { optional: true });
    reference(table, "recipient_contact_id", "contacts", { optional: true });
    table.text("category").notNullable().defaultTo("deadlines");
    // Why it comes to this recipient, and whose turn it would have been.
    table.text("because").notNullable().defaultTo("owner");
    reference(table, "on_behalf_of_id", "users", { optional: true });
    // What the recipient prefers there decides; older rows do not know it.
    reference(table, "project_id", "projects", { optional: true });
    day(table, "send_on").notNullable();
    table.text("state").notNullable().defaultTo("planned");
    table.text("reason");
    // Its step came while nothing was planned or the recipient was away.
    table.boolean("is_late").notNullable().defaultTo(false);
    reference(table, "mail_id", "outgoing_mails", { optional: true });
    instant(table, "created_at").notNullable();
    oneOf(table, "state", ["planned", "gathered", "superseded"]);
    oneOf(table, "category", CATEGORIES);
    oneOf(table, "because", ["owner", "role", "deputy", "stand-in", "escalation"]);
    holds(table, "one_recipient", "(recipient_user_id is null) <> (recipient_contact_id is null)");
  });
  const columns = `id, rule_id, object_type, object_id, anchor_on, offset_days, recipient_user_id,
    send_on, state, reason, mail_id, created_at`;
  await db.raw(
    `insert into addressed_occurrences (recipient, ${columns})
      select 'user:' || recipient_user_id, ${columns} from reminder_occurrences`,
  );
  await db.schema.dropTable("reminder_occurrences");
  await db.schema.renameTable("addressed_occurrences", "reminder_occurrences");
  await db.schema.alterTable("reminder_occurrences", (table) => {
    table.unique(["rule_id", "object_type", "object_id", "anchor_on", "offset_days", "recipient"], {
      indexName: "reminder_occurrences_uq",
    });
    table.index(["state", "send_on"], "reminder_occurrences_state_send_ix");
  });
  if (db.client.config.client === "pg") {
    await db.raw(
      `select setval(pg_get_serial_sequence('reminder_occurrences', 'id'),
        coalesce((select max(id) from reminder_occurrences), 0) + 1, false)`,
    );
  }
}

export async function down(): Promise<void> {
  throw new Error("restore a backup from before the upgrade");
}
