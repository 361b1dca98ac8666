import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findCardById } from "../../../../db/queries/cards.ts";
import { listMeasures } from "../../../../db/queries/measures.ts";
import { listAreas } from "../../../../db/queries/plan-areas.ts";
import { change, system } from "../../../../server/change.ts";
import {
  findCardContent,
  listCardContents,
} from "../../../../server/features/cards/contents/service.ts";
import { rereadCards } from "../../../../server/features/cards/rereading/service.ts";
import {
  rewriteCard,
  rewriteCards,
  writeCard,
  writeCards,
} from "../../../../server/features/cards/service.ts";
import { archiveEmptyAreas, writeAreas } from "../../../../server/features/plans/areas/service.ts";
import { createCard } from "../../../support/cards.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createUser } from "../../../support/factories.ts";
import { cardContent, createCards, createPlan } from "../../../support/plan-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const full = cardContent({
  areaCode: "1.1",
  goals: "SC2 Humanizace\nSC3 Podpora",
  targetGroups: "S, OZP",
  services: "Odlehčovací služby (§ 44)",
  period: "2024+",
  responsible: "LK, obce",
  costs: "24 mil. Kč",
  funding: "EU, LK",
  description: "Podpora pečujících.\n• kurzy\n• půjčovny",
  measures: ["Otevřít půjčovnu", "Vyškolit lektory\n– dva v každém okrese"],
});

describe.each(engines)("cards on %s", (engine) => {
  let deps: TestDeps;
  let planId: number;

  beforeEach(async () => {
    deps = await openTestDeps(engine);
    planId = await createPlan(deps.db);
    await createCards(deps, planId, []);
  });
  afterEach(() => deps.close());

  const write = (contents = [full]) =>
    change(deps, system, (one) => writeCards(one, planId, contents));
  const rewrite = (cardId: number, content = full) =>
    change(deps, system, (one) => rewriteCard(one, cardId, content));

  test("are read as they were written", async () => {
    const [id] = await write();
    expect(await findCardContent(deps.db, id as number)).toEqual(full);
    expect(await listCardContents(deps.db, planId)).toEqual([
      { id, planId, version: 1, content: full },
    ]);
  });

  test("keep an owner when one is given", async () => {
    const ownerUserId = await createUser(deps.db);
    const id = await change(deps, system, (one) =>
      writeCard(one, { planId, content: full, owner: { ownerUserId, ownerContactId: null } }),
    );
    expect(await findCardById(deps.db, id)).toMatchObject({ ownerUserId, areaCode: "1.1" });
  });

  test("are ordered by the value of their numbers", async () => {
    const numbers = ["1.1.10", "1.1.2", "2.1.1", "1.1.1"];
    await write(numbers.map((number) => cardContent({ number })));
    const contents = await listCardContents(deps.db, planId);
    expect(contents.map(({ content }) => content.number)).toEqual([
      ...["1.1.1", "1.1.2", "1.1.10", "2.1.1"],
    ]);
  });

  test("do not share a number within a plan, but with an archived card and with another plan", async () => {
    const [id] = await write();
    await expect(write()).rejects.toMatchObject({ errors: { number: "cardNumberTaken" } });
    const twice = [cardContent({ number: "9" }), cardContent({ number: "9" })];
    await expect(write(twice)).rejects.toMatchObject({ errors: { number: "cardNumberTaken" } });
    await deps.db("cards").where({ id }).update({ archived_at: deps.clock.now() });
    await write();
    const other = await createPlan(deps.db);
    await createCards(deps, other, [full]);
    expect(await deps.db("cards").where({ number: full.number })).toHaveLength(3);
  });

  test("stand only in areas of their plan", async () => {
    const nowhere = cardContent({ areaCode: "7.7" });
    await expect(write([nowhere])).rejects.toMatchObject({ errors: { areaCode: "unknownChoice" } });
    expect(await deps.db("cards")).toHaveLength(0);
  });

  test("that are written again the same stay untouched, without a line of history", async () => {
    const [id] = await write();
    const before = await deps.db("audit_events").count({ n: "id" });
    expect(
      await change(deps, system, (one) =>
        rewriteCards(one, planId, [{ cardId: id as number, content: full }]),
      ),
    ).toEqual([]);
    expect(await deps.db("audit_events").count({ n: "id" })).toEqual(before);
    expect(await deps.db("cards").where({ id }).first()).toMatchObject({ version: 1 });
  });

  test("that change keep what happened to measures whose words stay", async () => {
    const [id = 0] = await write();
    const [first, second] = await listMeasures(deps.db, id);
    await deps.db("measures").where({ id: first?.id }).update({ state: "done" });
    const measures = ["Nové opatření", "otevřít půjčovnu"];
    await rewrite(id, { ...full, name: "Jinak", measures });
    const after = await listMeasures(deps.db, id);
    expect(after.map(({ text }) => text)).toEqual(measures);
    expect(after[1]).toMatchObject({ id: first?.id, state: "done", position: 2 });
    expect(await deps.db("measures").where({ id: second?.id }).first()).toMatchObject({
      archived_at: expect.anything(),
    });
    const event = await deps.db("audit_events").where({ action: "card.edited" }).first();
    expect(JSON.parse(event.changes)).toMatchObject({ name: [full.name, "Jinak"] });
  });

  test("get back a measure that was gone for a while, with its state", async () => {
    const [id = 0] = await write();
    const [first] = await listMeasures(deps.db, id);
    await deps.db("measures").where({ id: first?.id }).update({ state: "running" });
    await rewrite(id, { ...full, measures: [] });
    expect(await listMeasures(deps.db, id)).toEqual([]);
    await rewrite(id);
    const [back] = await listMeasures(deps.db, id);
    expect(back).toMatchObject({ id: first?.id, state: "running" });
  });

  test("six hundred of them are written in few statements and a short time", async () => {
    const contents = Array.from({ length: 600 }, (_, index) => ({
      ...full,
      number: `1.1.${index + 1}`,
    }));
    const started = performance.now();
    const statements = await statementsOf(deps.db, () => write(contents));
    expect(statements.length).toBeLessThan(40);
    expect(performance.now() - started).toBeLessThan(5_000);
    const written = await deps.db("measures").count({ n: "id" }).first();
    expect(Number(written?.n)).toBe(600 * full.measures.length);
  });
});

