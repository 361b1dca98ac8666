import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { down, up } from "../../../db/migrations/20261125102000-create-preferences.ts";
import { listPreferences } from "../../../db/queries/notification-preferences.ts";
import { engines, openTestDatabase, type TestDatabase } from "../../support/databases.ts";
import { createUser } from "../../support/factories.ts";

describe.each(engines)("the preferences of those who had switched digests off, on %s", (engine) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase(engine);
  });
  afterEach(() => database.close());

  test("keep them off but for what is mandatory; everybody else follows the defaults", async () => {
    const { db } = database;
    await down(db);
    const silentId = await createUser(db, { digests_enabled: false });
    const otherId = await createUser(db);
    await up(db);
    const people = await listPreferences(db, [silentId, otherId]);
    expect(people.get(silentId)?.everywhere).toEqual({
      deadlines: "weekly",
      milestones: "off",
      events: "off",
      approvals: "off",
      comments: "off",
    });
    expect(people.get(otherId)?.everywhere).toEqual({});
    expect(await db.schema.hasColumn("users", "digests_enabled")).toBe(false);
  });
});
