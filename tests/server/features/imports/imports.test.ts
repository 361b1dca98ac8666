import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readTable } from "../../../../server/tables/read-table.ts";
import type { Browser, TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createMilestone, createProject } from "../../../support/factories.ts";
import { fingerprint } from "../../../support/fingerprint.ts";
import { statementsOf } from "../../../support/queries.ts";
import { type Importing, openImporting } from "./importing.ts";

const MILESTONES = [
  "Název;Termín;Druh;Odpovídá;Splněno",
  "Zpráva o realizaci č. 1;15. 4. 2026;Zpráva o realizaci;Jana coordinator;",
  "Kulatý stůl;2026-02-10;Úkol;Petr Nový;10. 2. 2026",
  "Nesmyslný termín;31. 2. 2026;Zpráva o realizaci;;",
  ";1. 5. 2026;zpráva o realizaci;;",
  "Neznámý druh;1. 5. 2026;Oslava;;",
].join("\r\n");

describe.each(engines)("tables read into a project on %s", (engine) => {
  let world: Importing;
  let house: TestApp;
  let coordinator: Browser;
  beforeEach(async () => {
    world = await openImporting(engine);
    ({ house, coordinator } = world);
  });
  afterEach(() => house.close());

  test("are tried first: nothing is written, and each row says what will come of it", async () => {
    const before = await fingerprint(house.db, ["imports", "import_rows"]);
    const address = await world.upload("milestones", MILESTONES);
    expect(await fingerprint(house.db, ["imports", "import_rows"])).toBe(before);
    expect(await world.outcomes(address)).toEqual({ created: 2, failed: 3 });
    const page = await coordinator.get(address);
    expect(page.text).toContain("Závazný termín: Zadejte skutečné datum");
    expect(page.text).toContain("Název: Vyplňte toto pole.");
    expect(page.text).toContain("Druh: Vyberte jednu z nabízených možností.");
    expect(page.text).toContain("Zapsat 2 řádky");
    const failed = await coordinator.get(`${address}?rows=failed`);
    expect(failed.text).not.toContain("Kulatý stůl");
  });

  test("are written in one step through the forms' own services, and once however often sent", async () => {
    const address = await world.upload("milestones", MILESTONES);
    expect((await world.apply(address)).status).toBe(303);
    const milestones = await house.db("milestones").orderBy("id");
    expect(milestones).toHaveLength(2);
    expect(milestones[0]).toMatchObject({ kind: "report", owner_user_id: world.coordinatorId });
    expect(milestones[1]).toMatchObject({ kind: "task", version: 2 });
    expect(milestones[1].owner_contact_id).not.toBeNull();
    const history = await house.db("audit_events").pluck("action");
    expect(history).toEqual(
      expect.arrayContaining(["milestone.created", "milestone.completed", "import.applied"]),
    );
    expect((await world.apply(address)).status).toBe(409);
    expect(await house.db("milestones")).toHaveLength(2);
  });

  test("leave nothing of a row that is refused half way", async () => {
    const completedTomorrow = "Název;Termín;Splněno\nKulatý stůl;10. 2. 2026;1. 1. 2030";
    const address = await world.upload("milestones", completedTomorrow);
    await world.apply(address);
    expect(await world.outcomes(address)).toEqual({ failed: 1 });
    expect(await house.db("milestones")).toEqual([]);
    expect(await house.db("search_entries").where("title", "Kulatý stůl")).toEqual([]);
  });

  test("change nothing when the same file, or the same rows in another order, come again", async () => {
    await world.apply(await world.upload("milestones", MILESTONES));
    await house.db("milestones").update({ title: "Přejmenováno" });
    const again = await world.upload("milestones", MILESTONES);
    expect(await world.outcomes(again)).toEqual({ unchanged: 2, failed: 3 });
    const turned =
      "Druh;Termín;Název;Splněno;Odpovídá\nZPRÁVA O REALIZACI;15. 4. 2026;zpráva o  realizaci č. 1;;jana coordinator\n";
    expect(await world.outcomes(await world.upload("milestones", turned))).toEqual({
      unchanged: 1,
    });
    expect((await coordinator.get(again)).text).toContain("Není co zapsat");
  });

  test("leave out what people have written by hand already", async () => {
    await createMilestone(house.db, world.projectId, {
      title: "Zpráva",
      due_on: "2026-04-15",
      kind: "report",
    });
    const address = await world.upload(
      "milestones",
      "Název;Termín;Druh\nZpráva;15. 4. 2026;Zpráva\n",
    );
    expect(await world.outcomes(address)).toEqual({ unchanged: 1 });
  });

  test("are undone whole, or not at all once somebody has worked on any of it", async () => {
    const address = await world.upload("milestones", MILESTONES);
    const before = await fingerprint(house.db, [
      "imports",
      "import_rows",
      "audit_events",
      "contacts",
    ]);
    await world.apply(address);
    expect((await coordinator.post(`${address}/undoing`)).status).toBe(303);
    expect(
      await fingerprint(house.db, ["imports", "import_rows", "audit_events", "contacts"]),
    ).toBe(before);
    expect(await world.outcomes(address)).toEqual({ undone: 2, failed: 3 });

    const second = await world.upload("milestones", MILESTONES);
    expect(await world.outcomes(second)).toEqual({ created: 2, failed: 3 });
    await world.apply(second);
    const [milestone] = await house.db("milestones").orderBy("id");
    await house.db("milestones").where({ id: milestone.id }).increment("version");
    const refused = await coordinator.post(`${second}/undoing`);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("řádku 2");
    expect(await house.db("milestones")).toHaveLength(2);
    expect((await world.rowOf(second)).state).toBe("applied");
  });

  test("may be read in another way and their columns told otherwise", async () => {
    const bytes = Buffer.from([0xe8, 0x3b, 0x78, 0x0a, 0xf8, 0x3b, 0x31, 0x0a]);
    const address = await world.upload("milestones", bytes);
    expect(JSON.parse((await world.rowOf(address)).reading)).toMatchObject({
      encoding: "windows-1250",
    });
    expect((await coordinator.get(address)).text).toContain("Chybí sloupec: Název, Závazný termín");
    await coordinator.post(`${address}/reading`, { encoding: "utf-8", separator: "," });
    expect(JSON.parse((await world.rowOf(address)).reading)).toMatchObject({
      encoding: "utf-8",
      separator: ",",
    });
    await coordinator.post(`${address}/reading`, { encoding: "windows-1250", separator: ";" });
    const none = await coordinator.post(`${address}/reading`, { encoding: "utf-16le" });
    expect(none.status).toBe(409);
    expect(none.text).toContain("není žádný řádek pod záhlavím");
    const { version } = await world.rowOf(address);
    const mapping = { column0: "title", column1: "dueOn", version: String(version) };
    expect((await coordinator.post(address, mapping)).status).toBe(303);
    expect(JSON.parse((await world.rowOf(address)).mapping)).toEqual(["title", "dueOn"]);
    expect((await coordinator.post(address, mapping)).status).toBe(409);
  });

  test("give back their faulty rows as a workbook that can be put right and read again", async () => {
    const address = await world.upload("milestones", MILESTONES);
    const answer = await coordinator.get(`${address}/failures`).responseType("blob");
    const rows: string[][] = [];
    readTable(answer.body, { name: "x.xlsx" }, ({ cells }) => rows.push(cells));
    expect(rows[0]?.slice(0, 3)).toEqual(["Chyba", "Název", "Termín"]);
    expect(rows).toHaveLength(4);
    expect(rows[1]?.[1]).toBe("Nesmyslný termín");
    const again = await world.upload("milestones", answer.body, "chybne-radky.xlsx");
    expect(await world.outcomes(again)).toEqual({ failed: 3 });
  });

  test("are refused beside their field when they are no tables", async () => {
    const refused = await coordinator.upload(
      `/projects/${world.projectId}/imports`,
      Buffer.from("MZ\0"),
      { kind: "milestones" },
      "x.xlsx",
    );
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("neodpovídá jeho příponě");
    const rows = Array.from({ length: 5_001 }, (_, n) => `Zpráva ${n};1. 5. 2026\n`).join("");
    const table = Buffer.from(`Název;Termín\n${rows}`);
    const long = await coordinator.upload(
      `/projects/${world.projectId}/imports`,
      table,
      { kind: "milestones" },
      "x.csv",
    );
    expect(long.text).toContain("Najednou lze načíst nejvýše 5\u00a0000 řádků.");
    const none = await coordinator.post(`/projects/${world.projectId}/imports`, {
      kind: "milestones",
    });
    expect(none.text).toContain("Vyberte soubor.");
    const odd = await coordinator.upload(
      `/projects/${world.projectId}/imports`,
      Buffer.from("a\nb\n"),
      { kind: "projects" },
      "x.csv",
    );
    expect(odd.text).toContain("Vyberte jednu z nabízených možností.");
    expect(await house.db("imports")).toEqual([]);
  });

  test("are for those who may write what they hold, in their own project", async () => {
    const address = await world.upload("milestones", MILESTONES);
    const [reader] = await world.member("reader");
    expect((await reader.get(`/projects/${world.projectId}/imports`)).status).toBe(403);
    const [finance] = await world.member("finance");
    for (const browser of [reader, finance]) expect((await browser.get(address)).status).toBe(403);
    const other = await createProject(house.db);
    await addMember(house.db, {
      projectId: other,
      userId: world.coordinatorId,
      role: "coordinator",
    });
    const foreign = address.replace(`/projects/${world.projectId}/`, `/projects/${other}/`);
    expect((await coordinator.get(foreign)).status).toBe(404);
    expect((await coordinator.post(`${foreign}/undoing`)).status).toBe(404);
  });

  test("show their preview by the same few queries however many rows they have", async () => {
    const rows = Array.from({ length: 60 }, (_, n) => `Zpráva ${n};1. 5. 2026`).join("\n");
    const address = await world.upload("milestones", `Název;Termín\n${rows}\n`);
    const asked = await statementsOf(house.db, async () => {
      const page = await coordinator.get(address);
      expect(page.text).toContain("prvních 50 z 60");
    });
    expect(asked).toHaveLength(5);
  });
});
