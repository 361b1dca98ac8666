import { type Database, selectRows } from "../connection.ts";
import type { Phase } from "./projects.ts";
import { type Condition, type Reach, reachCondition } from "./reach.ts";

export interface PortfolioFilter {
  reach: Reach;
  /** Folded words; each must begin a word of the project's title, short name or number. */
  words: string[];
  phase?: Phase | undefined;
  department?: string | undefined;
}

export type PortfolioSort =
  | "name"
  | "cap"
  | "spent"
  | "claimed"
  | "approved"
  | "cut"
  | "received"
  | "end";

/** Money of a project, in haléře, as it is kept beside it. */
export interface PortfolioMoney {
  /** Null while it is not known. */
  cap: number | null;
  /** Recorded with flat rates, until then the sum declared; null while nothing is known. */
  spent: number | null;
  claimed: number;
  approved: number;
  cut: number;
  received: number;
}

export interface PortfolioRow extends PortfolioMoney {
  id: number;
  title: string;
  shortName: string;
  registrationNumber: string | null;
  department: string | null;
  phase: Phase;
  startsOn: string;
  endsOn: string;
  isDeclared: boolean;
}

export interface Portfolio {
  rows: PortfolioRow[];
  /** Of all projects that the filter lets through. */
  count: number;
  sums: { [Name in keyof PortfolioMoney]: number };
}

const MONEY = {
  cap: "coalesce(d.cap_halere, p.total_halere)",
  spent: "t.spent_halere",
  claimed: "coalesce(d.claimed_halere, 0)",
  approved: "coalesce(d.approved_halere, 0)",
  cut: "coalesce(d.cut_halere, 0)",
  received: "coalesce(d.received_halere, 0)",
} satisfies Record<keyof PortfolioMoney, string>;

const COLUMNS = `p.id, p.title, p.short_name as "shortName",
  p.registration_number as "registrationNumber", p.department, p.phase,
  p.starts_on as "startsOn", p.ends_on as "endsOn",
  case when d.first_recorded_on is null then 1 else 0 end as "isDeclared"`;

const ORDER: Record<PortfolioSort, string> = {
  name: "p.sort_key",
  cap: MONEY.cap,
  spent: `${MONEY.spent} * 1.0 / nullif(${MONEY.cap}, 0)`,
  claimed: `${MONEY.claimed} * 1.0 / nullif(${MONEY.cap}, 0)`,
  approved: `${MONEY.approved} * 1.0 / nullif(${MONEY.cap}, 0)`,
  cut: MONEY.cut,
  received: MONEY.received,
  end: "p.ends_on",
};

type SumName = `${keyof PortfolioMoney}Sum`;

/** A page of projects within reach with their money, and the sums of all of them, in one statement. */
export async function listBudgetPortfolio(
  db: Database,
  filter: PortfolioFilter,
  page: { sort: PortfolioSort; isDescending: boolean; limit: number; offset: number },
): Promise<Portfolio> {
  const where = conditionsOf(filter);
  const amounts = Object.entries(MONEY).map(
    ([name, sql]) => `${sql} as "${name}",
    cast(coalesce(sum(${sql}) over (), 0) as bigint) as "${name}Sum"`,
  );
  const direction = page.isDescending ? "desc" : "asc";
  const statement = `select ${COLUMNS}, ${amounts.join(", ")}, count(*) over () as "count"
    from projects as p join project_totals as t on t.project_id = p.id
    left join drawdown_totals as d on d.project_id = p.id
    where ${where.sql}
    order by ${ORDER[page.sort]} ${direction} nulls last, p.sort_key, p.id
    limit ${Math.trunc(page.limit)} offset ?`;
  const rows = await selectRows<PortfolioRow & Record<SumName | "count", number>>(db, statement, [
    ...where.bindings,
    page.offset,
  ]);
  const sum = (name: keyof PortfolioMoney) => Number(rows[0]?.[`${name}Sum`] ?? 0);
  return {
    rows: rows.map((row) => ({ ...row, isDeclared: Boolean(row.isDeclared) })),
    count: Number(rows[0]?.count ?? 0),
    sums: {
      ...{ cap: sum("cap"), spent: sum("spent"), claimed: sum("claimed") },
      ...{ approved: sum("approved"), cut: sum("cut"), received: sum("received") },
    },
  };
}

function conditionsOf({ reach, words, phase, department }: PortfolioFilter): Condition {
  const all: (Condition | null)[] = [
    { sql: "p.archived_at is null", bindings: [] },
    reachCondition(reach, "p.id"),
    phase ? { sql: "p.phase = ?", bindings: [phase] } : null,
    department ? { sql: "p.department = ?", bindings: [department] } : null,
    ...words.map((word) => ({
      sql: "' ' || p.search_text like ? escape '!'",
      bindings: [`% ${word.replace(/[!%_]/g, (sign) => `!${sign}`)}%`],
    })),
  ];
  const needed = all.filter((condition) => condition !== null);
  return {
    sql: needed.map(({ sql }) => sql).join(" and "),
    bindings: needed.flatMap(({ bindings }) => bindings),
  };
}

/** Departments of projects within reach, to choose from. */
export async function listDepartmentsWithinReach(db: Database, reach: Reach): Promise<string[]> {
  const within = reachCondition(reach, "p.id");
  const rows = await selectRows<{ department: string }>(
    db,
    `select distinct p.department from projects as p where p.department is not null
      and p.archived_at is null ${within ? `and ${within.sql}` : ""} order by p.department`,
    within?.bindings ?? [],
  );
  return rows.map(({ department }) => department);
}
