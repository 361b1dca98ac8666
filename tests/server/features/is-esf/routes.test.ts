import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  sealDisadvantage,
  sealKeys,
} from "../../../../server/features/personal-data/seal/service.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createPeriod, createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createParticipant,
  createParticipation,
  createPosting,
} from "../../../support/training-factories.ts";

describe.each(engines)("files for IS ESF on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;

  beforeEach(async () => {
    app = await openTestApp(engine);
    projectId = await createProject(app.db);
    managerId = await createUser(app.db);
    await addMember(app.db, { projectId, userId: managerId, role: "manager" });
  });
  afterEach(() => app.close());

  const address = (rest = "/is-esf") => `/projects/${projectId}/exports${rest}`;
  const manager = () => app.signedInAs(managerId);

  async function createPerson(surname: string, given = {}, participation = {}): Promise<number> {
    const participant_id = await createParticipant(app.db, {
      ...{ first_name: "Alena", surname, municipality: "Plzeň", ...given },
    });
    return createParticipation(app.db, projectId, {
      ...{ participant_id, labour_status: "TPZAMCI", education: "VZISCED3-4", ...participation },
    });
  }

  test("have a row for each person with the required fields, codes of disadvantage opened", async () => {
    const id = await createPerson("Otevřená");
    const sealed = sealDisadvantage(sealKeys(app.config), id, { answer: "given", codes: ["ZNZP"] });
    await app.db("participations").where({ id }).update({ disadvantage_sealed: sealed });
    await createPerson("Neúplná", { municipality: null });
    await createPerson("Sloučená", {}, { merged_into_id: id });
    const file = await (await manager()).get(address("/is-esf-persons.csv"));
    expect(file.status).toBe(200);
    expect(file.headers["content-type"]).toBe("text/csv; charset=utf-8");
    const lines = file.text.split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]?.startsWith("\ufeffJmeno_Osoby;Prijmeni_Osoby;")).toBe(true);
    expect(lines[1]).toContain("Alena;Otevřená;1.5.1980;Plzeň;");
    expect(lines[1]).toContain(";ZNZP;");
    expect(lines[1]?.split(";")).toHaveLength(32);
  });

  test("have a row for each person and code of support in the period, merged ones together", async () => {
    const periodId = await createPeriod(app.db, projectId, {
      ...{ number: 1, starts_on: "2026-01-01", ends_on: "2026-06-30" },
    });
    const id = await createPerson("Otevřená");
    const twin = await createPerson("Sloučená", {}, { merged_into_id: id });
    const day = { valid_on: "2026-02-10", support_code: "7.1" };
    await createPosting(app.db, id, { ...day, minutes: 360 });
    await createPosting(app.db, twin, { ...day, minutes: 90 });
    const wrong = await createPosting(app.db, id, { ...day, form: "electronic", minutes: 600 });
    await createPosting(app.db, id, {
      ...day,
      form: "electronic",
      minutes: 60,
      corrects_id: wrong,
    });
    await createPosting(app.db, id, { ...day, support_code: "7.2", minutes: 120 });
    await createPosting(app.db, id, { valid_on: "2025-12-31", minutes: 999 });
    const file = await (await manager()).get(address(`/is-esf-supports.csv?period=${periodId}`));
    const rows = file.text.trim().split("\r\n").slice(1);
    expect(rows.map((row) => row.split(";").slice(10))).toEqual([
      ["7.1", "7,5", "1", "", "1.1.2026", "30.6.2026", ""],
      ["7.2", "2", "0", "", "1.1.2026", "30.6.2026", ""],
    ]);
  });

  test("are for those who may read names, and each is put on record", async () => {
    await createPerson("Otevřená");
    const periodId = await createPeriod(app.db, projectId, { number: 1 });
    const addresses = ["/is-esf", "/is-esf-persons.csv", `/is-esf-supports.csv?period=${periodId}`];
    for (const role of ["finance", "reader"]) {
      const userId = await createUser(app.db);
      await addMember(app.db, { projectId, userId, role });
      const browser = await app.signedInAs(userId);
      for (const rest of addresses) expect((await browser.get(address(rest))).status).toBe(403);
    }
    const stranger = await app.signedInAs(await createUser(app.db));
    for (const rest of addresses) expect((await stranger.get(address(rest))).status).toBe(404);
    expect(await app.db("is_esf_exports")).toEqual([]);
    const browser = await manager();
    for (const rest of addresses) expect((await browser.get(address(rest))).status).toBe(200);
    expect(await app.db("personal_data_accesses").pluck("action")).toEqual(["export", "export"]);
    expect(await app.db("is_esf_exports").orderBy("id")).toMatchObject([
      { kind: "persons", period_id: null, person_count: 1, exported_by: managerId },
      { kind: "supports", period_id: periodId, person_count: 1 },
    ]);
    const foreign = await createPeriod(app.db, await createProject(app.db), { number: 1 });
    expect((await browser.get(address(`/is-esf-supports.csv?period=${foreign}`))).status).toBe(404);
    const other = await createProject(app.db);
    await addMember(app.db, { projectId: other, userId: managerId, role: "manager" });
    const none = await browser.get(`/projects/${other}/exports/is-esf-supports.csv`);
    expect(none.status).toBe(404);
  });

  test("are checked before: who is left out and why, by code and without a name", async () => {
    await createPerson("Neúplná", { municipality: null }, { education: "" });
    const page = (await (await manager()).get(address())).text;
    expect(page).toContain("obec trvalého bydliště, nejvyšší dosažené vzdělání");
    expect(page).toMatch(/T-\d{6}/);
    expect(page).not.toContain("Neúplná");
    expect(await app.db("personal_data_accesses")).toEqual([]);
  });

  test("show what changed in a period after it was given", async () => {
    const periodId = await createPeriod(app.db, projectId, {
      ...{ number: 1, starts_on: "2025-07-01", ends_on: "2025-12-31" },
    });
    const id = await createPerson("Otevřená");
    const posting = await createPosting(app.db, id, { valid_on: "2025-11-03", minutes: 360 });
    const browser = await manager();
    await browser.get(address(`/is-esf-supports.csv?period=${periodId}`));
    expect((await browser.get(address())).text).toContain("nic nezměnilo");
    await createPosting(app.db, id, {
      ...{ valid_on: "2025-11-03", minutes: 120, corrects_id: posting },
      recorded_at: "2026-03-03T08:00:00.000Z",
    });
    const page = (await browser.get(address())).text;
    expect(page).toContain("1. období");
    expect(page).toContain("-4,00");
  });

  test("ask as often for many people as for a few of one page", async () => {
    await createPerson("Otevřená");
    const browser = await manager();
    const count = async () =>
      (await statementsOf(app.db, async () => void (await browser.get(address())))).length;
    const few = await count();
    for (let index = 0; index < 20; index += 1)
      await createPerson("Neúplná", { municipality: null });
    expect(await count()).toBe(few);
    expect(few).toBeLessThanOrEqual(9);
  });

  test("are compared with what came back, and nothing of it is kept", async () => {
    await createPerson("Otevřená");
    await createPerson("Chybějící");
    const browser = await manager();
    const columns = "Jmeno_Osoby;Prijmeni_Osoby;DatumNarozeni_Osoby;PodlePohlavi";
    const rows = ["Alena;OTEVRENA;1.5.1980;POHMUZI", "Jan;Cizí;2.2.1990;POHMUZI"];
    const file = Buffer.from([columns, ...rows].join("\r\n"));
    const answer = await browser.upload(address("/differences"), file, {}, "osoby.csv");
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("PodlePohlavi: u nás POHZENY, v IS ESF POHMUZI");
    expect(answer.text).toMatch(/Chybějící[\s\S]*chybí v IS ESF/);
    expect(answer.text).toMatch(/Cizí[\s\S]*navíc v IS ESF/);
    const noted = await app.db("personal_data_accesses");
    expect(noted).toMatchObject([{ action: "view", person_count: 3 }]);
    const other = await browser.upload(
      address("/differences"),
      Buffer.from("a;b\n1;2"),
      {},
      "x.csv",
    );
    expect(other.status).toBe(422);
    expect(other.text).toContain("Soubor není CSV z IS ESF");
  });

  test("are few in a minute", async () => {
    const browser = await manager();
    const statuses = [];
    for (let index = 0; index < 11; index += 1)
      statuses.push((await browser.get(address("/is-esf-persons.csv"))).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(200));
    expect(statuses[10]).toBe(429);
  });
});
