import type { ReportedRequest } from "../../../../db/queries/drawdown-series.ts";
import type { ProjectSource, SourceKind } from "../../../../db/queries/project-sources.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { distribute, type Halere } from "../../../values/money.ts";
import { type BasisPoints, percentOf } from "../../../values/percent.ts";
import { canSplit } from "../sources/rules.ts";

/** One row of the table: of a source, or of all of them together. Null where a figure is not known. */
export interface CofinancingRow {
  total: Halere | null;
  /** Reported before; with `current` exactly `soFar`. */
  previous: Halere;
  current: Halere;
  soFar: Halere;
  shareBp: BasisPoints | undefined;
  remaining: Halere | null;
  paid: Halere | null;
}

export interface Cofinancing {
  together: CofinancingRow;
  /** Null while the shares do not make the whole: nothing is split then. */
  bySource: { source: ProjectSource; row: CofinancingRow }[] | null;
}

export interface Reported {
  total: Halere | null;
  previous: Halere;
  current: Halere;
  paid: Halere;
}

/** Requests bring money from these alone; what the authority and others bear is never paid out to the project. */
const PAID_OUT: readonly SourceKind[] = ["eu", "state"];

/**
 * Cumulative sums are split by largest remainder, and what is reported now is the difference of two of them: in
 * each source previous + current = so far, and in each column the sources are the whole, to the haléř.
 */
export function cofinancingOf(reported: Reported, sources: readonly ProjectSource[]): Cofinancing {
  const { total, previous, current, paid } = reported;
  const soFar = previous + current;
  const together = rowOf({ total, previous, soFar, paid });
  if (!canSplit(sources)) return { together, bySource: null };
  const shares = sources.map(({ sharePpm }) => sharePpm);
  const totals = total === null ? null : distribute(total, shares);
  const before = distribute(previous, shares);
  const after = distribute(soFar, shares);
  const payments = splitPaid(paid, sources);
  return {
    together,
    bySource: sources.map((source, index) => ({
      source,
      row: rowOf({
        total: totals?.[index] ?? null,
        previous: before[index] ?? 0,
        soFar: after[index] ?? 0,
        paid: payments?.[index] ?? null,
      }),
    })),
  };
}

function rowOf({
  total,
  previous,
  soFar,
  paid,
}: Pick<CofinancingRow, "total" | "previous" | "soFar" | "paid">): CofinancingRow {
  return {
    ...{ total, previous, soFar, paid },
    current: soFar - previous,
    shareBp: total === null ? undefined : percentOf(soFar, total),
    remaining: total === null ? null : total - soFar,
  };
}

function splitPaid(
  paid: Halere,
  sources: readonly (ProjectSource & { sharePpm: number })[],
): Halere[] | null {
  const weights = sources.map(({ kind, sharePpm }) => (PAID_OUT.includes(kind) ? sharePpm : 0));
  return weights.some((weight) => weight > 0) ? distribute(paid, weights) : null;
}

/** Asked for and neither refused nor put off; of a request decided, what was recognised. */
function reportedIn({ submitted, cut, moved }: ReportedRequest): Halere {
  return submitted - cut - moved;
}

export interface PeriodOfReport {
  id: number;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

/** What stood before a request, what it brought and what came until then; by the numbers of requests. */
export function upToRequest(
  requests: readonly ReportedRequest[],
  chosen: { number: number },
): Omit<Reported, "total"> {
  return reportedOf(
    requests.filter(({ number }) => number < chosen.number),
    requests.filter(({ number }) => number === chosen.number),
  );
}

/** The same for a monitoring period: a request belongs to its own period, without one to the day it was submitted. */
export function upToPeriod(
  requests: readonly ReportedRequest[],
  chosen: PeriodOfReport,
  periods: readonly PeriodOfReport[],
): Omit<Reported, "total"> {
  const startOf = new Map(periods.map(({ id, startsOn }) => [id, startsOn]));
  const dayOf = ({ periodId, submittedOn }: ReportedRequest) =>
    startOf.get(periodId ?? 0) ?? submittedOn ?? chosen.startsOn;
  return reportedOf(
    requests.filter((request) => dayOf(request) < chosen.startsOn),
    requests.filter((request) => {
      const day = dayOf(request);
      return chosen.startsOn <= day && day <= chosen.endsOn;
    }),
  );
}

function reportedOf(
  before: readonly ReportedRequest[],
  now: readonly ReportedRequest[],
): Omit<Reported, "total"> {
  const sum = (requests: readonly ReportedRequest[], of: (request: ReportedRequest) => Halere) =>
    requests.reduce((sofar, request) => sofar + of(request), 0);
  return {
    previous: sum(before, reportedIn),
    current: sum(now, reportedIn),
    paid: sum([...before, ...now], ({ received }) => received),
  };
}
