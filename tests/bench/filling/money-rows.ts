import { addDays, type CalendarDate } from "../../../server/values/calendar-date.ts";
import { numbersFrom, sentence } from "./vocabulary.ts";

/** Sizes of the measured budget: the first project has it approved, the second one as a draft. */
export const LARGE = { lines: 1_000, expenditures: 10_000 } as const;
const SMALL = { lines: 20, expenditures: 12 } as const;

const CHAPTERS = 10;
const PRICE = 100_000;
const UNITS_E4 = 200_000;
const LEAF = (PRICE * UNITS_E4) / 10_000;
const EXPENDITURE = 50_000;

export interface Money {
  today: CalendarDate;
  at: string;
}

type Rows = Record<string, object[]>;

/** Budget and expenditure of project `n`, its numbers beginning after those given; all expenditure in direct lines. */
export function moneyRows(n: number, first: { line: number; row: number }, money: Money): Rows {
  const isLarge = n <= 2;
  const isDraft = n === 2;
  const leaves = isLarge ? LARGE.lines : SMALL.lines;
  const direct = leaves * LEAF;
  const flat = direct / 4;
  const { at, today } = money;
  const sums = {
    ...{ eligible_halere: direct + flat, direct_halere: direct },
    ...{ staff_halere: 0, flat_halere: flat, ineligible_halere: 0 },
  };
  const change = { id: n, project_id: n, number: 1, kind: "decision", title: "Rozhodnutí" };
  const state = isDraft ? "draft" : "approved";
  const lines = treeOf(n, leaves, first.line);
  return {
    project_changes: [{ ...change, state, reason: "Rozhodnutí", created_at: at }],
    project_change_states: [
      { change_id: n, state, valid_on: addDays(today, -400), recorded_at: at },
    ],
    budget_lines: lines.map(({ budget_line_id: id }) => ({ id, project_id: n, created_at: at })),
    budget_versions: [{ id: n, project_id: n, number: 1, change_id: n, ...sums, created_at: at }],
    budget_line_versions: lines.map((line) => ({ ...line, budget_version_id: n })),
    ...(isDraft ? {} : expenditureRows(n, { first, leaves: lines.filter(isLeaf), money })),
  };
}

interface TreeLine {
  budget_line_id: number;
  parent_line_id: number | null;
  code: string;
  code_key: string;
  name: string;
  category: string;
  is_leaf: boolean;
  unit: string | null;
  unit_price_halere: number | null;
  units_e4: number | null;
  flat_rate_kind: string | null;
  flat_rate_bp: number | null;
  amount_halere: number;
}

const isLeaf = (line: TreeLine) => line.code.split(".").length === 4;

/** 1, 1.1, ten chapters of services each with its share of the leaves, and the flat rate. */
function treeOf(n: number, leaves: number, firstLine: number): TreeLine[] {
  const random = numbersFrom(n + 90_000);
  const each = leaves / CHAPTERS;
  const direct = leaves * LEAF;
  let id = firstLine;
  const line = (code: string, parent: TreeLine | null, rest: Partial<TreeLine>): TreeLine => ({
    ...{ name: sentence(random, 4), category: "direct", is_leaf: false, amount_halere: 0 },
    ...{ unit: null, unit_price_halere: null, units_e4: null },
    ...{ flat_rate_kind: null, flat_rate_bp: null },
    ...rest,
    ...{ budget_line_id: id++, parent_line_id: parent?.budget_line_id ?? null, code },
    code_key: code
      .split(".")
      .map((part) => part.padStart(4, "0"))
      .join("."),
  });
  const root = line("1", null, { category: "eligible", amount_halere: direct + direct / 4 });
  const costs = line("1.1", root, { amount_halere: direct });
  const chapters = Array.from({ length: CHAPTERS }, (_, c) =>
    line(`1.1.${c + 4}`, costs, { amount_halere: each * LEAF }),
  );
  const items = chapters.flatMap((chapter) =>
    Array.from({ length: each }, (_, i) =>
      line(`${chapter.code}.${i + 1}`, chapter, {
        ...{ is_leaf: true, unit: "kus", unit_price_halere: PRICE, units_e4: UNITS_E4 },
        amount_halere: LEAF,
      }),
    ),
  );
  const flat = line("1.2", root, {
    ...{ category: "flat-rate", is_leaf: true, flat_rate_kind: "flat-rate-54c" },
    ...{ flat_rate_bp: 2_500, amount_halere: direct / 4 },
  });
  return [root, costs, ...chapters, ...items, flat];
}

function expenditureRows(
  n: number,
  of: { first: { row: number }; leaves: TreeLine[]; money: Money },
): Rows {
  const count = n === 1 ? LARGE.expenditures : SMALL.expenditures;
  const { at, today } = of.money;
  const random = numbersFrom(n + 120_000);
  const all = Array.from({ length: count }, (_, i) => {
    const line = of.leaves[i % of.leaves.length] as TreeLine;
    const number = `FP-${String(i + 1).padStart(6, "0")}`;
    const fact = {
      ...{ project_id: n, state: "recorded", amount_halere: EXPENDITURE },
      ...{ budget_line_id: line.budget_line_id, valid_on: addDays(today, -(i % 360) - 1) },
    };
    const expenditure = {
      ...{ id: of.first.row + i, kind: "invoice", ...fact, created_at: at },
      ...{ document_number: number, document_key: number.toLowerCase() },
      ...{ supplier_name: `Dodavatel ${i % 50}`, description: sentence(random, 5) },
      ...{ issued_on: fact.valid_on, paid_on: fact.valid_on },
    };
    return { expenditure, fact: { ...fact, expenditure_id: expenditure.id, recorded_at: at } };
  });
  return {
    expenditures: all.map(({ expenditure }) => expenditure),
    expenditure_facts: all.map(({ fact }) => fact),
  };
}

/** How many numbers a project takes of lines and of expenditures. */
export function numbersTaken(n: number): { line: number; row: number } {
  const { lines } = n <= 2 ? LARGE : SMALL;
  return {
    line: lines + CHAPTERS + 3,
    row: n === 1 ? LARGE.expenditures : n === 2 ? 0 : SMALL.expenditures,
  };
}