describe.each(engines)("many cards at once on %s", (engine) => {
  let deps: TestDeps;
  let planId: number;
  let ids: number[];
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    planId = await createPlan(deps.db);
    ids = await createCards(deps, planId, some(60));
  });
  afterEach(() => deps.close());

  const some = (count: number, given: Partial<typeof full> = {}) =>
    Array.from({ length: count }, (_, at) => ({ ...full, ...given, number: `1.1.${at + 1}` }));
  const again = (count: number, given: Partial<typeof full>) => () =>
    change(deps, system, (one) =>
      rewriteCards(
        one,
        planId,
        some(count, given).map((content, at) => ({ cardId: ids[at] as number, content })),
      ),
    );

  test("are rewritten in as many statements as one, each with its version and its history", async () => {
    const ownerUserId = await createUser(deps.db);
    await deps.db("cards").where({ id: ids[59] }).update({ owner_user_id: ownerUserId });
    const given = { description: "Nově podle čísla CZ.03.02.02/00/22_006/0001329." };
    const one = await statementsOf(deps.db, again(1, given));
    const many = await statementsOf(deps.db, again(60, given));
    expect(many).toHaveLength(one.length);
    const cards = await deps.db("cards").orderBy("id");
    expect(cards).toHaveLength(60);
    expect(cards.map(({ version }) => version)).toEqual(ids.map(() => 2));
    expect(cards.every(({ archived_at, plan_id }) => !archived_at && plan_id === planId)).toBe(
      true,
    );
    expect(cards[59]).toMatchObject({
      owner_user_id: ownerUserId,
      created_at: cards[0].created_at,
    });
    const contents = await listCardContents(deps.db, planId);
    expect(contents.map(({ content }) => content)).toEqual(some(60, given));
    expect(await deps.db("audit_events").where({ action: "card.edited" })).toHaveLength(60);
  });

  test("of which one is nowhere leave all as they are", async () => {
    const before = await listCardContents(deps.db, planId);
    await expect(again(60, { areaCode: "7.7" })()).rejects.toMatchObject({
      errors: { areaCode: "unknownChoice" },
    });
    expect(await listCardContents(deps.db, planId)).toEqual(before);
  });

  test("of any number of plans are understood anew in as many statements", async () => {
    const reread = () => change(deps, system, rereadCards);
    const terms = () =>
      deps.db("card_terms").orderBy(["card_id", "kind", "position"]).select("card_id", "kind");
    const before = await terms();
    const one = await statementsOf(deps.db, reread);
    expect(await terms()).toEqual(before);
    for (const name of ["Jiný", "Další"])
      await createCards(deps, await createPlan(deps.db, { title: name }), [full]);
    const more = await terms();
    expect(await statementsOf(deps.db, reread)).toHaveLength(one.length);
    expect(await terms()).toEqual(more);
  });
});

