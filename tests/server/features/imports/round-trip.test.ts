import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Browser, TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createIndicator,
  createProject,
} from "../../../support/factories.ts";
import { type Importing, openImporting } from "./importing.ts";

const MILESTONES = [
  "Název;Termín;Druh;Odpovídá;Splněno",
  "Zpráva o realizaci č. 1;15. 4. 2026;Zpráva o realizaci;Jana coordinator;",
  "Kulatý stůl;2026-02-10;Úkol;Petr Nový;10. 2. 2026",
  "Nesmyslný termín;31. 2. 2026;Zpráva o realizaci;;",
  ";1. 5. 2026;zpráva o realizaci;;",
  "Neznámý druh;1. 5. 2026;Oslava;;",
].join("\r\n");

describe.each(engines)("tables of plans and figures read into a project on %s", (engine) => {
  let world: Importing;
  let house: TestApp;
  let coordinator: Browser;
  beforeEach(async () => {
    world = await openImporting(engine);
    ({ house, coordinator } = world);
  });
  afterEach(() => house.close());

  test("of the log are written with their activities, and come back from our own workbook", async () => {
    await createActivity(house.db, world.projectId, { number: "4", title: "Networking" });
    const file =
      'Datum;Text;Aktivity;Hodiny\n2. 2. 2026;"Porada; zápis";KA4;1,5\n3. 2. 2026;Nic;KA9;\n';
    const address = await world.upload("log-entries", file);
    expect(await world.outcomes(address)).toEqual({ created: 1, failed: 1 });
    await world.apply(address);
    expect(await house.db("log_entries").first()).toMatchObject({
      body: "Porada; zápis",
      worked_minutes: 90,
      author_id: world.coordinatorId,
    });
    expect(await house.db("log_entry_activities")).toHaveLength(1);
    const sheet = await coordinator
      .get(`/projects/${world.projectId}/progress?format=xlsx`)
      .responseType("blob");
    const back = await world.upload("log-entries", sheet.body, "denik.xlsx");
    expect(await world.outcomes(back)).toEqual({ unchanged: 1 });
    await coordinator.post(`${address}/undoing`);
    expect(await house.db("log_entries")).toEqual([]);
  });

  test("of milestones come back from our own workbook, and copy into another project", async () => {
    await world.apply(await world.upload("milestones", MILESTONES));
    const list = `/projects/${world.projectId}/milestones?state=all&format=xlsx`;
    const sheet = await coordinator.get(list).responseType("blob");
    const back = await world.upload("milestones", sheet.body, "milniky.xlsx");
    expect(await world.outcomes(back)).toEqual({ unchanged: 2 });
    world.projectId = await createProject(house.db);
    await addMember(house.db, {
      projectId: world.projectId,
      userId: world.coordinatorId,
      role: "coordinator",
    });
    const copy = await world.upload("milestones", sheet.body, "milniky.xlsx");
    expect(await world.outcomes(copy)).toEqual({ created: 2 });
    await world.apply(copy);
    expect(await house.db("milestones").where({ project_id: world.projectId })).toHaveLength(2);
  });

  test("of indicator values are recorded, withdrawn when undone, and come back from our own", async () => {
    await createIndicator(house.db, world.projectId, { code: "600000", name: "Účastníci" });
    const file =
      "Kód;Platí ke dni;Hodnota\n600 000;31. 1. 2026;12\n600000;28. 2. 2026;5\n1;1. 1. 2026;5\n";
    const address = await world.upload("indicator-values", file);
    expect(await world.outcomes(address)).toEqual({ created: 2, failed: 1 });
    await world.apply(address);
    expect(Number((await house.db("indicators").first()).achieved)).toBe(17);
    const list = `/projects/${world.projectId}/indicators?format=xlsx`;
    const sheet = await coordinator.get(list).responseType("blob");
    const back = await world.upload("indicator-values", sheet.body, "indikatory.xlsx");
    expect(await world.outcomes(back)).toEqual({ unchanged: 2 });
    await coordinator.post(`${address}/undoing`);
    expect(Number((await house.db("indicators").first()).achieved ?? 0)).toBe(0);
    expect(await house.db("indicator_values")).toHaveLength(4);
  });
});
