import { type Account, enter } from "../accounting/rules.ts";
import { type Drafts, gatherDrafts } from "../drafts/rules.ts";
import { chooseMarks } from "../labels/choosing/rules.ts";
import type { FieldOrder } from "../labels/habits/rules.ts";
import { scanMarks } from "../labels/scanning/rules.ts";
import { silentRows, withoutRows } from "../noise/rules.ts";
import { pageHeaderRows } from "../page-headers/rules.ts";
import { type Row, rowsOf } from "../rows/rules.ts";
import type { SourceLine } from "../rules.ts";
import { sectionsOf } from "../sections/rules.ts";

export interface Structure {
  rows: Row[];
  drafts: Drafts;
  order: FieldOrder;
  /** Texts that stand at the edges of pages. */
  pageHeaders: string[];
}

/** Rows that say something, cut at their labels and gathered into cards. */
export function structureOf(lines: SourceLine[], account: Account): Structure {
  const { rows: all, noise } = rowsOf(lines);
  for (const [source, reason] of noise) enter(account, source, { fate: "noise", reason });
  const silent = silentRows(all);
  for (const [at, reason] of silent)
    enter(account, (all[at] as Row).source, { fate: "noise", reason });
  const rows = withoutRows(all, silent);
  const first = readRows(rows);
  const headers = pageHeaderRows(rows, first.drafts);
  if (headers.size === 0) return { rows, ...first, pageHeaders: [] };
  // Without the headers of pages a label or a sentence that they cut in two is whole again.
  for (const at of headers)
    enter(account, (rows[at] as Row).source, { fate: "noise", reason: "page-header" });
  const kept = withoutRows(rows, new Map([...headers].map((at) => [at, true])));
  const pageHeaders = [...new Set([...headers].map((at) => (rows[at] as Row).text))];
  return { rows: kept, ...readRows(kept), pageHeaders };
}

function readRows(rows: Row[]): { drafts: Drafts; order: FieldOrder } {
  const { marks, order } = chooseMarks(rows, scanMarks(rows));
  return { drafts: gatherDrafts(sectionsOf(rows, marks)), order };
}
