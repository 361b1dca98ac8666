import type { BudgetLine } from "../../../../db/queries/budget-lines.ts";

/** What an independent hand with a pencil would come to: each chapter summed from its leaves by itself. */
export function byHand(lines: readonly BudgetLine[]) {
  const under = (code: string) => (line: BudgetLine) =>
    line.code === code || line.code.startsWith(`${code}.`);
  const isLeaf = (line: BudgetLine) =>
    !lines.some((other) => other !== line && under(line.code)(other));
  const leaves = lines.filter(isLeaf);
  const own = (line: BudgetLine) =>
    (BigInt(line.unitPriceHalere ?? 0) * BigInt(line.unitsE4 ?? 0)) / 10_000n;
  const total = (some: readonly BudgetLine[]) => some.reduce((sum, line) => sum + own(line), 0n);
  const eligible = leaves.filter(under("1"));
  const direct = total(eligible);
  const staff = total(
    eligible.filter((line) => ["1.1.1", "1.1.2", "1.1.3"].some((code) => under(code)(line))),
  );
  const bases: Record<string, bigint> = {
    "flat-rate-54a": direct,
    "flat-rate-54b": staff,
    "flat-rate-54c": direct,
    "flat-rate-55": direct - staff,
    "flat-rate-56": staff,
  };
  const flatOf = ({ flatRateKind, flatRateBp }: BudgetLine) =>
    flatRateKind === null
      ? 0n
      : (((bases[flatRateKind] ?? 0n) * BigInt(flatRateBp ?? 0) * 2n) / 10_000n + 1n) / 2n;
  const flat = leaves.reduce((sum, line) => sum + flatOf(line), 0n);
  const amounts = lines.map((line) => {
    const below = leaves.filter(under(line.code));
    return [line.code, Number(below.reduce((sum, one) => sum + own(one) + flatOf(one), 0n))];
  });
  return {
    amounts: Object.fromEntries(amounts) as Record<string, number>,
    sums: {
      eligible: Number(direct + flat),
      direct: Number(direct),
      staff: Number(staff),
      flat: Number(flat),
      ineligible: Number(total(leaves.filter(under("2")))),
    },
  };
}
