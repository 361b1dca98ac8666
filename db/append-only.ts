import type { Knex } from "knex";
import { engineOf } from "./connection.ts";

/** Makes the database itself refuse to change or delete rows of a table that is evidence. */
export async function makeAppendOnly(db: Knex, table: string): Promise<void> {
  if (engineOf(db) === "sqlite") {
    for (const action of ["update", "delete"]) {
      await db.raw(
        `create trigger ${table}_no_${action} before ${action} on ${table} begin
           select raise(abort, '${table} is append-only'); end`,
      );
    }
    return;
  }
  await db.raw(
    `create function ${table}_is_append_only() returns trigger language plpgsql as
     $$ begin raise exception '${table} is append-only'; end $$`,
  );
  await db.raw(
    `create trigger ${table}_no_change before update or delete on ${table}
     for each row execute function ${table}_is_append_only()`,
  );
}

export async function makeWritable(db: Knex, table: string): Promise<void> {
  if (engineOf(db) === "sqlite") {
    await db.raw(`drop trigger ${table}_no_update`);
    await db.raw(`drop trigger ${table}_no_delete`);
    return;
  }
  await db.raw(`drop trigger ${table}_no_change on ${table}`);
  await db.raw(`drop function ${table}_is_append_only()`);
}
