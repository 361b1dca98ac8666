import type { AccountedLine, AnnexField, SourceLine } from "../rules.ts";

export interface Fate {
  fate: AccountedLine["fate"];
  reason?: string;
  card?: number;
  field?: AnnexField;
}

/** What became of source lines, by their index. */
export type Account = Map<number, Fate>;

/** A line that says several things is what it says most. */
const WEIGHT: Record<Fate["fate"], number> = { noise: 0, unrecognised: 1, heading: 2, field: 3 };

export function enter(account: Account, source: number, fate: Fate): void {
  const known = account.get(source);
  if (known === undefined || WEIGHT[fate.fate] > WEIGHT[known.fate]) account.set(source, fate);
}

/** Each line with its fate; what no stage has claimed is not recognised. */
export function accountedLines(lines: SourceLine[], account: Account): AccountedLine[] {
  return lines.map((line, source) => ({
    ...line,
    ...(account.get(source) ?? { fate: "unrecognised" as const }),
  }));
}
