import type { Knex } from "knex";
import { makeAppendOnly, makeWritable } from "../append-only.ts";
import { engineOf } from "../connection.ts";
import { day, holds, instant, oneOf, reference } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  // What happened to a project's month, in order; `revision` is the one of `month_figures` that it froze.
  await db.schema.createTable("month_acts", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.text("month").notNullable();
    table.text("act").notNullable();
    table.integer("revision");
    table.text("reason");
    instant(table, "recorded_at").notNullable();
    reference(table, "recorded_by", "users", { optional: true });
    oneOf(table, "act", ["closed", "mended", "reopened"]);
    holds(table, "reopened_with_reason", "act <> 'reopened' or reason is not null");
    table.index(["month", "project_id"], "month_acts_month_project_ix");
  });
  await makeAppendOnly(db, "month_acts");
  // What was told of a month stays as it was told.
  await makeAppendOnly(db, "month_figures");
  // The month of the portfolio: closed by whom, and when its summary left, closed or not.
  await db.schema.createTable("portfolio_months", (table) => {
    table.text("month").primary("portfolio_months_pk");
    instant(table, "closed_at");
    reference(table, "closed_by", "users", { optional: true });
    instant(table, "mailed_at");
    table.boolean("was_closed_when_mailed");
  });
  // What was reported before months were closed was mailed as it was put down.
  await db.raw(
    `insert into portfolio_months (month, mailed_at, was_closed_when_mailed)
       select month, max(as_of), ${engineOf(db) === "sqlite" ? "0" : "false"}
         from month_figures group by month`,
  );
  await db.schema.createTable("month_nudges", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    table.text("month").notNullable();
    reference(table, "recipient_user_id", "users");
    day(table, "nudged_on").notNullable();
    instant(table, "recorded_at").notNullable();
    reference(table, "recorded_by", "users", { optional: true });
    table.unique(["project_id", "month", "recipient_user_id", "nudged_on"], {
      indexName: "month_nudges_day_uq",
    });
  });
  await createPreparedFiles(db);
}

/** A file that takes a while: ordered, worked on beside the requests, then kept as it was made. */
async function createPreparedFiles(db: Knex): Promise<void> {
  await db.schema.createTable("prepared_files", (table) => {
    table.increments("id");
    table.text("kind").notNullable();
    // What it is made of, for whom and in which language: the same order is worked on once.
    table.text("order_key").notNullable();
    reference(table, "project_id", "projects", { optional: true });
    table.text("params").notNullable();
    table.text("state").notNullable().defaultTo("ordered");
    table.integer("done_steps").notNullable().defaultTo(0);
    table.integer("all_steps").notNullable().defaultTo(0);
    table.integer("attempts").notNullable().defaultTo(0);
    // Days after which the file goes; null of one that was delivered and has to stay as it was.
    table.integer("kept_days");
    table.text("file");
    table.text("file_name");
    table.text("media_type");
    table.bigInteger("byte_count");
    table.text("sha256");
    table.text("failure");
    reference(table, "ordered_by", "users", { optional: true });
    instant(table, "ordered_at").notNullable();
    instant(table, "finished_at");
    table.text("lease_owner");
    instant(table, "lease_until");
    oneOf(table, "state", ["ordered", "running", "done", "failed", "removed"]);
    holds(table, "done_has_file", "state <> 'done' or (file is not null and sha256 is not null)");
    table.unique(["order_key"], { indexName: "prepared_files_order_key_uq" });
    table.unique(["file"], { indexName: "prepared_files_file_uq" });
    table.index(["state", "ordered_at"], "prepared_files_state_ix");
  });
}

export async function down(db: Knex): Promise<void> {
  await makeWritable(db, "month_figures");
  await makeWritable(db, "month_acts");
  for (const table of ["prepared_files", "month_nudges", "portfolio_months", "month_acts"])
    await db.schema.dropTable(table);
}
