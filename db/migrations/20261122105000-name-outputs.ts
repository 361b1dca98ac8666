import type { Knex } from "knex";

/** What an output is: documents and filled positions are counted by indicators. */
const OUTPUT_KINDS = ["document", "methodology", "campaign", "application", "position", "other"];

export async function up(db: Knex): Promise<void> {
  const kinds = OUTPUT_KINDS.map((kind) => `'${kind}'`).join(", ");
  await db.raw(
    `alter table milestones add column output_kind text
      constraint milestones_output_kind_is_known check (output_kind in (${kinds}))`,
  );
}

export async function down(db: Knex): Promise<void> {
  await db.raw("alter table milestones drop column output_kind");
}
