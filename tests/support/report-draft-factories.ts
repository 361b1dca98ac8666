import type { Connection } from "../../db/connection.ts";
import { reportFigures } from "../../server/features/reports/drafting/service.ts";
import { canonicalJson } from "../../server/values/canonical-json.ts";
import { createActivity, createPeriod, createProject, insert } from "./factories.ts";
import { createReport, createSubmission } from "./report-factories.ts";
import {
  createAttendance,
  createEvent,
  createEventKind,
  createParticipant,
  createParticipation,
  createPosting,
  createRegistration,
  createSession,
} from "./training-factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";

type Row = Record<string, unknown>;

/** A project of three half-years from January 2025 on, with a key activity and its part b. */
export async function createReportedProject(db: Connection, given: Row = {}) {
  const projectId = await createProject(db, {
    ...{ starts_on: "2025-01-01", ends_on: "2026-06-30" },
    ...given,
  });
  const spans = [
    ["2025-01-01", "2025-06-30"],
    ["2025-07-01", "2025-12-31"],
    ["2026-01-01", "2026-06-30"],
  ];
  const periodIds: number[] = [];
  for (const [place, [starts_on, ends_on]] of spans.entries())
    periodIds.push(await createPeriod(db, projectId, { number: place + 1, starts_on, ends_on }));
  const [first = 0, second = 0, third = 0] = periodIds;
  const activity = { number: "1", title: "Vzdělávání", position: 1, state: "running" };
  const activityId = await createActivity(db, projectId, { ...activity, ends_on: "2026-06-30" });
  const partId = await createActivity(db, projectId, {
    ...{ parent_id: activityId, number: "b", title: "Semináře", state: "running" },
  });
  return { projectId, periods: { first, second, third }, activityId, partId };
}

/** An entry of the log, written on its day unless told otherwise. */
export async function createLogEntry(
  db: Connection,
  projectId: number,
  { activityIds = [], ...given }: Row & { activityIds?: readonly number[]; happened_on: string },
): Promise<number> {
  const entryId = await insert(db, "log_entries", {
    ...{ project_id: projectId, body: "Porada s poskytovateli služeb." },
    created_at: `${given.happened_on}T12:00:00.000Z`,
    ...given,
  });
  for (const activityId of activityIds)
    await insert(db, "log_entry_activities", { log_entry_id: entryId, activity_id: activityId });
  return entryId;
}

/** A closed training of six hours on one day, with so many women and men. */
export async function createHeldTraining(
  db: Connection,
  projectId: number,
  {
    on,
    women = 1,
    men = 0,
    postedAt = `${on}T18:00:00.000Z`,
    ...given
  }: Row & { on: string; women?: number; men?: number; postedAt?: string },
): Promise<number> {
  const eventId = await createEvent(db, projectId, {
    ...{ kind_id: given.kind_id ?? (await trainingKind(db)), title: "Krizová intervence" },
    ...{ state: "closed", starts_on: on, ends_on: on, created_at: CREATED_AT, closed_at: postedAt },
    ...given,
  });
  const sessionId = await createSession(db, eventId, { held_on: on });
  const sexes = [...Array(women).fill("POHZENY"), ...Array(men).fill("POHMUZI")];
  for (const sex of sexes) {
    const participant_id = await createParticipant(db, { sex });
    const participationId = await createParticipation(db, projectId, { participant_id });
    const registrationId = await createRegistration(db, eventId, { participant_id });
    await createAttendance(db, { sessionId, registrationId }, { recorded_at: postedAt });
    await createPosting(db, participationId, {
      ...{ session_id: sessionId, valid_on: on, recorded_at: postedAt },
    });
  }
  return eventId;
}

async function trainingKind(db: Connection): Promise<number> {
  const known = await db("event_kinds").where({ code: "training" }).first("id");
  return known?.id ?? createEventKind(db, { code: "training" });
}

/** Hands the report of a period in with the figures as they are now; a second time, as returned and mended. */
export async function submitReport(
  db: Connection,
  key: { projectId: number; periodId: number },
  at: string,
): Promise<void> {
  const known = await db("reports").where({ period_id: key.periodId }).first("id");
  const period = await db("monitoring_periods").where({ id: key.periodId }).first("number");
  const reportId: number =
    known?.id ??
    (await createReport(db, key.projectId, { period_id: key.periodId, number: period.number }));
  const figures = await reportFigures(db, { ...key, reportId });
  const [last] = await db("report_submissions").where({ report_id: reportId }).max({ n: "number" });
  await createSubmission(db, reportId, {
    ...{ number: Number(last?.n ?? 0) + 1, submitted_on: at.slice(0, 10), recorded_at: at },
    facts: canonicalJson({ figures }),
  });
}
