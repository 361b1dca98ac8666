import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findPlanImport } from "../../../../db/queries/plan-imports.ts";
import { system as author } from "../../../../server/change.ts";
import { listCardContents } from "../../../../server/features/cards/contents/service.ts";
import { applyPlanImport } from "../../../../server/features/plan-imports/applying/service.ts";
import { forgetOldPlanImports } from "../../../../server/features/plan-imports/dropping/service.ts";
import {
  acceptPlainCards,
  decideCard,
  decideRepair,
  editImportedCard,
} from "../../../../server/features/plan-imports/reviewing/service.ts";
import {
  openPlanImport,
  type PlanImportKey,
} from "../../../../server/features/plan-imports/service.ts";
import { undoPlanImport } from "../../../../server/features/plan-imports/undoing/service.ts";
import { type AnnexSteps, annexSteps } from "../../../support/annex-steps.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { type AnnexCard, PLAIN } from "../../../support/plan-annexes.ts";
import { createPlan } from "../../../support/plan-factories.ts";

/** The second bullet holds two measures, as other bullets show by the words they begin with. */
const GLUED: AnnexCard = {
  number: "1.1.1",
  name: "Komunitní stůl",
  measures: ["Podpora setkání", "Zapojení obcí Podpora dobrovolníků", "Podpora pečujících"],
};
const PARTED = ["Podpora setkání", "Zapojení obcí", "Podpora dobrovolníků", "Podpora pečujících"];

