import type { LineActivity } from "../../../../db/queries/budget-line-uses.ts";
import type { BudgetLine } from "../../../../db/queries/budget-lines.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { percentOf } from "../../../values/percent.ts";
import { withQuery } from "../../../web/query-string.ts";
import { activityCode } from "../../activities/rules.ts";
import { UNIT_PLACES } from "../amounts/rules.ts";
import type { Drawn } from "../drawn/rules.ts";
import { depthOf, takesExpenditure } from "../rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
}

/** `25 % z přímých nákladů`; nothing of a line without a flat rate. */
export function flatRateText(line: BudgetLine, { texts, formats }: Wording): string {
  if (line.flatRateKind === null) return "";
  const base = texts.budgets.flatRates[line.flatRateKind] ?? "";
  return texts.budgets.flatRate(formats.share((line.flatRateBp ?? 0) * 100), base);
}

/** `62 000,00/měsíc × 35`; nothing of a chapter. */
function unitsText(line: BudgetLine, { texts, formats }: Wording): string {
  if (line.unitPriceHalere === null || line.unitsE4 === null) return "";
  const price = formats.scaled(line.unitPriceHalere, 2);
  return texts.budgets.reckoning(price, formats.trimmed(line.unitsE4, UNIT_PLACES), line.unit);
}

export interface RowParts {
  projectId: number;
  drawn: Drawn;
  eligible: number;
  activities: readonly LineActivity[];
  canLink: boolean;
}

/** One line of the tree as `views/budgets/show.ejs` prints it. Amounts are in crowns, without the sign. */
export function presentRow(line: BudgetLine, parts: RowParts, wording: Wording) {
  const { formats } = wording;
  const crowns = (halere: number) => formats.scaled(halere, 2);
  const { drawn } = parts;
  const known = (halere: number) => (halere === 0 ? "" : crowns(halere));
  return {
    lineId: line.lineId,
    code: line.code,
    parent: line.parentLineId ?? "",
    name: line.name,
    level: Math.min(6, depthOf(line.code)),
    isChapter: !line.isLeaf,
    reckoning: flatRateText(line, wording) || unitsText(line, wording),
    amount: crowns(line.amountHalere),
    share: shareOf(line, parts.eligible, formats),
    recorded: known(drawn.recorded),
    recordedHref:
      takesExpenditure(line) && drawn.recorded > 0
        ? withQuery(paths.expenditures(parts.projectId), { line: line.lineId })
        : null,
    claimed: known(drawn.claimed),
    approved: known(drawn.approved),
    remaining: crowns(drawn.remaining),
    isOver: drawn.isOver,
    percent: drawn.share === undefined ? null : formats.percent(drawn.share),
    width: drawn.share === undefined ? 0 : Math.min(100, Math.round(drawn.share / 100)),
    links: presentLinks(line, parts, wording),
  };
}

/** The part of the eligible whole; ineligible and informative lines have none. */
function shareOf(line: BudgetLine, eligible: number, formats: Formats): string {
  if (line.category === "ineligible" || line.category === "information") return "";
  const share = percentOf(line.amountHalere, eligible);
  return share === undefined ? "" : formats.percent(share);
}

function presentLinks(line: BudgetLine, parts: RowParts, { texts }: Wording) {
  const codes = parts.activities.map(activityCode).join(", ");
  if (codes === "" && !(parts.canLink && takesExpenditure(line))) return null;
  const label = codes === "" ? texts.budgets.noActivities : `${texts.budgets.activities}: ${codes}`;
  const href = parts.canLink ? paths.editBudgetLineActivities(parts.projectId, line.lineId) : null;
  return { label, href, isMissing: codes === "" };
}
