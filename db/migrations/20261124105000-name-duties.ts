import type { Knex } from "knex";

/** What a rule that gave a number alone was counted from. */
const ANCHORS: Record<string, string> = {
  "interim-report-offset": "period-end",
  "final-report-offset": "project-end",
  "retention-years": "project-end",
  "levy-years": "year-after-end",
  "retention-years-eu": "payment-year-end",
};

/**
 * Which duty of the legal act a milestone is: what the rules are compared with when a date moves. Rules that
 * give a day say all of it from now on: `1 month-end` becomes `1 months month-end unshifted period-end`.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw("alter table milestones add column duty text");
  await db.raw(
    `update milestones set duty = kind where period_id is not null and kind in ('report', 'payment-request')`,
  );
  await db.raw(
    "create index milestones_duty_ix on milestones (project_id, duty) where duty is not null",
  );
  await rewriteRules(db, (kind, value) => {
    const [amount, monthEnd] = value.split(" ");
    const unit = monthEnd === undefined ? "years" : "months";
    return [amount, unit, monthEnd ?? "month-end", "unshifted", ANCHORS[kind]].join(" ");
  });
}

export async function down(db: Knex): Promise<void> {
  await rewriteRules(db, (_kind, value) => {
    const [amount, unit, monthEnd] = value.split(" ");
    return unit === "years" ? String(amount) : `${amount} ${monthEnd}`;
  });
  await db.raw("drop index milestones_duty_ix");
  await db.raw("alter table milestones drop column duty");
}

async function rewriteRules(
  db: Knex,
  written: (kind: string, value: string) => string,
): Promise<void> {
  const rules = await db("programme_rules")
    .whereIn("kind", Object.keys(ANCHORS))
    .select("id", "kind", "value");
  for (const { id, kind, value } of rules)
    await db("programme_rules")
      .where({ id })
      .update({ value: written(kind, value) });
}
