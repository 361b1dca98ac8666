import type { Knex } from "knex";

/** Which duty of the legal act a milestone is: what the rules are compared with when a date moves. */
export async function up(db: Knex): Promise<void> {
  await db.raw("alter table milestones add column duty text");
  await db.raw(
    `update milestones set duty = kind where period_id is not null and kind in ('report', 'payment-request')`,
  );
  await db.raw(
    "create index milestones_duty_ix on milestones (project_id, duty) where duty is not null",
  );
}

export async function down(db: Knex): Promise<void> {
  await db.raw("drop index milestones_duty_ix");
  await db.raw("alter table milestones drop column duty");
}
