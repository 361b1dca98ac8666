import type { Transaction } from "../../../db/connection.ts";
import { sumClaimsOf, updateKeptClaims } from "../../../db/queries/expenditure-claims.ts";
import { insertExpenditureFacts, listFactsInForce } from "../../../db/queries/expenditure-facts.ts";
import {
  type ExpenditureLine,
  findExpenditureLine,
  listOverdrawnLines,
} from "../../../db/queries/expenditure-list.ts";
import {
  type Expenditure,
  type ExpenditureFields,
  findExpenditure,
  insertExpenditures,
  updateExpenditure,
} from "../../../db/queries/expenditures.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, Forbidden, InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { refreshDrawdownTotals } from "../drawdowns/service.ts";
import { dropFromSearch, indexForSearch } from "../searches/service.ts";
import { checkedFields } from "./checks/service.ts";
import { findNamingVersion } from "./lines/service.ts";
import { recordedStateOf, searchedRecord, stateOfClaims } from "./rules.ts";
import type { EditedExpenditure, ExpenditureEntry } from "./schema.ts";

export type { ExpenditureEntry };

const ASKED_AT_ONCE = 500;

/** Who writes about expenditure, and whether they may read pay. */
export interface Writer {
  viewerId: number | null;
  readsPay: boolean;
}

interface Recorded {
  id: number;
  /** More is recorded on its line than the line has: saved, and told. */
  isOverLine: boolean;
}

/**
 * Keeps beside the expenditures what their claims hold, and the state that follows: called in the
 * transaction of every change of a claim or of a request's state. The database refuses to hold more of an
 * expenditure than there is.
 */
export async function refreshExpenditureKept(
  trx: Transaction,
  ids: readonly number[],
): Promise<void> {
  for (let from = 0; from < ids.length; from += ASKED_AT_ONCE) {
    const sums = await sumClaimsOf(trx, ids.slice(from, from + ASKED_AT_ONCE));
    const kept = sums.map((claims) => ({
      id: claims.expenditureId,
      state: stateOfClaims(claims),
      claimedHalere: claims.held,
      approvedHalere: claims.approved,
      cutHalere: claims.cut,
    }));
    await updateKeptClaims(trx, kept);
  }
}

/** @throws InvalidInput `amount: overTheProject` when the project would spend more than it has */
export async function createExpenditure(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, writer, entry }: { projectId: number; writer: Writer; entry: ExpenditureEntry },
): Promise<Recorded> {
  const today = deps.clock.today();
  return change(deps, author, async (one) => {
    const project = await lockProject(one.trx, projectId);
    const fields = await checkedFields(one, { ...writer, project, today }, entry);
    const came = { projectId, createdBy: one.by, createdAt: one.at };
    const [id = 0] = await insertExpenditures(one.trx, [fields], came);
    await appendFact(one, { projectId, id, fields, reason: null, correctsId: null });
    await refreshDrawdownTotals(one.trx, projectId);
    const after = await keepFound(one, { projectId, id });
    tell(one, "expenditure.created", after, changedFields(NOTHING, told(after)));
    return { id, isOverLine: await isOverLine(one, after) };
  });
}

/**
 * Changes the document, or appends a correction of what was recorded; what was recorded before stays in its
 * history.
 * @throws EditedMeanwhile when the form was opened on another version
 */
export async function editExpenditure(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: { projectId: number; id: number },
  edit: { writer: Writer; entry: EditedExpenditure; formOf: FormOf<Expenditure> },
): Promise<Recorded> {
  const { writer, entry, formOf } = edit;
  const today = deps.clock.today();
  return change(deps, author, async (one) => {
    const project = await lockProject(one.trx, key.projectId);
    const opened = { version: entry.version, formOf };
    const before = await expenditureAt(one, key, { writer, opened });
    if (before.archivedAt !== null) throw new Conflict("archived");
    const wasTold = await lineAt(one, key);
    const fields = await checkedFields(one, { ...writer, project, today }, entry, before);
    const isCorrected = isOtherFact(before, fields);
    if (isCorrected && recordedStateOf(before.state) === "recorded" && entry.reason === null)
      throw new InvalidInput({ reason: "reasonOfCorrection" });
    await updateExpenditure(one.trx, before, fields);
    if (isCorrected) await correct(one, key, { fields, reason: entry.reason });
    await refreshExpenditureKept(one.trx, [key.id]);
    const after = await keepFound(one, key);
    tellEdited(one, { before: wasTold, after, isCorrected });
    return { id: key.id, isOverLine: await isOverLine(one, after) };
  });
}

function tellEdited(
  one: Change,
  edit: { before: ExpenditureLine; after: ExpenditureLine; isCorrected: boolean },
): void {
  const { before, after, isCorrected } = edit;
  const action = isCorrected ? "expenditure.corrected" : "expenditure.edited";
  // What was pay stays untold also when it turns out to be something else.
  const kind = before.kind === "payroll" ? before.kind : after.kind;
  tell(one, action, { ...after, kind }, changedFields(told(before), told(after)));
}

