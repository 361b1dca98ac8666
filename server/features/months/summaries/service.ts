import type { Database } from "../../../../db/connection.ts";
import { type AgendaRow, listAgenda } from "../../../../db/queries/agenda.ts";
import { listHeadlines, type MonthHeadline } from "../../../../db/queries/month-figures.ts";
import {
  listComparableMonths,
  listDepartments,
  listStatusWords,
  listWaitingResolutions,
  type ProjectStanding,
  sumSupportOfRegion,
} from "../../../../db/queries/summaries.ts";
import { addDays } from "../../../values/calendar-date.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { addToMonth, firstDayOf, lastDayOf, type Month } from "../../../values/month.ts";
import { timeElapsed } from "../../projects/totals/rules.ts";
import type { ResolutionFacts } from "../figures/details/facts.ts";
import type { Headline } from "../figures/facts.ts";
import { headlineOf } from "../figures/rules.ts";
import { figuresOfProjects } from "../figures/service.ts";
import {
  type PortfolioRow,
  type RegionFigures,
  regionFigures,
  worstFirst,
} from "../ranking/rules.ts";
import { dayKnown, type MonthStanding, type Scope, type ScopeQuestion, scopeOf } from "./scope.ts";

const DAYS_AHEAD = 30;
const DECISIONS_SHOWN = 20;

export interface PortfolioQuestion extends ScopeQuestion {
  /** The month to compare with; the one before it unless told. */
  against: Month | null;
  /** Of the rows, worst first. */
  offset: number;
  limit: number;
}

export interface Portfolio {
  standing: MonthStanding;
  rows: PortfolioRow[];
  total: number;
  /** Of all rows, not of those shown alone. */
  projectIds: number[];
  /** Null where they would have to be computed of more projects than are shown. */
  region: RegionFigures | null;
  decisions: Decision[];
  comparison: Comparison;
  departments: string[];
}

export type Decision = Pick<PortfolioRow, "projectId" | "shortName" | "decisionNeeded"> & {
  details?: { resolutions: ResolutionFacts[] };
};

export interface Comparison {
  month: Month;
  /** Null where nothing is known of that month. */
  region: RegionFigures | null;
  months: Month[];
}

/**
 * The projects of a month, worst first: those whose month is stored as it was stored, those of the running one
 * by kept totals, any others by what is known now.
 */
export async function portfolioOf(db: Database, question: PortfolioQuestion): Promise<Portfolio> {
  const scope = await scopeOf(db, question);
  const { reach, month, department } = question;
  const { asOf } = scope.standing;
  const against = question.against ?? addToMonth(month, -1);
  const [departments, months, before] = await Promise.all([
    listDepartments(db, reach),
    listComparableMonths(db, month),
    listHeadlines(db, { month: against, reach, department, toldBy: asOf }),
  ]);
  const previous = new Map(before.map((row) => [row.projectId, headlineIn(row)]));
  const compared = (row: PortfolioRow): PortfolioRow =>
    question.against === null && row.previous
      ? row
      : { ...row, previous: previous.get(row.projectId) ?? null };
  const answer = await rowsOf(db, question, scope);
  return {
    standing: scope.standing,
    ...answer,
    rows: answer.rows.map(compared),
    comparison: {
      month: against,
      region: previous.size > 0 ? regionFigures([...previous.values()]) : null,
      months: months.filter((one) => one !== month),
    },
    departments,
  };
}

/** Rows of stored headlines, worst first. */
export function rankedRows(headlines: readonly MonthHeadline[]): PortfolioRow[] {
  return worstFirst(headlines.map(storedRow));
}

export function storedRow(row: MonthHeadline): PortfolioRow {
  return { projectId: row.projectId, ...headlineIn(row) };
}

function headlineIn({ headline }: MonthHeadline): Headline {
  return JSON.parse(headline) as Headline;
}

type Answer = Pick<Portfolio, "rows" | "total" | "projectIds" | "region" | "decisions">;
type Placed = (ProjectStanding & { timeBp: number }) | PortfolioRow;

