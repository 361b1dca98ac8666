import type { Database, Transaction } from "../../../db/connection.ts";
import { type Expenditure, findExpenditure } from "../../../db/queries/expenditures.ts";
import { listRulesInForce } from "../../../db/queries/offset-rules.ts";
import {
  findPayrollItem,
  insertPayrollItem,
  type PayrollItem,
  type PayrollItemFields,
  updatePayrollItem,
} from "../../../db/queries/payroll-items.ts";
import { lockProject, type ProjectSpan } from "../../../db/queries/project-locks.ts";
import { type Assignment, findAssignment } from "../../../db/queries/staff-assignments.ts";
import { findTimesheet } from "../../../db/queries/timesheets.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { parseDecimal } from "../../values/decimal.ts";
import type { BasisPoints } from "../../values/percent.ts";
import { lineNamesOf } from "../positions/words.ts";
import { ruleDayOf } from "../programme-rules/rules.ts";
import { daysOf, totalOf } from "../timesheets/rules.ts";
import { codesFor, leviesOf, paysLevies, sumOf } from "./rules.ts";
import type { PayrollEntry } from "./schema.ts";

interface Key {
  projectId: number;
  expenditureId: number;
}

/**
 * What an expenditure of pay is made of; its parts have to add up to the sum of the document.
 * @throws EditedMeanwhile when the form was opened on another version
 */
export async function savePayrollItem(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: Key,
  { entry, formOf }: { entry: PayrollEntry; formOf: FormOf<PayrollItem> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const project = await lockProject(one.trx, key.projectId);
    const expenditure = await payrollExpenditure(one.trx, key);
    const fields = await fieldsOf(one, { project, expenditure }, entry);
    const before = await findPayrollItem(one.trx, key.expenditureId);
    if (before) await update(one, before, { fields, version: entry.version ?? 0, formOf });
    else if (!(await insertPayrollItem(one.trx, key.expenditureId, fields)))
      throw new Conflict("changedMeanwhile");
    // The history of a project is read by many: of pay it says that something changed, and nothing else.
    one.record({
      action: before ? "payroll.edited" : "payroll.created",
      objectType: "expenditure",
      objectId: key.expenditureId,
      projectId: key.projectId,
    });
  });
}

async function update(
  { trx }: Change,
  before: PayrollItem,
  edit: { fields: PayrollItemFields; version: number; formOf: FormOf<PayrollItem> },
): Promise<void> {
  const opened = { id: before.id, version: edit.version };
  if ((await updatePayrollItem(trx, opened, edit.fields)) > 0) return;
  throw await editedMeanwhile(trx, {
    objectType: "expenditure",
    objectId: before.expenditureId,
    version: before.version,
    values: edit.formOf(before),
  });
}

/** The project's own rate of levies, else the one in force; undefined where no rule sets any. */
export async function levyRateOf(
  db: Database,
  project: Omit<ProjectSpan, "endsOn">,
): Promise<BasisPoints | undefined> {
  const [rule] = await listRulesInForce(db, {
    projectId: project.id,
    programme: project.programme,
    kinds: ["employer-levies"],
    on: ruleDayOf(project),
  });
  return rule && parseDecimal(rule.value, 2);
}

/** Its project is locked, so that its sum stays what the parts are added up to. */
async function payrollExpenditure(trx: Transaction, key: Key): Promise<Expenditure> {
  const found = await findExpenditure(trx, { projectId: key.projectId, id: key.expenditureId });
  if (!found) throw new NotFound("expenditure");
  if (found.kind !== "payroll" || found.archivedAt !== null) throw new Conflict("notPayroll");
  return found;
}

async function fieldsOf(
  one: Change,
  { project, expenditure }: { project: ProjectSpan; expenditure: Expenditure },
  entry: PayrollEntry,
): Promise<PayrollItemFields> {
  const assignment = await assignmentOf(one.trx, expenditure.projectId, entry);
  if (daysOf(entry.month, assignment, project) === null)
    throw new InvalidInput({ month: "outsideAssignment" });
  await checkCode(one.trx, expenditure, assignment, entry);
  const base = entry.pay + (entry.otherWithLevies ?? 0);
  const rate = paysLevies(entry.contractCode) ? await levyRateOf(one.trx, project) : 0;
  const sums = {
    payHalere: entry.pay,
    otherWithLeviesHalere: entry.otherWithLevies ?? 0,
    leviesHalere: entry.levies ?? leviesOf(base, rate ?? 0),
    otherWithoutLeviesHalere: entry.otherWithoutLevies ?? 0,
  };
  const difference = sumOf(sums) - expenditure.amountHalere;
  if (difference !== 0) {
    const message = difference > 0 ? "payOverAmount" : "payUnderAmount";
    throw new InvalidInput({ pay: `${message}:${Math.abs(difference)}` });
  }
  const { month, contractCode } = entry;
  const hours = await hoursOf(one.trx, assignment, entry);
  return { assignmentId: assignment.id, month, contractCode, ...sums, ...hours };
}

async function assignmentOf(
  trx: Transaction,
  projectId: number,
  { assignmentId }: PayrollEntry,
): Promise<Assignment> {
  const assignment = await findAssignment(trx, { projectId, id: assignmentId });
  if (!assignment || assignment.archivedAt !== null || assignment.funding !== "direct")
    throw new InvalidInput({ assignmentId: "unknownChoice" });
  return assignment;
}

async function checkCode(
  trx: Transaction,
  expenditure: Expenditure,
  assignment: Assignment,
  { contractCode }: PayrollEntry,
): Promise<void> {
  const { budgetLineId, projectId } = expenditure;
  const names = await lineNamesOf(trx, projectId, [{ budgetLineId }]);
  const line = budgetLineId === null ? undefined : names.get(budgetLineId);
  if (!codesFor(line?.code ?? null, assignment.contract).includes(contractCode))
    throw new InvalidInput({ contractCode: "contractOfLine" });
}

/** From the approved timesheet; without one as they were told. */
async function hoursOf(
  trx: Transaction,
  { projectId, id: assignmentId }: Assignment,
  { month, fundHours, projectHours }: PayrollEntry,
): Promise<Pick<PayrollItemFields, "fundHoursE2" | "projectHoursE2">> {
  const sheet = await findTimesheet(trx, { projectId, assignmentId, month });
  if (sheet?.state === "approved")
    return { fundHoursE2: sheet.fundE2, projectHoursE2: totalOf(sheet) };
  if (fundHours === null) throw new InvalidInput({ fundHours: "noApprovedTimesheet" });
  if (projectHours === null) throw new InvalidInput({ projectHours: "noApprovedTimesheet" });
  return { fundHoursE2: fundHours, projectHoursE2: projectHours };
}
