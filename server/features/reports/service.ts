import { findPeriod } from "../../../db/queries/periods.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import {
  findReport,
  hasReportOfPeriod,
  insertReport,
  insertReportState,
  listReportNumbers,
  type Report,
  updateReport,
} from "../../../db/queries/reports.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { numberFor } from "./rules.ts";
import type { EditedReportEntry, NewReportEntry } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

export interface ReportKey {
  projectId: number;
  id: number;
}

/** A report for a period that has none yet; gives its id. */
export async function createReport(
  deps: Doing,
  author: Author,
  projectId: number,
  { periodId, language, fileNumber }: NewReportEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at, by } = one;
    await lockProject(trx, projectId);
    const period = await findPeriod(trx, { projectId, id: periodId });
    if (!period) throw new InvalidInput({ periodId: "unknownChoice" });
    if (await hasReportOfPeriod(trx, periodId))
      throw new InvalidInput({ periodId: "reportExists" });
    const number = numberFor(period.number, await listReportNumbers(trx, projectId));
    const fields = { projectId, periodId, number, language, fileNumber };
    const id = await insertReport(trx, { ...fields, createdBy: by, createdAt: at });
    await insertReportState(trx, {
      ...{ reportId: id, state: "draft", note: null, answerBy: null, correctsId: null },
      ...{ validOn: pragueDay(at), recordedAt: at, recordedBy: by },
    });
    const told = { number, period: period.number, language, fileNumber };
    recordReport(
      one,
      { projectId, id },
      "report.created",
      changedFields<Partial<typeof told>>({}, told),
    );
    return id;
  });
}

/** The number and the file number: what the authority's system gave it. */
export async function editReport(
  deps: Doing,
  author: Author,
  key: ReportKey,
  { entry, formOf }: { entry: EditedReportEntry; formOf: FormOf<Report> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx } = one;
    await lockProject(trx, key.projectId);
    const before = await reportFound(one, key);
    const { version, number, fileNumber } = entry;
    const taken = await listReportNumbers(trx, key.projectId);
    if (number !== before.number && taken.includes(number))
      throw new InvalidInput({ number: "taken" });
    if ((await updateReport(trx, { id: key.id, version }, { number, fileNumber })) === 0)
      throw await editedMeanwhile(trx, {
        ...{ objectType: "report", objectId: key.id, version: before.version },
        values: formOf(before),
      });
    const told = { number: before.number, fileNumber: before.fileNumber };
    recordReport(one, key, "report.edited", changedFields(told, { number, fileNumber }));
  });
}

export async function reportFound({ trx }: Change, key: ReportKey): Promise<Report> {
  const report = await findReport(trx, key);
  if (!report) throw new NotFound("report");
  return report;
}

/** Tells the history of a report what happened to it. */
export function recordReport(
  one: Change,
  { projectId, id: objectId }: ReportKey,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  one.record({ action, objectType: "report", objectId, projectId, changes });
}
