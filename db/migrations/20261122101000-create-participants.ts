import type { Knex } from "knex";
import { appended, day, editable, holds, instant, oneOf, reference, sortKey } from "./columns.ts";

export async function up(db: Knex): Promise<void> {
  await createPersons(db);
  await createParticipations(db);
  // Who looked at what of whom: kept apart from the history of changes, and for a shorter time.
  await db.schema.createTable("personal_data_accesses", (table) => {
    table.increments("id");
    instant(table, "at").notNullable();
    reference(table, "user_id", "users", { optional: true });
    reference(table, "project_id", "projects", { optional: true });
    reference(table, "participant_id", "participants", { optional: true });
    table.text("action").notNullable();
    table.text("route").notNullable();
    table.integer("person_count");
    table.text("request_id");
    oneOf(table, "action", ["view", "search", "export", "print", "open-document"]);
    table.index(["at"], "personal_data_accesses_at_ix");
  });
}

async function createPersons(db: Knex): Promise<void> {
  await db.schema.createTable("participants", (table) => {
    table.increments("id");
    table.text("code").notNullable().unique({ indexName: "participants_code_uq" });
    table.text("first_name");
    table.text("surname");
    sortKey(table);
    // Folded name with the day of birth: who has the same one is most likely the same person.
    table.text("identity_key");
    // Folded surname with the day of birth: near enough to ask whether they are the same.
    table.text("near_key");
    table.text("search_text").notNullable().defaultTo("");
    day(table, "born_on");
    table.text("sex");
    table.text("title_before");
    table.text("title_after");
    table.text("municipality");
    table.text("municipality_part");
    table.text("street");
    table.text("house_number");
    table.text("orientation_number");
    table.text("orientation_letter");
    table.text("postcode");
    table.text("email");
    table.text("phone");
    day(table, "died_on");
    reference(table, "organisation_id", "organisations", { optional: true });
    reference(table, "merged_into_id", "participants", { optional: true });
    instant(table, "anonymised_at");
    editable(table);
    table.index(["identity_key"], "participants_identity_ix");
    table.index(["near_key"], "participants_near_ix");
    table.index(["sort_key", "id"], "participants_sort_ix");
    oneOf(table, "sex", ["POHMUZI", "POHZENY"]);
  });
  await db.schema.createTable("participant_merges", (table) => {
    table.increments("id");
    reference(table, "kept_id", "participants");
    reference(table, "merged_id", "participants");
    table.text("moved").notNullable();
    instant(table, "merged_at").notNullable();
    reference(table, "merged_by", "users", { optional: true });
    instant(table, "undone_at");
    reference(table, "undone_by", "users", { optional: true });
  });
}

async function createParticipations(db: Knex): Promise<void> {
  await db.schema.createTable("participations", (table) => {
    table.increments("id");
    reference(table, "project_id", "projects");
    reference(table, "participant_id", "participants");
    reference(table, "partner_organisation_id", "organisations", { optional: true });
    reference(table, "target_group_item_id", "code_list_items", { optional: true });
    day(table, "entered_on").notNullable();
    // The latest exit, kept from the facts below.
    day(table, "exited_on");
    table.text("exit_codes");
    table.integer("age_at_entry");
    table.text("labour_status");
    table.text("project_position");
    table.text("education");
    table.text("housing");
    table.text("economic_sector");
    table.text("public_sector");
    table.text("household");
    table.text("support_kind");
    table.text("tax_status");
    table.text("outcome");
    table.boolean("has_territory_declaration");
    table.boolean("is_from_ukraine");
    // Encrypted: given codes, "refused" or "not asked".
    table.text("disadvantage_sealed");
    table.boolean("is_disadvantage_settled").notNullable().defaultTo(false);
    day(table, "card_signed_on");
    table.text("card_kept_at");
    // Kept from the ledger and the record, so that a list need not add up.
    table.boolean("is_complete").notNullable().defaultTo(false);
    table.integer("in_person_minutes").notNullable().defaultTo(0);
    table.integer("electronic_minutes").notNullable().defaultTo(0);
    day(table, "threshold_on");
    // Of a merged person who took part in the same project twice: the participation that stands for both.
    reference(table, "merged_into_id", "participations", { optional: true });
    editable(table);
    table.unique(["project_id", "participant_id"], { indexName: "participations_person_uq" });
    holds(table, "exits_after_it_enters", "exited_on >= entered_on");
    holds(table, "age_of_a_person", "age_at_entry between 0 and 130");
  });
  await db.schema.createTable("participation_exits", (table) => {
    table.increments("id");
    reference(table, "participation_id", "participations");
    table.boolean("is_withdrawn").notNullable().defaultTo(false);
    table.text("codes").notNullable().defaultTo("");
    table.text("note");
    appended(table, "participation_exits");
  });
  // When the record became complete, or ceased to be: 600 000 counts what was complete as of an instant.
  await db.schema.createTable("participation_completions", (table) => {
    table.increments("id");
    reference(table, "participation_id", "participations");
    table.boolean("is_complete").notNullable();
    table.text("missing").notNullable().defaultTo("");
    instant(table, "recorded_at").notNullable();
    reference(table, "recorded_by", "users", { optional: true });
  });
}

export async function down(db: Knex): Promise<void> {
  for (const table of [
    "personal_data_accesses",
    "participation_completions",
    "participation_exits",
    "participations",
    "participant_merges",
    "participants",
  ]) {
    await db.schema.dropTable(table);
  }
}
