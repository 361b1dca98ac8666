import type { Database } from "../../../../db/connection.ts";
import { type AgendaRow, listAgenda } from "../../../../db/queries/agenda.ts";
import { listHeadlines, type MonthHeadline } from "../../../../db/queries/month-figures.ts";
import type { Reach } from "../../../../db/queries/reach.ts";
import {
  listDepartments,
  listStandings,
  listStatusWords,
  type ProjectStanding,
} from "../../../../db/queries/summaries.ts";
import { addDays, type CalendarDate } from "../../../values/calendar-date.ts";
import { addToMonth, firstDayOf, lastDayOf, type Month, monthOf } from "../../../values/month.ts";
import { timeElapsed } from "../../projects/totals/rules.ts";
import type { Headline } from "../figures/facts.ts";
import { headlineOf } from "../figures/rules.ts";
import { figuresOfProjects } from "../figures/service.ts";
import {
  type PortfolioRow,
  type RegionFigures,
  regionFigures,
  worstFirst,
} from "../ranking/rules.ts";

const DAYS_AHEAD = 30;
const DECISIONS_SHOWN = 20;

export interface PortfolioQuestion {
  reach: Reach;
  month: Month;
  department: string | null;
  /** Of the rows, worst first. */
  offset: number;
  limit: number;
  today: CalendarDate;
  now: string;
}

export interface Portfolio {
  state: "running" | "reported" | "unreported";
  /** The instant of reporting; of what is not reported now. */
  asOf: string;
  rows: PortfolioRow[];
  total: number;
  /** Null where they would have to be computed of more projects than are shown. */
  region: RegionFigures | null;
  decisions: Pick<PortfolioRow, "projectId" | "shortName" | "decisionNeeded">[];
  departments: string[];
}

type Answer = Omit<Portfolio, "departments">;

/**
 * The projects of a month, worst first: of a reported month as it was reported, of the running one by kept
 * totals, of one that nobody has reported by what is known now.
 */
export async function portfolioOf(db: Database, question: PortfolioQuestion): Promise<Portfolio> {
  const { reach, month, department, today } = question;
  const [departments, headlines] = await Promise.all([
    listDepartments(db, reach),
    month === monthOf(today) ? [] : listHeadlines(db, { month, reach, department }),
  ]);
  if (headlines.length > 0) return { ...reported(headlines, question), departments };
  const answer = await unreported(db, question);
  return { ...answer, departments };
}

/** Rows of stored headlines, worst first. */
export function rankedRows(headlines: readonly MonthHeadline[]): PortfolioRow[] {
  return worstFirst(
    headlines.map(({ projectId, headline }) => ({
      projectId,
      ...(JSON.parse(headline) as Headline),
    })),
  );
}

function reported(headlines: MonthHeadline[], { offset, limit }: PortfolioQuestion): Answer {
  const all = rankedRows(headlines);
  return {
    state: "reported",
    asOf: headlines.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), ""),
    rows: all.slice(offset, offset + limit),
    total: all.length,
    region: regionFigures(all),
    decisions: decisionsOf(all),
  };
}

async function unreported(db: Database, question: PortfolioQuestion): Promise<Answer> {
  const { reach, month, department, offset, limit, today, now } = question;
  const days = { from: firstDayOf(month), to: lastDayOf(month) };
  const isRunning = month === monthOf(today);
  const standings = await listStandings(db, { reach, department, today, ...days });
  // Written into the rows: a copy of each of a thousand took longer than ranking them.
  const all = worstFirst(
    standings.map((row) => Object.assign(row, { timeBp: timeElapsed(row, today) })),
  );
  const page = all.slice(offset, offset + limit);
  const answer = { asOf: now, total: all.length };
  if (isRunning) {
    const rows = await rowsByTotals(db, page, question);
    const [region, decisions] = [regionFigures(all), decisionsOf(all)];
    return { ...answer, state: "running", rows, region, decisions };
  }
  const ids = page.map(({ projectId }) => projectId);
  const figures = await figuresOfProjects(db, ids, { on: days.to, asOf: now });
  const rows = worstFirst(
    [...figures].map(([projectId, facts]) => ({ projectId, ...headlineOf(facts) })),
  );
  const region = rows.length === all.length ? regionFigures(rows) : null;
  return { ...answer, state: "unreported", rows, region, decisions: decisionsOf(rows) };
}

/** Rows of the running month; what they are compared with is what was reported of the month before. */
async function rowsByTotals(
  db: Database,
  page: (ProjectStanding & { timeBp: number })[],
  { month, today }: PortfolioQuestion,
): Promise<PortfolioRow[]> {
  const ids = page.map(({ projectId }) => projectId);
  const [words, before, agenda] = await Promise.all([
    listStatusWords(db, ids),
    listHeadlines(db, { month: addToMonth(month, -1), projectIds: ids }),
    listAgenda(db, { today, from: today, to: addDays(today, DAYS_AHEAD), projectIds: ids }),
  ]);
  const wordsOf = new Map(words.map((row) => [row.projectId, row]));
  const previousOf = new Map(
    before.map((row) => [row.projectId, JSON.parse(row.headline) as Headline]),
  );
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
      previous: previousOf.get(standing.projectId) ?? null,
    };
  });
}

function decisionsOf(
  rows: readonly Pick<PortfolioRow, "projectId" | "shortName" | "decisionNeeded">[],
) {
  return rows.filter(({ decisionNeeded }) => decisionNeeded !== null).slice(0, DECISIONS_SHOWN);
}
