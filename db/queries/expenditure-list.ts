import type { Knex } from "knex";
import { documentKey } from "../../server/values/document-key.ts";
import type { Database } from "../connection.ts";
import {
  EXPENDITURE,
  type Expenditure,
  type ExpenditureKind,
  type ExpenditureState,
} from "./expenditures.ts";

export type ListedState = ExpenditureState | "all" | "withdrawn";

export interface ExpenditureFilter {
  projectId: number;
  state: ListedState;
  kind?: ExpenditureKind | undefined;
  /** Null: without a line; so with the activity and the period. */
  budgetLineId?: number | null | undefined;
  activityId?: number | null | undefined;
  periodId?: number | null | undefined;
  eventId?: number | undefined;
  internshipId?: number | undefined;
  /** Folded words of number, supplier, IČO and description. */
  words: readonly string[];
  from?: string | undefined;
  to?: string | undefined;
  /** Something of it is left to be claimed. */
  isClaimable: boolean;
  /** Without it nothing that is asked for may betray a single item of pay. */
  readsPay: boolean;
}

/** Which version of the budget the lines are called by; null without a budget. */
export type VersionId = number | null;

export interface ExpenditureLine extends Expenditure {
  lineCode: string | null;
  lineName: string | null;
  activityNumber: string | null;
  activityParentNumber: string | null;
  activityTitle: string | null;
  periodNumber: number | null;
  eventTitle: string | null;
  isConfidential: boolean;
  ownerUserId: number | null;
  internshipTitle: string | null;
}

export interface ExpenditureSort {
  by: "day" | "document" | "supplier" | "line" | "amount";
  isDescending: boolean;
}

/** One page of the list; all of it without a page. */
export async function listExpenditures(
  db: Database,
  filter: ExpenditureFilter,
  order: { sort: ExpenditureSort; versionId: VersionId; page?: { limit: number; offset: number } },
): Promise<ExpenditureLine[]> {
  const query = withNames(whereState(filtered(db, filter), filter.state), db, order.versionId);
  const { by, isDescending } = order.sort;
  const direction = isDescending ? "desc" : "asc";
  const column = filter.readsPay || !PAY[by] ? SORT[by] : unlessPay(SORT[by]);
  if (by !== "day") query.orderByRaw(`case when ${column} is null then 1 else 0 end`);
  query.orderByRaw(`${column} ${direction}, e.id ${direction}`);
  if (order.page) query.limit(order.page.limit).offset(order.page.offset);
  const rows: ExpenditureLine[] = await query;
  return rows.map(typed);
}

/** One of them under its names, withdrawn too. */
export async function findExpenditureLine(
  db: Database,
  key: { projectId: number; id: number; versionId: VersionId },
): Promise<ExpenditureLine | undefined> {
  const one = db("expenditures as e").where({ "e.project_id": key.projectId, "e.id": key.id });
  const row: ExpenditureLine | undefined = await withNames(one, db, key.versionId).first();
  return row && typed(row);
}

export interface StateSums {
  state: ExpenditureState | "withdrawn";
  count: number;
  amount: number;
  claimed: number;
  approved: number;
  cut: number;
}

/** How many there are in each state and what they come to, whatever state the filter asks for. Haléře. */
export async function sumExpendituresByState(
  db: Database,
  filter: ExpenditureFilter,
): Promise<StateSums[]> {
  const state = "case when e.archived_at is null then e.state else 'withdrawn' end";
  const shown = filter.readsPay ? "1 = 1" : "e.kind <> 'payroll'";
  const sum = (column: string) =>
    db.raw(`cast(coalesce(sum(case when ${shown} then ${column} else 0 end), 0) as bigint)`);
  return filtered(db, filter)
    .groupByRaw(state)
    .select({
      state: db.raw(state),
      count: db.raw("cast(count(*) as integer)"),
      amount: sum("e.amount_halere"),
      claimed: sum("e.claimed_halere"),
      approved: sum("e.approved_halere"),
      cut: sum("e.cut_halere"),
    });
}

/** Others with the same number of document and supplier on the same line. */
export async function listTwins(
  db: Database,
  of: Pick<Expenditure, "id" | "projectId" | "documentNumber" | "supplierIco" | "budgetLineId">,
): Promise<Pick<Expenditure, "id" | "documentNumber" | "description" | "validOn" | "kind">[]> {
  const key = documentKey(of.documentNumber);
  if (key === null) return [];
  return db("expenditures as e")
    .where({
      "e.project_id": of.projectId,
      "e.document_key": key,
      "e.supplier_ico": of.supplierIco,
      "e.budget_line_id": of.budgetLineId,
    })
    .whereNot("e.id", of.id)
    .whereNull("e.archived_at")
    .orderBy("e.id")
    .limit(5)
    .select({
      id: "e.id",
      kind: "e.kind",
      documentNumber: "e.document_number",
      description: "e.description",
      validOn: "e.valid_on",
    });
}

