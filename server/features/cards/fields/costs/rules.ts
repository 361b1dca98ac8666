import { foldText } from "../../../../values/fold.ts";
import { type Amount, amountsIn } from "./amounts/rules.ts";
import type { Currency } from "./numbers/rules.ts";

const costKinds = ["amount", "range", "text", "missing"] as const;
export type CostKind = (typeof costKinds)[number];

const costDoubts = [
  /** No currency stands there; crowns are taken. */
  "currencyAssumed",
  /** More than one amount stands there. */
  "severalAmounts",
  /** An amount stands there that may be read in two ways, or is multiplied. */
  "unclearAmount",
  /** What stands there is a price of an hour, a bed, a month. */
  "pricePerUnit",
] as const;
export type CostDoubt = (typeof costDoubts)[number];

export interface Cost {
  raw: string;
  kind: CostKind;
  /** In haléře or cents; `null` for "up to", and where there is no amount. */
  min: number | null;
  /** `null` for "at least", and where there is no amount. */
  max: number | null;
  currency: Currency | null;
  perYear: boolean;
  doubts: CostDoubt[];
}

const PER_YEAR =
  /rocne|rocni |kazdy rok|kazdorocn|p\. ?a\.|per annum|(?:\/|\b(?:za|na|per) ) ?(?:1 )?rok(?! ?\d)|za rok$/;
const UP_TO = /(?:^|[^a-z])(?:do|max\.?|maximalne|nejvyse|az) (?:vyse |castky )?$/;
const AT_LEAST = /(?:^|[^a-z])(?:od|min\.?|minimalne|nejmene|alespon) (?:vyse |castky )?$/;
const TOTAL = /(?:^|[^a-z])(?:celk\p{L}*|souhrn\p{L}*|dohromady|soucet)[^,;()]{0,60}$/u;
const LONGEST_LOOK = 80;

/** What a text says of a cost. An amount counts only where it is clear that it is the cost; the words stay. */
export function costIn(text: string): Cost {
  const raw = text.trim();
  const folded = foldText(raw);
  if (!/[\p{L}\p{N}]/u.test(folded)) return unknown(raw, "missing");
  const { amounts, isUnclear, isPerUnit } = amountsIn(folded);
  const doubts: CostDoubt[] = [];
  if (amounts.length > 1) doubts.push("severalAmounts");
  if (isUnclear) doubts.push("unclearAmount");
  if (isPerUnit) doubts.push("pricePerUnit");
  const chosen = isUnclear ? undefined : clearlyTheCost(folded, amounts);
  if (!chosen) return { ...unknown(raw, "text"), doubts };
  if (!chosen.currency) doubts.push("currencyAssumed");
  return {
    raw,
    ...boundsOf(folded, chosen),
    currency: chosen.currency ?? "CZK",
    perYear: PER_YEAR.test(amounts.length === 1 ? folded : clauseOf(folded, chosen)),
    doubts,
  };
}

/** What stands about one of several amounts up to the next comma or bracket. */
function clauseOf(folded: string, { start, end }: Amount): string {
  const [before = ""] =
    /[^,;()]*$/.exec(folded.slice(Math.max(0, start - LONGEST_LOOK), start)) ?? [];
  const [after = ""] = /^[^,;()]*/.exec(folded.slice(end, end + LONGEST_LOOK)) ?? [];
  return `${before}#${after}`;
}

function unknown(raw: string, kind: "text" | "missing"): Cost {
  return { raw, kind, min: null, max: null, currency: null, perYear: false, doubts: [] };
}

function boundsOf(folded: string, amount: Amount): Pick<Cost, "kind" | "min" | "max"> {
  const { min, max } = amount;
  if (min !== max) return { kind: "range", min, max };
  const before = folded.slice(0, amount.start);
  if (UP_TO.test(before)) return { kind: "range", min: null, max };
  if (AT_LEAST.test(before)) return { kind: "range", min, max: null };
  return { kind: "amount", min, max };
}

/** Of several amounts the only one that is called the total, or the only one that is not in brackets. */
function clearlyTheCost(folded: string, amounts: readonly Amount[]): Amount | undefined {
  const [first] = amounts;
  if (first && amounts.every(({ min, max }) => min === first.min && max === first.max))
    return first;
  const outside = amounts.filter(({ start }) => !isInBrackets(folded, start));
  const totals = outside.filter(({ start }) =>
    TOTAL.test(folded.slice(Math.max(0, start - LONGEST_LOOK), start)),
  );
  if (totals.length === 1) return totals[0];
  return outside.length === 1 ? outside[0] : undefined;
}

function isInBrackets(folded: string, at: number): boolean {
  const before = folded.slice(0, at);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}

const BESIDE_AMOUNTS =
  /^(?:cca|asi|priblizne|zhruba|ve|vysi|celkem|castka|naklady|max|min|maximalne|rocne|za|na|rok|az|do|od|z|toho|v|letech|roce|\d+)$/;

/** Whether a text says an amount and nothing of whose money it is. */
export function isMereAmount(text: string): boolean {
  const folded = foldText(text);
  const { amounts } = amountsIn(folded);
  if (amounts.length === 0) return false;
  const rest = amounts.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`,
    folded,
  );
  return (rest.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => BESIDE_AMOUNTS.test(word));
}
