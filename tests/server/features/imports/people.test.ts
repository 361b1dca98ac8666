import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { forgetOldImports } from "../../../../server/features/imports/service.ts";
import type { Browser, TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  createEvent,
  createParticipant,
  createParticipation,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";
import { type Importing, openImporting } from "./importing.ts";

const MILESTONES = [
  "Název;Termín;Druh;Odpovídá;Splněno",
  "Zpráva o realizaci č. 1;15. 4. 2026;Zpráva o realizaci;Jana coordinator;",
  "Kulatý stůl;2026-02-10;Úkol;Petr Nový;10. 2. 2026",
  "Nesmyslný termín;31. 2. 2026;Zpráva o realizaci;;",
  ";1. 5. 2026;zpráva o realizaci;;",
  "Neznámý druh;1. 5. 2026;Oslava;;",
].join("\r\n");

const PEOPLE = [
  "Příjmení;Jméno;Datum narození;Vstup do projektu;Pohlaví",
  "Tajná;Alena;1. 5. 1980;2. 2. 2026;",
  "TAJNA;ALENA;1980-05-01;2. 2. 2026;",
  "Skrytý;Bořivoj;;2. 2. 2026;",
].join("\n");

describe.each(engines)("tables of people read into a project on %s", (engine) => {
  let world: Importing;
  let house: TestApp;
  let coordinator: Browser;
  beforeEach(async () => {
    world = await openImporting(engine);
    ({ house, coordinator } = world);
  });
  afterEach(() => house.close());

  test("of people find those who are known, and leave no name behind", async () => {
    const address = await world.upload("participants", PEOPLE);
    expect(await world.outcomes(address)).toEqual({ created: 1, unchanged: 1, failed: 1 });
    await coordinator.get(address);
    await coordinator.get(`${address}/failures`);
    expect(await house.db("personal_data_accesses").pluck("action")).toEqual(["view", "export"]);
    await world.apply(address);
    expect(await house.db("participations")).toHaveLength(1);
    expect(await world.outcomes(await world.upload("participants", PEOPLE))).toEqual({
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
    const eventId = await createEvent(house.db, world.projectId, {
      title: "Krizová intervence",
      starts_on: "2026-02-10",
    });
    await createSession(house.db, eventId, { held_on: "2026-02-10" });
    await createEvent(house.db, world.projectId, { title: "Peer", is_confidential: true });
    const file = [
      "Akce;Příjmení;Jméno;Datum narození",
      "Krizová intervence;Nová;Jana;1. 1. 1990",
      "Peer;Nová;Jana;1. 1. 1990",
    ].join("\n");
    const registrations = await world.upload("registrations", file);
    expect(await world.outcomes(registrations)).toEqual({ created: 1, failed: 1 });
    await world.apply(registrations);
    expect(await house.db("registrations").first()).toMatchObject({
      state: "registered",
      origin: "import",
    });

    const came = [
      "Akce;Den setkání;Příjmení;Jméno;Datum narození;Účast;Minut",
      "Krizová intervence;10. 2. 2026;Nová;Jana;1. 1. 1990;odešel dříve;120",
      "Krizová intervence;11. 2. 2026;Nová;Jana;1. 1. 1990;přítomen;",
    ].join("\n");
    const attendance = await world.upload("attendance", came);
    expect(await world.outcomes(attendance)).toEqual({ created: 1, failed: 1 });
    await world.apply(attendance);
    expect(await house.db("attendances").first()).toMatchObject({
      state: "left-early",
      minutes: 120,
    });
    expect(await world.outcomes(await world.upload("attendance", came))).toEqual({
      unchanged: 1,
      failed: 1,
    });
    expect((await coordinator.post(`${registrations}/undoing`)).status).toBe(409);
    expect((await coordinator.post(`${attendance}/undoing`)).status).toBe(303);
    expect(await house.db("attendances")).toEqual([]);
    expect((await coordinator.post(`${registrations}/undoing`)).status).toBe(303);
    expect(await house.db("registrations")).toEqual([]);
  });

  test("of people who have hours or a place are not undone", async () => {
    const address = await world.upload("participants", PEOPLE);
    await world.apply(address);
    const { participant_id } = await house.db("participations").first();
    const eventId = await createEvent(house.db, world.projectId);
    await createRegistration(house.db, eventId, { participant_id });
    const other = await createParticipant(house.db);
    await createParticipation(house.db, world.projectId, { participant_id: other });
    expect((await coordinator.post(`${address}/undoing`)).status).toBe(303);
    expect(await house.db("participants")).toHaveLength(2);
    expect(await house.db("participations")).toHaveLength(1);
  });

  test("lose their rows and files when they are applied, dropped, or forgotten for a week", async () => {
    const files = () => {
      const root = join(house.config.dataDir, "files");
      return existsSync(root)
        ? readdirSync(root).flatMap((one) => readdirSync(join(root, one)))
        : [];
    };
    const applied = await world.upload("milestones", MILESTONES);
    await world.apply(applied);
    const dropped = await world.upload("participants", PEOPLE);
    await coordinator.post(`${dropped}/dropping`, {
      version: String((await world.rowOf(dropped)).version),
    });
    expect(files()).toEqual([]);
    await world.upload("participants", PEOPLE);
    expect(files()).toHaveLength(1);
    house.clock.advanceDays(6);
    expect(await forgetOldImports(house)).toBe(0);
    house.clock.advanceDays(2);
    expect(await forgetOldImports(house)).toBe(1);
    expect(files()).toEqual([]);
    expect(await house.db("import_rows").whereNot({ cells: "[]" })).toEqual([]);
  });
});
