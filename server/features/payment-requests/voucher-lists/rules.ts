import type { PayVoucher, Voucher } from "../../../../db/queries/voucher-lists.ts";
import { formatScaled } from "../../../values/decimal.ts";
import type { Halere } from "../../../values/money.ts";
import { sumOf } from "../../payroll/rules.ts";

/** As many records of SD-2 as one file may carry. */
export const MOST_RECORDS = 500;
const LONGEST_DESCRIPTION = 2000;

/** What a row of a list lacks; keys of the texts. */
export type Fault =
  | "line"
  | "documentNumber"
  | "supplier"
  | "issuedOn"
  | "paidOn"
  | "pay"
  | "parts"
  | "person"
  | "description"
  | "payer";

/** What SD-1 asks of every document. */
export function voucherFaults(voucher: Voucher): Fault[] {
  return named<Fault>({
    line: voucher.lineCode === null,
    documentNumber: voucher.documentNumber === null,
    supplier: voucher.supplierName === null,
    issuedOn: voucher.issuedOn === null,
    paidOn: voucher.paidOn === null,
  });
}

/** What SD-2 asks of every item of pay. */
export function payFaults(voucher: PayVoucher, payerIco: string | null): Fault[] {
  const hasPay = voucher.month !== null;
  return named<Fault>({
    line: voucher.lineCode === null,
    paidOn: voucher.paidOn === null,
    pay: !hasPay,
    parts: partsDifference(voucher) !== 0,
    person: hasPay && nameParts(voucher.personName) === null,
    description: voucher.description.length > LONGEST_DESCRIPTION,
    payer: payerIco === null,
  });
}

/** By how much the parts of pay are over its document, which may have been corrected since; 0 without parts. */
export function partsDifference(voucher: PayVoucher): Halere {
  if (voucher.month === null) return 0;
  const parts = sumOf({
    payHalere: voucher.payHalere ?? 0,
    otherWithLeviesHalere: voucher.otherWithLeviesHalere ?? 0,
    leviesHalere: voucher.leviesHalere ?? 0,
    otherWithoutLeviesHalere: voucher.otherWithoutLeviesHalere ?? 0,
  });
  return parts - voucher.amountHalere;
}

function named<Name extends string>(faults: Partial<Record<Name, boolean>>): Name[] {
  return (Object.keys(faults) as Name[]).filter((name) => faults[name]);
}

/** Whether only a part is claimed, which the files have no field for. */
export function isPartial({ amountHalere, claimedHalere }: Voucher): boolean {
  return claimedHalere < amountHalere;
}

/** "Ing." and what joins two of them. */
const TITLE = /\.$|^et$/i;

/**
 * A name as it is written to people in two fields, without titles: the last word is the surname. Null when
 * there is nothing to part.
 */
export function nameParts(name: string | null): { surname: string; forenames: string } | null {
  const [withoutTitlesBehind = ""] = (name ?? "").split(",");
  const words = withoutTitlesBehind.split(/\s+/).filter((word) => word !== "" && !TITLE.test(word));
  const surname = words.pop();
  return surname === undefined || words.length === 0
    ? null
    : { surname, forenames: words.join(" ") };
}

/** A record of SD-2 as the schema names its fields, in the schema's order. */
export type PayRecord = Record<(typeof PAY_FIELDS)[number], string>;

export const PAY_FIELDS = [
  "ID_EXT",
  "TYPDOKLADU",
  "IC",
  "POLOZKA",
  "POPIS",
  "DATUMUHRADY",
  "DATUMLZ",
  "PRIJMENI",
  "JMENO",
  "DRUHPRACVZTAHU",
  "MZDA",
  "FONDPRACDOBY",
  "POCETHODINNAPRJ",
  "JINEVYDAJESODVODY",
  "POJISTNE",
  "JINEVYDAJEBEZODVODU",
] as const;

/** @throws RangeError for a row that `payFaults` finds anything wrong with */
export function payRecord(voucher: PayVoucher, payerIco: string | null): PayRecord {
  const name = nameParts(voucher.personName);
  if (payFaults(voucher, payerIco).length > 0 || name === null)
    throw new RangeError(`Pay of expenditure ${voucher.expenditureId} is not complete`);
  const sum = (halere: number | null) => formatScaled(halere ?? 0, 2);
  return {
    ID_EXT: `OSNOVA-${voucher.claimId}`,
    TYPDOKLADU: "Mzdy",
    IC: payerIco ?? "",
    POLOZKA: voucher.lineCode ?? "",
    POPIS: voucher.description,
    DATUMUHRADY: voucher.paidOn ?? "",
    DATUMLZ: `${voucher.month}-01`,
    PRIJMENI: name.surname,
    JMENO: name.forenames,
    DRUHPRACVZTAHU: voucher.contractCode ?? "",
    MZDA: sum(voucher.payHalere),
    FONDPRACDOBY: sum(voucher.fundHours),
    POCETHODINNAPRJ: sum(voucher.projectHours),
    JINEVYDAJESODVODY: sum(voucher.otherWithLeviesHalere),
    POJISTNE: sum(voucher.leviesHalere),
    JINEVYDAJEBEZODVODU: sum(voucher.otherWithoutLeviesHalere),
  };
}
