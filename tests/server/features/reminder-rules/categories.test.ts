import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findCategoryDefaults } from "../../../../db/queries/notification-preferences.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";

describe.each(engines)("categories of what people are told of, on %s", (engine) => {
  let app: TestApp;
  let admin: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    admin = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
  });
  afterEach(() => app.close());

  const at = "/admin/notification-categories/milestones";
  const stored = async (key = "milestones") =>
    (await app.db("notification_categories").where({ key }))[0];
  const post = (fields: Record<string, string | string[]>) =>
    admin.post(at, { defaultWay: "weekly", version: "1", ...fields });

  test("are listed with what holds by default and how many have chosen otherwise", async () => {
    const gone = { deactivated_at: "2026-01-05T08:00:00.000Z" };
    for (const given of [{}, {}, gone]) {
      const user_id = await createUser(app.db, given);
      const way = { category: "milestones", way: "off" };
      await app.db("notification_preferences").insert({ user_id, ...way });
    }
    const { text } = await admin.get("/admin/reminder-rules");
    const row = text.split("<tr").find((part) => part.includes(`${at}/edit`)) ?? "";
    expect(row).toContain("denně");
    expect(row).not.toContain("povinná");
    expect(row).toMatch(/class="number"[^>]*>2</);
    expect(text.split("<tr").find((part) => part.includes("deadlines/edit"))).toContain("povinná");
  });

  test("are changed for everybody at once, with a history", async () => {
    expect((await post({ isMandatory: "true" })).headers.location).toBe("/admin/reminder-rules");
    const defaults = await findCategoryDefaults(app.db);
    expect(defaults.milestones).toEqual({ way: "weekly", isMandatory: true });
    const form = await admin.get(`${at}/edit`);
    expect(form.text).toMatch(/value="weekly"\s+checked/);
    expect(form.text).toContain("Kategorie upravena");
    expect(form.text).toContain("jednou týdně");
  });

  test.each([
    [{ defaultWay: "hourly" }, "Vyberte jednu z nabízených možností."],
    [{ defaultWay: ["off", "daily"] }, "Zadejte jedinou hodnotu."],
    [{ defaultWay: "off", isMandatory: "true" }, "nemůže být ve výchozím stavu vypnutá"],
  ])("refuse %j", async (fields, said) => {
    const answer = await post(fields);
    expect([answer.status, answer.text.includes(said)]).toEqual([422, true]);
    expect((await stored()).version).toBe(1);
  });

  test("show the second of two editors both choices, and take a double click once", async () => {
    const _submission = randomUUID();
    await post({ _submission });
    expect((await post({ _submission })).status).toBe(303);
    expect((await stored()).version).toBe(2);
    const late = await post({ defaultWay: "off" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Mezitím uloženo jiným uživatelem: jednou týdně");
  });

  test("keep their key and order, whatever is posted", async () => {
    await post({ key: "events", position: "9" });
    expect(await stored()).toMatchObject({ key: "milestones", position: 1 });
  });

  test("are nobody's but the administrator's, found or not", async () => {
    const other = await app.signedInAs(await createUser(app.db, { is_management: true }));
    for (const path of [`${at}/edit`, "/admin/notification-categories/nothing/edit"])
      expect((await other.get(path)).status).toBe(403);
    expect((await other.post(at, {})).status).toBe(403);
    expect((await admin.get("/admin/notification-categories/nothing/edit")).status).toBe(404);
  });
});
