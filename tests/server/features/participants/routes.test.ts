import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createParticipant, createParticipation } from "../../../support/training-factories.ts";

describe.each(engines)("participants of a project on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    await seedCatalogues(app.db, app.clock.now());
    projectId = await createProject(app.db);
    managerId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: managerId });
  });
  afterEach(() => app.close());

  const list = () => `/projects/${projectId}/participants`;
  const manager = () => app.signedInAs(managerId);
  const withRole = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  };
  const join = async (person: Record<string, unknown>, given: Record<string, unknown> = {}) => {
    const participant_id = await createParticipant(app.db, person);
    return createParticipation(app.db, projectId, { participant_id, ...given });
  };
  const accesses = () => app.db("personal_data_accesses").orderBy("id");
  const namesIn = (text: string) =>
    [...text.matchAll(/class="table__main"><a [^>]+>([^<]+)</g)].map(([, name]) => name);

  describe("the list", () => {
    test("is in Czech order, with hours, the way to the threshold and the card", async () => {
      await join({ surname: "Hora" }, { in_person_minutes: 1200, electronic_minutes: 90 });
      await join({ surname: "Chalupa" });
      await join({ surname: "Čapek" }, { in_person_minutes: 2400, threshold_on: "2026-02-20" });
      const { text } = await (await manager()).get(list());
      expect(namesIn(text)).toEqual(["Čapek Alena", "Hora Alena", "Chalupa Alena"]);
      expect(text).toContain("21,5\u00a0h");
      expect(text).toContain("20.\u00a02.\u00a02026");
      expect(text).toContain("registrován, bez podpory");
      expect(text).toContain("5/9");
      const seen = { action: "view", person_count: 3, project_id: projectId, user_id: managerId };
      expect(await accesses()).toMatchObject([seen]);
    });

    test.each(["finance", "reader"])("shows %s numbers and no name at all", async (role) => {
      const canary = { surname: "Kanárková", first_name: "Žofie", municipality: "Ptačice" };
      await join(canary, { in_person_minutes: 60, age_at_entry: 17 });
      const { text } = await (await withRole(role)).get(list());
      expect(text).toContain("do 17 let");
      for (const value of Object.values(canary)) expect(text).not.toContain(value);
      expect(await accesses()).toEqual([]);
    });

    test("counts persons apart from those registered without support", async () => {
      await join({}, { in_person_minutes: 60 });
      await join({ sex: "POHMUZI" });
      const standing = await join({}, { is_complete: true });
      await join({}, { merged_into_id: standing });
      const { text } = await (await withRole("reader")).get(list());
      const tiles = [...text.matchAll(/tile__value">([^<]+)</g)].map(([, value]) => value);
      expect(tiles).toEqual(["3", "1", "0", "1"]);
      expect(text).toContain("registrováno bez podpory: 2");
    });

    test("narrows by what is not personal, in the address", async () => {
      await join({ surname: "Bezová" });
      await join({ surname: "Podová" }, { in_person_minutes: 60 });
      await join(
        { surname: "Nadová" },
        { in_person_minutes: 2400, threshold_on: "2026-02-20", is_complete: true },
      );
      await join({ surname: "Pryčová" }, { exited_on: "2026-02-20" });
      const browser = await manager();
      const shown = async (query: string) =>
        namesIn((await browser.get(`${list()}?${query}`)).text);
      expect(await shown("support=none")).toEqual(["Bezová Alena", "Pryčová Alena"]);
      expect(await shown("support=under")).toEqual(["Podová Alena"]);
      expect(await shown("support=over")).toEqual(["Nadová Alena"]);
      expect(await shown("record=complete")).toEqual(["Nadová Alena"]);
      expect(await shown("stay=left")).toEqual(["Pryčová Alena"]);
      expect(await shown("group=none&stay=left")).toEqual(["Pryčová Alena"]);
      expect(await shown("group=999999")).toEqual([]);
      expect(await shown("support=nonsense")).toHaveLength(4);
    });

    test("finds by the beginnings of names without diacritics, and by code, by a form", async () => {
      await join({ surname: "Žďárská" });
      await join({ surname: "Zdeňková" });
      const browser = await manager();
      const search = async (q: string) =>
        namesIn((await browser.post(`${list()}/search`, { q })).text);
      expect(await search("ZDA al")).toEqual(["Žďárská Alena"]);
      expect(await search("arska")).toEqual([]);
      const { code } = await app.db("participants").where({ surname: "Zdeňková" }).first();
      expect(await search(code.toLowerCase())).toEqual(["Zdeňková Alena"]);
      expect((await accesses()).map(({ action, person_count }) => [action, person_count])).toEqual([
        ["search", 1],
        ["search", 0],
        ["search", 1],
      ]);
      expect((await accesses())[0].route).toBe("POST /projects/:projectId/participants/search");
      expect((await (await withRole("reader")).post(`${list()}/search`, { q: "a" })).status).toBe(
        403,
      );
    });

    test("goes to Excel with names only when noted, and to nobody who may not read them", async () => {
      await join({ surname: "Žďárská" });
      const browser = await manager();
      expect((await browser.get(`${list()}?format=xlsx&contents=codes`)).status).toBe(200);
      expect(await accesses()).toEqual([]);
      expect((await browser.get(`${list()}?format=xlsx&contents=names`)).status).toBe(200);
      expect(await accesses()).toMatchObject([{ action: "export", person_count: 1 }]);
      const reader = await withRole("reader");
      expect((await reader.get(`${list()}?format=xlsx`)).status).toBe(403);
    });

    test("asks the database as often for fifty as for one", async () => {
      await join({});
      const browser = await manager();
      await browser.get(list());
      const few = await statementsOf(app.db, () => browser.get(list()));
      for (let n = 0; n < 12; n += 1) await join({});
      const many = await statementsOf(app.db, () => browser.get(list()));
      expect(many.length).toBe(few.length);
      expect(many.length).toBeLessThanOrEqual(8);
    });
  });
});
