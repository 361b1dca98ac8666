import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../../support/app.ts";
import { createCardLink } from "../../../../support/cards.ts";
import { engines } from "../../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createProject,
  createUser,
} from "../../../../support/factories.ts";
import { createCards, createPlan } from "../../../../support/plan-factories.ts";

const NUMBERS = ["2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7"];

describe.each(engines)("cards of a project on %s", (engine) => {
  let house: TestApp;
  let manager: Browser;
  let projectId: number;
  let planId: number;
  let cardId: number;
  beforeEach(async () => {
    house = await openTestApp(engine);
    const userId = await createUser(house.db);
    manager = await house.signedInAs(userId);
    projectId = await createProject(house.db);
    await addMember(house.db, { projectId, userId });
    planId = await createPlan(house.db);
    const cards = [{ measures: ["Rozšířit kapacitu"] }];
    [cardId] = (await createCards(house, planId, cards)) as [number];
  });
  afterEach(() => house.close());

  const cards = () => `/projects/${projectId}/cards`;
  const living = () => house.db("card_links").whereNull("archived_at").orderBy("id");

  test("says where to begin while there is none", async () => {
    const { status, text } = await manager.get(cards());
    expect(status).toBe(200);
    expect(text).toContain("Projekt zatím není spojený s žádnou kartou");
    expect(text).toContain(`${cards()}/new`);
  });

  test("a card is chosen, then its measure and an activity of the project", async () => {
    const activityId = await createActivity(house.db, projectId, { title: "Mobilní tým" });
    expect((await manager.get(`${cards()}/new`)).text).toContain("1.1.1 Podpora pečujících");
    const then = await manager.get(`${cards()}/new?card=${cardId}`);
    expect(then.text).toContain("Rozšířit kapacitu");
    expect(then.text).toContain("Mobilní tým");
    const { id: measureId } = await house.db("measures").first("id");
    const fields = { cardId, activityId, measureId, note: "Pilot" };
    const sent = Object.entries(fields).map(([name, value]) => [name, String(value)]);
    const answer = await manager.post(cards(), Object.fromEntries(sent));
    expect(answer.status).toBe(303);
    expect(await living()).toMatchObject([
      { card_id: cardId, project_id: projectId, activity_id: activityId, measure_id: measureId },
    ]);
    for (const page of [
      cards(),
      `/projects/${projectId}`,
      `/projects/${projectId}/activities/${activityId}`,
    ])
      expect((await manager.get(page)).text).toContain("Podpora pečujících");
  });

  test("of many only the first are named on the page of the project, and how many there are more", async () => {
    const ids = [
      cardId,
      ...(await createCards(
        house,
        planId,
        NUMBERS.map((number) => ({ number })),
      )),
    ];
    const line = async () => (await manager.get(`/projects/${projectId}`)).text;
    for (const id of ids.slice(0, 4)) await createCardLink(house.db, id, { project_id: projectId });
    expect(await line()).toMatch(/1\.1\.1 .* a 1 další/);
    for (const id of ids.slice(4)) await createCardLink(house.db, id, { project_id: projectId });
    expect(await line()).toContain(" a 5 dalších");
  });

  test("neither an unknown nor an archived card is taken, nor the same one twice", async () => {
    expect((await manager.post(cards(), { cardId: "999999" })).status).toBe(404);
    expect((await manager.post(cards(), { cardId: "x" })).status).toBe(422);
    expect((await manager.post(cards(), { cardId: String(cardId) })).status).toBe(303);
    expect((await manager.post(cards(), { cardId: String(cardId) })).status).toBe(422);
    await house.db("cards").update({ archived_at: house.clock.now() });
    expect((await manager.post(cards(), { cardId: String(cardId) })).status).toBe(404);
    expect((await manager.get(cards())).text).not.toContain("Podpora pečujících");
  });

  test("a link is mended and removed from the project, with an activity of its own only", async () => {
    const id = await createCardLink(house.db, cardId, { project_id: projectId });
    const strange = await createActivity(house.db, await createProject(house.db));
    const wrong = await manager.post(`${cards()}/${id}`, {
      ...{ activityId: String(strange), version: "1" },
    });
    expect(wrong.status).toBe(422);
    const note = { note: "Druhá etapa", version: "1" };
    expect((await manager.post(`${cards()}/${id}`, note)).status).toBe(303);
    expect((await manager.post(`${cards()}/${id}`, note)).status).toBe(409);
    expect(await living()).toMatchObject([{ note: "Druhá etapa", project_id: projectId }]);
    expect((await manager.post(`${cards()}/${id}/archiving`)).status).toBe(303);
    expect(await living()).toEqual([]);
  });

  test("a coordinator reads only, a stranger finds nothing, a foreign link is none", async () => {
    const coordinator = await createUser(house.db);
    await addMember(house.db, { projectId, userId: coordinator, role: "coordinator" });
    const theirs = await house.signedInAs(coordinator);
    expect((await theirs.get(cards())).status).toBe(200);
    expect((await theirs.post(cards(), { cardId: String(cardId) })).status).toBe(403);
    const stranger = await house.signedInAs(await createUser(house.db));
    expect((await stranger.get(cards())).status).toBe(404);
    const other = await createProject(house.db);
    const id = await createCardLink(house.db, cardId, { project_id: other });
    expect((await manager.get(`${cards()}/${id}/edit`)).status).toBe(404);
    expect((await manager.post(`${cards()}/${id}/archiving`)).status).toBe(404);
  });

  test("an archived project is linked to nothing more", async () => {
    await house.db("projects").where({ id: projectId }).update({ archived_at: house.clock.now() });
    expect((await manager.post(cards(), { cardId: String(cardId) })).status).toBe(409);
    expect((await manager.get(cards())).status).toBe(200);
  });
});
