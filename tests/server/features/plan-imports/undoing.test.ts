import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Author, system } from "../../../../server/change.ts";
import { restoreCard } from "../../../../server/features/cards/archive/service.ts";
import { listCardContents } from "../../../../server/features/cards/contents/service.ts";
import { setMeasureState } from "../../../../server/features/measures/state/service.ts";
import { decideCard } from "../../../../server/features/plan-imports/reviewing/service.ts";
import { type AnnexSteps, annexSteps } from "../../../support/annex-steps.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject } from "../../../support/factories.ts";
import { type AnnexCard, PLAIN } from "../../../support/plan-annexes.ts";
import { createPlan } from "../../../support/plan-factories.ts";

const author: Author = system;

describe.each(engines)("an applied annex on %s", (engine) => {
  let deps: TestDeps;
  let planId: number;
  let steps: AnnexSteps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    planId = await createPlan(deps.db);
    steps = annexSteps(deps, planId);
  });
  afterEach(() => deps.close());

  test("is not taken back once the state of a measure that it brought was told", async () => {
    await steps.apply(await steps.read(PLAIN.slice(0, 1)));
    const [one] = PLAIN as [AnnexCard];
    deps.clock.set("2026-03-03T08:00:00Z");
    const key = await steps.read([
      { ...one, measures: ["Otevření místa setkávání", "Nové opatření"] },
    ]);
    await steps.apply(key);
    const measure = await deps.db("measures").where({ text: "Nové opatření" }).first();
    const place = { planId, cardId: measure.card_id, id: measure.id };
    await setMeasureState(deps, author, place, "running");
    await expect(steps.undo(key)).rejects.toMatchObject({ key: "planImportPassed:1.1.1:0" });
    expect(await deps.db("measures").where({ id: measure.id }).first("archived_at")).toEqual({
      archived_at: null,
    });
  });

  test("stays in a plan of the archive, where nothing is decided any more either", async () => {
    const applied = await steps.read(PLAIN);
    await steps.apply(applied);
    const open = await steps.read(PLAIN.slice(0, 1));
    await deps.db("plans").where({ id: planId }).update({ archived_at: deps.clock.now() });
    const archived = { key: "planArchived" };
    await expect(steps.undo(applied)).rejects.toMatchObject(archived);
    const card = { ...open, ordinal: 1, version: 1 };
    await expect(decideCard(deps, author, card, "skipped")).rejects.toMatchObject(archived);
    expect(await listCardContents(deps.db, planId)).toHaveLength(3);
  });

  test("leaves cards that lead to their projects again once they are brought back", async () => {
    const number = "CZ.03.02.02/00/22_006/0001329";
    const projectId = await createProject(deps.db, { registration_number: number });
    const [one] = PLAIN as [AnnexCard];
    const key = await steps.read([{ ...one, funding: `OPZ+ (reg. č. ${number})` }]);
    await steps.apply(key);
    const { id } = await deps.db("cards").first("id");
    await steps.undo(key);
    await restoreCard(deps, author, { planId, id });
    const links = deps.db("card_links").whereNull("archived_at");
    expect(await links.select("card_id", "project_id")).toEqual([
      { card_id: id, project_id: projectId },
    ]);
  });
});
