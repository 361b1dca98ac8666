import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listHistory } from "../../../../../db/queries/audit-events.ts";
import { seedCatalogues } from "../../../../../db/seeds/catalogues.ts";
import { change, system } from "../../../../../server/change.ts";
import { rewriteCard } from "../../../../../server/features/cards/service.ts";
import { openTestApp, type TestApp } from "../../../../support/app.ts";
import { createCardLink } from "../../../../support/cards.ts";
import { engines } from "../../../../support/databases.ts";
import { createActivity, createProject, createUser } from "../../../../support/factories.ts";
import { cardContent, createCards, createPlan } from "../../../../support/plan-factories.ts";

const NUMBER = "CZ.03.02.02/00/22_006/0001329";
const OTHER = "CZ.03.02.02/00/22_046/0002180";

const FIELDS = {
  title: "Podpora duševního zdraví v kraji",
  shortName: "Duševní zdraví",
  programme: "OPZ+",
  startsOn: "2025-01-01",
  endsOn: "2027-12-31",
  phase: "running",
};

describe.each(engines)("projects that get their numbers on %s", (engine) => {
  let house: TestApp;
  let founder: Awaited<ReturnType<TestApp["signedInAs"]>>;
  let cardId: number;
  beforeEach(async () => {
    house = await openTestApp(engine);
    await seedCatalogues(house.db, house.clock.now());
    founder = await house.signedInAs(await createUser(house.db, { is_administrator: true }));
    const planId = await createPlan(house.db);
    const measures = ["Rozšířit kapacitu", `Navázat na projekt reg.\nč. ${NUMBER}`];
    [cardId] = (await createCards(house, planId, [{ name: "Péče", measures }])) as [number];
  });
  afterEach(() => house.close());

  const links = () =>
    house
      .db("card_links")
      .whereNull("archived_at")
      .orderBy("id")
      .select("project_id", "activity_id", "registration_number");
  const newest = () => house.db("projects").max({ id: "id" }).first();
  const found = async (registrationNumber: string) => {
    const answer = await founder.post("/projects", { ...FIELDS, registrationNumber });
    expect(answer.status).toBe(303);
    return Number((await newest())?.id);
  };
  const edit = async (projectId: number, registrationNumber: string) => {
    const { version } = await house.db("projects").where({ id: projectId }).first("version");
    const fields = { ...FIELDS, registrationNumber, version: String(version) };
    const answer = await founder.post(`/projects/${projectId}`, fields);
    expect(answer.status).toBe(303);
  };

  test("a number broken over lines in a measure waits, and a founded project joins it", async () => {
    expect(await links()).toMatchObject([{ project_id: null, registration_number: NUMBER }]);
    const projectId = await found(NUMBER);
    expect(await links()).toMatchObject([{ project_id: projectId }]);
    const [atCard] = await listHistory(house.db, { objectType: "card", objectId: cardId });
    expect(atCard).toMatchObject({
      action: "card-link.joined",
      changes: { registrationNumber: [null, NUMBER] },
    });
    const atProject = await listHistory(house.db, { objectType: "project", objectId: projectId });
    expect(atProject).toContainEqual(
      expect.objectContaining({
        action: "card-link.joined",
        changes: { cards: [null, ["1.1.1 Péče"]] },
      }),
    );
  });

  test("a project that is given another number parts, with its activity, and joins what waits", async () => {
    const projectId = await found(NUMBER);
    const activity_id = await createActivity(house.db, projectId);
    await house.db("card_links").update({ activity_id });
    await createCardLink(house.db, cardId, { registration_number: OTHER });
    await edit(projectId, OTHER);
    expect(await links()).toMatchObject([
      { registration_number: NUMBER, project_id: null, activity_id: null },
      { registration_number: OTHER, project_id: projectId },
    ]);
    await edit(projectId, "");
    expect(await links()).toMatchObject([{ project_id: null }, { project_id: null }]);
  });

  test("what is linked by hand to the project itself outlives its number", async () => {
    const projectId = await createProject(house.db, { registration_number: OTHER });
    await createCardLink(house.db, cardId, { project_id: projectId });
    await edit(projectId, "");
    expect(await links()).toContainEqual(expect.objectContaining({ project_id: projectId }));
  });

  test("an edit that leaves the number alone says nothing of links", async () => {
    const projectId = await found(NUMBER);
    const before = await links();
    await edit(projectId, NUMBER);
    expect(await links()).toEqual(before);
    const told = await listHistory(house.db, { objectType: "card", objectId: cardId });
    expect(told.filter(({ action }) => action === "card-link.joined")).toHaveLength(1);
  });

  test("a copy has no number of its own, so it joins nothing", async () => {
    const projectId = await found(NUMBER);
    const copy = { title: "Další", shortName: "Další", startsOn: "2028-01-01", step: "save" };
    const answer = await founder.post(`/projects/${projectId}/copy`, copy);
    expect(answer.status).toBe(303);
    expect(await links()).toMatchObject([{ project_id: projectId }]);
  });

  test("a card that is reworded is read again", async () => {
    const content = cardContent({ areaCode: "1.1", description: `Projekt ${OTHER}.` });
    await change(house, system, (one) => rewriteCard(one, cardId, content));
    expect(await links()).toMatchObject([{ registration_number: OTHER }]);
  });
});
