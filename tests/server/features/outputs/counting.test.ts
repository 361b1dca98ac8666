import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { system } from "../../../../server/change.ts";
import { AppError } from "../../../../server/errors.ts";
import { reopenMilestone } from "../../../../server/features/milestones/completion/service.ts";
import {
  approveOutput,
  countOutput,
  publishOutput,
  returnOutput,
} from "../../../../server/features/outputs/steps/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createDocument } from "../../../support/document-factories.ts";
import { createIndicator, createProject } from "../../../support/factories.ts";
import { createOutput, createOutputMilestone } from "../../../support/output-factories.ts";

const TODAY = "2026-03-02";
const KINDS = ["document", "document", "methodology"];
const steps = ["approve", "publish", "count", "return", "reopen"] as const;

interface World {
  deps: TestDeps;
  projectId: number;
  outputs: { id: number; milestoneId: number }[];
  computedId: number;
  declaredId: number;
}

async function openWorld(engine: (typeof engines)[number]): Promise<World> {
  const deps = await openTestDeps(engine);
  const { db } = deps;
  const projectId = await createProject(db);
  const computed = { origin: "computed", computation: "documents-published" };
  const outputs = [];
  for (const output_kind of KINDS) {
    const milestoneId = await createOutputMilestone(db, projectId, { output_kind });
    await createDocument(db, projectId, { object_type: "milestone", object_id: milestoneId });
    outputs.push({
      id: await createOutput(db, projectId, { milestone_id: milestoneId }),
      milestoneId,
    });
  }
  const computedId = await createIndicator(db, projectId, computed);
  return { deps, projectId, outputs, computedId, declaredId: await createIndicator(db, projectId) };
}

/** Takes a step, or is refused as a person would be; nothing else may go wrong. */
async function take(world: World, place: number, step: (typeof steps)[number]): Promise<void> {
  const { deps, projectId, outputs, declaredId: indicatorId } = world;
  const output = outputs[place] as World["outputs"][number];
  const key = { projectId, id: output.id };
  const { version } = await deps.db("outputs").where({ id: output.id }).first();
  const base = { version, note: "Krok." };
  const doings = {
    approve: () =>
      approveOutput(deps, system, key, {
        ...{ ...base, approvedOn: TODAY, documentId: null, bodyId: null, eventId: null },
      }),
    publish: () =>
      publishOutput(deps, system, key, { ...base, publishedOn: TODAY, publicationUrl: null }),
    count: () =>
      countOutput(deps, system, key, { ...base, doneOn: TODAY, proof: "Web", indicatorId }),
    return: () => returnOutput(deps, system, key, base),
    reopen: async () => {
      const id = output.milestoneId;
      const milestone = await deps.db("milestones").where({ id }).first();
      const entry = { version: milestone.version, reason: "Omyl." };
      await reopenMilestone(deps, system, { projectId, id }, entry);
    },
  };
  await doings[step]().catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
}

describe.each(engines)("whatever becomes of outputs on %s", (engine) => {
  test("each counted one is counted once, in the computed and in the declared indicator", async () => {
    const walk = fc.array(fc.tuple(fc.nat({ max: KINDS.length - 1 }), fc.constantFrom(...steps)), {
      ...{ minLength: 6, maxLength: 18 },
    });
    let everCounted = 0;
    await fc.assert(
      fc.asyncProperty(walk, async (taken) => {
        const world = await openWorld(engine);
        const { db } = world.deps;
        try {
          for (const [place, step] of taken) {
            await take(world, place, step);
            const rows = await db("outputs as x")
              .join("milestones as m", "m.id", "x.milestone_id")
              .select("x.state", "m.output_kind", "m.done_on");
            for (const row of rows) expect(row.done_on !== null).toBe(row.state === "counted");
            const counted = rows.filter(({ state }) => state === "counted");
            const documents = counted.filter(({ output_kind }) => output_kind === "document");
            const achieved = async (id: number) =>
              Number((await db("indicators").where({ id }).first("achieved")).achieved ?? 0);
            expect(await achieved(world.computedId)).toBe(documents.length);
            expect(await achieved(world.declaredId)).toBe(counted.length);
            everCounted += counted.length;
          }
        } finally {
          await world.deps.close();
        }
      }),
      { seed: 5, numRuns: engine === "sqlite" ? 25 : 6 },
    );
    expect(everCounted).toBeGreaterThan(0);
  }, 60_000);
});
