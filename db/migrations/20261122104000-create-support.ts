import type { Knex } from "knex";
import { appended, day, holds, instant, oneOf, reference } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  // The ledger of hours: only appended. A correction is a further row that names what it corrects.
  await db.schema.createTable("support_postings", (table) => {
    table.increments("id");
    reference(table, "participation_id", "participations");
    table.text("source").notNullable();
    reference(table, "session_id", "event_sessions", { optional: true });
    reference(table, "internship_day_id", "internship_days", { optional: true });
    table.text("form").notNullable();
    table.integer("minutes").notNullable();
    table.text("support_code");
    table.text("note");
    appended(table, "support_postings");
    oneOf(table, "source", ["session", "internship-day", "hand"]);
    oneOf(table, "form", ["in-person", "electronic"]);
    holds(
      table,
      "one_source",
      `(source = 'session') = (session_id is not null)
        and (source = 'internship-day') = (internship_day_id is not null)`,
    );
    holds(table, "minutes_not_negative", "minutes >= 0");
    table.index(["participation_id", "valid_on"], "support_postings_person_day_ix");
  });
  await db.schema.createTable("certificates", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "registration_id", "registrations");
    table.integer("year").notNullable();
    table.integer("number").notNullable();
    table.integer("minutes").notNullable();
    day(table, "issued_on").notNullable();
    instant(table, "issued_at").notNullable();
    reference(table, "issued_by", "users", { optional: true });
    table.text("issued_place");
    table.text("signatory");
    // Drawn once, right after the number was given; of somebody anonymised only the sum is kept.
    table.text("file");
    table.text("sha256");
    instant(table, "file_removed_at");
    reference(table, "replaces_id", "certificates", { optional: true, unique: true });
    table.text("replaced_reason");
    table.unique(["project_id", "year", "number"], { indexName: "certificates_number_uq" });
    // Each person has one for an event; a further one replaces the one before it.
    table.unique(["registration_id"], {
      indexName: "certificates_first_uq",
      predicate: db.whereNull("replaces_id"),
    });
    holds(table, "reason_of_who_replaces", "(replaces_id is null) = (replaced_reason is null)");
  });
  await createImports(db);
}

async function createImports(db: Knex): Promise<void> {
  await db.schema.createTable("imports", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.text("kind").notNullable();
    table.text("state").notNullable();
    table.text("file_name").notNullable();
    table.text("sha256").notNullable();
    // Kept until the import is applied or forgotten, so that it may be read in another way.
    table.text("file");
    table.text("reading").notNullable().defaultTo("{}");
    table.text("mapping").notNullable().defaultTo("[]");
    table.text("headings").notNullable().defaultTo("[]");
    instant(table, "read_at").notNullable();
    reference(table, "read_by", "users", { optional: true });
    instant(table, "applied_at");
    instant(table, "undone_at");
    table.integer("version").notNullable().defaultTo(1);
    oneOf(table, "kind", [
      "participants",
      "registrations",
      "attendance",
      "milestones",
      "indicator-values",
      "log-entries",
      "expenditures",
    ]);
    oneOf(table, "state", ["reading", "read", "applied", "undone", "dropped"]);
  });
  await db.schema.createTable("import_rows", (table) => {
    table.increments("id");
    reference(table, "import_id", "imports");
    table.integer("row_number").notNullable();
    table.text("cells").notNullable();
    // By this the same row of a file that comes again is known.
    table.text("natural_key");
    table.text("outcome");
    table.text("errors").notNullable().defaultTo("{}");
    // What an applied row changed, to be put back when the import is undone.
    table.text("before");
    table.text("record_type");
    table.integer("record_id");
    oneOf(table, "outcome", ["created", "changed", "unchanged", "failed", "undone"]);
    table.unique(["import_id", "row_number"], { indexName: "import_rows_number_uq" });
    table.index(["natural_key"], "import_rows_natural_ix");
    table.index(["record_type", "record_id"], "import_rows_record_ix");
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of ["import_rows", "imports", "certificates", "support_postings"]) {
    await db.schema.dropTable(table);
  }
}