async function rowsOf(db: Database, question: PortfolioQuestion, scope: Scope): Promise<Answer> {
  const { today, offset, limit } = question;
  // Written into the rows: a copy of each of a thousand took longer than ranking them.
  const open = scope.missing.map((row) => Object.assign(row, { timeBp: timeElapsed(row, today) }));
  const all: Placed[] = worstFirst<Placed>([...scope.stored.map(storedRow), ...open]);
  const page = all.slice(offset, offset + limit);
  const total = all.length;
  const projectIds = all.map(({ projectId }) => projectId);
  if (scope.standing.state === "running") {
    const portfolio = { ...question, ...daysOf(question.month) };
    const [rows, support, resolutions] = await Promise.all([
      rowsByTotals(db, page.filter(isOpen), question),
      sumSupportOfRegion(db, portfolio),
      listWaitingResolutions(db, portfolio),
    ]);
    const waiting = groupedBy(resolutions, ({ projectId }) => projectId);
    const asked = all
      .filter((row) => row.decisionNeeded !== null || waiting.has(row.projectId))
      .map(({ projectId, shortName, decisionNeeded }) => ({
        ...{ projectId, shortName, decisionNeeded },
        details: { resolutions: waiting.get(projectId) ?? [] },
      }));
    return {
      rows,
      total,
      projectIds,
      region: { ...regionFigures(all), ...support },
      decisions: decisionsOf(asked),
    };
  }
  const computed = await computedRows(db, page.filter(isOpen), question);
  const rows = page.flatMap((row) => (isOpen(row) ? (computed.get(row.projectId) ?? []) : row));
  const isKnown = computed.size === open.length;
  const known = isKnown ? [...scope.stored.map(storedRow), ...computed.values()] : rows;
  return {
    // What is computed of an open month ranks by its own figures, not by those of today.
    rows: isKnown && total <= limit ? worstFirst(rows) : rows,
    total,
    projectIds,
    region: isKnown ? regionFigures(known) : null,
    decisions: decisionsOf(worstFirst(known)),
  };
}

function isOpen(row: Placed): row is ProjectStanding & { timeBp: number } {
  return "startsOn" in row;
}

async function computedRows(
  db: Database,
  open: readonly ProjectStanding[],
  { month, asOf }: PortfolioQuestion,
): Promise<Map<number, PortfolioRow>> {
  const ids = open.map(({ projectId }) => projectId);
  const figures = await figuresOfProjects(db, ids, { on: dayKnown(month, asOf), asOf });
  return new Map(
    [...figures].map(([projectId, facts]) => [projectId, { projectId, ...headlineOf(facts) }]),
  );
}

/** Rows of the running month; what they are compared with is what was told of the month before. */
async function rowsByTotals(
  db: Database,
  page: readonly (ProjectStanding & { timeBp: number })[],
  { today }: PortfolioQuestion,
): Promise<PortfolioRow[]> {
  const ids = page.map(({ projectId }) => projectId);
  const [words, agenda] = await Promise.all([
    listStatusWords(db, ids),
    listAgenda(db, { today, from: today, to: addDays(today, DAYS_AHEAD), projectIds: ids }),
  ]);
  const wordsOf = new Map(words.map((row) => [row.projectId, row]));
  const nextOf = new Map<number, AgendaRow>();
  for (const row of agenda) if (!nextOf.has(row.projectId)) nextOf.set(row.projectId, row);
  return page.map(({ startsOn: _from, endsOn: _to, ...standing }) => {
    const next = nextOf.get(standing.projectId);
    return {
      ...standing,
      sentence: wordsOf.get(standing.projectId)?.sentence ?? null,
      statusOn: wordsOf.get(standing.projectId)?.statusOn ?? null,
      nextDueOn: next?.dueOn ?? null,
      nextDueTitle: next?.title ?? null,
      nextDueType: next?.objectType ?? null,
      nextDuePeriod: next?.periodNumber ?? null,
      previous: null,
    };
  });
}

function daysOf(month: Month) {
  return { from: firstDayOf(month), to: lastDayOf(month) };
}

/** Projects whose manager or whose resolution waits for a decision. */
export function decisionsOf(rows: readonly Decision[]): Decision[] {
  return rows
    .filter(({ decisionNeeded, details }) => decisionNeeded !== null || details?.resolutions.length)
    .slice(0, DECISIONS_SHOWN);
}
