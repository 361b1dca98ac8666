import type { Knex } from "knex";
import { engineOf } from "./connection.ts";

/**
 * The one allowed difference between the engines: FTS5 on SQLite, `tsvector('simple')` on PostgreSQL,
 * both over text that is folded before it is stored. Triggers keep the index in the same transaction.
 */
export async function createSearchIndex(db: Knex): Promise<void> {
  if (engineOf(db) === "postgres") {
    await db.raw(
      `alter table search_entries add column words tsvector
       generated always as (to_tsvector('simple', folded)) stored`,
    );
    await db.raw("create index search_entries_words_ix on search_entries using gin (words)");
    return;
  }
  await db.raw(
    `create virtual table search_words using fts5(
       folded, content='search_entries', content_rowid='id',
       tokenize="unicode61 remove_diacritics 0", prefix='2 3')`,
  );
  await db.raw(
    `create trigger search_entries_inserted after insert on search_entries begin
       insert into search_words(rowid, folded) values (new.id, new.folded); end`,
  );
  await db.raw(
    `create trigger search_entries_deleted after delete on search_entries begin
       insert into search_words(search_words, rowid, folded) values ('delete', old.id, old.folded); end`,
  );
  await db.raw(
    `create trigger search_entries_updated after update of folded on search_entries begin
       insert into search_words(search_words, rowid, folded) values ('delete', old.id, old.folded);
       insert into search_words(rowid, folded) values (new.id, new.folded); end`,
  );
}

export async function dropSearchIndex(db: Knex): Promise<void> {
  if (engineOf(db) === "sqlite") await db.raw("drop table search_words");
}
