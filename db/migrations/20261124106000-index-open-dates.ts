import type { Knex } from "knex";

/**
 * The agenda asks for what is open by its day, over all projects: by these indexes it is counted without a look at
 * the table and comes in the order of the page. Nobody asks for what was done by its day across projects, and the
 * index for it would be taken first.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw("drop index milestones_done_due_ix");
  await db.raw(
    `create index milestones_open_day_ix
     on milestones (due_on, project_id, id, done_on, cancelled_on, archived_at)
     where done_on is null and cancelled_on is null and archived_at is null`,
  );
  await db.raw("drop index monitoring_periods_ends_ix");
  await db.raw(
    "create index monitoring_periods_ends_ix on monitoring_periods (ends_on, project_id, id)",
  );
}

export async function down(db: Knex): Promise<void> {
  await db.raw("drop index monitoring_periods_ends_ix");
  await db.raw("create index monitoring_periods_ends_ix on monitoring_periods (ends_on)");
  await db.raw("drop index milestones_open_day_ix");
  await db.raw("create index milestones_done_due_ix on milestones (done_on, due_on)");
}
