import type { ActivityLine } from "../../../db/queries/activities.ts";
import type { Period } from "../../../db/queries/periods.ts";
import type { ProjectInReach } from "../../../db/queries/projects.ts";
import type { TimelinePin } from "../../../db/queries/timelines.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { type CalendarDate, daysBetween } from "../../values/calendar-date.ts";
import { isHoliday } from "../../values/working-days.ts";
import { activityCode, inTreeOrder } from "../activities/rules.ts";
import { percentWithParts } from "../projects/totals/rules.ts";
import { chartTexts } from "./chart-texts.ts";
import type { ChartPeriod, ChartPin, ChartRow } from "./drawing/chart-input.ts";
import type { ChartFacts } from "./drawing/renditions.ts";
import { activityRowState, leaves, movedBaseline, pinState, spanOf } from "./rows.ts";
import { daysOf, isWithin, type Span, spansTouch, wholeSpan, zoomedSpan } from "./rules.ts";
import type { TimelineView } from "./schema.ts";

export interface TimelineFacts {
  project: ProjectInReach;
  activities: ActivityLine[];
  pins: TimelinePin[];
  periods: Period[];
}

export interface Reader {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

export type CodedActivity = ActivityLine & { code: string; isSub: boolean; parent: Span | null };

/** Activities as drawn: in the order of the tree, without archived ones, each with its code and outer dates. */
export function drawnActivities({ activities, project }: TimelineFacts): CodedActivity[] {
  const live = activities.filter((activity) => activity.archivedAt === null);
  const byId = new Map(live.map((activity) => [activity.id, activity]));
  return inTreeOrder(live).map((activity) => {
    const parent = byId.get(activity.parentId ?? 0);
    const code = activityCode({ number: activity.number, parentNumber: parent?.number ?? null });
    // A key activity is as far as its parts, where nobody told its own per cent.
    const percent = hasPercent(activity, live) ? percentWithParts(activity, live) : null;
    return { ...activity, percent, code, parent: spanOf(parent ?? project) };
  });
}

function hasPercent(activity: ActivityLine, all: readonly ActivityLine[]): boolean {
  const isTold = ({ percent }: ActivityLine) => percent !== null;
  return isTold(activity) || all.some((part) => part.parentId === activity.id && isTold(part));
}

/** All that is drawn of a project, whatever part of it is looked at. */
export function timelineSpan(
  { project, activities, pins, periods }: TimelineFacts,
  today: string,
): Span {
  const spans = [...activities, ...periods, project].map(spanOf);
  const days = spans.flatMap((span) => (span ? [span.from, span.to] : []));
  return wholeSpan([...days, ...pins.map((pin) => pin.dueOn)], today);
}

export function presentProjectChart(
  facts: TimelineFacts,
  view: TimelineView,
  reader: Reader,
): ChartFacts {
  const { texts, formats, today } = reader;
  const span = zoomedSpan(view.zoom, view.on ?? today, timelineSpan(facts, today));
  const activities = drawnActivities(facts);
  const drawn = new Set(activities.map((activity) => activity.id));
  return {
    span,
    today,
    rowPins: "labelled",
    rows: activities.map((activity) => activityRow(activity, facts.project.id, reader)),
    pins: facts.pins
      .filter((pin) => isWithin(pin.dueOn, span))
      .map((pin) => projectPin(pin, drawn, reader)),
    periods: facts.periods
      .filter((period) => spansTouch({ from: period.startsOn, to: period.endsOn }, span))
      .map((period) => chartPeriod(period, reader)),
    holidays: new Set(view.zoom === "month" ? daysOf(span).filter(isHoliday) : []),
    groupHref: "#timeline-table",
    texts: chartTexts(texts, formats, {
      name: texts.timelines.heading(facts.project.shortName),
      today,
      rows: "activities",
    }),
  };
}

function activityRow(activity: CodedActivity, projectId: number, reader: Reader): ChartRow {
  const { texts, formats, today } = reader;
  const dates = spanOf(activity);
  const state = activityRowState(activity, today);
  const percent =
    activity.percent === null ? null : formats.percent(Math.round(activity.percent * 100));
  return {
    key: String(activity.id),
    level: activity.isSub ? 1 : 0,
    code: activity.code,
    title: activity.title,
    note: activity.ownerName ?? "",
    description: [
      `${activity.code} ${activity.title}`,
      activity.ownerName ? texts.timelines.owner(activity.ownerName) : "",
      dates ? formats.dateRange(dates.from, dates.to) : texts.timelines.noDates,
      percent ? texts.timelines.done(percent) : "",
      texts.timelines.states[state],
      slipText(activity, texts),
    ]
      .filter(Boolean)
      .join("; "),
    href: `${paths.activities(projectId)}/${activity.id}`,
    dates,
    baseline: movedBaseline(activity),
    percentDone: activity.percent === null ? null : Math.round(activity.percent),
    barLabel: dates ? (percent ?? "") : texts.timelines.noDates,
    state,
    outsideParent: leaves(dates, activity.parent),
  };
}

function slipText(activity: ActivityLine, texts: Texts): string {
  const { baselineEndsOn, endsOn } = activity;
  if (!baselineEndsOn || !endsOn || endsOn <= baselineEndsOn) return "";
  return texts.timelines.slip(daysBetween(baselineEndsOn, endsOn));
}

function projectPin(pin: TimelinePin, drawn: ReadonlySet<number>, reader: Reader): ChartPin {
  const isInBand = pin.kind === "report" || pin.kind === "payment-request";
  const hasRow = pin.activityId !== null && drawn.has(pin.activityId) && !isInBand;
  return chartPin(pin, hasRow ? String(pin.activityId) : null, reader);
}

export function chartPin(
  pin: TimelinePin,
  rowKey: string | null,
  { texts, formats, today }: Reader,
): ChartPin {
  const state = pinState(pin, today);
  const date = pinDate(pin, formats);
  const title = pinTitle(pin, texts);
  const { legend } = texts.timelines.chart;
  return {
    date: pin.dueOn,
    kind: pin.kind,
    state,
    rowKey,
    label: title,
    shortLabel: "",
    description: [
      `${date}: ${title}`,
      legend[`pin-${pin.kind}`],
      state === "done" && pin.objectType === "milestone"
        ? texts.timelines.pinDone(formats.date(pin.doneOn ?? pin.dueOn))
        : "",
      state === "overdue" ? texts.timelines.pinOverdue : "",
      pin.ownerName ? texts.timelines.owner(pin.ownerName) : "",
    ]
      .filter(Boolean)
      .join("; "),
    href: pinHref(pin),
  };
}

export function pinTitle({ title }: TimelinePin, { events }: Texts): string {
  return title ?? events.confidential;
}

/** What lasts longer than a day by both its ends. */
export function pinDate({ dueOn, endsOn }: TimelinePin, formats: Formats): string {
  return endsOn === null || endsOn === dueOn
    ? formats.date(dueOn)
    : formats.dateRange(dueOn, endsOn);
}

const PIN_PAGES: Record<TimelinePin["objectType"], (projectId: number, id: number) => string> = {
  milestone: paths.milestone,
  event: paths.event,
  internship: (projectId, id) => `${paths.project(projectId)}/internships/${id}`,
  campaign: paths.campaign,
};

export function pinHref({ objectType, projectId, id }: TimelinePin): string {
  return PIN_PAGES[objectType](projectId, id);
}

function chartPeriod(period: Period, { texts, formats }: Reader): ChartPeriod {
  const span = { from: period.startsOn, to: period.endsOn };
  const label = texts.timelines.period(period.number);
  return {
    span,
    label,
    shortLabel: texts.timelines.shortPeriod(period.number),
    description: `${label}: ${formats.dateRange(span.from, span.to)}`,
  };
}
