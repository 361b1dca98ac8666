import { expect, test } from "vitest";
import { migrateToLatest } from "../../../db/migrate.ts";
import { engines, openTestDatabase } from "../../support/databases.ts";
import { createProject } from "../../support/factories.ts";
import { createEvent, createRegistration } from "../../support/training-factories.ts";

test.each(engines)(
  "whom nobody was to write to by itself before the upgrade nobody does after it, on %s",
  async (engine) => {
    const { db, close } = await openTestDatabase(engine, { empty: true });
    await migrateToLatest(db, "20261125104000-create-calendar-feeds");
    const projectId = await createProject(db);
    const withPeople = await createEvent(db, projectId);
    await createRegistration(db, withPeople);
    const withoutAnybody = await createEvent(db, projectId);
    await migrateToLatest(db);
    const sends = async (id: number) =>
      Boolean((await db("events").where({ id }).first("sends_mails")).sends_mails);
    expect(await sends(withPeople)).toBe(false);
    expect(await sends(withoutAnybody)).toBe(true);
    expect(await sends(await createEvent(db, projectId))).toBe(true);
    await close();
  },
);