describe.each(engines)("proposed repairs of an annex on %s", (engine) => {
  let deps: TestDeps;
  let planId: number;
  let steps: AnnexSteps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    planId = await createPlan(deps.db, { title: "Plán", region: null });
    steps = annexSteps(deps, planId);
  });
  afterEach(() => deps.close());

  const first = async (key: PlanImportKey) => {
    const [card] = (await steps.compared(key)).cards;
    if (!card) throw new Error("no card");
    return card;
  };

  async function decline(key: PlanImportKey, isDeclined: boolean): Promise<void> {
    const [repair] = (await first(key)).recognised.repairs;
    await decideRepair(deps, author, key, { repairId: repair?.id ?? "", isDeclined });
  }

  test("one that is turned down leaves the card as in the source, and may be taken after all", async () => {
    const key = await steps.read([GLUED, ...PLAIN.slice(1)]);
    expect(await first(key)).toMatchObject({ proposals: 1, block: "undecided" });
    expect((await first(key)).content.measures).toEqual(PARTED);
    await decline(key, true);
    expect((await first(key)).content.measures).toEqual(GLUED.measures);
    expect(await first(key)).toMatchObject({ proposals: 0, block: null });
    await decline(key, false);
    expect((await first(key)).content.measures).toEqual(PARTED);
  });

  test("what was decided of other cards stays as it was", async () => {
    const key = await steps.read([GLUED, ...PLAIN.slice(1)]);
    await decideCard(deps, author, { ...key, ordinal: 2, version: 1 }, "skipped");
    const third = (await steps.compared(key)).cards[2];
    const content = { ...(third?.content ?? (await first(key)).content), name: "Jiný název" };
    const edit = { content, formOf: () => ({}) };
    await editImportedCard(deps, author, { ...key, ordinal: 3, version: 1 }, edit);
    await decline(key, true);
    const { cards } = await steps.compared(key);
    expect(cards.map(({ decision }) => decision)).toEqual([null, "skipped", "edited"]);
    expect(cards[2]?.content.name).toBe("Jiný název");
  });

  test("edits of a person are not thrown away by a repair", async () => {
    const key = await steps.read([GLUED]);
    const content = { ...(await first(key)).content, name: "Jiný název" };
    const edit = { content, formOf: () => ({}) };
    await editImportedCard(deps, author, { ...key, ordinal: 1, version: 1 }, edit);
    await expect(decline(key, true)).rejects.toMatchObject({ key: "importedCardEdited:1.1.1" });
    await decideCard(deps, author, { ...key, ordinal: 1, version: 2 }, "recognised");
    await decline(key, true);
    expect((await first(key)).content).toMatchObject({
      name: GLUED.name,
      measures: GLUED.measures,
    });
  });

  test("what was turned down once is turned down when the same file is read again", async () => {
    const key = await steps.read([GLUED]);
    await decline(key, true);
    await steps.apply(key);
    const again = await first(await steps.read([GLUED]));
    expect(again).toMatchObject({ outcome: "same", isChangedByHand: false, block: null });
    expect(again.content.measures).toEqual(GLUED.measures);
  });

  test("cards without a proposal are accepted together, the others wait", async () => {
    const key = await steps.read([GLUED, ...PLAIN.slice(1)]);
    const { version } = await openPlanImport(deps.db, key);
    await acceptPlainCards(deps, author, { ...key, version });
    const { cards } = await steps.compared(key);
    expect(cards.map(({ decision }) => decision)).toEqual([null, "accepted", "accepted"]);
    await expect(steps.apply(key)).rejects.toMatchObject({ key: "importUndecided" });
  });

  test("title and years of the annex are taken over when that is wished, and given back", async () => {
    const head = [
      "Plán sousedské podpory",
      "Kraj Pod Horou",
      "2026–2029",
      "",
      "1 OBLAST SOUSEDSTVÍ",
    ];
    const key = await steps.read(PLAIN, head);
    const { findings } = await steps.compared(key);
    expect([findings.fromYear, findings.toYear]).toEqual([2026, 2029]);
    await steps.apply(key, true);
    const plan = () =>
      deps.db("plans").where({ id: planId }).first("title", "from_year", "to_year");
    expect(await plan()).toMatchObject({ from_year: 2026, to_year: 2029 });
    const applied = await findPlanImport(deps.db, key);
    await undoPlanImport(deps, author, { ...key, version: applied?.version ?? 0 });
    expect(await plan()).toEqual({ title: "Plán", from_year: 2024, to_year: 2026 });
  });

  test("a title that somebody has put right since stays when the annex is taken back", async () => {
    const head = [
      "Plán sousedské podpory",
      "Kraj Pod Horou",
      "2026–2029",
      "",
      "1 OBLAST SOUSEDSTVÍ",
    ];
    const key = await steps.read(PLAIN, head);
    await steps.apply(key, true);
    await deps.db("plans").where({ id: planId }).update({ title: "Plán po opravě", version: 9 });
    const applied = await findPlanImport(deps.db, key);
    await undoPlanImport(deps, author, { ...key, version: applied?.version ?? 0 });
    const plan = await deps.db("plans").where({ id: planId }).first("title", "from_year");
    expect(plan).toEqual({ title: "Plán po opravě", from_year: 2026 });
  });

  test("whatever fails on the way leaves nothing behind", async () => {
    const key = await steps.read(PLAIN);
    const { found, fingerprint } = await steps.compared(key);
    const before = await deps.db("audit_events").count({ n: "*" }).first();
    // The last thing that is written is refused by the database itself.
    const lost = { ...author, userId: 999_999, submission: "3b0e8a1c-58a1-4a53-8a2e-6f2f8f0a9f12" };
    const seen = { fingerprint, adoptsHead: false };
    const given = { ...key, version: found.version };
    await expect(applyPlanImport(deps, lost, given, seen)).rejects.toThrow();
    expect(await listCardContents(deps.db, planId)).toEqual([]);
    expect(await deps.db("plan_areas").select()).toEqual([]);
    expect(await deps.db("audit_events").count({ n: "*" }).first()).toEqual(before);
    expect((await findPlanImport(deps.db, key))?.state).toBe("read");
    expect(await steps.apply(key)).toEqual({ created: 3, changed: 0 });
  });

  test("what nobody has decided about for two months is forgotten", async () => {
    const key = await steps.read(PLAIN);
    deps.clock.advanceDays(59);
    expect(await forgetOldPlanImports(deps)).toBe(0);
    deps.clock.advanceDays(2);
    expect(await forgetOldPlanImports(deps)).toBe(1);
    expect((await findPlanImport(deps.db, key))?.state).toBe("dropped");
  });
});
