import type { ReportSpan } from "../../../../db/queries/report-drafts.ts";
import type { ReportedIndicator } from "../../../../db/queries/report-indicators.ts";
import type { ReportedSupport } from "../../../../db/queries/report-support.ts";
import { addDays, type CalendarDate } from "../../../values/calendar-date.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { percentOf as meanPercentOf } from "../../activities/rules.ts";
import { addsUp, type CountedValue, figureOf } from "../../indicators/rules.ts";
import { fulfilment, physicalProgress, timeElapsed } from "../../projects/totals/rules.ts";
import { type Digest, sum } from "./digest.ts";
import type {
  ActivityFigures,
  IndicatorFigures,
  MoneyFigures,
  PeopleFigures,
  ReportFigures,
} from "./figures.ts";
import type { Material } from "./material.ts";

/** The figures of a report, made of the same rows as its texts. */
export function figuresOf(material: Material, digest: Digest): ReportFigures {
  const { period, span, project, previous } = material;
  const eve = addDays(span.from, -1);
  return {
    period: {
      ...{ id: period.id, number: period.number, from: span.from, to: span.to },
      isLast: material.isLast,
    },
    sinceSubmission: previous?.submittedOn ?? null,
    timeBp: timeElapsed(project, material.seenOn),
    physicalBp: physicalProgress(withPercents(material, span.to)) ?? null,
    physicalBeforeBp: physicalProgress(withPercents(material, eve)) ?? null,
    indicators: indicatorsOf(material),
    activities: digest.keys.map(({ id, code }) => activityOf(material, digest, { id, code })),
    events: digest.held.map((event) => ({
      ...{ id: event.id, activityId: event.activityId, kind: event.kindCode },
      title: event.isConfidential ? null : event.title,
      ...{ from: event.startsOn, to: event.endsOn },
      ...{ persons: event.persons, women: event.women, minutes: event.minutes },
    })),
    people: peopleOf(material, digest),
    money: moneyOf(material),
    told: {
      entries: idsOf(digest.entries),
      events: idsOf(digest.held),
      internships: idsOf(digest.internships),
      milestones: idsOf(digest.done),
    },
  };
}

function idsOf(rows: readonly { id: number }[]): number[] {
  return rows.map(({ id }) => id).toSorted((a, b) => a - b);
}

function withPercents({ activities, percents }: Material, on: CalendarDate) {
  const latest = new Map<number, number | null>();
  for (const row of percents) if (row.on <= on) latest.set(row.activityId, row.percent);
  return activities.map((activity) => ({
    ...activity,
    percent: latest.get(activity.id) ?? null,
  }));
}

function indicatorsOf({ indicators, values, previous, span }: Material): IndicatorFigures[] {
  const valuesOf = groupedBy(values, ({ indicatorId }) => indicatorId);
  const reported = new Map(previous?.figures?.indicators.map((one) => [one.id, one]));
  return indicators.map((indicator) => {
    const counts = countsOf(indicator, valuesOf.get(indicator.id) ?? [], {
      span,
      reported: reported.get(indicator.id),
    });
    const { id, code, name, unit, decimals, valueType, behaviour } = indicator;
    return {
      ...{ id, code, name, unit, decimals, valueType, behaviour },
      isCommitted: indicator.isCommitted,
      ...{ baseline: indicator.baseline, target: indicator.target },
      ...{ targetText: indicator.targetText, periodTarget: indicator.periodTarget },
      ...counts,
    };
  });
}

type Counts = Pick<
  IndicatorFigures,
  "before" | "increment" | "late" | "cumulative" | "text" | "fulfilmentBp"
>;

/** Increments are counted from what the report before said, whatever has been corrected since. */
function countsOf(
  indicator: ReportedIndicator,
  values: readonly CountedValue[],
  { span, reported }: { span: ReportSpan; reported: IndicatorFigures | undefined },
): Counts {
  const now = figureOf(indicator, values, span.to);
  if (indicator.valueType === "text") {
    const nothing = { before: null, increment: null, late: 0, cumulative: null };
    return { ...nothing, text: now.text, fulfilmentBp: null };
  }
  const eve = countedFrom(indicator, values, addDays(span.from, -1));
  const before = reported ? (reported.cumulative ?? eve.start) : eve.value;
  const cumulative = now.value ?? (addsUp(indicator) ? 0 : null);
  return {
    before,
    increment: difference(cumulative, before),
    late: difference(eve.value, before) ?? 0,
    cumulative,
    text: null,
    fulfilmentBp: fulfilment({ ...indicator, achieved: now.value }) ?? null,
  };
}

/**
 * What an indicator had before the period, and where its count starts: what was achieved before the record began,
 * or the baseline of a state.
 */
function countedFrom(
  indicator: ReportedIndicator,
  values: readonly CountedValue[],
  eve: CalendarDate,
): { value: number | null; start: number | null } {
  if (!addsUp(indicator)) {
    const { baseline } = indicator;
    return { value: figureOf(indicator, values, eve).value ?? baseline, start: baseline };
  }
  const opening = sum(values.filter(({ isOpening }) => isOpening).map(({ value }) => value ?? 0));
  const own = values.filter(({ isOpening }) => !isOpening);
  return { value: opening + (figureOf(indicator, own, eve).value ?? 0), start: opening };
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}

