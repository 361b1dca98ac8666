import type { Knex } from "knex";

/** Mails to people of the registry: the third kind of recipient, never beside another. */
export async function up(db: Knex): Promise<void> {
  await db.raw(
    `alter table outgoing_mails add column recipient_participant_id integer
      constraint outgoing_mails_recipient_participant_id_fk
        references participants (id) on delete restrict
      constraint outgoing_mails_participant_alone check (
        recipient_participant_id is null
        or (recipient_user_id is null and recipient_contact_id is null)
      )`,
  );
  await db.schema.alterTable("outgoing_mails", (table) => {
    table.index(["recipient_participant_id"], "outgoing_mails_recipient_participant_id_ix");
    // What has been sent about a record is read on its page.
    table.index(["subject_type", "subject_id"], "outgoing_mails_subject_ix");
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable("outgoing_mails", (table) => {
    table.dropIndex(["subject_type", "subject_id"], "outgoing_mails_subject_ix");
    table.dropIndex(["recipient_participant_id"], "outgoing_mails_recipient_participant_id_ix");
  });
  await db.raw("alter table outgoing_mails drop column recipient_participant_id");
}
