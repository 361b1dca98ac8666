import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";

describe.each(engines)("the catalogue of social services on %s", (engine) => {
  let house: TestApp;
  let admin: Browser;
  beforeEach(async () => {
    house = await openTestApp(engine);
    await seedCatalogues(house.db, house.clock.now());
    admin = await house.signedInAs(await createUser(house.db, { is_administrator: true }));
  });
  afterEach(() => house.close());

  const list = "/admin/social-services";
  const rowOf = (section: string) => house.db("social_services").where({ section }).first();
  const entry = (given: Record<string, string> = {}) => ({
    ...{ nameCs: "Odlehčovací služby", nameEn: "Respite care", kind: "care", position: "12" },
    ...{ synonyms: "respitní péče", source: "Zákon", validFrom: "", validTo: "", version: "1" },
    ...given,
  });

  test("tells names of the Act with their sections, and in how many cards they are", async () => {
    const planId = await createPlan(house.db);
    await createCards(house, planId, [{ services: "Raná péče (§ 54)" }]);
    const { text } = await admin.get(list);
    const page = text.replaceAll("\u00a0", " ");
    expect(page).toContain("§ 60a");
    expect(page).toContain("Nízkoprahová zařízení pro děti a mládež");
    expect(page).toMatch(/Raná péče<\/a>[\s\S]*?class="number">1</);
  });

  test("is kept by administrators only", async () => {
    const { id } = await rowOf("44");
    for (const columns of [{}, { is_founder: true }, { is_management: true }]) {
      const other = await house.signedInAs(await createUser(house.db, columns));
      expect((await other.get(list)).status).toBe(403);
      expect((await other.post(`${list}/${id}`, entry())).status).toBe(403);
      expect((await other.post(`${list}/${id}/archiving`, { version: "1" })).status).toBe(403);
    }
  });

  test("takes a new word, by which cards written before are understood at once", async () => {
    const planId = await createPlan(house.db);
    await createCards(house, planId, [{ services: "Odlehčovačky" }]);
    const named = () => house.db("card_services").select("service_id");
    expect(await named()).toEqual([{ service_id: null }]);
    const { id } = await rowOf("44");
    const answer = await admin.post(
      `${list}/${id}`,
      entry({ synonyms: "respitní péče\nodlehčovačky" }),
    );
    expect(answer.status).toBe(303);
    expect(await named()).toEqual([{ service_id: id }]);
    const [event] = await house.db("audit_events").where({ action: "social-service.edited" });
    expect(JSON.stringify(event.changes)).toContain("odlehčovačky");
  });

  test("takes no word that leads to another service", async () => {
    const { id } = await rowOf("44");
    const twice = await admin.post(`${list}/${id}`, entry({ synonyms: "Raná péče" }));
    expect(twice.status).toBe(422);
    expect(twice.text).toContain("Označení „Raná péče“ už patří k jiné položce.");
    expect((await admin.post(`${list}/${id}`, entry({ nameCs: "NZDM" }))).status).toBe(422);
    expect((await rowOf("44")).version).toBe(1);
  });

  test.each([
    ["nameCs", { nameCs: "" }],
    ["kind", { kind: "other" }],
    ["position", { position: "0" }],
    ["source", { source: "" }],
    ["synonyms", { synonyms: "a".repeat(121) }],
    ["validTo", { validFrom: "2026-02-01", validTo: "2026-01-31" }],
  ])("refuses a wrong %s and keeps what was typed", async (field, wrong) => {
    const { id } = await rowOf("44");
    const answer = await admin.post(`${list}/${id}`, entry({ nameEn: "Typed", ...wrong }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain('value="Typed"');
  });

  test("takes a new section once", async () => {
    const fresh = entry({ section: "71a", nameCs: "Nová služba", synonyms: "" });
    expect((await admin.post(list, entry({ section: "§ 71" }))).status).toBe(422);
    expect((await admin.post(list, fresh)).status).toBe(303);
    expect((await admin.post(list, { ...fresh, nameCs: "Jiná služba" })).status).toBe(422);
    expect(await rowOf("71a")).toMatchObject({ name_cs: "Nová služba", kind: "care" });
  });

  test("of two who edit at once the second is told", async () => {
    const { id } = await rowOf("44");
    expect((await admin.post(`${list}/${id}`, entry({ source: "A" }))).status).toBe(303);
    expect((await admin.post(`${list}/${id}`, entry({ source: "B" }))).status).toBe(409);
    expect((await rowOf("44")).source).toBe("A");
  });

  test("archives a service, which cards are then not understood by, and brings it back", async () => {
    const planId = await createPlan(house.db);
    await createCards(house, planId, [{ services: "Raná péče (§ 54)" }]);
    const { id } = await rowOf("54");
    const isKnown = async () =>
      (await house.db("card_services").whereNotNull("service_id").first()) !== undefined;
    expect(await isKnown()).toBe(true);
    expect((await admin.post(`${list}/${id}/archiving`, { version: "1" })).status).toBe(303);
    expect(await isKnown()).toBe(false);
    expect((await admin.get(list)).text).toContain("v archivu");
    expect((await admin.post(`${list}/${id}/archiving`, { version: "1" })).status).toBe(409);
    expect((await admin.post(`${list}/${id}/archiving`, { version: "2" })).status).toBe(303);
    expect(await isKnown()).toBe(true);
    expect((await admin.get(`${list}/999999/edit`)).status).toBe(404);
  });
});
