import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { forgetOldImports } from "../../../../server/features/imports/service.ts";
import { readTable } from "../../../../server/tables/read-table.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createIndicator,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { fingerprint } from "../../../support/fingerprint.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createEvent,
  createParticipant,
  createParticipation,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

describe.each(engines)("tables read into a project on %s", (engine) => {
  let house: TestApp;
  let projectId: number;
  let imports: string;
  let coordinator: Browser;
  let coordinatorId: number;
  beforeEach(async () => {
    house = await openTestApp(engine);
    projectId = await createProject(house.db);
    imports = `/projects/${projectId}/imports`;
    [coordinator, coordinatorId] = await member("coordinator");
  });
  afterEach(() => house.close());

  async function member(role: string): Promise<[Browser, number]> {
    const userId = await createUser(house.db, { name: `Jana ${role}` });
    await addMember(house.db, { projectId, userId, role });
    return [await house.signedInAs(userId), userId];
  }

  /** Uploads and gives the address of the preview. */
  async function upload(kind: string, file: string | Buffer, name = "tabulka.csv") {
    const answer = await coordinator.upload(imports, Buffer.from(file as string), { kind }, name);
    const said = [...answer.text.matchAll(/Chyba: <\/span>([^<]*)/g)].map(([, text]) => text);
    expect([answer.status, ...said]).toEqual([303]);
    return answer.headers.location ?? "";
  }

  async function apply(address: string) {
    const { version } = await rowOf(address);
    return coordinator.post(`${address}/application`, { version: String(version) });
  }

  const rowOf = (address: string) =>
    house
      .db("imports")
      .where({ id: Number(address.split("/").at(-1)) })
      .first();

  async function outcomes(address: string): Promise<Record<string, number>> {
    const rows = await house
      .db("import_rows")
      .where({ import_id: Number(address.split("/").at(-1)) })
      .pluck("outcome");
    const counts: Record<string, number> = {};
    for (const outcome of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
    return counts;
  }

  const MILESTONES = [
    "Název;Termín;Druh;Odpovídá;Splněno",
    "Zpráva o realizaci č. 1;15. 4. 2026;Zpráva o realizaci;Jana coordinator;",
    "Kulatý stůl;2026-02-10;Úkol;Petr Nový;10. 2. 2026",
    "Nesmyslný termín;31. 2. 2026;Zpráva o realizaci;;",
    ";1. 5. 2026;zpráva o realizaci;;",
    "Neznámý druh;1. 5. 2026;Oslava;;",
  ].join("\r\n");

  test("are tried first: nothing is written, and each row says what will come of it", async () => {
    const before = await fingerprint(house.db, ["imports", "import_rows"]);
    const address = await upload("milestones", MILESTONES);
    expect(await fingerprint(house.db, ["imports", "import_rows"])).toBe(before);
    expect(await outcomes(address)).toEqual({ created: 2, failed: 3 });
    const page = await coordinator.get(address);
    expect(page.text).toContain("Závazný termín: Zadejte skutečné datum");
    expect(page.text).toContain("Název: Vyplňte toto pole.");
    expect(page.text).toContain("Druh: Vyberte jednu z nabízených možností.");
    expect(page.text).toContain("Zapsat 2 řádky");
    const failed = await coordinator.get(`${address}?rows=failed`);
    expect(failed.text).not.toContain("Kulatý stůl");
  });

  test("are written in one step through the forms' own services, and once however often sent", async () => {
    const address = await upload("milestones", MILESTONES);
    expect((await apply(address)).status).toBe(303);
    const milestones = await house.db("milestones").orderBy("id");
    expect(milestones).toHaveLength(2);
    expect(milestones[0]).toMatchObject({ kind: "report", owner_user_id: coordinatorId });
    expect(milestones[1]).toMatchObject({ kind: "task", version: 2 });
    expect(milestones[1].owner_contact_id).not.toBeNull();
    const history = await house.db("audit_events").pluck("action");
    expect(history).toEqual(
      expect.arrayContaining(["milestone.created", "milestone.completed", "import.applied"]),
    );
    expect((await apply(address)).status).toBe(409);
    expect(await house.db("milestones")).toHaveLength(2);
  });

  test("change nothing when the same file, or the same rows in another order, come again", async () => {
    await apply(await upload("milestones", MILESTONES));
    await house.db("milestones").update({ title: "Přejmenováno" });
    const again = await upload("milestones", MILESTONES);
    expect(await outcomes(again)).toEqual({ unchanged: 2, failed: 3 });
    const turned =
      "Druh;Termín;Název;Splněno;Odpovídá\nZPRÁVA O REALIZACI;15. 4. 2026;zpráva o  realizaci č. 1;;jana coordinator\n";
    expect(await outcomes(await upload("milestones", turned))).toEqual({ unchanged: 1 });
    expect((await coordinator.get(again)).text).toContain("Není co zapsat");
  });

  test("leave out what people have written by hand already", async () => {
    await createMilestone(house.db, projectId, {
      title: "Zpráva",
      due_on: "2026-04-15",
      kind: "report",
    });
    const address = await upload(
      "milestones",
      "Název;Termín;Druh\nZpráva;15. 4. 2026;Zpráva o realizaci\n",
    );
    expect(await outcomes(address)).toEqual({ unchanged: 1 });
  });

  test("are undone whole, or not at all once somebody has worked on any of it", async () => {
    const address = await upload("milestones", MILESTONES);
    const before = await fingerprint(house.db, [
      "imports",
      "import_rows",
      "audit_events",
      "contacts",
    ]);
    await apply(address);
    expect((await coordinator.post(`${address}/undoing`)).status).toBe(303);
    expect(
      await fingerprint(house.db, ["imports", "import_rows", "audit_events", "contacts"]),
    ).toBe(before);
    expect(await outcomes(address)).toEqual({ undone: 2, failed: 3 });

    const second = await upload("milestones", MILESTONES);
    expect(await outcomes(second)).toEqual({ created: 2, failed: 3 });
    await apply(second);
    const [milestone] = await house.db("milestones").orderBy("id");
    await house.db("milestones").where({ id: milestone.id }).increment("version");
    const refused = await coordinator.post(`${second}/undoing`);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("řádku 2");
    expect(await house.db("milestones")).toHaveLength(2);
    expect((await rowOf(second)).state).toBe("applied");
  });

  test("may be read in another way and their columns told otherwise", async () => {
    const bytes = Buffer.from([0xe8, 0x3b, 0x78, 0x0a, 0xf8, 0x3b, 0x31, 0x0a]);
    const address = await upload("milestones", bytes);
    expect(JSON.parse((await rowOf(address)).reading)).toMatchObject({ encoding: "windows-1250" });
    expect((await coordinator.get(address)).text).toContain("Chybí sloupec: Název, Závazný termín");
    await coordinator.post(`${address}/reading`, { encoding: "utf-8", separator: "," });
    expect(JSON.parse((await rowOf(address)).reading)).toMatchObject({
      encoding: "utf-8",
      separator: ",",
    });
    await coordinator.post(`${address}/reading`, { encoding: "windows-1250", separator: ";" });
    const { version } = await rowOf(address);
    const mapping = { column0: "title", column1: "dueOn", version: String(version) };
    expect((await coordinator.post(address, mapping)).status).toBe(303);
    expect(JSON.parse((await rowOf(address)).mapping)).toEqual(["title", "dueOn"]);
    expect((await coordinator.post(address, mapping)).status).toBe(409);
  });

  test("give back their faulty rows as a workbook that can be put right and read again", async () => {
    const address = await upload("milestones", MILESTONES);
    const answer = await coordinator.get(`${address}/failures`).responseType("blob");
    const rows: string[][] = [];
    readTable(answer.body, { name: "x.xlsx" }, ({ cells }) => rows.push(cells));
    expect(rows[0]?.slice(0, 3)).toEqual(["Chyba", "Název", "Termín"]);
    expect(rows).toHaveLength(4);
    expect(rows[1]?.[1]).toBe("Nesmyslný termín");
    const again = await upload("milestones", answer.body, "chybne-radky.xlsx");
    expect(await outcomes(again)).toEqual({ failed: 3 });
  });

  test("of the log are written with their activities, and come back from our own workbook", async () => {
    await createActivity(house.db, projectId, { number: "4", title: "Networking" });
    const file =
      'Datum;Text;Aktivity;Hodiny\n2. 2. 2026;"Porada; zápis";KA4;1,5\n3. 2. 2026;Nic;KA9;\n';
    const address = await upload("log-entries", file);
    expect(await outcomes(address)).toEqual({ created: 1, failed: 1 });
    await apply(address);
    expect(await house.db("log_entries").first()).toMatchObject({
      body: "Porada; zápis",
      worked_minutes: 90,
      author_id: coordinatorId,
    });
    expect(await house.db("log_entry_activities")).toHaveLength(1);
    const sheet = await coordinator
      .get(`/projects/${projectId}/progress?format=xlsx`)
      .responseType("blob");
    const back = await upload("log-entries", sheet.body, "denik.xlsx");
    expect(await outcomes(back)).toEqual({ unchanged: 1 });
    await coordinator.post(`${address}/undoing`);
    expect(await house.db("log_entries")).toEqual([]);
  });

  test("of milestones come back from our own workbook, and copy into another project", async () => {
    await apply(await upload("milestones", MILESTONES));
    const list = `/projects/${projectId}/milestones?state=all&format=xlsx`;
    const sheet = await coordinator.get(list).responseType("blob");
    const back = await upload("milestones", sheet.body, "milniky.xlsx");
    expect(await outcomes(back)).toEqual({ unchanged: 2 });
    projectId = await createProject(house.db);
    imports = `/projects/${projectId}/imports`;
    await addMember(house.db, { projectId, userId: coordinatorId, role: "coordinator" });
    const copy = await upload("milestones", sheet.body, "milniky.xlsx");
    expect(await outcomes(copy)).toEqual({ created: 2 });
    await apply(copy);
    expect(await house.db("milestones").where({ project_id: projectId })).toHaveLength(2);
  });

  test("of indicator values are recorded, withdrawn when undone, and come back from our own", async () => {
    await createIndicator(house.db, projectId, { code: "600000", name: "Účastníci" });
    const file =
      "Kód;Platí ke dni;Hodnota\n600 000;31. 1. 2026;12\n600000;28. 2. 2026;5\n1;1. 1. 2026;5\n";
    const address = await upload("indicator-values", file);
    expect(await outcomes(address)).toEqual({ created: 2, failed: 1 });
    await apply(address);
    expect(Number((await house.db("indicators").first()).achieved)).toBe(17);
    const list = `/projects/${projectId}/indicators?format=xlsx`;
    const sheet = await coordinator.get(list).responseType("blob");
    const back = await upload("indicator-values", sheet.body, "indikatory.xlsx");
    expect(await outcomes(back)).toEqual({ unchanged: 2 });
    await coordinator.post(`${address}/undoing`);
    expect(Number((await house.db("indicators").first()).achieved ?? 0)).toBe(0);
    expect(await house.db("indicator_values")).toHaveLength(4);
  });

  const PEOPLE = [
    "Příjmení;Jméno;Datum narození;Vstup do projektu;Pohlaví",
    "Tajná;Alena;1. 5. 1980;2. 2. 2026;",
    "TAJNA;ALENA;1980-05-01;2. 2. 2026;",
    "Skrytý;Bořivoj;;2. 2. 2026;",
  ].join("\n");

  test("of people find those who are known, and leave no name behind", async () => {
    const address = await upload("participants", PEOPLE);
    expect(await outcomes(address)).toEqual({ created: 1, unchanged: 1, failed: 1 });
    await coordinator.get(address);
    await coordinator.get(`${address}/failures`);
    expect(await house.db("personal_data_accesses").pluck("action")).toEqual(["view", "export"]);
    await apply(address);
    expect(await house.db("participations")).toHaveLength(1);
    expect(await outcomes(await upload("participants", PEOPLE))).toEqual({
      unchanged: 2,
      failed: 1,
    });
    const left = JSON.stringify([
      await house.db("import_rows").where({ import_id: Number(address.split("/").at(-1)) }),
      await house.db("audit_events"),
      await house.db("imports"),
    ]);
    expect(left).not.toMatch(/Tajn|Skryt/i);
    await coordinator.post(`${address}/undoing`);
    expect(await house.db("participants")).toEqual([]);
  });

  test("of registrations and attendance stand on events, and a confidential one is not known to others", async () => {
    const eventId = await createEvent(house.db, projectId, {
      title: "Krizová intervence",
      starts_on: "2026-02-10",
    });
    await createSession(house.db, eventId, { held_on: "2026-02-10" });
    await createEvent(house.db, projectId, { title: "Peer", is_confidential: true });
    const file = [
      "Akce;Příjmení;Jméno;Datum narození",
      "Krizová intervence;Nová;Jana;1. 1. 1990",
      "Peer;Nová;Jana;1. 1. 1990",
    ].join("\n");
    const registrations = await upload("registrations", file);
    expect(await outcomes(registrations)).toEqual({ created: 1, failed: 1 });
    await apply(registrations);
    expect(await house.db("registrations").first()).toMatchObject({
      state: "registered",
      origin: "import",
    });

    const came = [
      "Akce;Den setkání;Příjmení;Jméno;Datum narození;Účast;Minut",
      "Krizová intervence;10. 2. 2026;Nová;Jana;1. 1. 1990;odešel dříve;120",
      "Krizová intervence;11. 2. 2026;Nová;Jana;1. 1. 1990;přítomen;",
    ].join("\n");
    const attendance = await upload("attendance", came);
    expect(await outcomes(attendance)).toEqual({ created: 1, failed: 1 });
    await apply(attendance);
    expect(await house.db("attendances").first()).toMatchObject({
      state: "left-early",
      minutes: 120,
    });
    expect(await outcomes(await upload("attendance", came))).toEqual({ unchanged: 1, failed: 1 });
    expect((await coordinator.post(`${registrations}/undoing`)).status).toBe(409);
    expect((await coordinator.post(`${attendance}/undoing`)).status).toBe(303);
    expect(await house.db("attendances")).toEqual([]);
    expect((await coordinator.post(`${registrations}/undoing`)).status).toBe(303);
    expect(await house.db("registrations")).toEqual([]);
  });

  test("of people who have hours or a place are not undone", async () => {
    const address = await upload("participants", PEOPLE);
    await apply(address);
    const { participant_id } = await house.db("participations").first();
    const eventId = await createEvent(house.db, projectId);
    await createRegistration(house.db, eventId, { participant_id });
    const other = await createParticipant(house.db);
    await createParticipation(house.db, projectId, { participant_id: other });
    expect((await coordinator.post(`${address}/undoing`)).status).toBe(303);
    expect(await house.db("participants")).toHaveLength(2);
    expect(await house.db("participations")).toHaveLength(1);
  });

  test("are refused beside their field when they are no tables", async () => {
    const refused = await coordinator.upload(
      imports,
      Buffer.from("MZ\0"),
      { kind: "milestones" },
      "x.xlsx",
    );
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("neodpovídá jeho příponě");
    const none = await coordinator.post(imports, { kind: "milestones" });
    expect(none.text).toContain("Vyberte soubor.");
    const odd = await coordinator.upload(
      imports,
      Buffer.from("a\nb\n"),
      { kind: "projects" },
      "x.csv",
    );
    expect(odd.text).toContain("Vyberte jednu z nabízených možností.");
    expect(await house.db("imports")).toEqual([]);
  });

  test("are for those who work with people, in their own project", async () => {
    const address = await upload("milestones", MILESTONES);
    for (const role of ["finance", "reader"]) {
      const [browser] = await member(role);
      expect((await browser.get(imports)).status).toBe(403);
      expect((await browser.get(address)).status).toBe(403);
    }
    const other = await createProject(house.db);
    await addMember(house.db, { projectId: other, userId: coordinatorId, role: "coordinator" });
    const foreign = address.replace(`/projects/${projectId}/`, `/projects/${other}/`);
    expect((await coordinator.get(foreign)).status).toBe(404);
    expect((await coordinator.post(`${foreign}/undoing`)).status).toBe(404);
  });

  test("lose their rows and files when they are applied, dropped, or forgotten for a week", async () => {
    const files = () => {
      const root = join(house.config.dataDir, "files");
      return existsSync(root)
        ? readdirSync(root).flatMap((one) => readdirSync(join(root, one)))
        : [];
    };
    const applied = await upload("milestones", MILESTONES);
    await apply(applied);
    const dropped = await upload("participants", PEOPLE);
    await coordinator.post(`${dropped}/dropping`, {
      version: String((await rowOf(dropped)).version),
    });
    expect(files()).toEqual([]);
    await upload("participants", PEOPLE);
    expect(files()).toHaveLength(1);
    house.clock.advanceDays(6);
    expect(await forgetOldImports(house)).toBe(0);
    house.clock.advanceDays(2);
    expect(await forgetOldImports(house)).toBe(1);
    expect(files()).toEqual([]);
    expect(await house.db("import_rows").whereNot({ cells: "[]" })).toEqual([]);
  });

  test("show their preview by the same few queries however many rows they have", async () => {
    const rows = Array.from({ length: 60 }, (_, n) => `Zpráva ${n};1. 5. 2026`).join("\n");
    const address = await upload("milestones", `Název;Termín\n${rows}\n`);
    const asked = await statementsOf(house.db, async () => {
      const page = await coordinator.get(address);
      expect(page.text).toContain("prvních 50 z 60");
    });
    expect(asked).toHaveLength(5);
  });
});
