import type { Connection } from "../../../../db/connection.ts";
import type { AttendanceState } from "../../../../db/queries/attendances.ts";
import {
  listMadeRecords,
  type MadeRecord,
  updateRowsUndone,
} from "../../../../db/queries/import-rows.ts";
import {
  deleteImportedLogEntry,
  deleteImportedMilestone,
  deleteImportedParticipation,
  isStillReferred,
} from "../../../../db/queries/import-undoing.ts";
import { findImport, updateImportState } from "../../../../db/queries/imports.ts";
import { findIndicatorValue } from "../../../../db/queries/indicator-values.ts";
import { updateLastLogDay } from "../../../../db/queries/log-entries.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { AppError, Conflict, NotFound } from "../../../errors.ts";
import { saveCells } from "../../attendances/service.ts";
import { withdrawBatch } from "../../expenditures/batches/service.ts";
import { refreshComputedIndicators } from "../../indicators/computing/service.ts";
import { correctIndicatorValue } from "../../indicators/values/service.ts";
import { refreshProgressTotals } from "../../projects/totals/service.ts";
import { removeRegistration } from "../../registrations/service.ts";
import { dropFromSearch } from "../../searches/service.ts";

interface Undoing {
  deps: Pick<Deps, "db" | "clock">;
  author: Author;
  projectId: number;
  /** Why values are withdrawn, as their history says it. */
  reason: string;
}

/**
 * Takes back all that the import made, the last row first, or nothing of it.
 * @throws Conflict when somebody has worked on any of it since
 */
export async function undoImport(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  undo: { projectId: number; id: number; reason: string },
): Promise<void> {
  const { projectId, id } = undo;
  await change(deps, author, async (one) => {
    const found = await findImport(one.trx, { projectId, id });
    if (!found) throw new NotFound("import");
    const step = { id, version: found.version, from: "applied", to: "undone", at: one.at } as const;
    if (!(await updateImportState(one.trx, step))) throw new Conflict("changedMeanwhile");
    const within = { ...deps, db: one.trx as unknown as Connection };
    const quiet = { ...author, submission: null };
    const undoing = { deps: within, author: quiet, projectId, reason: undo.reason };
    const made = await listMadeRecords(one.trx, id);
    for (const record of made)
      if (!(record.recordType in setTakers)) await takeBack(one, undoing, record);
    await takeBackSets(one, undoing, made);
    await updateRowsUndone(one.trx, id);
    await updateLastLogDay(one.trx, projectId);
    await refreshProgressTotals(one.trx, projectId);
    await refreshComputedIndicators(one.trx, projectId, ["outputs"]);
    one.record({ action: "import.undone", objectType: "import", objectId: id, projectId });
  });
}

async function takeBack(one: Change, undoing: Undoing, made: MadeRecord): Promise<void> {
  try {
    if (await takers[made.recordType]?.(one, undoing, made)) return;
  } catch (error) {
    if (!isStillReferred(error) && !(error instanceof AppError)) throw error;
  }
  throw new Conflict(`importInUse:${made.rowNumber}`);
}

type SetTaker = (one: Change, undoing: Undoing, ids: readonly number[]) => Promise<number[]>;

/** Records that come by thousands go together; each gives those that somebody has worked on. */
const setTakers: Record<string, SetTaker> = {
  expenditure: (one, { projectId, reason }, ids) => withdrawBatch(one, { projectId, ids, reason }),
};

async function takeBackSets(
  one: Change,
  undoing: Undoing,
  made: readonly MadeRecord[],
): Promise<void> {
  for (const [recordType, take] of Object.entries(setTakers)) {
    const records = made.filter((record) => record.recordType === recordType);
    if (records.length === 0) continue;
    const ids = records.map(({ recordId }) => recordId);
    const [used] = await take(one, undoing, ids);
    const row = records.find(({ recordId }) => recordId === used);
    if (row) throw new Conflict(`importInUse:${row.rowNumber}`);
  }
}

type Taker = (one: Change, undoing: Undoing, made: MadeRecord) => Promise<boolean>;

const takers: Record<string, Taker> = {
  async milestone({ trx }, _undoing, { recordId }) {
    await dropFromSearch(trx, { objectType: "milestone", objectId: recordId });
    return deleteImportedMilestone(trx, recordId);
  },
  async "log-entry"({ trx }, _undoing, { recordId }) {
    await dropFromSearch(trx, { objectType: "log-entry", objectId: recordId });
    return deleteImportedLogEntry(trx, recordId);
  },
  participation({ trx }, _undoing, { recordId }) {
    return deleteImportedParticipation(trx, recordId);
  },
  /** A fact is not deleted: a further one withdraws it. */
  async "indicator-value"({ trx }, { deps, author, projectId, reason }, { recordId, before }) {
    const indicatorId = Number(before);
    const value = await findIndicatorValue(trx, { indicatorId, id: recordId });
    if (!value) return false;
    const correction = { validOn: value.validOn, note: reason };
    const given = { projectId, indicatorId, valueId: recordId, correction };
    await correctIndicatorValue(deps, author, given);
    return true;
  },
  async registration(_one, { deps, author, projectId }, { recordId, before }) {
    await removeRegistration(deps, author, { projectId, eventId: Number(before), id: recordId });
    return true;
  },
  async attendance(_one, { deps, author, projectId }, { recordId, before }) {
    const was = JSON.parse(before ?? "{}") as Place;
    const { eventId, sessionId, state, minutes } = was;
    // Whom the import let take part stays a participant: that is the event's to say, not the file's.
    const key = { projectId, eventId, sessionId, countsAsSupport: false };
    await saveCells(deps, author, key, [{ registrationId: recordId, state, minutes }]);
    return true;
  },
};

interface Place {
  eventId: number;
  sessionId: number;
  state: AttendanceState | null;
  minutes: number | null;
}
