import { type Database, selectRows } from "../connection.ts";
import type { Phase } from "./projects.ts";
import { type Condition, marksFor, type Reach, reachCondition } from "./reach.ts";

export type Health = "on-track" | "at-risk" | "off-track" | "on-hold";

export interface ProjectFilter {
  reach: Reach;
  /** Folded words; each must begin a word of the project's title, short name or number. */
  words: string[];
  phase?: Phase | undefined;
  /** `none` = no status was recorded yet. */
  health?: Health | "none" | undefined;
  programme?: string | undefined;
  department?: string | undefined;
  managerId?: number | undefined;
  isMine: boolean;
  isFavourite: boolean;
  isArchived: boolean;
}

export type ProjectSortKey =
  | "name"
  | "health"
  | "end"
  | "indicators"
  | "physical"
  | "money"
  | "deadline"
  | "overdue";

export interface ProjectPage {
  today: string;
  sort: ProjectSortKey;
  isDescending: boolean;
  limit: number;
  offset: number;
}

export interface ListedProject {
  id: number;
  title: string;
  shortName: string;
  registrationNumber: string | null;
  phase: Phase;
  startsOn: string;
  endsOn: string;
  totalHalere: number | null;
  isExample: boolean;
  health: Health | null;
  healthOn: string | null;
  physicalBp: number | null;
  indicatorsBp: number | null;
  spentHalere: number | null;
  managerName: string | null;
  isFavourite: boolean;
  /** `2026-03-31 what is owed`, the nearest one from today on. */
  nextDue: string | null;
  overdue: number;
  /** Of all rows that the filter lets through. */
  total: number;
}

export interface ExportedProject extends ListedProject {
  programme: string;
  department: string | null;
  healthSentence: string | null;
  spentOn: string | null;
}

// The page that everybody opens first is written as text: building it costs as much as running it.
const COLUMNS = `p.id, p.title, p.short_name as "shortName",
  p.registration_number as "registrationNumber", p.phase, p.starts_on as "startsOn",
  p.ends_on as "endsOn", p.total_halere as "totalHalere", p.is_example as "isExample",
  t.health, t.health_on as "healthOn", t.physical_bp as "physicalBp",
  t.indicators_bp as "indicatorsBp", t.spent_halere as "spentHalere"`;
const EXPORTED = `, p.programme, p.department, t.health_sentence as "healthSentence",
  t.spent_on as "spentOn"`;
const FROM = "from projects as p join project_totals as t on t.project_id = p.id";

const OPEN = "m.done_on is null and m.cancelled_on is null and m.archived_at is null";
// The one who answers where nobody else is named: the same as in the agenda.
const MANAGER = `(select u.name from memberships as mm join users as u on u.id = mm.user_id
  where mm.project_id = p.id and mm.role = 'manager' and u.deactivated_at is null
  order by mm.user_id limit 1)`;
const FAVOURITE = `exists (select 1 from project_favourites as fav
  where fav.user_id = ? and fav.project_id = p.id)`;
const NEXT_DUE = `(select cast(m.due_on as text) || ' ' || m.title from milestones as m
  where m.project_id = p.id and ${OPEN} and m.due_on >= ? order by m.due_on, m.title limit 1)`;
const OVERDUE = `(select count(*) from milestones as m
  where m.project_id = p.id and ${OPEN} and m.due_on < ?)`;
const memberOf = (userIds: readonly number[]) => `exists (select 1 from memberships as mm
  where mm.project_id = p.id and mm.user_id in ${marksFor(userIds)})`;

const ORDER: Record<ProjectSortKey, string> = {
  name: "p.sort_key",
  health: `case t.health when 'off-track' then 0 when 'at-risk' then 1
    when 'on-hold' then 2 when 'on-track' then 4 else 3 end`,
  end: "p.ends_on",
  indicators: "t.indicators_bp",
  physical: "t.physical_bp",
  money: "t.spent_halere * 1.0 / nullif(p.total_halere, 0)",
  deadline: NEXT_DUE,
  overdue: OVERDUE,
};