describe.each(engines)("areas of a plan on %s", (engine) => {
  let deps: TestDeps;
  let planId: number;

  beforeEach(async () => {
    deps = await openTestDeps(engine);
    planId = await createPlan(deps.db);
  });
  afterEach(() => deps.close());

  const write = (areas: Parameters<typeof writeAreas>[2]) =>
    change(deps, system, (one) => writeAreas(one, planId, areas));

  test("come with their sub-areas in whatever order they are told", async () => {
    await write([
      { code: "1.10", title: "Desátá", parentCode: "1", kind: "sub-area" },
      { code: "1.2", title: "Druhá", parentCode: "1", kind: "sub-area" },
      { code: "1", title: "První", parentCode: null, kind: "area" },
      { code: "5.1", title: "Bez oblasti", parentCode: "5", kind: "sub-area" },
    ]);
    const areas = await listAreas(deps.db, planId);
    expect(areas.map(({ code }) => code)).toEqual(["1", "1.2", "1.10", "5.1"]);
    const first = areas[0]?.id;
    expect(areas.map(({ parentId }) => parentId)).toEqual([null, first, first, null]);
  });

  test("that are there keep their titles, and come back from the archive", async () => {
    const area = { code: "1", title: "První", parentCode: null, kind: "area" as const };
    const [id] = await write([area]);
    await deps.db("plan_areas").where({ id }).update({ archived_at: deps.clock.now() });
    expect(await write([{ ...area, title: "Jinak" }])).toEqual([id]);
    expect(await listAreas(deps.db, planId)).toMatchObject([{ id, title: "První", version: 2 }]);
    expect(await write([{ ...area, title: "Jinak" }])).toEqual([]);
    const told = await deps.db("audit_events").where({ object_type: "plan-area" }).orderBy("id");
    expect(told.map(({ action }) => action)).toEqual(["plan-area.created", "plan-area.restored"]);
  });

  test("come back, and go again once nothing stands in them, in as many statements as one of them", async () => {
    const chain = (name: string, depth: number) =>
      Array.from({ length: depth }, (_, at) => ({
        ...{ code: `${name}${at}`, title: `Oblast ${at}`, kind: "area" as const },
        parentCode: at === 0 ? null : `${name}${at - 1}`,
      }));
    const ids = await write([...chain("A", 3), ...chain("B", 40)]);
    const empty = (some: number[]) => () =>
      change(deps, system, (one) => archiveEmptyAreas(one, planId, some));
    const one = await statementsOf(deps.db, empty(ids.slice(0, 1)));
    const held = (await listAreas(deps.db, planId)).find(({ code }) => code === "A1");
    await createCard(deps.db, planId, { area_id: held?.id });
    const many = await statementsOf(deps.db, empty(ids));
    expect(many.length).toBeLessThanOrEqual(one.length + 2);
    const left = await listAreas(deps.db, planId);
    expect(left.map(({ code }) => code)).toEqual(["A0", "A1"]);
    const back = await statementsOf(deps.db, () => write(chain("B", 40)));
    expect(back.length).toBeLessThan(8);
    expect(await listAreas(deps.db, planId)).toHaveLength(42);
  });
});
