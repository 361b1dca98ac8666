import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listRisksAt } from "../../../../db/queries/risk-assessments.ts";
import { system } from "../../../../server/change.ts";
import {
  assessRisk,
  correctAssessment,
} from "../../../../server/features/risks/assessments/service.ts";
import { levelOf, trendOf } from "../../../../server/features/risks/rules.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject } from "../../../support/factories.ts";
import { createAssessment, createRisk } from "../../../support/oversight-factories.ts";

test("a risk is graver the higher the product of its marks, and goes where the product goes", () => {
  const levels = [4, 5, 12, 15].map((score) => levelOf({ probability: 1, impact: score }));
  expect(levels).toEqual(["low", "medium", "medium", "high"]);
  expect([trendOf(5, null), trendOf(5, 5), trendOf(6, 5), trendOf(4, 5)]).toEqual([
    ...[null, "same", "worse", "better"],
  ]);
});

interface Said {
  validOn: string;
  probability: number;
  impact: number;
  /** Which of those said before it corrects; none when there is no such one left. */
  corrects: number | null;
}

const said: fc.Arbitrary<Said> = fc.record({
  validOn: fc.constantFrom("2026-01-05", "2026-01-20", "2026-02-10", "2026-03-01"),
  probability: fc.integer({ min: 1, max: 5 }),
  impact: fc.integer({ min: 1, max: 5 }),
  corrects: fc.option(fc.nat({ max: 9 })),
});

describe.each(engines)("assessments of risks on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-02T07:30:00Z" });
  });
  afterEach(() => deps.close());

  test("whatever is assessed and corrected in whatever order, the latest day that stands counts", async () => {
    const projectId = await createProject(deps.db);
    const check = async (all: Said[]) => {
      const id = await createRisk(deps.db, projectId, { probability: 1, impact: 1 });
      const plain = [{ validOn: "2026-01-05", score: 1, isCorrected: false }];
      for (const one of all) await say(id, one, plain);
      const standing = plain.filter(({ isCorrected }) => !isCorrected);
      const last = standing.reduce((best, one) => (one.validOn >= best.validOn ? one : best));
      const kept = await deps.db("risks").where({ id }).first();
      expect([kept.probability * kept.impact, kept.assessed_on]).toEqual([
        last.score,
        last.validOn,
      ]);
    };
    const say = async (
      id: number,
      { corrects, ...assessment }: Said,
      plain: { validOn: string; score: number; isCorrected: boolean }[],
    ) => {
      const entry = { state: "open" as const, note: null, ...assessment };
      const facts = await deps.db("risk_assessments").where({ risk_id: id }).orderBy("id");
      const place = corrects === null ? -1 : corrects % plain.length;
      const target = plain[place];
      const isOpen = target !== undefined && !target.isCorrected;
      if (isOpen) {
        target.isCorrected = true;
        const key = { projectId, id, assessmentId: facts[place].id };
        await correctAssessment(deps, system, key, entry);
      } else await assessRisk(deps, system, { projectId, id }, { ...entry, nextReviewOn: null });
      const score = entry.probability * entry.impact;
      plain.push({ validOn: entry.validOn, score, isCorrected: false });
    };
    await fc.assert(fc.asyncProperty(fc.array(said, { maxLength: 6 }), check), {
      ...{ seed: 20_261_122, numRuns: 12 },
    });
  });

  test("tell any past month as it was known then", async () => {
    const projectId = await createProject(deps.db);
    const riskId = await createRisk(deps.db, projectId, { probability: 2, impact: 2 });
    const later = { probability: 5, impact: 4, valid_on: "2026-01-25" };
    await createAssessment(deps.db, riskId, { ...later, recorded_at: "2026-02-15T08:00:00.000Z" });
    const at = async (on: string, asOf: string) => {
      const [risk] = await listRisksAt(deps.db, { projectIds: [projectId] }, { on, asOf });
      return risk && [risk.probability * risk.impact, risk.previousScore];
    };
    expect(await at("2026-01-31", "2026-02-01T08:00:00.000Z")).toEqual([4, null]);
    expect(await at("2026-01-31", "2026-03-01T08:00:00.000Z")).toEqual([20, 4]);
    expect(await at("2026-01-20", "2026-03-01T08:00:00.000Z")).toEqual([4, null]);
    expect(await at("2025-12-31", "2026-03-01T08:00:00.000Z")).toBeUndefined();
  });
});