export interface OverdrawnLine {
  budgetLineId: number;
  code: string;
  name: string;
  overHalere: number;
}

/** Lines of a version on which more is recorded than they have. */
export async function listOverdrawnLines(
  db: Database,
  of: { projectId: number; versionId: VersionId; budgetLineId?: number | null },
): Promise<OverdrawnLine[]> {
  if (of.versionId === null || of.budgetLineId === null) return [];
  const recorded = db("expenditures")
    .where({ project_id: of.projectId })
    .whereNull("archived_at")
    .whereNotIn("state", ["planned", "ordered"])
    .whereNotNull("budget_line_id")
    .groupBy("budget_line_id")
    .select("budget_line_id")
    .select(db.raw("cast(sum(amount_halere) as bigint) as total"));
  if (of.budgetLineId !== undefined) recorded.where({ budget_line_id: of.budgetLineId });
  return db
    .from(recorded.as("s"))
    .join("budget_line_versions as l", "l.budget_line_id", "s.budget_line_id")
    .where("l.budget_version_id", of.versionId)
    .whereRaw("s.total > l.amount_halere")
    .orderBy("l.code_key")
    .select({
      budgetLineId: "l.budget_line_id",
      code: "l.code",
      name: "l.name",
      overHalere: db.raw("s.total - l.amount_halere"),
    });
}

const SORT: Record<ExpenditureSort["by"], string> = {
  day: "e.valid_on",
  document: "e.document_key",
  supplier: "e.supplier_name",
  line: "l.code_key",
  amount: "e.amount_halere",
};

/** Columns whose order would tell something of pay. */
const PAY: Partial<Record<ExpenditureSort["by"], true>> = {
  document: true,
  supplier: true,
  amount: true,
};

function unlessPay(column: string): string {
  return `case when e.kind <> 'payroll' then ${column} end`;
}

function withNames(
  query: Knex.QueryBuilder,
  db: Database,
  versionId: VersionId,
): Knex.QueryBuilder {
  return query
    .leftJoin("budget_line_versions as l", (join) => {
      join
        .on("l.budget_line_id", "e.budget_line_id")
        .andOn("l.budget_version_id", db.raw("?", [versionId ?? 0]));
    })
    .leftJoin("activities as a", "a.id", "e.activity_id")
    .leftJoin("activities as p", "p.id", "a.parent_id")
    .leftJoin("monitoring_periods as m", "m.id", "e.period_id")
    .leftJoin("events as v", "v.id", "e.event_id")
    .leftJoin("internships as i", "i.id", "e.internship_id")
    .select({
      ...EXPENDITURE,
      lineCode: "l.code",
      lineName: "l.name",
      activityNumber: "a.number",
      activityParentNumber: "p.number",
      activityTitle: "a.title",
      periodNumber: "m.number",
      eventTitle: "v.title",
      isConfidential: "v.is_confidential",
      ownerUserId: "v.owner_user_id",
      internshipTitle: "i.title",
    });
}

function typed(row: ExpenditureLine): ExpenditureLine {
  return { ...row, isConfidential: Boolean(row.isConfidential) };
}

function filtered(db: Database, filter: ExpenditureFilter): Knex.QueryBuilder {
  const query = db("expenditures as e").where("e.project_id", filter.projectId);
  if (filter.kind) query.where("e.kind", filter.kind);
  if (filter.from) query.where("e.valid_on", ">=", filter.from);
  if (filter.to) query.where("e.valid_on", "<=", filter.to);
  wherePlace(query, filter);
  if (filter.isClaimable)
    query
      .whereNotIn("e.state", ["planned", "ordered"])
      .whereRaw("e.amount_halere > e.claimed_halere");
  // What somebody may not read they may not find out by searching either.
  if (filter.words.length > 0 && !filter.readsPay) query.whereNot("e.kind", "payroll");
  for (const word of filter.words) {
    const pattern = `%${word.replace(/[!%_]/g, (sign) => `!${sign}`)}%`;
    query.whereRaw("e.search_key like ? escape '!'", [pattern]);
  }
  return query;
}

const PLACES = {
  budgetLineId: "e.budget_line_id",
  activityId: "e.activity_id",
  periodId: "e.period_id",
  eventId: "e.event_id",
  internshipId: "e.internship_id",
} as const;

function wherePlace(query: Knex.QueryBuilder, filter: ExpenditureFilter): void {
  for (const [name, column] of Object.entries(PLACES)) {
    const wanted = filter[name as keyof typeof PLACES];
    if (wanted === null) query.whereNull(column);
    else if (wanted !== undefined) query.where(column, wanted);
  }
}

function whereState(query: Knex.QueryBuilder, state: ListedState): Knex.QueryBuilder {
  if (state === "withdrawn") return query.whereNotNull("e.archived_at");
  query.whereNull("e.archived_at");
  return state === "all" ? query : query.where("e.state", state);
}
