import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Author, change, system } from "../../../../server/change.ts";
import { listCardContents } from "../../../../server/features/cards/contents/service.ts";
import { rewriteCards } from "../../../../server/features/cards/service.ts";
import { applyPlanImport } from "../../../../server/features/plan-imports/applying/service.ts";
import {
  decideCard,
  editImportedCard,
} from "../../../../server/features/plan-imports/reviewing/service.ts";
import type { PlanImportKey } from "../../../../server/features/plan-imports/service.ts";
import { type AnnexSteps, annexSteps } from "../../../support/annex-steps.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject } from "../../../support/factories.ts";
import { type AnnexCard, PLAIN } from "../../../support/plan-annexes.ts";
import { createPlan } from "../../../support/plan-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const author: Author = system;

describe.each(engines)("an annex read into a plan on %s", (engine) => {
  let deps: TestDeps;
  let planId: number;
  let steps: AnnexSteps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    planId = await createPlan(deps.db);
    steps = annexSteps(deps, planId);
  });
  afterEach(() => deps.close());

  const contents = async () =>
    (await listCardContents(deps.db, planId)).map(({ content }) => content);
  const outcomes = async (key: PlanImportKey) =>
    (await steps.compared(key)).cards.map(({ content, outcome }) => [content.number, outcome]);

  test("its cards are in the plan only once they are confirmed", async () => {
    const key = await steps.read(PLAIN);
    expect(await contents()).toEqual([]);
    expect(await outcomes(key)).toEqual([
      ["1.1.1", "new"],
      ["1.1.2", "new"],
      ["1.1.3", "new"],
    ]);

    expect(await steps.apply(key)).toEqual({ created: 3, changed: 0 });
    const cards = await contents();
    expect(cards.map(({ number, name }) => `${number} ${name}`)).toEqual(
      PLAIN.map(({ number, name }) => `${number} ${name}`),
    );
    expect(cards[1]).toMatchObject({
      areaCode: "1.1",
      services: "Osobní asistence (§ 39)",
      measures: ["Otevření místa setkávání", "Školení dobrovolníků"],
    });
  });

  test("the same file read again changes nothing", async () => {
    await steps.apply(await steps.read(PLAIN));
    const before = await contents();
    const again = await steps.read(PLAIN);
    const { cards } = await steps.compared(again);
    expect(cards.map(({ outcome }) => outcome)).toEqual(["same", "same", "same"]);
    expect(await steps.apply(again)).toEqual({ created: 0, changed: 0 });
    expect(await contents()).toEqual(before);
  });

  test("a file whose review is open leads to that review", async () => {
    const first = await steps.read(PLAIN);
    expect((await steps.read(PLAIN)).id).toBe(first.id);
  });

  test("what people have changed in the plan since is not changed back by the same file", async () => {
    await steps.apply(await steps.read(PLAIN));
    const [card] = await listCardContents(deps.db, planId);
    if (!card) throw new Error("no card");
    const rewritten = { ...card.content, name: "Komunitní stůl pro všechny" };
    await change(deps, author, (one) =>
      rewriteCards(one, planId, [{ cardId: card.id, content: rewritten }]),
    );
    const again = await steps.read(PLAIN);
    const [first] = (await steps.compared(again)).cards;
    expect(first).toMatchObject({ outcome: "same", isChangedByHand: true });
    await steps.apply(again);
    expect((await contents())[0]?.name).toBe("Komunitní stůl pro všechny");
  });

  test("of a changed file only what differs is written", async () => {
    await steps.apply(await steps.read(PLAIN));
    const [one, two, three] = PLAIN as [AnnexCard, AnnexCard, AnnexCard];
    const changed = await steps.read([one, { ...two, costs: "1 mil. Kč" }, three]);
    const { cards } = await steps.compared(changed);
    expect(cards.map(({ outcome }) => outcome)).toEqual(["same", "changed", "same"]);
    expect(cards[1]?.differences).toEqual(["costs"]);
    expect(await steps.apply(changed)).toEqual({ created: 0, changed: 1 });
    expect((await contents()).map(({ costs }) => costs)).toEqual([
      "2 mil. Kč ročně",
      "1 mil. Kč",
      "400 tis. Kč",
    ]);
  });

  test("a card that was left out is not written, and is left out the next time too", async () => {
    const key = await steps.read(PLAIN);
    await decideCard(deps, author, { ...key, ordinal: 2, version: 1 }, "skipped");
    expect(await steps.apply(key)).toEqual({ created: 2, changed: 0 });
    expect((await contents()).map(({ number }) => number)).toEqual(["1.1.1", "1.1.3"]);
    const again = await steps.read(PLAIN);
    expect(await steps.apply(again)).toEqual({ created: 0, changed: 0 });
  });

  test("a card is written as it was edited", async () => {
    const key = await steps.read(PLAIN);
    const [card] = (await steps.compared(key)).cards;
    if (!card) throw new Error("no card");
    const content = { ...card.content, name: "Stůl pro sousedy", measures: ["Jediné opatření"] };
    await editImportedCard(
      deps,
      author,
      { ...key, ordinal: 1, version: 1 },
      { content, formOf: () => ({}) },
    );
    await steps.apply(key);
    expect((await contents())[0]).toEqual(content);
    expect((await steps.compared(await steps.read(PLAIN))).cards[0]?.outcome).toBe("same");
  });

  test("cards of one number wait until all but one have another or are left out", async () => {
    const [one, two] = PLAIN as [AnnexCard, AnnexCard];
    const key = await steps.read([one, { ...two, number: "1.1.1" }]);
    expect(await outcomes(key)).toEqual([
      ["1.1.1", "duplicate"],
      ["1.1.1", "duplicate"],
    ]);
    await expect(steps.apply(key)).rejects.toMatchObject({ key: "importUndecided" });
    expect(await contents()).toEqual([]);
    await decideCard(deps, author, { ...key, ordinal: 2, version: 1 }, "skipped");
    expect(await outcomes(key)).toEqual([
      ["1.1.1", "new"],
      ["1.1.1", "new"],
    ]);
    const first = (await steps.compared(key)).cards[0];
    if (first?.proposals)
      await decideCard(deps, author, { ...key, ordinal: 1, version: 1 }, "accepted");
    expect(await steps.apply(key)).toEqual({ created: 1, changed: 0 });
  });

  test("a second decision on the same edition of a card is refused", async () => {
    const key = await steps.read(PLAIN);
    await decideCard(deps, author, { ...key, ordinal: 1, version: 1 }, "accepted");
    await expect(
      decideCard(deps, author, { ...key, ordinal: 1, version: 1 }, "skipped"),
    ).rejects.toMatchObject({ key: "changedMeanwhile" });
  });

  test("nothing is written when the plan is not what was shown any more", async () => {
    await steps.apply(await steps.read(PLAIN));
    const [one, ...rest] = PLAIN as [AnnexCard, ...AnnexCard[]];
    const key = await steps.read([{ ...one, costs: "3 mil. Kč" }, ...rest]);
    const { found, fingerprint } = await steps.compared(key);
    const [card] = await listCardContents(deps.db, planId);
    if (!card) throw new Error("no card");
    const content = { ...card.content, costs: "5 mil. Kč" };
    await change(deps, author, (a) => rewriteCards(a, planId, [{ cardId: card.id, content }]));
    const seen = { fingerprint, adoptsHead: false };
    await expect(
      applyPlanImport(deps, author, { ...key, version: found.version }, seen),
    ).rejects.toMatchObject({ key: "planChangedMeanwhile" });
    expect((await contents())[0]?.costs).toBe("5 mil. Kč");
  });

  test("one of two who confirm at once writes, the other is refused", async () => {
    const key = await steps.read(PLAIN);
    const answers = await Promise.allSettled([steps.apply(key), steps.apply(key)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await contents()).toHaveLength(3);
  });

  test("a form sent twice writes once and says the same", async () => {
    const key = await steps.read(PLAIN);
    const { found, fingerprint } = await steps.compared(key);
    const twice = { ...author, submission: "3b0e8a1c-58a1-4a53-8a2e-6f2f8f0a9f11" };
    const send = () =>
      applyPlanImport(
        deps,
        twice,
        { ...key, version: found.version },
        { fingerprint, adoptsHead: false },
      );
    expect([await send(), await send()]).toEqual([
      { created: 3, changed: 0 },
      { created: 3, changed: 0 },
    ]);
    expect(await contents()).toHaveLength(3);
  });

  test("an import taken back leaves the plan as it was before", async () => {
    await steps.apply(await steps.read(PLAIN.slice(0, 2)));
    const before = await contents();
    const [one, two, three] = PLAIN as [AnnexCard, AnnexCard, AnnexCard];
    const key = await steps.read([{ ...one, measures: ["Nové opatření"] }, two, three]);
    expect(await steps.apply(key)).toEqual({ created: 1, changed: 1 });
    expect(await contents()).not.toEqual(before);
    await steps.undo(key);
    expect(await contents()).toEqual(before);
    // What was taken back does not count as read.
    const again = await steps.compared(
      await steps.read([{ ...one, measures: ["Nové opatření"] }, two, three]),
    );
    expect(again.cards.map(({ outcome }) => outcome)).toEqual(["changed", "same", "new"]);
  });

  test("areas made by an import go with it and come back with the next", async () => {
    const key = await steps.read(PLAIN);
    await steps.apply(key);
    const areas = () =>
      deps.db("plan_areas").whereNull("archived_at").orderBy("code").pluck("code");
    expect(await areas()).toEqual(["1", "1.1"]);
    await steps.undo(key);
    expect(await areas()).toEqual([]);
    await steps.apply(await steps.read(PLAIN));
    expect(await areas()).toEqual(["1", "1.1"]);
    expect(await contents()).toHaveLength(3);
  });

  test("it is not taken back once somebody has worked on its cards, and says on which", async () => {
    const key = await steps.read(PLAIN);
    await steps.apply(key);
    const card = (await listCardContents(deps.db, planId))[1];
    if (!card) throw new Error("no card");
    const content = { ...card.content, description: "Jinak." };
    await change(deps, author, (one) => rewriteCards(one, planId, [{ cardId: card.id, content }]));
    await expect(steps.undo(key)).rejects.toMatchObject({ key: "planImportPassed:1.1.2:0" });
    expect(await contents()).toHaveLength(3);
  });

  test("a registration number in a measure leads the card to its project", async () => {
    const number = "CZ.03.02.02/00/22_006/0001329";
    const projectId = await createProject(deps.db, { registration_number: number });
    const [one] = PLAIN as [AnnexCard];
    const key = await steps.read([{ ...one, measures: ["Školení", `Projekt reg. č. ${number}`] }]);
    await steps.apply(key);
    const links = () =>
      deps
        .db("card_links as l")
        .join("measures as m", "m.id", "l.measure_id")
        .whereNull("l.archived_at")
        .select("l.project_id", "m.position");
    expect(await links()).toEqual([{ project_id: projectId, position: 2 }]);
    await steps.undo(key);
    expect(await links()).toEqual([]);
  });

  test("hundreds of cards are written in a number of statements that hardly grows", async () => {
    const many = (n: number): AnnexCard[] =>
      Array.from({ length: n }, (_, at) => ({
        number: `1.1.${at + 1}`,
        name: `Aktivita ${at + 1}`,
      }));
    const small = await steps.read(many(5));
    const few = await statementsOf(deps.db, () => steps.apply(small));
    const other = await createPlan(deps.db, { title: "Jiný plán" });
    const large = await annexSteps(deps, other).read(many(300));
    const all = await statementsOf(deps.db, () => steps.apply(large));
    expect(await listCardContents(deps.db, other)).toHaveLength(300);
    expect(all.length - few.length).toBeLessThan(40);
  });
});
