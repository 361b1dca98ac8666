import { listOverdrawnLines } from "../../../../db/queries/expenditure-list.ts";
import type { ExpenditureFields } from "../../../../db/queries/expenditures.ts";
import {
  insertPayrollItems,
  type PayrollItemFields,
} from "../../../../db/queries/payroll-items.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { type FieldErrors, InvalidInput } from "../../../errors.ts";
import type { Month } from "../../../values/month.ts";
import {
  type Batch,
  checkInBatch,
  openBatch,
  writeBatch,
} from "../../expenditures/batches/service.ts";
import { findNamingVersion } from "../../expenditures/lines/service.ts";
import { type ExpenditureEntry, tell } from "../../expenditures/service.ts";
import { leviesOf, paysLevies, sumOf } from "../rules.ts";
import { loadPayMonth, type PayMonth, type ProposedPay } from "./proposals.ts";
import { cellId, type PayMonthEntry, type PayRow } from "./schema.ts";

interface Key {
  projectId: number;
  month: Month;
  viewerId: number;
}

/** How an expenditure of pay is called, told by whoever asks for it. */
type Describe = (one: ProposedPay) => string;

/**
 * Records the chosen pay of a month: an expenditure and its parts for each person, all of them or none. Those
 * whose pay somebody has recorded meanwhile are not recorded again.
 * @throws InvalidInput by cell, also when the project has not enough for it
 */
export async function recordPayMonth(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, month, viewerId }: Key,
  { entry, describe }: { entry: PayMonthEntry; describe: Describe },
): Promise<{ isOverLine: boolean }> {
  const today = deps.clock.today();
  return change(deps, author, async (one) => {
    const project = await lockProject(one.trx, projectId);
    const payMonth = await loadPayMonth(one.trx, project, month);
    const items = checkedItems(payMonth, entry);
    const batch = await openBatch(one.trx, { projectId, viewerId, today });
    const fields = checkedExpenditures(batch, items, { entry, describe });
    await write(one, projectId, { items, fields });
    return { isOverLine: await isAnyOverLine(one, projectId, fields) };
  });
}

interface Item {
  row: PayRow;
  proposal: ProposedPay;
  fields: PayrollItemFields;
}

function checkedItems(payMonth: PayMonth, { rows }: PayMonthEntry): Item[] {
  const items = rows.map((row) => {
    const proposal = payMonth.proposals.find((one) => one.assignment.id === row.assignmentId);
    if (!proposal) throw new InvalidInput({ form: "payRecordedMeanwhile" });
    return { row, proposal, fields: partsOf(payMonth, row, proposal) };
  });
  refuse(Object.assign({}, ...items.map(faultsOf)));
  return items;
}

function faultsOf({ row, proposal }: Item): FieldErrors {
  const faults: FieldErrors = {};
  const of = (name: string) => cellId(name, row.assignmentId);
  if (!proposal.codes.includes(row.contractCode)) faults[of("contractCode")] = "contractOfLine";
  if (proposal.hours !== null) return faults;
  if (row.fundHours === null) faults[of("fundHours")] = "noApprovedTimesheet";
  if (row.projectHours === null) faults[of("projectHours")] = "noApprovedTimesheet";
  return faults;
}

/** What the approved timesheet says goes before what was typed. */
function partsOf(
  { month, levyRate = 0 }: PayMonth,
  { assignmentId, contractCode, pay: payHalere, levies, ...typed }: PayRow,
  { hours }: ProposedPay,
): PayrollItemFields {
  const rate = paysLevies(contractCode) ? levyRate : 0;
  return {
    ...{ assignmentId, month, contractCode, payHalere },
    leviesHalere: levies ?? leviesOf(payHalere, rate),
    ...{ otherWithLeviesHalere: 0, otherWithoutLeviesHalere: 0 },
    fundHoursE2: hours?.fundE2 ?? typed.fundHours ?? 0,
    projectHoursE2: hours?.projectE2 ?? typed.projectHours ?? 0,
  };
}

function checkedExpenditures(
  batch: Batch,
  items: readonly Item[],
  of: { entry: PayMonthEntry; describe: Describe },
): ExpenditureFields[] {
  const errors: FieldErrors = {};
  const fields = items.flatMap((item) => {
    const checked = checkedExpenditure(batch, entryOf(item, of));
    if ("fields" in checked) return [checked.fields];
    for (const [name, message] of Object.entries(checked.errors))
      errors[name in of.entry ? name : cellId(name, item.row.assignmentId)] = message;
    return [];
  });
  refuse(errors);
  return fields;
}

function checkedExpenditure(
  batch: Batch,
  entry: ExpenditureEntry,
): { fields: ExpenditureFields } | { errors: FieldErrors } {
  try {
    const checked = checkInBatch(batch, entry);
    if ("fields" in checked) return checked;
    return { errors: { documentNumber: "payRecordedTwice" } };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { amount, ...others } = error.errors;
    return { errors: amount === undefined ? others : { ...others, pay: amount } };
  }
}

function entryOf(
  { row, proposal, fields }: Item,
  { entry, describe }: { entry: PayMonthEntry; describe: Describe },
): ExpenditureEntry {
  return {
    ...{ kind: "payroll", state: "recorded", description: describe(proposal) },
    documentNumber: row.documentNumber,
    ...{ supplierName: null, supplierIco: null },
    ...{ issuedOn: entry.issuedOn, paidOn: entry.paidOn },
    ...{ amount: sumOf(fields), total: null, net: null },
    budgetLineId: proposal.line?.lineId ?? null,
    activityId: proposal.assignment.activityId,
    ...{ occasion: null, period: null },
    ...{ contractNumber: null, orderNumber: null, procurementNote: null },
  };
}

async function write(
  one: Change,
  projectId: number,
  { items, fields }: { items: readonly Item[]; fields: readonly ExpenditureFields[] },
): Promise<void> {
  const ids = await writeBatch(one, projectId, fields);
  const parts = items.map((item, place) => ({ ...item.fields, expenditureId: ids[place] ?? 0 }));
  await insertPayrollItems(one.trx, parts);
  for (const id of ids) {
    tell(one, "expenditure.created", { id, projectId, kind: "payroll" }, {});
    tell(one, "payroll.created", { id, projectId, kind: "payroll" }, {});
  }
}

async function isAnyOverLine(
  one: Change,
  projectId: number,
  fields: readonly ExpenditureFields[],
): Promise<boolean> {
  const versionId = await findNamingVersion(one.trx, projectId);
  const over = await listOverdrawnLines(one.trx, { projectId, versionId });
  const written = new Set(fields.map(({ budgetLineId }) => budgetLineId));
  return over.some(({ budgetLineId }) => written.has(budgetLineId));
}

function refuse(errors: FieldErrors): void {
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}
