import { lockProject } from "../../../../db/queries/project-locks.ts";
import {
  insertReportState,
  listStandingStates,
  type Report,
  type ReportState,
  updateReportState,
} from "../../../../db/queries/reports.ts";
import type { Change } from "../../../change.ts";
import { Conflict } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { keptStateOf, type ReportStep, stepsFrom } from "../rules.ts";
import { type ReportKey, recordReport, reportFound } from "../service.ts";

/** @throws Conflict `stepNotPossible` when the report is not where the step begins */
export async function reportForStep(
  one: Change,
  key: ReportKey,
  { step, version }: { step: ReportStep; version: number },
): Promise<Report> {
  await lockProject(one.trx, key.projectId);
  const report = await reportFound(one, key);
  if (!stepsFrom(report.state).includes(step)) throw new Conflict("stepNotPossible");
  if (report.version !== version) throw new Conflict("changedMeanwhile");
  return report;
}

export interface TakenStep {
  state: ReportState;
  validOn?: CalendarDate;
  note: string | null;
  answerBy?: CalendarDate | null;
  /** Facts that were recorded by mistake. */
  corrects?: number[];
  /** Beside what follows from the state. */
  told?: Record<string, [unknown, unknown]>;
}

/** Appends the fact and keeps beside the report what follows from all of them. */
export async function takeStep(one: Change, before: Report, step: TakenStep): Promise<void> {
  const { trx, at, by } = one;
  const { state, note, answerBy = null, corrects = [], told = {} } = step;
  for (const correctsId of corrects.length > 0 ? corrects : [null])
    await insertReportState(trx, {
      ...{ reportId: before.id, state, note, answerBy, correctsId },
      ...{ validOn: step.validOn ?? pragueDay(at), recordedAt: at, recordedBy: by },
    });
  const kept = keptStateOf(await listStandingStates(trx, before.id));
  if ((await updateReportState(trx, before, kept)) === 0) throw new Conflict("changedMeanwhile");
  const action = corrects.length === 0 ? `report.${state}` : "report.reopened";
  recordReport(one, before, action, {
    ...changedFields(keptOf(before), kept),
    ...(note === null ? {} : { note: [null, note] }),
    ...told,
  });
}

function keptOf({ state, answerBy, submittedOn, acceptedOn }: Report) {
  return { state, answerBy, submittedOn, acceptedOn };
}
