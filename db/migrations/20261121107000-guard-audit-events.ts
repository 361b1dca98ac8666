import type { Knex } from "knex";
import { makeAppendOnly, makeWritable } from "../append-only.ts";

export async function up(db: Knex): Promise<void> {
  await makeAppendOnly(db, "audit_events");
}

export async function down(db: Knex): Promise<void> {
  await makeWritable(db, "audit_events");
}
