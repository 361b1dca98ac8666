import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import type { Phase } from "./projects.ts";
import { type Reach, withinReach } from "./reach.ts";

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

const OPEN = "m.done_on is null and m.cancelled_on is null and m.archived_at is null";

const MANAGER = `(select u.name from memberships as mm join users as u on u.id = mm.user_id
  where mm.project_id = p.id and mm.role = 'manager' order by mm.id limit 1)`;
const FAVOURITE = `exists (select 1 from project_favourites as fav
  where fav.user_id = ? and fav.project_id = p.id)`;
const NEXT_DUE = `(select cast(m.due_on as text) || ' ' || m.title from milestones as m
  where m.project_id = p.id and ${OPEN} and m.due_on >= ? order by m.due_on, m.id limit 1)`;
const OVERDUE = `(select count(*) from milestones as m
  where m.project_id = p.id and ${OPEN} and m.due_on < ?)`;

const WORST_FIRST = `case t.health when 'off-track' then 0 when 'at-risk' then 1
  when 'on-hold' then 2 when 'on-track' then 4 else 3 end`;

const ORDER: Record<ProjectSortKey, string> = {
  name: "p.sort_key",
  health: WORST_FIRST,
  end: "p.ends_on",
  indicators: "t.indicators_bp",
  physical: "t.physical_bp",
  money: "t.spent_halere * 1.0 / nullif(p.total_halere, 0)",
  deadline: NEXT_DUE,
  overdue: OVERDUE,
};

// Where a value may be missing; elsewhere the words would keep SQLite from walking an index.
const HAS_GAPS = new Set<ProjectSortKey>(["indicators", "physical", "money", "deadline"]);

export interface ProjectPage {
  today: string;
  sort: ProjectSortKey;
  isDescending: boolean;
  limit: number;
  offset: number;
}

/** One page of projects with all that the list shows, in one statement. */
export async function listProjects(
  db: Database,
  filter: ProjectFilter,
  page: ProjectPage,
): Promise<ListedProject[]> {
  const rows = await pageQuery(db, filter, page);
  return rows.map(withBooleans);
}

export interface ExportedProject extends ListedProject {
  programme: string;
  department: string | null;
  healthSentence: string | null;
  spentOn: string | null;
}

/** The same rows with what only a spreadsheet has room for. */
export async function listProjectsForExport(
  db: Database,
  filter: ProjectFilter,
  page: ProjectPage,
): Promise<ExportedProject[]> {
  const rows = await pageQuery(db, filter, page).select({
    programme: "p.programme",
    department: "p.department",
    healthSentence: "t.health_sentence",
    spentOn: "t.spent_on",
  });
  return rows.map(withBooleans);
}

function pageQuery(db: Database, filter: ProjectFilter, page: ProjectPage): Knex.QueryBuilder {
  const { today } = page;
  const total = filtered(db, filter).count("*");
  const needsToday = page.sort === "deadline" || page.sort === "overdue";
  const direction = page.isDescending ? "desc" : "asc";
  const nulls = HAS_GAPS.has(page.sort) ? " nulls last" : "";
  return filtered(db, filter)
    .select(COLUMNS)
    .select(
      db.raw(`${MANAGER} as "managerName"`),
      db.raw(`${FAVOURITE} as "isFavourite"`, [filter.reach.userId]),
      db.raw(`${NEXT_DUE} as "nextDue"`, [today]),
      db.raw(`${OVERDUE} as "overdue"`, [today]),
      total.as("total"),
    )
    .orderByRaw(`${ORDER[page.sort]} ${direction}${nulls}`, needsToday ? [today] : [])
    .orderBy([{ column: "p.sort_key" }, { column: "p.id" }])
    .limit(page.limit)
    .offset(page.offset);
}

function withBooleans<Row extends ListedProject>(row: Row): Row {
  return {
    ...row,
    isExample: Boolean(row.isExample),
    isFavourite: Boolean(row.isFavourite),
  };
}

const COLUMNS = {
  id: "p.id",
  title: "p.title",
  shortName: "p.short_name",
  registrationNumber: "p.registration_number",
  phase: "p.phase",
  startsOn: "p.starts_on",
  endsOn: "p.ends_on",
  totalHalere: "p.total_halere",
  isExample: "p.is_example",
  health: "t.health",
  healthOn: "t.health_on",
  physicalBp: "t.physical_bp",
  indicatorsBp: "t.indicators_bp",
  spentHalere: "t.spent_halere",
};

function filtered(db: Database, filter: ProjectFilter): Knex.QueryBuilder {
  const query = db("projects as p").join("project_totals as t", "t.project_id", "p.id");
  if (filter.isArchived) query.whereNotNull("p.archived_at");
  else query.whereNull("p.archived_at");
  if (filter.phase) query.where("p.phase", filter.phase);
  if (filter.health === "none") query.whereNull("t.health");
  else if (filter.health) query.where("t.health", filter.health);
  if (filter.programme) query.where("p.programme", filter.programme);
  if (filter.department) query.where("p.department", filter.department);
  for (const word of filter.words) {
    query.whereRaw("' ' || p.search_text like ? escape '!'", [`% ${escapeLike(word)}%`]);
  }
  withPeople(query, db, filter);
  return withinReach(query, db, filter.reach, "p.id");
}

function withPeople(query: Knex.QueryBuilder, db: Database, filter: ProjectFilter): void {
  const { userId } = filter.reach;
  if (filter.isMine) query.whereExists(membershipOf(db, userId));
  if (filter.managerId)
    query.whereExists(membershipOf(db, filter.managerId).where("of_m.role", "manager"));
  if (filter.isFavourite) query.whereRaw(FAVOURITE, [userId]);
}

function membershipOf(db: Database, userId: number): Knex.QueryBuilder {
  return db("memberships as of_m")
    .where("of_m.user_id", userId)
    .whereRaw("of_m.project_id = p.id")
    .select(db.raw("1"));
}

function escapeLike(word: string): string {
  return word.replace(/[!%_]/g, (sign) => `!${sign}`);
}

export interface FilterOption {
  kind: "programme" | "department" | "manager";
  value: string;
  label: string;
  sortKey: string;
}

/** What the projects within reach can be narrowed to, in one statement. */
export async function listProjectFilterOptions(
  db: Database,
  reach: Reach,
): Promise<FilterOption[]> {
  const live = () => withinReach(db("projects as p").whereNull("p.archived_at"), db, reach, "p.id");
  const words = (kind: string, column: string) =>
    live()
      .whereNotNull(column)
      .distinct(db.raw("? as kind", [kind]))
      .select(db.raw(`${column} as value, ${column} as label, ${column} as "sortKey"`));
  const managers = live()
    .join("memberships as m", "m.project_id", "p.id")
    .join("users as u", "u.id", "m.user_id")
    .where("m.role", "manager")
    .distinct(db.raw("'manager' as kind"))
    .select(db.raw(`cast(u.id as text) as value, u.name as label, u.sort_key as "sortKey"`));
  return words("programme", "p.programme").unionAll([
    words("department", "p.department"),
    managers,
  ]);
}
