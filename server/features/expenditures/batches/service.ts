import type { Database } from "../../../../db/connection.ts";
import { listBudgetLines } from "../../../../db/queries/budget-lines.ts";
import { findDraftVersion } from "../../../../db/queries/budget-versions.ts";
import { findApprovedBudget, listFlatRates } from "../../../../db/queries/budgets-in-force.ts";
import {
  archiveExpenditures,
  listExpendituresLike,
  listWorkedOn,
} from "../../../../db/queries/expenditure-batches.ts";
import { listKnownSuppliers, listOccasions } from "../../../../db/queries/expenditure-choices.ts";
import {
  insertExpenditureFacts,
  listFactsInForce,
} from "../../../../db/queries/expenditure-facts.ts";
import { type ExpenditureFields, insertExpenditures } from "../../../../db/queries/expenditures.ts";
import { EVER } from "../../../../db/queries/facts.ts";
import { listPeriods } from "../../../../db/queries/periods.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { findProjectRecord } from "../../../../db/queries/project-records.ts";
import type { Change } from "../../../change.ts";
import { InvalidInput } from "../../../errors.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { takesExpenditure } from "../../budgets/rules.ts";
import { drawdownAt, refreshDrawdownTotals } from "../../drawdowns/service.ts";
import { seesInside } from "../../events/rules.ts";
import { dropAllFromSearch, indexAllForSearch } from "../../searches/service.ts";
import { periodOfDay } from "../checks/service.ts";
import { dayOf, faultsOfDays, faultsOfSums, recordedStateOf, searchedRecord } from "../rules.ts";
import type { ExpenditureEntry } from "../schema.ts";
import { likenessOf, likenessOfFields, spend } from "./rules.ts";

const FACTS_AT_ONCE = 500;

/**
 * Everything that rows of many expenditures are checked against, asked of the database once. It remembers the
 * rows checked: the next one finds its twin among them and what they have left of the project's money.
 */
export async function openBatch(
  db: Database,
  of: { projectId: number; viewerId: number; today: CalendarDate },
) {
  const { projectId, viewerId, today } = of;
  const budget = await findApprovedBudget(db, projectId);
  const version = budget ?? (await findDraftVersion(db, projectId));
  // One after another: it may be asked inside a transaction, whose connection takes one query at a time.
  const project = await findProjectRecord(db, projectId);
  const all = version ? await listBudgetLines(db, version.id) : [];
  const rates = budget ? await listFlatRates(db, budget.id) : [];
  const drawn = await drawdownAt(db, projectId, EVER);
  const periods = await listPeriods(db, projectId);
  const occasions = await listOccasions(db, projectId);
  const suppliers = await listKnownSuppliers(db, projectId);
  const alike = await listExpendituresLike(db, projectId);
  const cap = budget?.eligible ?? project?.totalHalere ?? null;
  const { direct, staff } = drawn.recorded;
  const inForce = budget ? all : [];
  const lines = new Map(inForce.map((line) => [line.lineId, line]));
  return {
    project: { startsOn: project?.startsOn ?? today, endsOn: project?.endsOn ?? today },
    today,
    purse: { cap, direct, staff, rates, lines },
    codes: new Map(all.filter(takesExpenditure).map(({ code, lineId }) => [code, lineId])),
    periods,
    occasions: occasions.filter((one) => seesInside(one, viewerId)),
    suppliers: new Map(suppliers.map(({ ico, name }) => [ico, name])),
    known: new Map(alike.map((one) => [likenessOf(one), one.id])),
  };
}

export type Batch = Awaited<ReturnType<typeof openBatch>>;

/**
 * An entry whose places are the batch's own: as it would be stored, or the id of its twin (0 of one in the
 * batch itself).
 * @throws InvalidInput as the form does, also when the project has not enough for it
 */
export function checkInBatch(
  batch: Batch,
  entry: ExpenditureEntry,
): { twin: number } | { fields: ExpenditureFields } {
  const faults = { ...faultsOfDays(entry, batch.project, batch.today), ...faultsOfSums(entry) };
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
  const fields = fieldsOf(batch, entry);
  const likeness = likenessOfFields(fields);
  const twin = batch.known.get(likeness);
  if (twin !== undefined) return { twin };
  if (!spend(batch.purse, fields)) throw new InvalidInput({ amount: "overTheProject" });
  batch.known.set(likeness, 0);
  return { fields };
}

function fieldsOf(batch: Batch, entry: ExpenditureEntry): ExpenditureFields {
  const { amount, total, net, occasion, period, ...document } = entry;
  const validOn = dayOf(entry, batch.today);
  const byDay = period === null ? (periodOfDay(batch.periods, validOn)?.id ?? null) : null;
  const known = entry.supplierIco === null ? undefined : batch.suppliers.get(entry.supplierIco);
  return {
    ...document,
    supplierName: entry.supplierName ?? (entry.kind === "payroll" ? null : (known ?? null)),
    amountHalere: amount,
    totalHalere: total,
    netHalere: net,
    validOn,
    periodId: typeof period === "number" ? period : byDay,
    eventId: occasion?.kind === "event" ? occasion.id : null,
    internshipId: occasion?.kind === "internship" ? occasion.id : null,
  };
}

/** Writes checked expenditures in a few statements; gives their ids in order. */
export async function writeBatch(
  { trx, at, by }: Change,
  projectId: number,
  rows: readonly ExpenditureFields[],
): Promise<number[]> {
  const ids = await insertExpenditures(trx, rows, { projectId, createdBy: by, createdAt: at });
  const facts = rows.map((row, place) => ({
    ...row,
    expenditureId: ids[place] ?? 0,
    state: recordedStateOf(row.state),
    reason: null,
    correctsId: null,
  }));
  await insertExpenditureFacts(trx, facts, { projectId, recordedAt: at, recordedBy: by });
  const found = rows.flatMap((row, place) =>
    row.kind === "payroll" ? [] : [searchedRecord({ ...row, id: ids[place] ?? 0, projectId })],
  );
  await indexAllForSearch(trx, found);
  await refreshDrawdownTotals(trx, projectId);
  return ids;
}

/** Takes back expenditures that nobody has worked on since; otherwise nothing, and those that somebody has. */
export async function withdrawBatch(
  { trx, at, by }: Change,
  { projectId, ids, reason }: { projectId: number; ids: readonly number[]; reason: string },
): Promise<number[]> {
  // Whoever is claiming them goes first, and is seen.
  await lockProject(trx, projectId);
  const touched = await listWorkedOn(trx, ids);
  if (touched.length > 0) return touched;
  for (let from = 0; from < ids.length; from += FACTS_AT_ONCE) {
    const facts = await listFactsInForce(trx, ids.slice(from, from + FACTS_AT_ONCE));
    const taken = facts.map((fact) => ({
      ...fact,
      ...{ amountHalere: null, reason, correctsId: fact.id },
    }));
    await insertExpenditureFacts(trx, taken, { projectId, recordedAt: at, recordedBy: by });
  }
  await archiveExpenditures(trx, ids, at);
  await dropAllFromSearch(trx, { objectType: "expenditure", objectIds: ids });
  await refreshDrawdownTotals(trx, projectId);
  return [];
}
