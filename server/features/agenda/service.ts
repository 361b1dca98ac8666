import type { Database } from "../../../db/connection.ts";
import {
  type AgendaRow,
  type AgendaScope,
  countAgendaByDay,
  listAgenda as findAgenda,
} from "../../../db/queries/agenda.ts";
import {
  listPeopleWithinReach,
  listProjectsWithinReach,
} from "../../../db/queries/agenda-filters.ts";
import type { Reach } from "../../../db/queries/reach.ts";
import { paths } from "../../paths.ts";
import { addDays } from "../../values/calendar-date.ts";
import { HORIZON_DAYS, type Section, sectionOf, sections } from "./rules.ts";

export type { AgendaRow, AgendaScope };

/** More than these nobody looks for in a list: the rest is found from its project. */
const CHOICES = 200;

/** What is due, by day: the overdue first. Without `to` it looks as far as the agenda does. */
export async function listAgenda(db: Database, scope: AgendaScope): Promise<AgendaRow[]> {
  return findAgenda(db, withinHorizon(scope));
}

export type SectionCounts = Record<Section, number>;

export async function countAgenda(db: Database, scope: AgendaScope): Promise<SectionCounts> {
  const days = await countAgendaByDay(db, withinHorizon(scope));
  const counts = Object.fromEntries(sections.map((section) => [section, 0])) as SectionCounts;
  for (const { dueOn, count } of days) {
    const section = sectionOf(dueOn, scope.today);
    if (section) counts[section] += count;
  }
  return counts;
}

export interface AgendaFilters {
  people: { id: number; name: string }[];
  projects: { id: number; name: string }[];
}

/** Whose and which projects' deadlines may be chosen. */
export async function listAgendaFilters(db: Database, reach: Reach): Promise<AgendaFilters> {
  const [people, projects] = await Promise.all([
    listPeopleWithinReach(db, reach, CHOICES),
    listProjectsWithinReach(db, reach, CHOICES),
  ]);
  return { people, projects };
}

/** Where a thing is found. */
export function agendaHref(row: Pick<AgendaRow, "objectType" | "pageId" | "projectId">): string {
  return PAGES[row.objectType](row.projectId, row.pageId);
}

const PAGES: Record<AgendaRow["objectType"], (projectId: number, pageId: number) => string> = {
  milestone: paths.milestone,
  period: paths.periods,
  indicator: paths.indicator,
  "indicator-target": paths.indicator,
  event: paths.event,
  "event-closing": paths.event,
  internship: (projectId, pageId) => `${paths.project(projectId)}/internships/${pageId}`,
  campaign: paths.campaign,
  "risk-review": paths.risk,
  remedy: paths.control,
  submission: paths.resolution,
  "report-answer": paths.report,
  "output-comments": paths.output,
  "internship-end": paths.internship,
  control: paths.control,
  nomination: paths.nominations,
  "internship-confirmation": paths.internship,
  exit: (projectId) => `${paths.participants(projectId)}?stay=in`,
  "awaited-document": paths.requiredDocuments,
};

function withinHorizon(scope: AgendaScope): AgendaScope {
  return { ...scope, to: scope.to ?? addDays(scope.today, HORIZON_DAYS) };
}
