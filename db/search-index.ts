import type { Knex } from "knex";
import { engineOf } from "./connection.ts";

/**
 * The one allowed difference between the engines: FTS5 on SQLite, `tsvector('simple')` on PostgreSQL, both
 * over words that are folded before they are stored. Triggers keep the index in the same transaction.
 */
export async function createSearchIndex(db: Knex): Promise<void> {
  if (engineOf(db) === "postgres") {
    await db.raw(
      `alter table search_entries add column lexemes tsvector
       generated always as (to_tsvector('simple', words)) stored`,
    );
    await db.raw("create index search_entries_lexemes_ix on search_entries using gin (lexemes)");
    return;
  }
  // Without an index of prefixes, "proj*" gathers every entry with such a word before the first is seen.
  // The project is a word too, so that a reader of a few projects meets only what lies in them.
  await db.raw(
    `create virtual table search_words using fts5(
       words, project, content='', contentless_delete=1,
       tokenize="unicode61 remove_diacritics 0", prefix='2 3 4 5 6 7 8')`,
  );
  const insert = `insert into search_words(rowid, words, project)
    values (new.id, new.words, 'p' || new.project_id)`;
  const remove = "delete from search_words where rowid = old.id";
  await db.raw(
    `create trigger search_entries_inserted after insert on search_entries begin ${insert}; end`,
  );
  await db.raw(
    `create trigger search_entries_deleted after delete on search_entries begin ${remove}; end`,
  );
  await db.raw(
    `create trigger search_entries_updated after update of words on search_entries
       when new.words <> old.words begin ${remove}; ${insert}; end`,
  );
}

export async function dropSearchIndex(db: Knex): Promise<void> {
  if (engineOf(db) === "sqlite") await db.raw("drop table search_words");
}
