import type { ProjectSource } from "../../../db/queries/project-sources.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { distribute } from "../../values/money.ts";
import { WHOLE_PPM } from "../../values/percent.ts";

export interface FundingTable {
  total: string;
  /** Whether any amount is known; without one there is no column for them. */
  hasAmounts: boolean;
  rows: { name: string; kind: string; share: string; amount: string; tone: string }[];
  /** Parts of the bar as whole-number places; null while any share is unknown. */
  bar: { x: number; width: number; tone: string }[] | null;
}

/** Sources with the shares that are known and the amounts that follow from them; nothing is made up. */
export function presentFunding(
  project: { totalHalere: number | null; sources: ProjectSource[] },
  { texts, formats }: { texts: Texts; formats: Formats },
): FundingTable {
  const { totalHalere, sources } = project;
  const { missing } = texts.projects;
  const amounts = totalHalere === null ? null : amountsOf(totalHalere, sources);
  const rows = sources.map(({ kind, name, sharePpm }, index) => ({
    name,
    kind: texts.projectForm.sourceKinds[kind],
    share: sharePpm === null ? missing : formats.share(sharePpm),
    amount: sharePpm === null || !amounts ? "" : formats.money(amounts[index] ?? 0),
    tone: kind,
  }));
  return {
    total: totalHalere === null ? missing : formats.money(totalHalere),
    hasAmounts: rows.some(({ amount }) => amount !== ""),
    rows,
    bar: sources.every(({ sharePpm }) => sharePpm !== null) ? barOf(sources) : null,
  };
}

/** To the haléř: with the rest that no source claims, the amounts make the total. */
function amountsOf(total: number, sources: ProjectSource[]): number[] {
  const shares = sources.map(({ sharePpm }) => sharePpm ?? 0);
  const rest = WHOLE_PPM - shares.reduce((sum, share) => sum + share, 0);
  return distribute(total, [...shares, rest]);
}

function barOf(sources: ProjectSource[]): FundingTable["bar"] {
  let x = 0;
  return sources.map(({ kind, sharePpm }) => {
    const width = (sharePpm ?? 0) / 10_000;
    const part = { x: Math.round(x * 100) / 100, width: Math.round(width * 100) / 100, tone: kind };
    x += width;
    return part;
  });
}
