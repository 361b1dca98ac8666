import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listHistory } from "../../../../../db/queries/audit-events.ts";
import { change, system } from "../../../../../server/change.ts";
import {
  type CardNumbers,
  linkAllFoundNumbers,
} from "../../../../../server/features/card-links/numbers/service.ts";
import type { FoundNumber } from "../../../../../server/features/card-links/rules.ts";
import { createCard, createCardLink, createMeasure } from "../../../../support/cards.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import { createProject } from "../../../../support/factories.ts";
import { createPlan } from "../../../../support/plan-factories.ts";
import { statementsOf } from "../../../../support/queries.ts";

const NUMBER = "CZ.03.02.02/00/22_006/0001329";
const OTHER = "CZ.03.02.02/00/22_046/0002180";

describe.each(engines)("numbers of projects in cards on %s", (engine) => {
  let deps: TestDeps;
  let planId: number;
  let cardId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    planId = await createPlan(deps.db);
    cardId = await createCard(deps.db, planId);
  });
  afterEach(() => deps.close());

  const found = (numbers: FoundNumber[], of = cardId) =>
    change(deps, system, (one) => linkAllFoundNumbers(one, [{ cardId: of, found: numbers }]));
  const inText = (number: string): FoundNumber => ({ number, measure: null });
  const links = () => deps.db("card_links").orderBy("id");
  const living = () => links().whereNull("archived_at");
  const historyOf = (objectType: string, objectId: number) =>
    listHistory(deps.db, { objectType, objectId });

  test("a number leads to the project that bears it", async () => {
    const projectId = await createProject(deps.db, { registration_number: NUMBER });
    await found([inText("CZ 03.02.02/00/22_006/ 0001329")]);
    expect(await links()).toMatchObject([
      { card_id: cardId, project_id: projectId, registration_number: NUMBER, origin: "number" },
    ]);
    const [line] = await historyOf("card", cardId);
    expect(line).toMatchObject({
      action: "card-link.found",
      changes: { registrationNumber: [[], [NUMBER]] },
    });
  });

  test("a number that nobody bears is kept as a reference", async () => {
    await found([inText(NUMBER)]);
    expect(await links()).toMatchObject([{ project_id: null, registration_number: NUMBER }]);
  });

  test("a number in a measure leads from the measure, and from the card not once more", async () => {
    await createMeasure(deps.db, cardId, { position: 1 });
    const second = await createMeasure(deps.db, cardId, { position: 2 });
    await found([inText(NUMBER), { number: NUMBER, measure: 1 }, { number: NUMBER, measure: 1 }]);
    expect(await links()).toMatchObject([{ measure_id: second, registration_number: NUMBER }]);
  });

  test("the same text again changes nothing, not even the history", async () => {
    await found([inText(NUMBER), inText(OTHER)]);
    const before = [await links(), await historyOf("card", cardId)];
    await found([inText(OTHER), inText(NUMBER)]);
    expect([await links(), await historyOf("card", cardId)]).toEqual(before);
  });

  test("a number that leaves the text takes its link along and returns with it", async () => {
    await found([inText(NUMBER)]);
    await found([]);
    expect(await living()).toEqual([]);
    const projectId = await createProject(deps.db, { registration_number: NUMBER });
    await found([inText(NUMBER)]);
    expect(await living()).toMatchObject([{ project_id: projectId }]);
    expect(await links()).toHaveLength(1);
  });

  test("a found link that somebody has taken away does not come back", async () => {
    await found([inText(NUMBER)]);
    await deps.db("card_links").update({ archived_at: deps.clock.now(), is_declined: true });
    await found([inText(NUMBER)]);
    expect(await living()).toEqual([]);
    expect(await links()).toHaveLength(1);
  });

  test("what is linked by hand already is not linked once more and outlives the text", async () => {
    const projectId = await createProject(deps.db, { registration_number: NUMBER });
    await createCardLink(deps.db, cardId, { project_id: projectId });
    await found([inText(NUMBER)]);
    await found([]);
    expect(await living()).toMatchObject([{ project_id: projectId, origin: "hand" }]);
    expect(await links()).toHaveLength(1);
  });

  test("many cards are linked in as many statements as one", async () => {
    const cards: CardNumbers[] = [];
    for (let number = 0; number < 30; number += 1)
      cards.push({ cardId: await createCard(deps.db, planId), found: [inText(NUMBER)] });
    const link = (some: CardNumbers[]) => () =>
      change(deps, system, (one) => linkAllFoundNumbers(one, some));
    const one = await statementsOf(deps.db, link(cards.slice(0, 1)));
    const many = await statementsOf(deps.db, link(cards.slice(1)));
    expect(many).toHaveLength(one.length);
    expect(await living()).toHaveLength(30);
  });
});
