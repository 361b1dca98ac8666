import type { Database, Transaction } from "../connection.ts";

export type ContractCode = "Smlouva" | "DPC" | "DPP" | "DPPDo" | "DPPNad";

/** What an expenditure of pay is made of. Sums in haléře, hours in hundredths. */
export interface PayrollItemFields {
  assignmentId: number;
  month: string;
  contractCode: ContractCode;
  payHalere: number;
  /** Levies are paid of it as of the pay. */
  otherWithLeviesHalere: number;
  leviesHalere: number;
  otherWithoutLeviesHalere: number;
  fundHoursE2: number;
  projectHoursE2: number;
}

export interface PayrollItem extends PayrollItemFields {
  id: number;
  expenditureId: number;
  version: number;
}

const COLUMNS = {
  id: "id",
  expenditureId: "expenditure_id",
  assignmentId: "assignment_id",
  month: "month",
  contractCode: "contract_code",
  payHalere: "pay_halere",
  otherWithLeviesHalere: "other_with_levies_halere",
  leviesHalere: "levies_halere",
  otherWithoutLeviesHalere: "other_without_levies_halere",
  fundHoursE2: "fund_hours_e2",
  projectHoursE2: "project_hours_e2",
  version: "version",
} satisfies Record<keyof PayrollItem, string>;

export async function findPayrollItem(
  db: Database,
  expenditureId: number,
): Promise<PayrollItem | undefined> {
  return db("payroll_items").where("expenditure_id", expenditureId).first(COLUMNS);
}

/** Pay of a month that is recorded already, with the expenditure it is of. */
export interface RecordedPay
  extends Pick<PayrollItem, "expenditureId" | "assignmentId" | "payHalere" | "leviesHalere"> {
  personName: string;
  positionName: string;
  documentNumber: string | null;
  amountHalere: number;
  paidOn: string | null;
}

/** On expenditures that stand, by person. */
export async function listPayOfMonth(
  db: Database,
  { projectId, month }: { projectId: number; month: string },
): Promise<RecordedPay[]> {
  return db("payroll_items as i")
    .join("expenditures as e", "e.id", "i.expenditure_id")
    .join("staff_assignments as s", "s.id", "i.assignment_id")
    .join("positions as x", "x.id", "s.position_id")
    .leftJoin("users as u", "u.id", "s.user_id")
    .leftJoin("contacts as c", "c.id", "s.contact_id")
    .where({ "e.project_id": projectId, "i.month": month })
    .whereNull("e.archived_at")
    .orderByRaw("coalesce(u.sort_key, c.sort_key), x.name, e.id")
    .select({
      expenditureId: "e.id",
      assignmentId: "i.assignment_id",
      payHalere: "i.pay_halere",
      leviesHalere: "i.levies_halere",
      personName: db.raw("coalesce(u.name, c.name)"),
      positionName: "x.name",
      documentNumber: "e.document_number",
      amountHalere: "e.amount_halere",
      paidOn: "e.paid_on",
    });
}

/** False when the expenditure has its item already. */
export async function insertPayrollItem(
  trx: Transaction,
  expenditureId: number,
  fields: PayrollItemFields,
): Promise<boolean> {
  const rows = await trx("payroll_items")
    .insert({ ...columns(fields), expenditure_id: expenditureId })
    .onConflict("expenditure_id")
    .ignore()
    .returning("id");
  return rows.length > 0;
}

export async function insertPayrollItems(
  trx: Transaction,
  items: readonly (PayrollItemFields & { expenditureId: number })[],
): Promise<void> {
  await trx("payroll_items").insert(
    items.map((item) => ({ ...columns(item), expenditure_id: item.expenditureId })),
  );
}

/** 0 when the item has another version by now. */
export async function updatePayrollItem(
  trx: Transaction,
  key: { id: number; version: number },
  fields: PayrollItemFields,
): Promise<number> {
  return trx("payroll_items")
    .where({ id: key.id, version: key.version })
    .update({ ...columns(fields), version: key.version + 1 });
}

function columns(fields: PayrollItemFields) {
  return {
    assignment_id: fields.assignmentId,
    month: fields.month,
    contract_code: fields.contractCode,
    pay_halere: fields.payHalere,
    other_with_levies_halere: fields.otherWithLeviesHalere,
    levies_halere: fields.leviesHalere,
    other_without_levies_halere: fields.otherWithoutLeviesHalere,
    fund_hours_e2: fields.fundHoursE2,
    project_hours_e2: fields.projectHoursE2,
  };
}
