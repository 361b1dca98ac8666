import type { AgendaRow } from "../../../../db/queries/agenda.ts";
import type { ValueInForce } from "../../../../db/queries/indicator-values.ts";
import type {
  ActivityOfMonth,
  IndicatorOfMonth,
  LogEntryOfMonth,
  PercentInForce,
  ProjectOfMonth,
  SpendInForce,
  StatusInForce,
} from "../../../../db/queries/months.ts";
import { addDays, type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { addToMonth, firstDayOf, lastDayOf, monthOf } from "../../../values/month.ts";
import { activityCode } from "../../activities/rules.ts";
import { computedStatus } from "../../computed-status/rules.ts";
import type { Spending } from "../../drawdowns/spending/service.ts";
import { figureOf } from "../../indicators/rules.ts";
import { isOverdue } from "../../milestones/rules.ts";
import { indicatorsTogether, physicalProgress, timeElapsed } from "../../projects/totals/rules.ts";
import type { MilestoneThen } from "../milestones/rules.ts";
import { type DetailMaterial, detailsOf } from "./details/rules.ts";
import type {
  AheadFacts,
  Headline,
  HeadlineDetails,
  LogFacts,
  MonthFacts,
  Totals,
} from "./facts.ts";
import { indicatorsOn } from "./indicators/rules.ts";

const DAYS_AHEAD = 30;
const ENTRIES_KEPT = 60;
const LETTERS_KEPT = 400;

/** True on a day, as it was known at an instant. */
export interface Moment {
  on: CalendarDate;
  asOf: string;
}

/** What is stored of one project, already in force at the moment and by the day it is true of. */
export interface Material {
  project: ProjectOfMonth;
  indicators: readonly IndicatorOfMonth[];
  values: readonly ValueInForce[];
  activities: readonly ActivityOfMonth[];
  percents: readonly PercentInForce[];
  statuses: readonly StatusInForce[];
  spends: readonly SpendInForce[];
  /** What expenditure came to on the days asked for; from its first day it is what is spent. */
  spendings: readonly Spending[];
  log: readonly LogEntryOfMonth[];
  logActivities: readonly { entryId: number; activityId: number }[];
  milestones: readonly MilestoneThen[];
  /** Ends of periods and days of targets; milestones come from `milestones`. */
  agenda: readonly AgendaRow[];
  details: DetailMaterial;
}

/** The day from which things are seen as late or ahead: a day that is over was kept or missed. */
export function readingDay({ on, asOf }: Moment): CalendarDate {
  return pragueDay(asOf) > on ? addDays(on, 1) : on;
}

/** The last day on which something still counts as ahead. */
export function lastDayAhead(moment: Moment): CalendarDate {
  return addDays(readingDay(moment), DAYS_AHEAD);
}

/** Everything that is told of a project's month, put together. */
export function assembleFacts(material: Material, moment: Moment): MonthFacts {
  const { project, milestones } = material;
  const { on } = moment;
  const month = monthOf(on);
  const from = firstDayOf(month);
  const today = readingDay(moment);
  const status = material.statuses.at(-1);
  const [totals, previous] = [
    totalsOn(material, on),
    totalsOn(material, lastDayOf(addToMonth(month, -1))),
  ];
  const money = {
    totalHalere: project.totalHalere,
    previouslyHalere: previous.spentHalere,
    soFarHalere: totals.spentHalere,
  };
  return {
    month,
    on,
    project: {
      id: project.id,
      shortName: project.shortName,
      title: project.title,
      startsOn: project.startsOn,
      endsOn: project.endsOn,
    },
    timeBp: timeElapsed(project, on),
    totals,
    previous,
    totalHalere: project.totalHalere,
    status: status
      ? {
          health: status.health,
          sentence: status.sentence,
          decisionNeeded: status.decisionNeeded,
          on: status.validOn,
        }
      : null,
    indicators: indicatorsOn(material.indicators, material.values, on),
    activities: activitiesMoved(material, on),
    log: logOf(material),
    finished: milestones
      .filter(({ doneOn }) => doneOn !== null && doneOn >= from && doneOn <= on)
      .map(asMilestone),
    missed: milestones.filter((milestone) => isOverdue(milestone, today)).map(asMilestone),
    ahead: aheadOf(material, moment),
    details: detailsOf(material.details, money, on),
  };
}

/** What of it the tables of many projects or months show. */
export function headlineOf(facts: MonthFacts): Headline {
  const { status, totals, previous, missed } = facts;
  const next = facts.ahead[0];
  return {
    ...totals,
    shortName: facts.project.shortName,
    timeBp: facts.timeBp,
    totalHalere: facts.totalHalere,
    sentence: status?.sentence ?? null,
    decisionNeeded: status?.decisionNeeded ?? null,
    statusOn: status?.on ?? null,
    overdue: missed.length,
    nextDueOn: next?.dueOn ?? null,
    nextDueTitle: next?.title ?? null,
    nextDueType: next?.objectType ?? null,
    nextDuePeriod: next?.periodNumber ?? null,
    previous,
    ...detailsInHeadline(facts),
  };
}

const RESOLUTIONS_SHOWN = 3;

function detailsInHeadline(facts: MonthFacts): { details?: HeadlineDetails } {
  const { details, totals, timeBp, totalHalere, missed } = facts;
  if (!details) return {};
  const overdue = missed.length;
  const { support, events } = details;
  return {
    details: {
      signal: computedStatus({ ...totals, timeBp, totalHalere, overdue }).signal,
      plannedHalere: details.plannedHalere,
      persons: support.persons,
      overThreshold: support.overThreshold,
      crossedInMonth: support.crossedInMonth,
      minutesInMonth: support.minutesInMonth,
      events: events.length,
      eventPersons: events.reduce((sum, { persons }) => sum + (persons ?? 0), 0),
      resolutions: details.resolutions.slice(0, RESOLUTIONS_SHOWN),
    },
  };
}

function totalsOn(material: Material, on: CalendarDate): Totals {
  const valuesOf = groupedBy(material.values, (value) => value.indicatorId);
  const together = indicatorsTogether(
    material.indicators
      .filter(({ valueType }) => valueType !== "text")
      .map((one) => ({ ...one, achieved: figureOf(one, valuesOf.get(one.id) ?? [], on).value })),
  );
  const percents = percentsOn(material.percents, on);
  const physical = physicalProgress(
    material.activities.map((one) => ({ ...one, percent: percents.get(one.id) ?? null })),
  );
  const declared = material.spends
    .filter(({ validOn, spentHalere }) => validOn <= on && spentHalere !== null)
    .at(-1);
  const spend = material.spendings.find((spending) => spending.on === on) ?? declared;
  return {
    indicatorsBp: together.mean ?? null,
    indicatorsWithTarget: together.withTarget,
    indicatorsMet: together.met,
    physicalBp: physical ?? null,
    spentHalere: spend?.spentHalere ?? null,
    spentOn: spend?.validOn ?? null,
    health: material.statuses.filter(({ validOn }) => validOn <= on).at(-1)?.health ?? null,
  };
}

function activitiesMoved({ activities, percents }: Material, on: CalendarDate) {
  const now = percentsOn(percents, on);
  const before = percentsOn(percents, lastDayOf(addToMonth(monthOf(on), -1)));
  return activities
    .map((activity) => ({
      id: activity.id,
      code: activityCode(activity),
      title: activity.title,
      percent: now.get(activity.id) ?? null,
      previous: before.get(activity.id) ?? null,
    }))
    .filter(({ percent, previous }) => percent !== previous);
}

/** Rows come by their day: the last one that tells a per cent holds. */
function percentsOn(percents: readonly PercentInForce[], on: CalendarDate): Map<number, number> {
  const latest = new Map<number, number>();
  for (const { activityId, percent, validOn } of percents) {
    if (validOn <= on && percent !== null) latest.set(activityId, percent);
  }
  return latest;
}

function logOf({ log, logActivities, activities }: Material): MonthFacts["log"] {
  const codes = new Map(activities.map((activity) => [activity.id, activityCode(activity)]));
  const ofEntry = groupedBy(logActivities, ({ entryId }) => entryId);
  const entries: LogFacts[] = log.slice(-ENTRIES_KEPT).map((entry) => ({
    id: entry.id,
    on: entry.happenedOn,
    activities: (ofEntry.get(entry.id) ?? []).flatMap(({ activityId }) => {
      const code = codes.get(activityId);
      return code === undefined ? [] : [code];
    }),
    excerpt: excerptOf(entry.body),
  }));
  const workedMinutes = log.reduce((sum, entry) => sum + (entry.workedMinutes ?? 0), 0);
  return { entries, count: log.length, workedMinutes };
}

/** The beginning of a text on one line, cut between words. */
function excerptOf(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  if (line.length <= LETTERS_KEPT) return line;
  const cut = line.slice(0, LETTERS_KEPT);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > LETTERS_KEPT / 2 ? space : LETTERS_KEPT)} …`;
}

function aheadOf(material: Material, moment: Moment): AheadFacts[] {
  const [from, to] = [readingDay(moment), lastDayAhead(moment)];
  const milestones = material.milestones
    .filter(({ doneOn, cancelledOn }) => doneOn === null && cancelledOn === null)
    .filter(({ dueOn }) => dueOn >= from && dueOn <= to)
    .map(({ id, kind, title, dueOn }) => ({
      ...{ objectType: "milestone", id, pageId: id, kind, title, periodNumber: null, dueOn },
    }));
  const others = material.agenda.map((row) => ({
    objectType: row.objectType,
    id: row.objectId,
    pageId: row.pageId,
    kind: row.kind,
    title: row.title,
    periodNumber: row.periodNumber,
    ...(row.count === null ? {} : { count: row.count }),
    dueOn: row.dueOn,
  }));
  return [...milestones, ...others].toSorted(byDay);
}

function byDay(a: AheadFacts, b: AheadFacts): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  if (a.objectType !== b.objectType) return a.objectType < b.objectType ? 1 : -1;
  return a.id - b.id;
}

function asMilestone({ id, kind, title, dueOn, doneOn }: MilestoneThen) {
  return { id, kind, title, dueOn, doneOn };
}
