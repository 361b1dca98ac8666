import type { BudgetLine } from "../../../../db/queries/budget-lines.ts";
import type { Formats } from "../../../texts/formats.ts";
import { percentOf } from "../../../values/percent.ts";
import { UNIT_PLACES } from "../../budgets/amounts/rules.ts";
import { signedMoney, type Wording } from "../words.ts";
import type { ComparedLine } from "./rules.ts";
import type { Comparison } from "./service.ts";

export function presentComparison(comparison: Comparison, isWhole: boolean, wording: Wording) {
  const { from, to, lines, chapters } = comparison;
  const { formats, texts } = wording;
  const words = texts.budgetVersions;
  const name = (number: number) => words.version(formats.number(number));
  const shown = isWhole ? lines : lines.filter(({ status }) => status !== "same");
  return {
    title: words.comparison.of(name(from.number), name(to.number)),
    transferred: transferredText(comparison, wording),
    same: shown.length === 0 ? words.comparison.same : null,
    chapters: chapters.map((chapter) => ({
      name: `${chapter.code} ${chapter.name}`,
      before: formats.money(chapter.before),
      after: formats.money(chapter.after),
      difference: differenceOf(chapter.after - chapter.before, formats),
    })),
    total: {
      before: formats.money(from.eligible),
      after: formats.money(to.eligible),
      difference: differenceOf(to.eligible - from.eligible, formats),
    },
    rows: shown.map((line) => presentLine(line, wording)),
  };
}

function transferredText({ from, transferred }: Comparison, { texts, formats }: Wording): string {
  const words = texts.budgetVersions.comparison;
  if (transferred === 0) return words.nothingTransferred;
  const share = formats.percent(percentOf(transferred, from.eligible) ?? 0);
  return words.transferred(formats.money(transferred), share);
}

function presentLine(line: ComparedLine<BudgetLine>, wording: Wording) {
  const { before, after, status, changed, difference } = line;
  const { formats, texts } = wording;
  const shown = after ?? before;
  const old = status === "changed" ? before : null;
  return {
    code: shown?.code ?? "",
    name: shown?.name ?? "",
    isChapter: shown?.isLeaf === false,
    isGone: status === "removed",
    mark: markOf(line, wording),
    oldName: old && changed.includes("name") ? old.name : null,
    oldCode:
      old && changed.includes("code") ? texts.budgetVersions.comparison.wasCode(old.code) : null,
    price: pair(old, shown, (one) => priceText(one, formats)),
    units: pair(old, shown, (one) => unitsText(one, formats)),
    before: before === null ? "–" : formats.money(before.amountHalere),
    after: after === null ? "–" : formats.money(after.amountHalere),
    difference: differenceOf(difference, formats),
  };
}

/** A line set to nothing stays a line: it says so instead of going away. */
function markOf({ before, after, status, changed }: ComparedLine, { texts }: Wording) {
  const { marks } = texts.budgetVersions.comparison;
  if (status === "added") return { tone: "green" as const, label: marks.added };
  if (status === "removed") return { tone: "red" as const, label: marks.removed };
  if (after?.amountHalere === 0 && (before?.amountHalere ?? 0) > 0)
    return { tone: "yellow" as const, label: marks.zeroed };
  return changed.includes("name") ? { tone: "blue" as const, label: marks.renamed } : null;
}

/** What it is and, where it was other, what it was. */
function pair(
  old: BudgetLine | null,
  shown: BudgetLine | null,
  textOf: (line: BudgetLine) => string,
): { now: string; was: string | null } {
  const now = shown ? textOf(shown) : "";
  const was = old ? textOf(old) : now;
  return { now, was: was === now ? null : was };
}

/** The unit stands by its price: beside a number it would have to be declined. */
function priceText({ unitPriceHalere, flatRateBp, unit }: BudgetLine, formats: Formats): string {
  if (flatRateBp !== null) return formats.share(flatRateBp * 100);
  if (unitPriceHalere === null) return "";
  const price = formats.money(unitPriceHalere);
  return unit === null ? price : `${price} / ${unit}`;
}

export function unitsText({ unitsE4 }: Pick<BudgetLine, "unitsE4">, formats: Formats): string {
  return unitsE4 === null ? "" : formats.trimmed(unitsE4, UNIT_PLACES);
}

function differenceOf(difference: number, formats: Formats): string {
  return difference === 0 ? "0" : signedMoney(difference, formats);
}
