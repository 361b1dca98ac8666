import type { Permission } from "../../../access/permissions.ts";
import type { Author, Change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { textsFor } from "../../../texts/index.ts";
import { foldText } from "../../../values/fold.ts";
import type { FieldSpec, ImportName } from "../rules.ts";

/** Where rows are written: `db` is the one transaction of the import, or of its trial. */
export interface Writing {
  deps: Pick<Deps, "db" | "clock" | "config">;
  author: Author;
  projectId: number;
  viewerId: number;
}

export interface Written {
  outcome: "created" | "changed" | "unchanged";
  recordType: string;
  recordId: number | null;
  /** What the record was, for the undoing. */
  before?: string;
}

/** Writes one row through the service that its form goes through; throws what that throws. */
export type RowWriter = (values: Record<string, string>) => Promise<Written>;

interface KindOfRecords {
  name: ImportName;
  /** What whoever reads such a table in may do beside running imports. */
  permission: Permission;
  fields: readonly FieldSpec[];
  /** Whether its rows name people. */
  hasNames: boolean;
}

/** Rows that are written one by one, each as its form would be. */
export interface RowKind extends KindOfRecords {
  prepare(writing: Writing): Promise<RowWriter>;
}

/** What a row would be written as, or the id of its twin; throws what its form would throw. */
export type RowChecker<Entry> = (
  values: Record<string, string>,
) => { twin: number } | { entry: Entry };

/** Rows that come by thousands: checked outside of any transaction, then written together in a short one. */
export interface SetKind<Entry> extends KindOfRecords {
  recordType: string;
  /** Asks the database once for all rows; what it gives checks them in the order of the file. */
  openSet(writing: Writing): Promise<RowChecker<Entry>>;
  /** Ids of the records in the order of the entries; a fault refuses all of them. */
  writeSet(one: Change, writing: Writing, entries: readonly Entry[]): Promise<number[]>;
}

/** A kind of records that come from tables. */
// biome-ignore lint/suspicious/noExplicitAny: each set kind knows what its own entries are
export type ImportKind = RowKind | SetKind<any>;

/** Rows that a table of the kind may have at most. */
export function mostRowsOf(kind: ImportKind): number {
  return "openSet" in kind ? 10_000 : 5_000;
}

const both = [textsFor("cs"), textsFor("en")];

/**
 * The code that a word of either language stands for: `wordsOf` gives the words of one of them by code. The
 * code itself is understood too, and the beginning that only one word has ("report" of "report on
 * implementation"); what is not known comes back as it is, for the form's schema to refuse.
 */
export function codeOfWord(
  word: string,
  wordsOf: (texts: (typeof both)[number]) => Record<string, string>,
): string {
  const folded = foldText(word);
  for (const texts of both) {
    const found = Object.entries(wordsOf(texts)).find(
      ([code, label]) => foldText(label) === folded || code === word,
    );
    if (found) return found[0];
  }
  return codeOfBeginning(folded, wordsOf) ?? word;
}

function codeOfBeginning(
  folded: string,
  wordsOf: (texts: (typeof both)[number]) => Record<string, string>,
): string | undefined {
  const codes = both.flatMap((texts) =>
    Object.entries(wordsOf(texts))
      .filter(([, label]) => foldText(label).startsWith(`${folded} `))
      .map(([code]) => code),
  );
  return new Set(codes).size === 1 ? codes[0] : undefined;
}
