import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { formsOf } from "../../../support/forms.ts";
import {
  createEvent,
  createParticipant,
  createPosting,
  createSession,
} from "../../../support/training-factories.ts";
import { CARD, MINIMAL, SUBMISSION } from "./cards.ts";

describe.each(engines)("cards of participants on %s", (engine) => {
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
  const accesses = () => app.db("personal_data_accesses").orderBy("id");
  const stored = (id: number) => app.db("participations").where({ id }).first();
  const created = async (fields: Record<string, string | string[]>) => {
    const answer = await (await manager()).post(list(), fields);
    expect([answer.status, answer.text]).toEqual([303, expect.anything()]);
    return Number(answer.headers.location?.split("/").at(-1));
  };

  describe("a new participant", () => {
    test("needs a name and the day of entry; a known one is taken as they are", async () => {
      const id = await created(MINIMAL);
      expect(await stored(id)).toMatchObject({ entered_on: "2026-02-01", age_at_entry: 45 });
      const again = await created({ ...MINIMAL, firstName: "ALENA", surname: "zdarska" });
      expect(again).toBe(id);
      expect(await app.db("participants")).toHaveLength(1);
    });

    test("with a full card is complete at once", async () => {
      const id = await created(CARD);
      const participation = await stored(id);
      expect(Boolean(participation.is_complete)).toBe(true);
      expect(participation.disadvantage_sealed).toMatch(/^1\.[0-9a-f]{8}\./);
      expect(
        await app.db("participation_completions").where({ participation_id: id }),
      ).toHaveLength(1);
      const person = await app.db("participants").first();
      expect(person).toMatchObject({ postcode: "46001", municipality_part: "Horní Růžodol" });
      expect(person.organisation_id).not.toBeNull();
    });

    test("known from another project keeps what is known and gets what was missing", async () => {
      const other = await createProject(app.db);
      await addMember(app.db, { projectId: other, userId: managerId });
      const browser = await manager();
      await browser.post(`/projects/${other}/participants`, { ...MINIMAL, sex: "POHZENY" });
      await created({ ...CARD, sex: "POHMUZI" });
      expect(await app.db("participants")).toMatchObject([
        { sex: "POHZENY", municipality: "Liberec", surname: "Žďárská" },
      ]);
      expect(await app.db("participations")).toHaveLength(2);
    });

    test("of the same surname and day of birth as another is asked about first", async () => {
      const id = await createParticipant(app.db, { surname: "Žďárská", first_name: "Alenka" });
      const browser = await manager();
      const asked = await browser.post(list(), MINIMAL);
      expect(asked.status).toBe(422);
      const { code } = await app.db("participants").where({ id }).first();
      expect(asked.text).toContain(`Není to účastník ${code}`);
      const answer = await browser.post(list(), { ...MINIMAL, notThese: String(id) });
      expect(answer.status).toBe(303);
      expect(await app.db("participants")).toHaveLength(2);
    });

    test.each([
      ["firstName", { firstName: " " }],
      ["surname", { surname: "x".repeat(101) }],
      ["bornOn", { bornOn: "2026-03-03" }],
      ["enteredOn", { enteredOn: "31. 2. 2026" }],
      ["enteredOn", { enteredOn: "1979-01-01" }],
      ["postcode", { postcode: "460" }],
      ["email", { email: "alena" }],
      ["sex", { sex: "OTHER" }],
      ["labourStatus", { labourStatus: "TPXXX" }],
      ["education", { education: "VZISCED9" }],
      ["disadvantageCodes", { disadvantage: "given", disadvantageCodes: ["ZNZP", "NIC"] }],
      ["organisationIco", { organisationIco: "12345678" }],
      ["targetGroupItemId", { targetGroupItemId: "1" }],
      ["partnerOrganisationId", { partnerOrganisationId: "1" }],
    ])("with a wrong %s is not saved and keeps what was typed", async (field, wrong) => {
      const answer = await (await manager()).post(list(), { ...CARD, phone: "777", ...wrong });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(`href="#${field}"`);
      expect(answer.text).toContain('value="777"');
      expect(await app.db("participants")).toEqual([]);
    });

    test("sent twice is there once; columns nobody offers are left alone", async () => {
      const browser = await manager();
      const fields = {
        ...CARD,
        _submission: SUBMISSION,
        threshold_on: "2026-01-01",
        isComplete: "true",
      };
      const [first, second] = [
        await browser.post(list(), fields),
        await browser.post(list(), fields),
      ];
      expect(second.headers.location).toBe(first.headers.location);
      expect(await app.db("participations")).toMatchObject([{ threshold_on: null }]);
    });

    test("is entered by managers and coordinators, in their own projects", async () => {
      expect((await (await withRole("coordinator")).post(list(), MINIMAL)).status).toBe(303);
      for (const role of ["finance", "reader"])
        expect((await (await withRole(role)).post(list(), MINIMAL)).status).toBe(403);
      const stranger = await app.signedInAs(await createUser(app.db));
      expect((await stranger.post(list(), MINIMAL)).status).toBe(404);
      const administrator = await createUser(app.db, { is_administrator: true });
      expect((await (await app.signedInAs(administrator)).post(list(), MINIMAL)).status).toBe(403);
    });
  });

  describe("a card", () => {
    const one = (id: number) => `${list()}/${id}`;
    const opened = async (id: number) => {
      const { text } = await (await manager()).get(`${one(id)}/edit`);
      const fields = formsOf(text).find(({ action }) => action === one(id))?.fields ?? [];
      return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    };

    test("says what is missing, with a way to each field", async () => {
      const id = await created(MINIMAL);
      const { text } = await (await manager()).get(one(id));
      expect(text).toContain("Karta není úplná, chybí 5 údajů");
      for (const field of ["sex", "municipality", "labourStatus", "education", "disadvantage"])
        expect(text).toContain(`href="${one(id)}/edit#${field}"`);
      const person = await app.db("participants").first();
      expect((await accesses()).at(-1)).toMatchObject({
        action: "view",
        participant_id: person.id,
      });
    });

    test.each([
      ["not-asked", [], "–"],
      ["refused", [], "odmítl(a) uvést"],
      ["given", [], "bez znevýhodnění"],
      ["given", ["SPOZ"], "ohrožení závislostí"],
    ])("tells apart what was said of disadvantage: %s %j", async (disadvantage, codes, words) => {
      const id = await created({ ...CARD, disadvantage, disadvantageCodes: codes });
      const { text } = await (await manager()).get(one(id));
      const answer = /<dt>Znevýhodnění<\/dt>\s*<dd[^>]*>([\s\S]*?)<\/dd>/.exec(text)?.[1];
      expect(answer).toContain(words);
      const { is_complete } = await stored(id);
      expect(Boolean(is_complete)).toBe(disadvantage !== "not-asked");
    });

    test("is changed, and the history names the fields but never what stands in them", async () => {
      const id = await created(CARD);
      const fields = {
        ...CARD,
        version: String((await opened(id)).version),
        disadvantage: "given",
      };
      const changed = {
        ...fields,
        surname: "Kanárková",
        street: "Ptačí",
        disadvantageCodes: "ZNZP",
      };
      expect((await (await manager()).post(one(id), changed)).status).toBe(303);
      const [event] = await app.db("audit_events").where({ action: "participant.edited" });
      expect(JSON.parse(event.changes)).toEqual({
        surname: [null, null],
        street: [null, null],
        disadvantage: [null, null],
      });
      expect(await app.db("participants").first()).toMatchObject({
        search_text: "kanarkova alena",
        identity_key: "alena|kanarkova|1980-05-01",
      });
    });

    test("opened by two is saved by the first; the second sees both", async () => {
      const id = await created(CARD);
      const version = String((await opened(id)).version);
      const browser = await manager();
      await browser.post(one(id), { ...CARD, version, street: "Ptačí" });
      const second = await browser.post(one(id), { ...CARD, version, street: "Rybí" });
      expect(second.status).toBe(409);
      expect(second.text).toContain("Ptačí");
      expect(second.text).toContain('value="Rybí"');
      expect(await app.db("participants").first()).toMatchObject({ street: "Ptačí" });
    });

    test("changed in one project changes age and completeness in the other", async () => {
      const other = await createProject(app.db);
      await addMember(app.db, { projectId: other, userId: managerId });
      const id = await created(CARD);
      const browser = await manager();
      await browser.post(`/projects/${other}/participants`, { ...CARD, enteredOn: "2020-06-01" });
      const version = String((await opened(id)).version);
      const changed = { ...CARD, version, bornOn: "1990-05-01", municipality: "" };
      expect((await browser.post(one(id), changed)).status).toBe(303);
      const rows = await app.db("participations").orderBy("id");
      expect(rows.map((row) => [row.age_at_entry, Boolean(row.is_complete)])).toEqual([
        [35, false],
        [30, false],
      ]);
    });

    test("shows hours with their source; a confidential event without its name", async () => {
      const id = await created(CARD);
      for (const [title, is_confidential] of [
        ["Krizová intervence", false],
        ["PEER tajný", true],
      ] as const) {
        const eventId = await createEvent(app.db, projectId, { title, is_confidential });
        const session_id = await createSession(app.db, eventId);
        await createPosting(app.db, id, { session_id });
      }
      const { text } = await (await manager()).get(one(id));
      expect(text).toContain("Krizová intervence");
      expect(text).toContain("Důvěrná akce");
      expect(text).not.toContain("PEER");
    });

    test("is read by nobody without the right, and not under another project", async () => {
      const id = await created(CARD);
      for (const role of ["finance", "reader"])
        expect((await (await withRole(role)).get(one(id))).status).toBe(403);
      const other = await createProject(app.db);
      await addMember(app.db, { projectId: other, userId: managerId });
      const foreign = await (await manager()).get(`/projects/${other}/participants/${id}`);
      expect(foreign.status).toBe(404);
      const management = await createUser(app.db, { is_management: true });
      expect((await (await app.signedInAs(management)).get(one(id))).status).toBe(403);
    });
  });

  describe("the end of participation", () => {
    const exits = (id: number) => `${list()}/${id}/exits`;

    test("is a dated fact with its situation; a correction takes its place", async () => {
      const id = await created(CARD);
      const browser = await manager();
      const exit = { validOn: "2026-02-20", codes: ["SPUKV", "SPVZD"], note: "" };
      expect((await browser.post(exits(id), exit)).status).toBe(303);
      expect(await stored(id)).toMatchObject({
        exited_on: "2026-02-20",
        exit_codes: "SPUKV|SPVZD",
      });
      const [{ id: exitId }] = await app.db("participation_exits");
      const corrected = { validOn: "2026-02-21", codes: "SPUKV" };
      const correction = `${exits(id)}/${exitId}/correction`;
      expect((await browser.post(correction, corrected)).status).toBe(303);
      expect(await stored(id)).toMatchObject({ exited_on: "2026-02-21", exit_codes: "SPUKV" });
      expect((await browser.post(correction, corrected)).status).toBe(404);
      expect(await app.db("participation_exits")).toHaveLength(2);
    });

    test("that never was is withdrawn", async () => {
      const id = await created(CARD);
      const browser = await manager();
      await browser.post(exits(id), { validOn: "2026-02-20" });
      const [{ id: exitId }] = await app.db("participation_exits");
      const correction = `${exits(id)}/${exitId}/correction`;
      await browser.post(correction, { validOn: "2026-02-20", isWithdrawn: "true" });
      expect(await stored(id)).toMatchObject({ exited_on: null, exit_codes: null });
    });

    test.each([
      ["validOn", { validOn: "2026-03-03" }],
      ["validOn", { validOn: "2026-01-31" }],
      ["codes", { validOn: "2026-02-20", codes: "SPXXX" }],
    ])("with a wrong %s is not saved", async (field, wrong) => {
      const id = await created(CARD);
      const answer = await (await manager()).post(exits(id), wrong);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(`href="#${field}"`);
      expect(await app.db("participation_exits")).toEqual([]);
    });
  });
});
