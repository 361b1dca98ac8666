import type {
  EventOfMonth,
  PlannedPeriodOfProject,
  ResolutionOfMonth,
  RiskAssessed,
  SourceOfMonth,
  SupportInMonth,
} from "../../../../../db/queries/month-details.ts";
import type { SupportedPerson } from "../../../../../db/queries/supported-persons.ts";
import type { CalendarDate } from "../../../../values/calendar-date.ts";
import { groupedBy } from "../../../../values/grouped.ts";
import { distribute, type Halere } from "../../../../values/money.ts";
import { firstDayOf, monthOf } from "../../../../values/month.ts";
import { WHOLE_PPM } from "../../../../values/percent.ts";
import { plannedBy, plannedSeries } from "../../../drawdowns/series/rules.ts";
import type {
  EventFacts,
  MonthDetails,
  ResolutionFacts,
  RiskFacts,
  SourceFacts,
  SupportFacts,
} from "./facts.ts";

/** What is stored of one project, in force at the moment. */
export interface DetailMaterial {
  persons: readonly SupportedPerson[];
  hasThreshold: boolean;
  support: SupportInMonth | undefined;
  events: readonly (EventOfMonth & { persons: number | null; minutes: number })[];
  /** Of each risk the latest assessment at the end. */
  risks: readonly RiskAssessed[];
  resolutions: readonly ResolutionOfMonth[];
  sources: readonly SourceOfMonth[];
  plans: readonly PlannedPeriodOfProject[];
}

interface Money {
  totalHalere: Halere | null;
  previouslyHalere: Halere | null;
  soFarHalere: Halere | null;
}

export function detailsOf(material: DetailMaterial, money: Money, on: CalendarDate): MonthDetails {
  return {
    support: supportOf(material, on),
    events: material.events.map(eventOf),
    risks: risksOf(material.risks),
    resolutions: resolutionsOf(material.resolutions, on),
    sources: sourcesOf(material.sources, money),
    plannedHalere: plannedBy(plannedSeries(material.plans), on),
  };
}

function supportOf(
  { persons, hasThreshold, support }: DetailMaterial,
  on: CalendarDate,
): SupportFacts {
  const from = firstDayOf(monthOf(on));
  const crossed = persons.flatMap(({ crossedOn }) => crossedOn ?? []);
  return {
    persons: persons.length,
    overThreshold: hasThreshold ? crossed.length : null,
    crossedInMonth: hasThreshold ? crossed.filter((day) => day >= from).length : null,
    personsInMonth: support?.persons ?? 0,
    minutesInMonth: support?.minutes ?? 0,
  };
}

function eventOf(event: DetailMaterial["events"][number]): EventFacts {
  const { id, title, startsOn, endsOn, persons, minutes } = event;
  return {
    id,
    title,
    kind: { cs: event.kindCs, en: event.kindEn },
    startsOn,
    endsOn,
    persons,
    minutes,
  };
}

function risksOf(assessed: readonly RiskAssessed[]): RiskFacts[] {
  return [...groupedBy(assessed, ({ riskId }) => riskId).values()]
    .flatMap((assessments) => {
      const last = assessments.at(-1);
      if (!last || last.state === "closed") return [];
      const before = assessments.at(-2);
      return {
        id: last.riskId,
        number: last.number,
        title: last.title,
        measure: last.measure,
        probability: last.probability,
        impact: last.impact,
        previousScore: before ? before.probability * before.impact : null,
        hasOccurred: last.state === "occurred",
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.hasOccurred) - Number(a.hasOccurred) ||
        b.probability * b.impact - a.probability * a.impact ||
        a.number - b.number,
    );
}

function resolutionsOf(
  resolutions: readonly ResolutionOfMonth[],
  on: CalendarDate,
): ResolutionFacts[] {
  return resolutions
    .filter(({ state, decidedOn }) => {
      if (state === "withdrawn") return false;
      return decidedOn === null || decidedOn > on;
    })
    .map(({ id, title, decidedBy, submitBy, submittedOn, meetsOn }) => ({
      ...{ id, title, decidedBy, submitBy, meetsOn },
      isSubmitted: submittedOn !== null && submittedOn <= on,
    }));
}

/** To the haléř: with the rest that no source claims, the amounts of each column make its sum. */
function sourcesOf(sources: readonly SourceOfMonth[], money: Money): SourceFacts[] {
  const shares = sources.map(({ sharePpm }) => sharePpm ?? 0);
  const rest = WHOLE_PPM - shares.reduce((sum, share) => sum + share, 0);
  const split = (halere: Halere | null) =>
    halere === null || rest < 0 ? null : distribute(halere, [...shares, rest]);
  const [total, before, now] = [
    split(money.totalHalere),
    split(money.previouslyHalere ?? (money.soFarHalere === null ? null : 0)),
    split(money.soFarHalere),
  ];
  return sources.map(({ kind, name, sharePpm }, at) => {
    const of = (amounts: Halere[] | null) => (sharePpm === null ? null : (amounts?.[at] ?? null));
    const [previously, soFar] = [of(before), of(now)];
    return {
      ...{ kind, name, sharePpm },
      totalHalere: of(total),
      previouslyHalere: previously,
      inMonthHalere: soFar === null || previously === null ? null : soFar - previously,
      soFarHalere: soFar,
    };
  });
}
