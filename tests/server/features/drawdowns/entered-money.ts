import type { Connection } from "../../../../db/connection.ts";
import { addDays } from "../../../../server/values/calendar-date.ts";
import { createPeriod, createProject, insert } from "../../../support/factories.ts";
import { createEvent } from "../../../support/training-factories.ts";
import { enterRequest } from "./entered-requests.ts";
import { dayAt, FIRST, instantAt } from "./money-days.ts";
import type { RandomMoney } from "./random-money.ts";

/** Rows as they were entered, for a computation that reads no database. */
export interface EnteredMoney {
  projectId: number;
  total: number;
  /** Approvals of versions with their lines by the id of the line. */
  versions: (Times & {
    id: number;
    eligible: number;
    rates: { kind: string; rateBp: number }[];
    lines: Map<number, EnteredLine>;
  })[];
  recorded: (Times & {
    expenditureId: number;
    state: string;
    amount: number | null;
    lineId: number | null;
    eventId: number | null;
  })[];
  claims: (Times & { expenditureId: number; kind: string; sums: Sums })[];
  requests: (Times & { number: number; kind: string; sums: Sums })[];
  sources: { id: number; kind: string; share: number | null }[];
  plans: (Times & { periodId: number; sourceId: number; amount: number | null })[];
}

export interface EnteredLine {
  chapter: string;
  isStaff: boolean;
  category: string;
  amount: number;
}

export interface Times {
  id: number;
  validOn: string;
  recordedAt: string;
  correctsId: number | null;
}

export type Sums = Partial<
  Record<"claimed" | "direct" | "flat" | "approved" | "cut" | "moved" | "received", number>
>;

/** Far above everything that the arbitrary may add up to, so that no cap stands in the way. */
const TOTAL = 90_000_000_000;
const KINDS = ["eu", "state", "region", "own"];

/** Enters random money into a project of its own and tells what was entered. */
export async function enterMoney(db: Connection, money: RandomMoney): Promise<EnteredMoney> {
  const projectId = await createProject(db, { total_halere: TOTAL });
  const lineIds = await enterLines(db, projectId);
  const eventId = await createEvent(db, projectId);
  const entered: EnteredMoney = {
    ...{ projectId, total: TOTAL, versions: [], recorded: [], claims: [], requests: [] },
    ...{ sources: [], plans: [] },
  };
  for (const [index] of money.versions.entries())
    await enterVersion(db, money, { index, lineIds, entered });
  const expenditures = [];
  for (const one of money.expenditures)
    expenditures.push(await enterExpenditure(db, one, { lineIds, eventId, entered }));
  for (const [index] of money.requests.entries())
    await enterRequest(db, money, { index, expenditures, entered });
  await enterPlan(db, money, entered);
  return entered;
}

async function enterLines(db: Connection, projectId: number): Promise<number[]> {
  const ids = [];
  for (let line = 0; line < 20; line += 1)
    ids.push(await insert(db, "budget_lines", { project_id: projectId, created_at: instantAt(0) }));
  return ids;
}

interface Planned {
  code: string;
  parent: number | null;
  chapter: string;
  category: string;
  isLeaf: boolean;
  isStaff: boolean;
}

/** Root, direct root, chapters, leaves; the ineligible root with a leaf; flat rates come by version. */
function treeOf({ chapters }: RandomMoney): Planned[] {
  const base = { isLeaf: false, isStaff: false, chapter: "" };
  const tree: Planned[] = [
    { ...base, code: "1", parent: null, category: "eligible" },
    { ...base, code: "1.1", parent: 0, category: "direct" },
  ];
  for (const [index, { isStaff, leaves }] of chapters.entries()) {
    const code = `1.1.${index + 1}`;
    const line = { category: "direct", isStaff, chapter: code };
    const parent = tree.push({ ...base, ...line, code, parent: 1 }) - 1;
    for (let leaf = 1; leaf <= leaves; leaf += 1)
      tree.push({ ...line, code: `${code}.${leaf}`, parent, isLeaf: true });
  }
  const ineligible = { ...base, category: "ineligible", chapter: "ineligible" };
  const root = tree.push({ ...ineligible, code: "2", parent: null }) - 1;
  tree.push({ ...ineligible, code: "2.1", parent: root, isLeaf: true });
  return tree;
}

/** Where in the random money a thing is, and what has been entered so far. */
export interface At {
  index: number;
  entered: EnteredMoney;
}