// Where a value may be missing; elsewhere the words would keep SQLite from walking an index.
const HAS_GAPS = new Set<ProjectSortKey>(["indicators", "physical", "money", "deadline"]);
const ASKS_FOR_TODAY = new Set<ProjectSortKey>(["health", "deadline", "overdue"]);
// Of equally bad ones the worse is the one that owes more; by name there are no equals to speak of.
const AMONG_EQUALS: Partial<Record<ProjectSortKey, string>> = {
  name: "",
  health: `, ${OVERDUE} desc, p.sort_key`,
};

/** One page of projects with all that the list shows, in one statement. */
export function listProjects(
  db: Database,
  filter: ProjectFilter,
  page: ProjectPage,
): Promise<ListedProject[]> {
  return selectPage(db, filter, page, COLUMNS);
}

/** The same rows with what only a spreadsheet has room for. */
export async function listProjectsForExport(
  db: Database,
  filter: ProjectFilter,
  page: ProjectPage,
): Promise<ExportedProject[]> {
  const rows = await selectPage(db, filter, page, COLUMNS + EXPORTED);
  return rows as ExportedProject[];
}

async function selectPage(
  db: Database,
  filter: ProjectFilter,
  page: ProjectPage,
  columns: string,
): Promise<ListedProject[]> {
  const { today } = page;
  const where = conditionsOf(filter);
  const needsTotals = filter.health !== undefined;
  const counted = `select count(*) ${needsTotals ? FROM : "from projects as p"} where ${where.sql}`;
  const direction = page.isDescending ? "desc" : "asc";
  const nulls = HAS_GAPS.has(page.sort) ? "nulls last" : "";
  const statement = `select ${columns}, ${MANAGER} as "managerName",
    ${FAVOURITE} as "isFavourite", ${NEXT_DUE} as "nextDue", ${OVERDUE} as "overdue",
    (${counted}) as "total"
    ${FROM} where ${where.sql}
    order by ${ORDER[page.sort]} ${direction} ${nulls}${AMONG_EQUALS[page.sort] ?? ", p.sort_key"}, p.id
    limit ${Math.trunc(page.limit)} offset ?`;
  const bindings = [
    ...[filter.reach.userId, today, today, ...where.bindings, ...where.bindings],
    ...(ASKS_FOR_TODAY.has(page.sort) ? [today] : []),
    page.offset,
  ];
  const rows = await selectRows<ListedProject>(db, statement, bindings);
  for (const row of rows) {
    row.isExample = Boolean(row.isExample);
    row.isFavourite = Boolean(row.isFavourite);
  }
  return rows;
}

function conditionsOf(filter: ProjectFilter): Condition {
  const { userId, userIds } = filter.reach;
  const all: (Condition | null)[] = [
    { sql: `p.archived_at is ${filter.isArchived ? "not null" : "null"}`, bindings: [] },
    reachCondition(filter.reach, "p.id"),
    ...Object.entries(EQUALS).map(([name, sql]) => {
      const value = filter[name as keyof typeof EQUALS];
      return value === undefined ? null : { sql, bindings: [value] };
    }),
    healthCondition(filter.health),
    filter.isMine ? { sql: memberOf(userIds), bindings: [...userIds] } : null,
    filter.isFavourite ? { sql: FAVOURITE, bindings: [userId] } : null,
    ...filter.words.map((word) => ({ sql: BEGINS_A_WORD, bindings: [`% ${escapeLike(word)}%`] })),
  ];
  const needed = all.filter((condition) => condition !== null);
  return {
    sql: needed.map(({ sql }) => sql).join(" and "),
    bindings: needed.flatMap(({ bindings }) => bindings),
  };
}

const EQUALS = {
  phase: "p.phase = ?",
  programme: "p.programme = ?",
  department: "p.department = ?",
  managerId: `exists (select 1 from memberships as mm
    where mm.project_id = p.id and mm.user_id = ? and mm.role = 'manager')`,
} as const satisfies Partial<Record<keyof ProjectFilter, string>>;

const BEGINS_A_WORD = "' ' || p.search_text like ? escape '!'";

function healthCondition(health: ProjectFilter["health"]): Condition | null {
  if (health === undefined) return null;
  if (health === "none") return { sql: "t.health is null", bindings: [] };
  return { sql: "t.health = ?", bindings: [health] };
}

function escapeLike(word: string): string {
  return word.replace(/[!%_]/g, (sign) => `!${sign}`);
}
