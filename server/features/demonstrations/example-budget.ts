import { replaceLineActivities } from "../../../db/queries/budget-line-uses.ts";
import { listBudgetLines } from "../../../db/queries/budget-lines.ts";
import { findChange } from "../../../db/queries/project-changes.ts";
import {
  type ExampleBudgetLine,
  exampleBudget,
  exampleDecision,
  exampleDrawdownPlan,
  exampleLineActivities,
  exampleTransfers,
} from "../../../db/seeds/demo/example/budget.ts";
import { workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import { change } from "../../change.ts";
import { addDays, type CalendarDate } from "../../values/calendar-date.ts";
import { enterLines } from "../budgets/trees/service.ts";
import { createVersionFrom, draftToWrite } from "../budgets/versions/service.ts";
import { editPlan, loadPlan } from "../funding/plans/service.ts";
import { approveChange } from "../project-changes/approvals/service.ts";
import { draftChange } from "../project-changes/drafts/service.ts";
import { createChange } from "../project-changes/service.ts";
import { announceChange } from "../project-changes/steps/service.ts";
import type { Example } from "./example-project.ts";

const DAYS_TO_DECIDE = 12;
const DAYS_TO_PLAN = 9;

/** The budget of the grant decision, the transfer that was approved, and the one that waits. */
export function tellBudget(example: Example): void {
  const { teller, story } = example;
  teller.on(story.startsOn, () => decide(example));
  teller.on(addDays(story.startsOn, DAYS_TO_PLAN), () => planDrawdown(example));
  for (const transfer of exampleTransfers) {
    const day = workingDayOf(story, transfer.at);
    let id = 0;
    teller.on(day, async () => {
      id = await ask(example, transfer);
    });
    if (!transfer.isApproved) continue;
    const decidedOn = addDays(day, DAYS_TO_DECIDE);
    teller.on(day, () => announce(example, id));
    teller.on(decidedOn, () => approve(example, id, decidedOn));
  }
}

async function decide(example: Example): Promise<void> {
  const { deps, story } = example;
  const projectId = example.id();
  const given = { kind: "decision", title: exampleDecision } as const;
  const written = await change(deps, example.author("manager"), async (one) => {
    const changeId = await draftChange(one, { ...given, projectId });
    await createVersionFrom(one.trx, { projectId, changeId, basedOnId: null }, one.at);
    const draft = await draftToWrite(one.trx, projectId);
    await enterLines(one, draft, { projectId, lines: exampleBudget.map(asWritten) });
    return { changeId, versionId: draft.id };
  });
  await approve(example, written.changeId, story.startsOn);
  for (const { code, lineId } of await listBudgetLines(deps.db, written.versionId))
    example.lines.set(code, lineId);
  await linkActivities(example);
}

async function planDrawdown(example: Example): Promise<void> {
  const { deps } = example;
  const projectId = example.id();
  const { version, periods, sources } = await loadPlan(deps.db, projectId);
  const rows = periods.map(({ id: periodId }, index) => ({
    ...{ periodId, total: exampleDrawdownPlan[index] ?? null },
    cells: sources.map(() => null),
  }));
  const edit = { projectId, version, rows, formOf: () => ({}) };
  await editPlan(deps, example.author("finance"), edit);
}

async function linkActivities(example: Example): Promise<void> {
  await change(example.deps, example.author("manager"), async ({ trx }) => {
    for (const [code, activities] of Object.entries(exampleLineActivities))
      await replaceLineActivities(trx, example.line(code), activities.map(example.activity));
  });
}

async function ask(example: Example, transfer: (typeof exampleTransfers)[number]): Promise<number> {
  const { deps } = example;
  const projectId = example.id();
  const { kind, title, reason, lines } = transfer;
  const entry = { kind, title, reason, effectiveOn: null, hasBudget: true };
  const id = await createChange(deps, example.author("finance"), projectId, entry);
  await change(deps, example.author("finance"), async (one) => {
    const draft = await draftToWrite(one.trx, projectId);
    await enterLines(one, draft, { projectId, lines: lines.map(asChanged) });
  });
  return id;
}

async function announce(example: Example, id: number): Promise<void> {
  const { deps } = example;
  const entry = { version: await editionOf(example, id), announcedOn: deps.clock.today() };
  await announceChange(deps, example.author("manager"), keyOf(example, id), {
    ...entry,
    note: null,
  });
}

async function approve(example: Example, id: number, on: CalendarDate): Promise<void> {
  const version = await editionOf(example, id);
  const entry = { version, effectiveOn: on, decidedOn: on, note: null };
  await approveChange(example.deps, example.author("manager"), keyOf(example, id), entry);
}

async function editionOf(example: Example, id: number): Promise<number> {
  return (await findChange(example.deps.db, keyOf(example, id)))?.version ?? 1;
}

function keyOf(example: Example, id: number) {
  return { projectId: example.id(), id };
}

function asChanged(changed: { code: string; price: number; units: number }) {
  const line = exampleBudget.find(({ code }) => code === changed.code);
  if (!line) throw new Error(`no line ${changed.code} in the example`);
  return asWritten({ ...line, ...changed });
}

function asWritten({ code, name, unit, price, units, flatRate }: ExampleBudgetLine) {
  return {
    ...{ code, name, unit: unit ?? null },
    ...{ unitPriceHalere: price ?? null, unitsE4: units ?? null },
    ...{ flatRateKind: flatRate?.kind ?? null, flatRateBp: flatRate?.rateBp ?? null },
  };
}
