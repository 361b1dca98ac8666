import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Author } from "../../../../server/change.ts";
import { correctSpend, declareSpend } from "../../../../server/features/projects/spends/service.ts";
import {
  correctStatus,
  recordStatus,
} from "../../../../server/features/projects/statuses/service.ts";
import { addDays } from "../../../../server/values/calendar-date.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject, createUser } from "../../../support/factories.ts";

const healths = ["on-track", "at-risk", "off-track", "on-hold"] as const;

/** Something somebody does: a new statement, or a correction of one of those that still hold. */
const step = fc.record<Step>({
  daysAgo: fc.nat(40),
  health: fc.constantFrom(...healths),
  spent: fc.option(fc.nat(1_000_000)),
  corrects: fc.option(fc.nat(20)),
});

interface Step {
  daysAgo: number;
  health: (typeof healths)[number];
  spent: number | null;
  corrects: number | null;
}

interface Statement {
  id: number;
  validOn: string;
  value: unknown;
  isCorrected: boolean;
}

/** Kept on paper: the newest statement that holds about the newest day. */
function current(statements: Statement[]): Statement | undefined {
  let best: Statement | undefined;
  for (const one of statements) {
    if (one.isCorrected || one.value === null) continue;
    if (!best || one.validOn > best.validOn) best = one;
    else if (one.validOn === best.validOn && one.id > best.id) best = one;
  }
  return best;
}

describe.each(engines)("the kept status and spend on %s", (engine) => {
  let deps: TestDeps;
  let author: Author;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    const userId = await createUser(deps.db);
    author = { userId, requestId: null, address: null, submission: null };
  });
  afterEach(() => deps.close());

  const totals = (projectId: number) =>
    deps.db("project_totals").where({ project_id: projectId }).first();
  const runs = { seed: 20_260_302, numRuns: engine === "sqlite" ? 40 : 15 };
  const steps = fc.array(step, { minLength: 1, maxLength: 12 });

  async function state(projectId: number, said: Statement[], { daysAgo, health, corrects }: Step) {
    const validOn = addDays(deps.clock.today(), -daysAgo);
    const entry = { health, sentence: `${health} ${validOn}`, decisionNeeded: null, validOn };
    const corrected = chosen(said, corrects);
    const id = corrected
      ? await correctStatus(deps, author, { projectId, id: corrected.id, entry })
      : await recordStatus(deps, author, { projectId, entry });
    append(said, { id, validOn, value: health }, corrected);
  }

  async function declare(projectId: number, said: Statement[], { daysAgo, spent, corrects }: Step) {
    const entry = { spent, validOn: addDays(deps.clock.today(), -daysAgo), note: null };
    const corrected = chosen(said, corrects);
    if (spent === null && !corrected) return;
    const id = corrected
      ? await correctSpend(deps, author, { projectId, id: corrected.id, entry })
      : await declareSpend(deps, author, { projectId, entry });
    append(said, { id, validOn: entry.validOn, value: spent }, corrected);
  }

  test("the status equals what follows from all statements and corrections", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (done) => {
        const projectId = await createProject(deps.db);
        const said: Statement[] = [];
        for (const one of done) await state(projectId, said, one);
        expect(await totals(projectId)).toMatchObject({
          health: current(said)?.value,
          health_on: current(said)?.validOn,
          health_by: author.userId,
        });
      }),
      runs,
    );
  });

  test("the spend equals what follows from all declared, corrected and withdrawn sums", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (done) => {
        const projectId = await createProject(deps.db);
        const said: Statement[] = [];
        for (const one of done) await declare(projectId, said, one);
        expect(await totals(projectId)).toMatchObject({
          spent_halere: current(said)?.value ?? null,
          spent_on: current(said)?.validOn ?? null,
        });
      }),
      runs,
    );
  });
});

function chosen(statements: Statement[], which: number | null): Statement | undefined {
  const open = statements.filter((one) => !one.isCorrected && one.value !== null);
  return which === null ? undefined : open[which % Math.max(1, open.length)];
}

function append(
  statements: Statement[],
  added: Omit<Statement, "isCorrected">,
  corrected: Statement | undefined,
): void {
  if (corrected) corrected.isCorrected = true;
  statements.push({ ...added, isCorrected: false });
}
