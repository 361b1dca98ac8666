import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listHistory } from "../../../../db/queries/audit-events.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { createCardLink } from "../../../support/cards.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";

const NUMBER = "CZ.03.02.02/00/22_006/0001329";

describe.each(engines)("links of a card on %s", (engine) => {
  let house: TestApp;
  let editor: Browser;
  let projectId: number;
  let planId: number;
  let cardId: number;
  let measureId: number;
  beforeEach(async () => {
    house = await openTestApp(engine);
    const userId = await createUser(house.db, { is_founder: true });
    editor = await house.signedInAs(userId);
    projectId = await createProject(house.db, { short_name: "Duševní zdraví" });
    await addMember(house.db, { projectId, userId, role: "reader" });
    planId = await createPlan(house.db);
    const cards = [{ measures: ["Rozšířit kapacitu"] }, { number: "1.1.2", measures: ["Jiné"] }];
    [cardId] = (await createCards(house, planId, cards)) as [number];
    measureId = (await house.db("measures").where({ card_id: cardId }).first("id")).id;
  });
  afterEach(() => house.close());

  const links = () => `/plans/${planId}/cards/${cardId}/links`;
  const living = () => house.db("card_links").whereNull("archived_at").orderBy("id");
  const send = (fields: Record<string, string>) => editor.post(links(), fields);
  const submission = "11111111-1111-4111-8111-111111111111";

  test("a card is linked to a project, its activity and a measure, twice sent once", async () => {
    const activityId = await createActivity(house.db, projectId);
    const fields = { projectId: String(projectId), activityId: String(activityId) };
    const rest = { measureId: String(measureId), note: "Pilotní provoz", _submission: submission };
    expect((await send({ ...fields, ...rest })).status).toBe(303);
    expect((await send({ ...fields, ...rest })).status).toBe(303);
    expect(await living()).toMatchObject([
      {
        ...{ card_id: cardId, project_id: projectId, activity_id: activityId },
        ...{ measure_id: measureId, origin: "hand", note: "Pilotní provoz" },
      },
    ]);
  });

  test("the history of the card names no project, that of the project names the card", async () => {
    await send({ projectId: String(projectId), note: "Pilotní provoz" });
    const [atCard] = await listHistory(house.db, { objectType: "card", objectId: cardId });
    expect(atCard).toMatchObject({ action: "card-link.added", changes: {} });
    const [atProject] = await listHistory(house.db, { objectType: "project", objectId: projectId });
    expect(atProject?.changes).toEqual({
      card: [null, "1.1.1 Podpora pečujících"],
      note: [null, "Pilotní provoz"],
    });
  });

  test("first the project is chosen, then what belongs to it", async () => {
    await createActivity(house.db, projectId, { title: "Mobilní tým" });
    const first = await editor.get(`${links()}/new`);
    expect(first.text).toContain("Duševní zdraví");
    expect(first.text).not.toContain("Mobilní tým");
    const then = await editor.get(`${links()}/new?project=${projectId}`);
    expect(then.text).toContain("Mobilní tým");
    expect(then.text).toContain("Rozšířit kapacitu");
  });

  test("a project that is not here is named by its number and joins when it is", async () => {
    expect((await send({ registrationNumber: NUMBER, projectName: "Nový dům" })).status).toBe(303);
    expect(await living()).toMatchObject([
      { project_id: null, registration_number: NUMBER, project_name: "Nový dům" },
    ]);
    const bearer = await createProject(house.db, {
      registration_number: "CZ.03.02.02/00/22_046/0002180",
    });
    await send({ registrationNumber: "CZ 03.02.02/00/22_046/0002180" });
    expect(await living()).toContainEqual(expect.objectContaining({ project_id: bearer }));
  });

  test("what is typed stays when a field is wrong", async () => {
    const nothing = await send({ note: "Bez projektu" });
    expect(nothing.status).toBe(422);
    expect(nothing.text).toContain("Bez projektu");
    const wrong = await send({ registrationNumber: "CZ.1", projectName: "Nový dům" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Nový dům");
    expect(wrong.text).toContain("CZ.1");
    expect(await living()).toEqual([]);
  });

  test("neither a strange measure, activity nor project out of reach is taken", async () => {
    const strange = await createProject(house.db);
    const activityId = String(await createActivity(house.db, strange));
    const other = await house.db("measures").whereNot({ id: measureId }).first("id");
    const project = String(projectId);
    expect((await send({ projectId: String(strange) })).status).toBe(422);
    expect((await send({ projectId: project, activityId })).status).toBe(422);
    expect((await send({ projectId: project, measureId: String(other.id) })).status).toBe(422);
    expect((await send({ projectName: "Dům", activityId })).status).toBe(422);
    expect(await living()).toEqual([]);
  });

  test("the same link is not made twice, another activity is another link", async () => {
    const activityId = String(await createActivity(house.db, projectId));
    const fields = { projectId: String(projectId) };
    expect((await send(fields)).status).toBe(303);
    const again = await send(fields);
    expect(again.status).toBe(422);
    expect(again.text).toContain("Taková vazba už tu je.");
    expect((await send({ ...fields, activityId })).status).toBe(303);
    expect(await living()).toHaveLength(2);
  });

  test("a link is mended; the second of two editors is told", async () => {
    const id = await createCardLink(house.db, cardId, { project_name: "Nový dům" });
    const fields = { projectName: "Nový domov", measureId: String(measureId), version: "1" };
    expect((await editor.post(`${links()}/${id}`, fields)).status).toBe(303);
    expect(await living()).toMatchObject([{ project_name: "Nový domov", measure_id: measureId }]);
    const late = await editor.post(`${links()}/${id}`, { ...fields, projectName: "Jiný dům" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Nový domov");
    expect(late.text).toContain("Jiný dům");
  });

  test("what was found keeps its number and measure, whatever is posted", async () => {
    const found = { registration_number: NUMBER, origin: "number" };
    const id = await createCardLink(house.db, cardId, found);
    const fields = { registrationNumber: "", measureId: String(measureId), note: "Viz text" };
    await editor.post(`${links()}/${id}`, { ...fields, version: "1", origin: "hand" });
    expect(await living()).toMatchObject([{ ...found, measure_id: null, note: "Viz text" }]);
  });

  test("a removed link covers nothing any longer, and is removed once", async () => {
    const id = await createCardLink(house.db, cardId, { project_id: projectId });
    expect((await editor.post(`${links()}/${id}/archiving`)).status).toBe(303);
    expect((await editor.post(`${links()}/${id}/archiving`)).status).toBe(303);
    expect(await living()).toEqual([]);
    const told = await listHistory(house.db, { objectType: "card", objectId: cardId });
    expect(told.filter(({ action }) => action === "card-link.removed")).toHaveLength(1);
  });

  const cardPage = () => `/plans/${planId}/cards/${cardId}`;
  const reword = async (description: string) => {
    const { version, area_id } = await house.db("cards").where({ id: cardId }).first();
    const { code: areaCode } = await house.db("plan_areas").where({ id: area_id }).first("code");
    const texts = { number: "1.1.1", name: "Podpora pečujících", areaCode, description };
    const answer = await editor.post(cardPage(), { ...texts, version: String(version) });
    expect(answer.status).toBe(303);
  };

  test("what was linked by hand and removed stays away though the text says its number", async () => {
    await house.db("projects").where({ id: projectId }).update({ registration_number: NUMBER });
    await send({ projectId: String(projectId) });
    const [{ id }] = await living();
    await reword(`Viz ${NUMBER}.`);
    expect(await living()).toMatchObject([{ id, origin: "hand" }]);
    await editor.post(`${links()}/${id}/archiving`);
    await reword(`Viz projekt ${NUMBER}.`);
    const measure = { text: `Projekt ${NUMBER}`, state: "planned", version: "1" };
    await editor.post(`${cardPage()}/measures/${measureId}`, measure);
    expect(await living()).toEqual([]);
    await send({ projectId: String(projectId) });
    await reword(`Stále viz ${NUMBER}.`);
    expect(await living()).toMatchObject([
      { project_id: projectId, origin: "hand", measure_id: null },
      { project_id: projectId, origin: "number", measure_id: measureId },
    ]);
  });

  test("a removed link is brought back as it was, once, and told in both histories", async () => {
    const activity_id = await createActivity(house.db, projectId);
    const id = await createCardLink(house.db, cardId, {
      ...{ project_id: projectId, activity_id, measure_id: measureId, note: "Pilotní provoz" },
    });
    expect((await editor.get(cardPage())).text).not.toContain("Odebrané vazby");
    await editor.post(`${links()}/${id}/archiving`);
    const page = (await editor.get(cardPage())).text;
    expect(page).toContain("Odebrané vazby (1)");
    expect(page).toContain("Vrátit vazbu na projekt Duševní zdraví");
    const restoration = `${links()}/${id}/archiving/restoration`;
    expect((await editor.post(restoration)).status).toBe(303);
    expect((await editor.post(restoration)).status).toBe(303);
    expect(await living()).toMatchObject([
      { id, project_id: projectId, activity_id, measure_id: measureId, note: "Pilotní provoz" },
    ]);
    expect((await editor.get(cardPage())).text).not.toContain("Odebrané vazby");
    for (const of of [
      { objectType: "card", objectId: cardId },
      { objectType: "project", objectId: projectId },
    ]) {
      const told = await listHistory(house.db, of);
      expect(told.filter(({ action }) => action === "card-link.restored")).toHaveLength(1);
    }
  });

  test("a found link brought back follows the text again, or the person where it says it no more", async () => {
    await reword(`Viz ${NUMBER}.`);
    const [{ id }] = await living();
    const takeAway = () => editor.post(`${links()}/${id}/archiving`);
    const bringBack = () => editor.post(`${links()}/${id}/archiving/restoration`);
    await takeAway();
    const bearer = await createProject(house.db, { registration_number: NUMBER });
    await bringBack();
    expect(await living()).toMatchObject([{ id, project_id: bearer, origin: "number" }]);
    await takeAway();
    await reword("Bez čísla.");
    await bringBack();
    expect(await living()).toMatchObject([{ id, project_id: bearer, origin: "hand" }]);
    await reword("Stále bez čísla.");
    expect(await living()).toHaveLength(1);
  });

  test("a removed link that was made anew meanwhile is neither offered nor doubled", async () => {
    const id = await createCardLink(house.db, cardId, { project_id: projectId });
    await editor.post(`${links()}/${id}/archiving`);
    await send({ projectId: String(projectId) });
    expect((await editor.get(cardPage())).text).not.toContain("Odebrané vazby");
    expect((await editor.post(`${links()}/${id}/archiving/restoration`)).status).toBe(409);
    expect(await living()).toHaveLength(1);
  });

  test("neither readers nor strangers bring links back, and nobody what only the text let go of", async () => {
    const id = await createCardLink(house.db, cardId, { project_name: "Nový dům" });
    await editor.post(`${links()}/${id}/archiving`);
    const reader = await house.signedInAs(await createUser(house.db));
    expect((await reader.post(`${links()}/${id}/archiving/restoration`)).status).toBe(403);
    expect((await reader.get(cardPage())).text).not.toContain("Odebrané vazby");
    const other = await house.db("cards").whereNot({ id: cardId }).first("id");
    const strange = `/plans/${planId}/cards/${other.id}/links/${id}/archiving/restoration`;
    expect((await editor.post(strange)).status).toBe(404);
    await reword(`Viz ${NUMBER}.`);
    await reword("Bez čísla.");
    const gone = await house.db("card_links").where({ registration_number: NUMBER }).first("id");
    expect((await editor.post(`${links()}/${gone.id}/archiving/restoration`)).status).toBe(409);
    expect(await living()).toEqual([]);
  });

  test("what leads to a project out of reach is not named, not mended, but may be removed", async () => {
    const hidden = await createProject(house.db, {
      short_name: "Tajný záměr",
      title: "Tajný záměr kraje",
      registration_number: NUMBER,
    });
    const activity_id = await createActivity(house.db, hidden, { title: "Skrytá aktivita" });
    const id = await createCardLink(house.db, cardId, {
      ...{ project_id: hidden, activity_id, note: "Skrytá poznámka" },
    });
    for (const page of [
      `/plans/${planId}/cards/${cardId}`,
      `/plans/${planId}/coverage?state=all`,
    ]) {
      const { status, text } = await editor.get(page);
      expect(status).toBe(200);
      expect(text).toMatch(/mimo váš dosah/);
      for (const secret of ["Tajný", "Skrytá", NUMBER, `/projects/${hidden}`])
        expect(text).not.toContain(secret);
    }
    expect((await editor.get(`${links()}/${id}/edit`)).status).toBe(404);
    expect((await editor.post(`${links()}/${id}`, { version: "1" })).status).toBe(404);
    expect((await editor.get(`${links()}/new?project=${hidden}`)).text).not.toContain("Tajný");
    expect((await editor.post(`${links()}/${id}/archiving`)).status).toBe(303);
  });

  test("a link of another card, a foreign card and a reader are turned away", async () => {
    const other = await house.db("cards").whereNot({ id: cardId }).first("id");
    const id = await createCardLink(house.db, other.id, { project_name: "Nový dům" });
    expect((await editor.post(`${links()}/${id}/archiving`)).status).toBe(404);
    expect((await editor.get(`${links()}/${id}/edit`)).status).toBe(404);
    const elsewhere = await createPlan(house.db);
    const strange = `/plans/${elsewhere}/cards/${cardId}/links/new`;
    expect((await editor.get(strange)).status).toBe(404);
    const reader = await house.signedInAs(await createUser(house.db));
    expect((await reader.post(links(), { projectName: "Dům" })).status).toBe(403);
  });

  test("nothing is linked to what lies in the archive", async () => {
    await house.db("plans").where({ id: planId }).update({ archived_at: house.clock.now() });
    expect((await send({ projectName: "Dům" })).status).toBe(409);
    expect(await living()).toEqual([]);
  });
});
