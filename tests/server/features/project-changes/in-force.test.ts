import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findBudgetInForce } from "../../../../db/queries/budgets-in-force.ts";
import { findChange } from "../../../../db/queries/project-changes.ts";
import { system } from "../../../../server/change.ts";
import {
  approveChange,
  correctApproval,
  movedMeanwhile,
} from "../../../../server/features/project-changes/approvals/service.ts";
import { createChange } from "../../../../server/features/project-changes/service.ts";
import { announceChange } from "../../../../server/features/project-changes/steps/service.ts";
import { addDays } from "../../../../server/values/calendar-date.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject } from "../../../support/factories.ts";
import { createBudgetVersion } from "../../../support/money-factories.ts";

/** A day of the year counted from its first one. */
const dayOf = (n: number) => addDays("2026-01-01", n);

/** Either a further change approved with effect from a day, or an earlier approval moved to another day. */
const step = fc.record({
  isCorrection: fc.boolean(),
  which: fc.nat({ max: 9 }),
  day: fc.integer({ min: 10, max: 300 }),
  isWithdrawn: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
});

interface Approval {
  versionId: number;
  /** The order in which the facts were entered: of the same day the later one holds. */
  order: number;
  on: string;
  recordedAt: string;
  correctedAt: string | null;
}

/** The plain reading: among approvals known and not corrected by then, the one with the latest day. */
function expected(approvals: readonly Approval[], on: string, asOf: string): number | undefined {
  let best: Approval | undefined;
  for (const one of approvals) {
    const isKnown = one.recordedAt <= asOf && (one.correctedAt === null || one.correctedAt > asOf);
    if (!isKnown || one.on > on) continue;
    if (!best || one.on > best.on || (one.on === best.on && one.order > best.order)) best = one;
  }
  return best?.versionId;
}

describe.each(engines)("which budget was in force on %s", (engine) => {
  test("is the same by an independent reading of random approvals and corrections, at any (on, asOf)", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 7 }),
        fc.array(fc.integer({ min: 0, max: 310 }), { minLength: 4, maxLength: 8 }),
        async (steps, days) => {
          const deps = await openTestDeps(engine);
          try {
            const projectId = await createProject(deps.db);
            const { approvals, instants } = await lived(deps, projectId, steps);
            for (const asOf of instants)
              for (const on of days.map(dayOf)) {
                const found = await findBudgetInForce(deps.db, projectId, { on, asOf });
                expect(found?.id).toBe(expected(approvals, on, asOf));
              }
          } finally {
            await deps.close();
          }
        },
      ),
      { seed: 20261123, numRuns: engine === "sqlite" ? 10 : 4 },
    );
  }, 120_000);
});

type Step = { isCorrection: boolean; which: number; day: number; isWithdrawn: boolean };

/** The changes approved by now, with the fact of each that was not corrected. */
type Approved = { changeId: number; fact: Approval }[];

async function lived(
  deps: TestDeps,
  projectId: number,
  steps: readonly Step[],
): Promise<{ approvals: Approval[]; instants: string[] }> {
  const first = await createBudgetVersion(deps.db, projectId);
  const start = { on: "2026-01-05", recordedAt: "2026-01-05T08:00:00.000Z", correctedAt: null };
  const approvals: Approval[] = [{ versionId: first.versionId, order: 0, ...start }];
  const approved: Approved = [];
  const instants = [deps.clock.now()];
  for (const [index, one] of steps.entries()) {
    deps.clock.advanceDays(1);
    const added = await taken(deps, projectId, one, approved);
    if (added) {
      added.fact.order = index + 1;
      approvals.push(added.fact);
      approved.push(added);
    }
    instants.push(deps.clock.now());
  }
  return { approvals, instants };
}

/** What the step adds; nothing when it withdraws an approval or would leave it as it is. */
async function taken(
  deps: TestDeps,
  projectId: number,
  { isCorrection, which, day, isWithdrawn }: Step,
  approved: Approved,
): Promise<Approved[number] | undefined> {
  const on = dayOf(day);
  const known = { order: 0, on, recordedAt: deps.clock.now(), correctedAt: null };
  const target = approved[which % Math.max(1, approved.length)];
  if (!isCorrection || !target) {
    const { changeId, versionId } = await approvedFrom(deps, projectId, on);
    return { changeId, fact: { ...known, versionId } };
  }
  if (!isWithdrawn && target.fact.on === on) return undefined;
  await correct(deps, { projectId, id: target.changeId }, isWithdrawn ? null : on);
  target.fact.correctedAt = known.recordedAt;
  approved.splice(approved.indexOf(target), 1);
  if (isWithdrawn) return undefined;
  return { changeId: target.changeId, fact: { ...known, versionId: target.fact.versionId } };
}

async function approvedFrom(deps: TestDeps, projectId: number, effectiveOn: string) {
  const fields = { kind: "substantial", title: "Změna", reason: null, effectiveOn: null } as const;
  const id = await createChange(deps, system, projectId, { ...fields, hasBudget: true });
  const key = { projectId, id };
  const today = deps.clock.today();
  const stored = async () => {
    const found = await findChange(deps.db, key);
    if (!found) throw new Error("no such change");
    return found;
  };
  const { version } = await stored();
  await announceChange(deps, system, key, { version, announcedOn: today, note: null });
  const announced = await stored();
  const { seen } = await movedMeanwhile(deps.db, announced, []);
  await approveChange(deps, system, key, {
    ...{ version: announced.version, effectiveOn, decidedOn: today, note: null },
    ...{ isConfirmed: true, seen: seen ?? "" },
  });
  return { changeId: id, versionId: announced.versionId ?? 0 };
}

async function correct(
  deps: TestDeps,
  key: { projectId: number; id: number },
  effectiveOn: string | null,
): Promise<void> {
  const { version } = (await findChange(deps.db, key)) ?? { version: 0 };
  await correctApproval(deps, system, key, { version, effectiveOn, note: "Oprava" });
}