async function enterVersion(
  db: Connection,
  money: RandomMoney,
  { index, lineIds, entered }: At & { lineIds: number[] },
): Promise<void> {
  const given = money.versions[index];
  if (!given) return;
  const { projectId } = entered;
  const leaves = treeOf(money)
    .map((line, place) => ({ ...line, lineId: lineIds[place] ?? 0, place }))
    .filter(({ isLeaf, place }) => !isLeaf || place !== given.without + 3);
  const amountOf = (place: number) => given.amounts[place % given.amounts.length] ?? 0;
  const eligible = TOTAL - index;
  const changeId = await insert(db, "project_changes", {
    ...{ project_id: projectId, number: index + 1, title: "Změna", state: "approved" },
    ...{ kind: index === 0 ? "decision" : "substantial", created_at: instantAt(0) },
  });
  const versionId = await insert(db, "budget_versions", {
    ...{ project_id: projectId, number: index + 1, change_id: changeId },
    ...{ eligible_halere: eligible, created_at: instantAt(0) },
  });
  const rows = leaves.map(({ code, category, isLeaf, isStaff, parent, lineId, place }) => ({
    ...{ budget_version_id: versionId, budget_line_id: lineId, code, code_key: keyOf(code) },
    ...{ parent_line_id: parent === null ? null : lineIds[parent], name: code, category },
    ...{ is_leaf: isLeaf, is_staff: isStaff, amount_halere: isLeaf ? amountOf(place) : 0 },
    ...{ flat_rate_kind: null as string | null, flat_rate_bp: null as number | null },
  }));
  const flat = given.rates.map(({ kind, rateBp }, rate) => ({
    ...{ budget_version_id: versionId, budget_line_id: lineIds[18 + rate] ?? 0 },
    ...{ code: `1.${rate + 2}`, code_key: keyOf(`1.${rate + 2}`), name: "Paušál" },
    ...{ parent_line_id: lineIds[0] ?? 0, category: "flat-rate", is_leaf: true, is_staff: false },
    ...{ amount_halere: amountOf(rate), flat_rate_kind: kind, flat_rate_bp: rateBp },
  }));
  await db("budget_line_versions").insert([...rows, ...flat]);
  const times = { validOn: dayAt(given.validOn), recordedAt: instantAt(given.recordedAt) };
  const id = await insert(db, "project_change_states", {
    ...{ change_id: changeId, state: "approved", valid_on: times.validOn },
    recorded_at: times.recordedAt,
  });
  const lines = new Map<number, EnteredLine>([
    ...leaves.map(
      (line) =>
        [
          line.lineId,
          { ...line, amount: line.isLeaf ? amountOf(line.place) : 0, chapter: line.chapter },
        ] as const,
    ),
    ...flat.map(
      (line) =>
        [
          line.budget_line_id,
          { chapter: "flat", isStaff: false, category: "flat-rate", amount: line.amount_halere },
        ] as const,
    ),
  ]);
  entered.versions.push({ ...times, id, correctsId: null, eligible, rates: given.rates, lines });
}

function keyOf(code: string): string {
  const parts = code.split(".").map((part) => part.padStart(4, "0"));
  return parts.join(".");
}

async function enterExpenditure(
  db: Connection,
  { line, event, facts }: RandomMoney["expenditures"][number],
  to: { lineIds: number[]; eventId: number; entered: EnteredMoney },
): Promise<number> {
  const { projectId } = to.entered;
  const lineOf = (at: number) => (at === 0 ? null : (to.lineIds[at + 2] ?? null));
  const eventId = event ? to.eventId : null;
  const id = await insert(db, "expenditures", {
    ...{ project_id: projectId, kind: "invoice", description: "Služby", state: "recorded" },
    ...{ amount_halere: 0, valid_on: FIRST, budget_line_id: lineOf(line), event_id: eventId },
    created_at: instantAt(0),
  });
  let correctsId: number | null = null;
  let recordedAt = 0;
  for (const fact of facts) {
    recordedAt = Math.max(recordedAt, fact.validOn) + fact.lag;
    const row = {
      ...{ expenditureId: id, state: fact.state === 0 ? "ordered" : "recorded" },
      ...{ amount: fact.amount, lineId: lineOf(fact.line), eventId, correctsId },
      ...{ validOn: dayAt(fact.validOn), recordedAt: instantAt(recordedAt) },
    };
    const factId: number = await insert(db, "expenditure_facts", {
      ...{ expenditure_id: id, project_id: projectId, state: row.state, event_id: eventId },
      ...{ amount_halere: row.amount, budget_line_id: row.lineId, corrects_id: correctsId },
      ...{ valid_on: row.validOn, recorded_at: row.recordedAt },
    });
    to.entered.recorded.push({ ...row, id: factId });
    correctsId = factId;
  }
  return id;
}

async function enterPlan(db: Connection, money: RandomMoney, entered: EnteredMoney): Promise<void> {
  const { projectId } = entered;
  for (const [index, share] of money.shares.entries()) {
    const kind = KINDS[index] ?? "other";
    const row = { project_id: projectId, kind, name: kind, position: index, share_ppm: share };
    entered.sources.push({ id: await insert(db, "project_sources", row), kind, share });
  }
  const periods: number[] = [];
  for (const [index, starts_on] of ["2025-01-01", "2025-07-01", "2026-01-01"].entries()) {
    const ends_on = addDays(starts_on, 180);
    periods.push(await createPeriod(db, projectId, { number: index + 1, starts_on, ends_on }));
  }
  for (const { period, source, amount, validOn, lag } of money.plans) {
    const sourceId = entered.sources[source % entered.sources.length]?.id ?? 0;
    const fact = {
      ...{ periodId: periods[period] ?? 0, sourceId, amount, correctsId: null },
      ...{ validOn: dayAt(validOn), recordedAt: instantAt(validOn + lag) },
    };
    const id = await insert(db, "drawdown_plans", {
      ...{ project_id: projectId, period_id: fact.periodId, source_id: sourceId },
      ...{ amount_halere: amount, valid_on: fact.validOn, recorded_at: fact.recordedAt },
    });
    entered.plans.push({ ...fact, id });
  }
}
