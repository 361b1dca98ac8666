import type { Database, Transaction } from "../connection.ts";
import type { ExpenditureDocument } from "./expenditures.ts";

export type VoucherListKind = "sd-1" | "sd-2";

/** A claimed document as the lists of vouchers have it. Sums in haléře, hours in hundredths. */
export interface Voucher extends Omit<ExpenditureDocument, "procurementNote"> {
  claimId: number;
  expenditureId: number;
  amountHalere: number;
  claimedHalere: number;
  lineCode: string | null;
  lineName: string | null;
}

/** The same of pay, with what it is made of; nulls where nobody has entered that yet. */
export interface PayVoucher extends Voucher {
  personName: string | null;
  month: string | null;
  contractCode: string | null;
  payHalere: number | null;
  otherWithLeviesHalere: number | null;
  leviesHalere: number | null;
  otherWithoutLeviesHalere: number | null;
  fundHours: number | null;
  projectHours: number | null;
}

interface Of {
  requestId: number;
  /** The version of the budget whose codes the lists carry. */
  versionId: number | null;
}

/** Documents other than pay. */
export async function listVouchers(db: Database, of: Of): Promise<Voucher[]> {
  return vouchers(db, of).whereNot("e.kind", "payroll").select(VOUCHER);
}

export async function listPayVouchers(db: Database, of: Of): Promise<PayVoucher[]> {
  return vouchers(db, of)
    .where("e.kind", "payroll")
    .leftJoin("payroll_items as i", "i.expenditure_id", "e.id")
    .leftJoin("staff_assignments as a", "a.id", "i.assignment_id")
    .leftJoin("users as u", "u.id", "a.user_id")
    .leftJoin("contacts as k", "k.id", "a.contact_id")
    .select({
      ...VOUCHER,
      personName: db.raw("coalesce(u.name, k.name)"),
      month: "i.month",
      contractCode: "i.contract_code",
      payHalere: "i.pay_halere",
      otherWithLeviesHalere: "i.other_with_levies_halere",
      leviesHalere: "i.levies_halere",
      otherWithoutLeviesHalere: "i.other_without_levies_halere",
      fundHours: "i.fund_hours_e2",
      projectHours: "i.project_hours_e2",
    });
}

/** IČO of the beneficiary, who pays the wages; null where the project does not tell. */
export async function findBeneficiaryIco(db: Database, projectId: number): Promise<string | null> {
  const row = await db("projects as p")
    .leftJoin("organisations as o", "o.id", "p.beneficiary_id")
    .where("p.id", projectId)
    .first({ ico: "o.ico" });
  return row?.ico ?? null;
}

const VOUCHER = {
  claimId: "c.id",
  expenditureId: "e.id",
  kind: "e.kind",
  documentNumber: "e.document_number",
  supplierName: "e.supplier_name",
  supplierIco: "e.supplier_ico",
  description: "e.description",
  issuedOn: "e.issued_on",
  paidOn: "e.paid_on",
  totalHalere: "e.total_halere",
  netHalere: "e.net_halere",
  contractNumber: "e.contract_number",
  orderNumber: "e.order_number",
  amountHalere: "e.amount_halere",
  claimedHalere: "c.claimed_halere",
  lineCode: "l.code",
  lineName: "l.name",
};

function vouchers(db: Database, { requestId, versionId }: Of) {
  return db("claims as c")
    .join("expenditures as e", "e.id", "c.expenditure_id")
    .leftJoin("budget_line_versions as l", (join) => {
      join
        .on("l.budget_line_id", "e.budget_line_id")
        .andOn("l.budget_version_id", db.raw("?", [versionId ?? 0]));
    })
    .where("c.payment_request_id", requestId)
    .where("c.claimed_halere", ">", 0)
    .orderByRaw("l.code_key is null, l.code_key, e.valid_on, e.id");
}

export interface VoucherListExport {
  requestId: number;
  list: VoucherListKind;
  format: "xlsx" | "xml";
  exportedBy: number | null;
  exportedAt: string;
  rows: number;
  sha256: string;
}

export async function insertVoucherListExport(
  trx: Transaction,
  one: VoucherListExport,
): Promise<void> {
  await trx("voucher_list_exports").insert({
    payment_request_id: one.requestId,
    list: one.list,
    format: one.format,
    exported_by: one.exportedBy,
    exported_at: one.exportedAt,
    rows: one.rows,
    sha256: one.sha256,
  });
}

export async function listVoucherListExports(
  db: Database,
  requestId: number,
): Promise<(VoucherListExport & { exportedByName: string | null })[]> {
  return db("voucher_list_exports as x")
    .leftJoin("users as u", "u.id", "x.exported_by")
    .where("x.payment_request_id", requestId)
    .orderBy("x.id", "desc")
    .limit(10)
    .select({
      requestId: "x.payment_request_id",
      list: "x.list",
      format: "x.format",
      exportedBy: "x.exported_by",
      exportedByName: "u.name",
      exportedAt: "x.exported_at",
      rows: "x.rows",
      sha256: "x.sha256",
    });
}