function activityOf(
  material: Material,
  digest: Digest,
  { id, code }: { id: number; code: string },
): ActivityFigures {
  const { span, activities } = material;
  const isOwn = ({ keyId }: { keyId: number | null }) => keyId === id;
  const ofKey = ({ activityId }: { activityId: number | null }) => digest.keyOf(activityId) === id;
  const entries = digest.entries.filter(({ keyIds }) => keyIds.includes(id));
  const held = digest.held.filter(isOwn).filter(inPeriod);
  const done = digest.done.filter(isOwn);
  const support = material.support.filter(ofKey);
  const people = peopleAt(material, held, support);
  const minutes = sum(support.map((row) => row.minutes));
  const earlier = sum(material.earlierSupport.filter(ofKey).map((row) => row.minutes));
  const reported = material.previous?.figures?.activities.find((one) => one.id === id);
  const percentAt = (on: CalendarDate) => {
    const all = withPercents(material, on);
    const own = all.find((activity) => activity.id === id);
    return own ? (meanPercentOf(own, all)?.percent ?? null) : null;
  };
  return {
    ...{ id, code },
    percent: percentAt(span.to),
    percentBefore: percentAt(addDays(span.from, -1)),
    entries: entries.length,
    workedMinutes: sum(entries.map((entry) => entry.workedMinutes ?? 0)),
    events: held.length,
    ...people,
    internships: digest.internships.filter(isOwn).length,
    minutes,
    electronicMinutes: sum(support.map((row) => row.electronicMinutes)),
    minutesToDate: minutes + earlier,
    lateMinutes: reported ? earlier - reported.minutesToDate : 0,
    milestonesDone: done.filter(({ kind }) => kind !== "output").length,
    outputsDone: done.filter(({ kind }) => kind === "output").length,
    costsHalere: sum(
      material.costs
        .filter(({ activityId }) => activities.some((one) => one.id === activityId))
        .filter(ofKey)
        .map(({ halere }) => halere),
    ),
  };
}

function inPeriod({ isLate }: { isLate: boolean }): boolean {
  return !isLate;
}

/** Who came to these events or had this support, everybody once; those only counted stand apart. */
function peopleAt(
  material: Material,
  held: Digest["held"],
  support: readonly ReportedSupport[],
): { persons: number; women: number; heads: number } {
  const eventIds = new Set(held.map((event) => event.id));
  const came = material.attendees.filter(({ eventId }) => eventIds.has(eventId));
  const all = [...came, ...support.filter(({ minutes }) => minutes > 0)].map((row) => ({
    id: row.personId,
    isWoman: row.isWoman,
  }));
  return {
    persons: new Set(all.map((one) => one.id)).size,
    women: new Set(all.filter(({ isWoman }) => isWoman).map((one) => one.id)).size,
    heads: sum(held.map(({ headCount }) => headCount ?? 0)),
  };
}

function peopleOf(material: Material, digest: Digest): PeopleFigures {
  const { support, earlierSupport, groups, previous } = material;
  const held = digest.held.filter(inPeriod);
  const earlier = new Set(earlierSupport.map(({ personId }) => personId));
  const now = new Set(support.map(({ personId }) => personId));
  const minutes = sum(support.map((row) => row.minutes));
  const minutesBefore = sum(earlierSupport.map((row) => row.minutes));
  const reported = previous?.figures?.people.minutesToDate;
  return {
    events: held.length,
    ...peopleAt(material, held, support),
    supported: now.size,
    newlySupported: [...now].filter((id) => !earlier.has(id)).length,
    supportedToDate: new Set([...earlier, ...now]).size,
    minutes,
    electronicMinutes: sum(support.map((row) => row.electronicMinutes)),
    minutesToDate: minutes + minutesBefore,
    lateMinutes: reported === undefined ? 0 : minutesBefore - reported,
    entered: sum(groups.map(({ entered }) => entered)),
    exited: sum(groups.map(({ exited }) => exited)),
    reachedThreshold: sum(groups.map(({ reached }) => reached)),
  };
}

function moneyOf(material: Material): MoneyFigures {
  const { drawdown, drawdownBefore, recorded, periods, previous, requests } = material;
  const spentBefore = previous?.figures?.money.spentHalere ?? drawdownBefore.spent;
  const direct = (from: CalendarDate, to: CalendarDate) =>
    sum(recorded.filter(({ on }) => on >= from && on <= to).map(({ halere }) => halere));
  return {
    budgetHalere: drawdown.budget?.eligible ?? material.project.totalHalere,
    spentHalere: drawdown.spent,
    spentBeforeHalere: spentBefore,
    incrementHalere: drawdown.spent === null ? null : drawdown.spent - (spentBefore ?? 0),
    directHalere: drawdown.recorded.direct,
    flatHalere: drawdown.flat,
    periods: periods.map(({ number, startsOn, endsOn }) => ({
      number,
      directHalere: direct(startsOn, endsOn),
    })),
    requests: requests.map(({ number, kind, directHalere, flatHalere }) => ({
      ...{ number, kind, directHalere, flatHalere },
    })),
  };
}
