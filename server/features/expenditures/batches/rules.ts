import type { ExpenditureLike } from "../../../../db/queries/expenditure-batches.ts";
import type { ExpenditureFields } from "../../../../db/queries/expenditures.ts";
import { documentKey } from "../../../values/document-key.ts";
import { foldText } from "../../../values/fold.ts";
import type { Halere } from "../../../values/money.ts";
import { flatRatesOf } from "../../drawdowns/rules.ts";
import { isSpent } from "../rules.ts";

/** The same item of the same document, however its cells were written. */
export function likenessOf(one: Omit<ExpenditureLike, "id">): string {
  const { documentKey: number, supplierIco, budgetLineId, amountHalere, validOn } = one;
  const document = [number, supplierIco, foldText(one.description)];
  return JSON.stringify([...document, budgetLineId, amountHalere, validOn]);
}

export function likenessOfFields(fields: ExpenditureFields): string {
  return likenessOf({ ...fields, documentKey: documentKey(fields.documentNumber) });
}

/** What counts against the cap while rows are added one after another. */
export interface Purse {
  cap: Halere | null;
  direct: Halere;
  staff: Halere;
  rates: readonly { kind: string; rateBp: number }[];
  /** Lines of the budget in force by id; what is on none of them is direct. */
  lines: ReadonlyMap<number, { category: string; isStaff: boolean }>;
}

/** Takes the sum of an expenditure out of the purse; false, and nothing taken, when there is not enough. */
export function spend(
  purse: Purse,
  one: Pick<ExpenditureFields, "state" | "amountHalere" | "budgetLineId">,
): boolean {
  const line = purse.lines.get(one.budgetLineId ?? 0);
  const isFree = line?.category === "ineligible" || line?.category === "information";
  if (!isSpent(one) || isFree) return true;
  const direct = purse.direct + one.amountHalere;
  const staff = purse.staff + (line?.isStaff ? one.amountHalere : 0);
  const spent = direct + flatRatesOf(purse.rates, { direct, staff });
  if (purse.cap !== null && spent > purse.cap) return false;
  purse.direct = direct;
  purse.staff = staff;
  return true;
}
