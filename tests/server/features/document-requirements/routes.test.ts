import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createDocument } from "../../../support/document-factories.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createRequirement } from "../../../support/output-factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createEvent } from "../../../support/training-factories.ts";

const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n");

describe.each(engines)("required documents on %s", (engine) => {
  let house: TestApp;
  let projectId: number;
  let documents: string;
  let requirementId: number;
  let coordinator: Browser;
  let reader: Browser;

  beforeEach(async () => {
    house = await openTestApp(engine);
    projectId = await createProject(house.db);
    documents = `/projects/${projectId}/documents`;
    const join = async (role: string) => {
      const userId = await createUser(house.db);
      await addMember(house.db, { projectId, userId, role });
      return house.signedInAs(userId);
    };
    coordinator = await join("coordinator");
    reader = await join("reader");
    requirementId = await createRequirement(house.db, { code: "poster", name_cs: "Plakát A3" });
  });
  afterEach(() => house.close());

  const slot = () => ({
    ...{ requirementId: String(requirementId), objectType: "project" },
    objectId: String(projectId),
  });
  const required = async (query = "") => (await reader.get(`${documents}/required${query}`)).text;

  test("a missing paper is uploaded straight into its place, already named and sorted", async () => {
    expect(await required()).toContain("Chybí");
    const form = await coordinator.get(`${documents}/new?${new URLSearchParams(slot())}`);
    expect(form.text).toContain('value="Plakát A3"');
    expect(form.text).toMatch(/<option value="publicity" selected>/);
    const fields = { ...slot(), title: "Plakát A3", category: "publicity" };
    const answer = await coordinator.upload(documents, PDF, fields, "plakat.pdf");
    expect([answer.status, answer.headers.location]).toEqual([303, `${documents}/required`]);
    expect(await required()).toContain("Nic nechybí");
    expect(await required("?show=all")).toContain("Doloženo");
  });

  test("a paper is taken for one required of its own kind of record only", async () => {
    const eventId = await createEvent(house.db, projectId);
    const fields = { ...slot(), objectType: "event", objectId: String(eventId), category: "other" };
    const answer = await coordinator.upload(documents, PDF, fields, "plakat.pdf");
    expect(answer.status).toBe(422);
    expect(await house.db("documents").select("id")).toEqual([]);
  });

  test("a paper that need not be is waived with a reason, and asked for again", async () => {
    const waivers = `${documents}/waivers`;
    expect((await coordinator.post(waivers, slot())).status).toBe(422);
    const reason = "Projekt nemá provozovnu.";
    expect((await coordinator.post(waivers, { ...slot(), reason })).status).toBe(303);
    expect((await coordinator.post(waivers, { ...slot(), reason })).status).toBe(303);
    expect(await required()).toContain("Nic nechybí");
    expect(await required("?show=all")).toContain(reason);
    const [waiver, ...others] = await house.db("document_waivers").select("id");
    expect(others).toEqual([]);
    await coordinator.post(`${waivers}/${waiver.id}/removal`);
    expect((await coordinator.post(`${waivers}/${waiver.id}/removal`)).status).toBe(404);
    expect(await required()).toContain("Chybí");
    await coordinator.post(waivers, { ...slot(), reason: "Plakát visí u partnera." });
    expect(await required("?show=all")).toContain("Plakát visí u partnera.");
  });

  test("a record of another project is waived by nobody, and a reader waives nothing", async () => {
    const waivers = `${documents}/waivers`;
    const foreign = { ...slot(), objectId: String(await createProject(house.db)), reason: "Není." };
    expect((await coordinator.post(waivers, foreign)).status).toBe(404);
    const unknown = { ...slot(), requirementId: "999999", reason: "Není." };
    expect((await coordinator.post(waivers, unknown)).status).toBe(404);
    expect((await reader.post(waivers, { ...slot(), reason: "Není." })).status).toBe(403);
    expect(await required()).not.toContain("Nahrát");
  });

  test("the paper itself is opened from the list by whoever may", async () => {
    const { documentId } = await createDocument(house.db, projectId, {
      ...{ requirement_id: requirementId, is_personal: true },
    });
    const link = `href="${documents}/${documentId}"`;
    expect(await required("?show=all")).not.toContain(link);
    expect((await coordinator.get(`${documents}/required?show=all`)).text).toContain(link);
  });

  test("the list costs as much of forty events as of one, and goes on to further pages", async () => {
    await createRequirement(house.db, { subject: "event" });
    const held = { starts_on: "2026-02-10", ends_on: "2026-02-10" };
    const cost = async () => (await statementsOf(house.db, () => required())).length;
    await createEvent(house.db, projectId, held);
    await required();
    const one = await cost();
    for (let n = 0; n < 55; n += 1) await createEvent(house.db, projectId, held);
    expect(await cost()).toBe(one);
    expect(one).toBe(5);
    expect(await required("?page=2")).toContain("57 povinných dokumentů");
  });

  test("the workbook tells the same", async () => {
    const answer = await reader.get(`${documents}/required?format=xlsx&show=all`);
    expect(answer.headers["content-type"]).toContain("spreadsheetml");
  });

  describe("what is required", () => {
    let administrator: Browser;
    const form = {
      ...{ code: "partner-agreement", nameCs: "Partnerská smlouva", nameEn: "Partner agreement" },
      ...{
        appliesTo: "project",
        category: "agreement",
        validFrom: "1. 1. 2021",
        position: "9",
        dueDays: "30",
      },
    };
    beforeEach(async () => {
      const userId = await createUser(house.db, { is_administrator: true });
      administrator = await house.signedInAs(userId);
    });
    const all = "/admin/rules/documents";

    test("the administrator asks for a further paper and every running project owes it", async () => {
      expect((await administrator.post(all, form)).status).toBe(303);
      expect(await required()).toContain("Partnerská smlouva");
      expect((await administrator.get(all)).text).toContain("partner-agreement");
      expect((await administrator.post(all, form)).status).toBe(422);
    });

    test("what it applies to is chosen, not made up, and its span does not end before it begins", async () => {
      for (const wrong of [
        { appliesTo: "meeting" },
        { appliesTo: "event:" },
        { appliesTo: "" },
        { code: "Partner Á" },
        { validTo: "2020-12-31" },
        { nameCs: "" },
        { dueDays: "" },
        { dueDays: "-1" },
        { dueDays: "400" },
      ]) {
        const answer = await administrator.post(all, { ...form, ...wrong });
        expect([wrong, answer.status]).toEqual([wrong, 422]);
      }
    });

    test("the second of two editors sees what the first has saved", async () => {
      const one = `${all}/${requirementId}`;
      expect((await administrator.get(`${one}/edit`)).text).toContain("Plakát A3");
      const first = { ...form, nameCs: "Plakát formátu A3", version: "1" };
      expect((await administrator.post(one, first)).status).toBe(303);
      const second = await administrator.post(one, { ...form, nameCs: "Poster", version: "1" });
      expect([second.status, second.text]).toEqual([
        409,
        expect.stringContaining("Plakát formátu A3"),
      ]);
    });
  });
});
