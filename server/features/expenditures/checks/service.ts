import { findSupplierName, listOccasions } from "../../../../db/queries/expenditure-choices.ts";
import type { Expenditure, ExpenditureFields } from "../../../../db/queries/expenditures.ts";
import { listPeriods, type Period } from "../../../../db/queries/periods.ts";
import type { ProjectSpan } from "../../../../db/queries/project-locks.ts";
import type { Change } from "../../../change.ts";
import { type FieldErrors, InvalidInput } from "../../../errors.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { checkActivity } from "../../activities/choices/service.ts";
import { checkBudgetLine } from "../../budgets/choices/service.ts";
import { seesInside } from "../../events/rules.ts";
import { dayOf, faultsOfClaimed, faultsOfDays, faultsOfSums } from "../rules.ts";
import type { ExpenditureEntry } from "../schema.ts";

/** Whose entry it is, in which project, on which day. */
export interface EntryContext {
  project: ProjectSpan;
  viewerId: number | null;
  readsPay: boolean;
  today: CalendarDate;
}

/**
 * What is typed about an expenditure as it is stored: places that may be chosen, a period by its day where
 * none was, the supplier's name by IČO.
 * @throws InvalidInput with what is wrong, by field
 */
export async function checkedFields(
  one: Change,
  context: EntryContext,
  entry: ExpenditureEntry,
  before?: Expenditure,
): Promise<ExpenditureFields> {
  refuse(faultsOfDays(entry, context.project, context.today));
  refuse(faultsOfSums(entry));
  if (before) refuse(faultsOfClaimed(before, entry));
  if (entry.kind === "payroll" && !context.readsPay)
    throw new InvalidInput({ kind: "payIsHidden" });
  const { id: projectId } = context.project;
  await checkBudgetLine(one.trx, projectId, entry.budgetLineId, before?.budgetLineId ?? null);
  await checkActivity(one, projectId, entry.activityId, before?.activityId ?? null);
  const occasion = await checkedOccasion(one, context, entry, before);
  const validOn = dayOf(entry, before?.validOn ?? context.today);
  const periods = await listPeriods(one.trx, projectId);
  return {
    ...documentOf(entry),
    ...occasion,
    supplierName: entry.supplierName ?? (await supplierName(one, projectId, entry)),
    state: entry.state,
    amountHalere: entry.amount,
    validOn,
    budgetLineId: entry.budgetLineId,
    activityId: entry.activityId,
    periodId: chosenPeriod(entry.period, validOn, periods),
  };
}

/** The period that a day falls into; undefined outside of all. */
export function periodOfDay(periods: readonly Period[], day: CalendarDate): Period | undefined {
  return periods.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
}

function chosenPeriod(
  chosen: ExpenditureEntry["period"],
  day: CalendarDate,
  periods: readonly Period[],
): number | null {
  if (chosen === "none") return null;
  if (chosen === null) return periodOfDay(periods, day)?.id ?? null;
  if (!periods.some(({ id }) => id === chosen)) throw new InvalidInput({ period: "unknownChoice" });
  return chosen;
}

/** A confidential event is chosen by its coordinator alone. */
async function checkedOccasion(
  { trx }: Change,
  { project, viewerId }: EntryContext,
  { occasion }: ExpenditureEntry,
  before?: Expenditure,
): Promise<Pick<ExpenditureFields, "eventId" | "internshipId">> {
  if (occasion === null) return { eventId: null, internshipId: null };
  const { kind, id } = occasion;
  const kept = kind === "event" ? before?.eventId : before?.internshipId;
  if (kept !== id) {
    const there = await listOccasions(trx, project.id);
    const found = there.find((other) => other.kind === kind && other.id === id);
    if (!found || !seesInside(found, viewerId))
      throw new InvalidInput({ occasion: "unknownChoice" });
  }
  return kind === "event"
    ? { eventId: id, internshipId: null }
    : { eventId: null, internshipId: id };
}

async function supplierName(
  { trx }: Change,
  projectId: number,
  { supplierIco: ico, kind }: ExpenditureEntry,
): Promise<string | null> {
  return ico === null || kind === "payroll" ? null : findSupplierName(trx, { projectId, ico });
}

function documentOf(entry: ExpenditureEntry) {
  return {
    kind: entry.kind,
    documentNumber: entry.documentNumber,
    supplierIco: entry.supplierIco,
    description: entry.description,
    issuedOn: entry.issuedOn,
    paidOn: entry.paidOn,
    totalHalere: entry.total,
    netHalere: entry.net,
    contractNumber: entry.contractNumber,
    orderNumber: entry.orderNumber,
    procurementNote: entry.procurementNote,
  };
}

function refuse(faults: FieldErrors): void {
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
}
