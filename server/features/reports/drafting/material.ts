import type { Database } from "../../../../db/connection.ts";
import { EVER } from "../../../../db/queries/facts.ts";
import { listPeriods, type Period } from "../../../../db/queries/periods.ts";
import {
  findReportedProject,
  listLastSubmissions,
  listReportedActivities,
  listReportedEntries,
  listReportedEntryActivities,
  listReportedMilestones,
  listReportedMoves,
  listReportedPercents,
  listReportedShifts,
  type ReportSpan,
} from "../../../../db/queries/report-drafts.ts";
import { listReportedIndicators } from "../../../../db/queries/report-indicators.ts";
import {
  listRecordedByDay,
  listReportedContracts,
  listReportedRequests,
  sumReportedCosts,
} from "../../../../db/queries/report-money.ts";
import {
  countReportedCertificates,
  listReportedAttendees,
  listReportedCampaigns,
  listReportedEvents,
  listReportedInternships,
} from "../../../../db/queries/report-occasions.ts";
import {
  listReportedControls,
  listReportedFindings,
  listReportedResolutions,
  listReportedRisks,
} from "../../../../db/queries/report-oversight.ts";
import { listEarlierSupport, listReportedSupport } from "../../../../db/queries/report-support.ts";
import {
  countReportedGroups,
  listReportedChanges,
  listReportedDocuments,
  listReportedPositionStates,
  listReportedStatuses,
} from "../../../../db/queries/report-surroundings.ts";
import { NotFound } from "../../../errors.ts";
import {
  addDays,
  type CalendarDate,
  earlierOf,
  pragueInstant,
} from "../../../values/calendar-date.ts";
import { drawdownAt } from "../../drawdowns/service.ts";
import { listCountedValues } from "../../indicators/computing/service.ts";
import { figuresWithin } from "./figures.ts";
import { horizonOf } from "./rules.ts";

/** Which report is drafted. */
export interface DraftKey {
  projectId: number;
  periodId: number;
  reportId: number | null;
  /** While the period runs, what is still to come in it is planned, not missed. Its end unless given. */
  today?: CalendarDate | undefined;
}

export type Material = Awaited<ReturnType<typeof readMaterial>>;

/**
 * All that a report is written from, in as many statements for a busy half-year as for a quiet one. One after
 * another: a submission reads within its transaction, which has one connection.
 * @throws NotFound where the project has no such period.
 */
export async function readMaterial(db: Database, key: DraftKey) {
  const frame = await readFrame(db, key);
  return {
    ...frame,
    ...(await readWork(db, frame)),
    ...(await readOccasions(db, frame)),
    ...(await readSurroundings(db, frame)),
    ...(await readSums(db, frame)),
  };
}

type Frame = Awaited<ReturnType<typeof readFrame>>;

async function readFrame(db: Database, { projectId, periodId, today }: DraftKey) {
  const project = await findReportedProject(db, projectId);
  const periods = await listPeriods(db, projectId);
  const place = periods.findIndex(({ id }) => id === periodId);
  const period = periods[place];
  if (!project || !period) throw new NotFound("period");
  const before = periods[place - 1];
  const submissions = await listLastSubmissions(
    db,
    [before, period].flatMap((one) => one?.id ?? []),
  );
  const last = submissions.find((submission) => submission.periodId === before?.id);
  const own = submissions.find((submission) => submission.periodId === periodId);
  const horizon = horizonOf(period, periods[place + 1], project);
  return {
    project,
    periods: periods.slice(0, place + 1),
    period,
    isLast: place === periods.length - 1 && period.endsOn >= project.endsOn,
    horizon,
    seenOn: today === undefined ? period.endsOn : earlierOf(today, period.endsOn),
    span: spanOf(projectId, period, last?.recordedAt ?? null),
    previous: last ? { submittedOn: last.submittedOn, figures: figuresWithin(last.facts) } : null,
    /** As this very report was handed in last; it may have been returned since. */
    submitted: own ? figuresWithin(own.facts) : null,
  };
}

function spanOf(projectId: number, period: Period, after: string | null): ReportSpan {
  return { projectId, from: period.startsOn, to: period.endsOn, after };
}

async function readWork(db: Database, { span, horizon }: Frame) {
  const { projectId } = span;
  const instants = { projectId, since: midnight(span.from), until: midnight(addDays(span.to, 1)) };
  return {
    activities: await listReportedActivities(db, projectId),
    percents: await listReportedPercents(db, span),
    entries: await listReportedEntries(db, span),
    entryActivities: await listReportedEntryActivities(db, span),
    milestones: await listReportedMilestones(db, { projectId, until: horizon }),
    moves: await listReportedMoves(db, instants),
    shifts: await listReportedShifts(db, instants),
    documents: await listReportedDocuments(db, instants),
  };
}

async function readOccasions(db: Database, { span, horizon }: Frame) {
  const { projectId, from } = span;
  return {
    events: await listReportedEvents(db, span, horizon),
    attendees: await listReportedAttendees(db, span),
    support: await listReportedSupport(db, span),
    earlierSupport: await listEarlierSupport(db, { projectId, before: from }),
    internships: await listReportedInternships(db, span, horizon),
    campaigns: await listReportedCampaigns(db, span, horizon),
    certificates: await countReportedCertificates(db, span),
    groups: await countReportedGroups(db, span),
  };
}

async function readSurroundings(db: Database, { span }: Frame) {
  return {
    positionStates: await listReportedPositionStates(db, span),
    statuses: await listReportedStatuses(db, span),
    risks: await listReportedRisks(db, span),
    changes: await listReportedChanges(db, span),
    controls: await listReportedControls(db, span),
    findings: await listReportedFindings(db, span),
    resolutions: await listReportedResolutions(db, span),
  };
}

async function readSums(db: Database, { span, period }: Frame) {
  const { projectId, from, to } = span;
  const ofIndicators = { projectId, periodId: period.id };
  const drawdown = await drawdownAt(db, projectId, { on: to, asOf: EVER.asOf });
  const versionId = drawdown.budget?.id ?? null;
  return {
    indicators: await listReportedIndicators(db, ofIndicators),
    values: await listCountedValues(db, { projectIds: [projectId] }, { on: to, asOf: EVER.asOf }),
    drawdown,
    drawdownBefore: await drawdownAt(db, projectId, { on: addDays(from, -1), asOf: EVER.asOf }),
    recorded: await listRecordedByDay(db, { projectId, versionId, to }),
    costs: await sumReportedCosts(db, span),
    contracts: await listReportedContracts(db, span),
    requests: await listReportedRequests(db, period.id),
  };
}

function midnight(day: CalendarDate): string {
  return pragueInstant(day, "00:00");
}
