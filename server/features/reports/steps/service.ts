import { findMilestone } from "../../../../db/queries/milestones.ts";
import { keepReportTexts } from "../../../../db/queries/report-texts.ts";
import { findReportDuty, listStandingStates, type Report } from "../../../../db/queries/reports.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { completeMilestone, reopenWithin } from "../../milestones/completion/service.ts";
import { tellWriters } from "../../notifications/returns/service.ts";
import { flawsOf, isTooLong, lacksSomething } from "../content/checks.ts";
import type { RuledProject } from "../content/limits.ts";
import { type ReportContent, writtenContent } from "../content/service.ts";
import type { ReportKey } from "../service.ts";
import { freeze, type NamedProject } from "./freezing.ts";
import type { Acceptance, Noted, Return, Submission } from "./schema.ts";
import { reportForStep, takeStep } from "./taking.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** From then on drafts that nobody has touched stay as they are, so that what is checked is what is sent. */
export async function checkReport(
  deps: Doing,
  author: Author,
  of: { key: ReportKey; project: RuledProject },
  { version, note }: Noted,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await reportForStep(one, of.key, { step: "check", version });
    const content = await writtenContent(one.trx, before, of.project, pragueDay(one.at));
    await pinDrafts(one, before, content);
    await takeStep(one, before, { state: "checking", note });
  });
}

async function pinDrafts({ trx }: Change, report: Report, { fields }: ReportContent) {
  const live = fields.filter(({ source }) => source === "live");
  await keepReportTexts(
    trx,
    live.map(({ place, section, part, activityId, indicatorId, body }) => ({
      ...{ reportId: report.id, place, section, part, activityId, indicatorId },
      ...{ body, draftedBody: body, isEdited: false, editedAt: null, editedBy: null },
    })),
  );
}

/** @throws InvalidInput `form: textsTooLong` while a text does not fit the official form */
export async function approveReport(
  deps: Doing,
  author: Author,
  of: { key: ReportKey; project: RuledProject },
  { version, note }: Noted,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await reportForStep(one, of.key, { step: "approval", version });
    const content = await writtenContent(one.trx, before, of.project, pragueDay(one.at));
    if (isTooLong(flawsOf(content))) throw new InvalidInput({ form: "textsTooLong" });
    await takeStep(one, before, { state: "ready", note });
  });
}

/** Back to who writes it, from the check or from where it waited to be handed in. */
export async function reworkReport(
  deps: Doing,
  author: Author,
  key: ReportKey,
  { version, note }: { version: number; note: string },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await reportForStep(one, key, { step: "rework", version });
    await takeStep(one, before, { state: "draft", note });
    await tellWriters(one, { ...keyOf(before), objectType: "report" });
  });
}

/**
 * Handed in: texts and figures are frozen and the duty of the period is done with it.
 * @throws InvalidInput `isConfirmed: submitIncomplete` when something is missing and nobody said so
 */
export async function submitReport(
  deps: Doing,
  author: Author,
  of: { key: ReportKey; project: NamedProject },
  { version, submittedOn, note, isConfirmed }: Submission,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await reportForStep(one, of.key, { step: "submission", version });
    checkPast(one, { submittedOn });
    const content = await writtenContent(one.trx, before, of.project, pragueDay(one.at));
    if (!isConfirmed && lacksSomething(flawsOf(content)))
      throw new InvalidInput({ isConfirmed: "submitIncomplete" });
    const hash = await freeze(one, before, { project: of.project, content, submittedOn });
    await takeStep(one, before, {
      ...{ state: "submitted", validOn: submittedOn, note },
      told: { hash: [null, hash] },
    });
    await completeDuty(one, before, submittedOn);
  });
}

async function completeDuty(
  one: Change,
  { projectId, periodId }: Report,
  doneOn: CalendarDate,
): Promise<void> {
  const duty = await findReportDuty(one.trx, { projectId, periodId });
  if (!duty || duty.doneOn !== null || duty.cancelledOn !== null) return;
  await completeMilestone(one, { projectId, id: duty.id }, { doneOn });
}

export async function returnReport(
  deps: Doing,
  author: Author,
  key: ReportKey,
  { version, returnedOn, answerBy, note }: Return,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await reportForStep(one, key, { step: "return", version });
    checkPast(one, { returnedOn });
    checkNotBefore(before.submittedOn, { returnedOn });
    if (answerBy !== null && answerBy < returnedOn)
      throw new InvalidInput({ answerBy: "endBeforeStart" });
    await takeStep(one, before, { state: "returned", validOn: returnedOn, note, answerBy });
    await tellWriters(one, { ...keyOf(before), objectType: "report" });
  });
}

export async function acceptReport(
  deps: Doing,
  author: Author,
  key: ReportKey,
  { version, acceptedOn, note }: Acceptance,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await reportForStep(one, key, { step: "acceptance", version });
    checkPast(one, { acceptedOn });
    checkNotBefore(before.submittedOn, { acceptedOn });
    await takeStep(one, before, { state: "accepted", validOn: acceptedOn, note });
  });
}

/** Takes back a submission or an acceptance recorded by mistake; what was frozen with it stays stored. */
export async function reopenReport(
  deps: Doing,
  author: Author,
  key: ReportKey,
  { version, note }: { version: number; note: string },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await reportForStep(one, key, { step: "reopening", version });
    const standing = await listStandingStates(one.trx, before.id);
    const state = before.state === "accepted" ? "submitted" : "ready";
    const { mistaken, earlier } = lastStep(standing, before.state);
    const submitted = earlier.find((fact) => fact.state === "submitted");
    const validOn = state === "submitted" ? submitted?.validOn : undefined;
    await takeStep(one, before, {
      ...{ state, note, corrects: mistaken.map(({ id }) => id) },
      ...(validOn === undefined ? {} : { validOn }),
    });
    if (state === "ready" && !submitted) await reopenDuty(one, before, note);
  });
}

type Standing = Awaited<ReturnType<typeof listStandingStates>>;

/** The facts that say the report is where it is, and those before them, the latest first. */
function lastStep(standing: Standing, state: Report["state"]) {
  const found = standing.findIndex((fact) => fact.state !== state);
  const first = found < 0 ? standing.length : found;
  return { mistaken: standing.slice(0, first), earlier: standing.slice(first) };
}

/** Open again only if it was this submission that had done it. */
async function reopenDuty(
  one: Change,
  { projectId, periodId, submittedOn }: Report,
  reason: string,
): Promise<void> {
  const duty = await findReportDuty(one.trx, { projectId, periodId });
  if (!duty || duty.doneOn === null || duty.doneOn !== submittedOn) return;
  const milestone = await findMilestone(one.trx, { projectId, id: duty.id });
  if (milestone) await reopenWithin(one, milestone, reason);
}

function keyOf({ id: objectId, projectId }: Report) {
  return { objectId, projectId };
}

function checkPast(one: Change, days: Record<string, CalendarDate>): void {
  for (const [field, day] of Object.entries(days))
    if (day > pragueDay(one.at)) throw new InvalidInput({ [field]: "notInFuture" });
}

function checkNotBefore(first: CalendarDate | null, days: Record<string, CalendarDate>): void {
  for (const [field, day] of Object.entries(days))
    if (first !== null && day < first) throw new InvalidInput({ [field]: "beforeSubmission" });
}