async function correct(
  one: Change,
  key: { projectId: number; id: number },
  { fields, reason }: { fields: ExpenditureFields; reason: string | null },
): Promise<void> {
  const [last] = await listFactsInForce(one.trx, [key.id]);
  await appendFact(one, { ...key, fields, reason, correctsId: last?.id ?? null });
  await refreshDrawdownTotals(one.trx, key.projectId);
}

/**
 * The living expenditure as it stands, for a change of it. Pay is changed by those who may read it.
 * @throws EditedMeanwhile when a form was opened on another version
 */
export async function expenditureAt(
  one: Change,
  key: { projectId: number; id: number },
  by: { writer: Writer; opened?: { version: number; formOf?: FormOf<Expenditure> } },
): Promise<Expenditure> {
  const found = await findExpenditure(one.trx, key);
  if (!found) throw new NotFound("expenditure");
  if (found.kind === "payroll" && !by.writer.readsPay) throw new Forbidden("staff-data:read");
  const { opened } = by;
  if (opened === undefined || opened.version === found.version) return found;
  throw await editedMeanwhile(one.trx, {
    objectType: "expenditure",
    objectId: found.id,
    version: found.version,
    values: opened.formOf?.(found) ?? {},
  });
}

async function appendFact(
  { trx, at, by }: Change,
  fact: {
    projectId: number;
    id: number;
    fields: ExpenditureFields;
    reason: string | null;
    correctsId: number | null;
  },
): Promise<void> {
  const { projectId, id: expenditureId, fields, reason, correctsId } = fact;
  const state = recordedStateOf(fields.state);
  await insertExpenditureFacts(trx, [{ ...fields, expenditureId, state, reason, correctsId }], {
    ...{ projectId, recordedAt: at, recordedBy: by },
  });
}

const OF_FACTS = [
  ...(["amountHalere", "validOn", "budgetLineId", "activityId"] as const),
  ...(["eventId", "internshipId", "periodId"] as const),
];

function isOtherFact(before: Expenditure, after: ExpenditureFields): boolean {
  if (recordedStateOf(before.state) !== recordedStateOf(after.state)) return true;
  return OF_FACTS.some((name) => before[name] !== after[name]);
}

async function isOverLine(one: Change, line: ExpenditureLine): Promise<boolean> {
  const { projectId, budgetLineId } = line;
  const versionId = await findNamingVersion(one.trx, projectId);
  const over = await listOverdrawnLines(one.trx, { projectId, versionId, budgetLineId });
  return over.length > 0;
}

/** Puts the expenditure, as it stands now, where the search finds it; pay is found by nobody. */
export async function keepFound(
  one: Change,
  key: { projectId: number; id: number },
): Promise<ExpenditureLine> {
  const line = await lineAt(one, key);
  const object = { objectType: "expenditure", objectId: line.id } as const;
  if (line.kind === "payroll") await dropFromSearch(one.trx, object);
  else await indexForSearch(one.trx, searchedRecord(line));
  return line;
}

/** The expenditure as the history names it. */
async function lineAt(
  { trx }: Change,
  key: { projectId: number; id: number },
): Promise<ExpenditureLine> {
  const versionId = await findNamingVersion(trx, key.projectId);
  const line = await findExpenditureLine(trx, { ...key, versionId });
  if (!line) throw new NotFound("expenditure");
  return line;
}

/** The history of the project is read by many: of pay it says that something changed, and nothing else. */
export function tell(
  one: Change,
  action: string,
  line: Pick<ExpenditureLine, "id" | "projectId" | "kind">,
  changes: ReturnType<typeof changedFields>,
): void {
  const { id: objectId, projectId, kind } = line;
  const told = kind === "payroll" ? {} : changes;
  one.record({ action, objectType: "expenditure", objectId, projectId, changes: told });
}

/** Of a confidential event only that there is one. */
function told(line: ExpenditureLine) {
  const { documentNumber, supplierName, supplierIco, description, issuedOn, paidOn } = line;
  const { amountHalere, totalHalere, netHalere, contractNumber, orderNumber } = line;
  return {
    ...{ kind: line.kind, documentNumber, supplierName, supplierIco, description },
    ...{ issuedOn, paidOn, amountHalere, totalHalere, netHalere, contractNumber, orderNumber },
    procurementNote: line.procurementNote,
    state: line.state as string,
    line: line.lineCode,
    activity: line.activityTitle,
    event: line.isConfidential ? null : line.eventTitle,
    internship: line.internshipTitle,
    period: line.periodNumber,
  };
}

type Told = ReturnType<typeof told>;
const NOTHING = {} as Told;
