import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createProject, createUser } from "../../../support/factories.ts";
import { createEvent, createEventKind } from "../../../support/training-factories.ts";

const PATH = "/admin/rules/event-kinds";

describe.each(engines)("kinds of events on %s", (engine) => {
  let app: TestApp;
  let administratorId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    administratorId = await createUser(app.db, { is_administrator: true });
  });
  afterEach(() => app.close());

  const administrator = () => app.signedInAs(administratorId);
  const entry = (given = {}) => ({
    labelCs: "Dílna",
    labelEn: "Workshop",
    closing: "head-count",
    position: "3",
    isConfidential: "true",
    ...given,
  });

  test("are listed with how many events have them", async () => {
    const kind_id = await createEventKind(app.db, { label_cs: "Kulatý stůl" });
    await createEvent(app.db, await createProject(app.db), { kind_id });
    const { text } = await (await administrator()).get(PATH);
    expect(text).toContain("Kulatý stůl");
    expect(text).toMatch(/class="number">1</);
  });

  test("are added under a code of their own, which no other has", async () => {
    const browser = await administrator();
    expect((await browser.post(PATH, entry({ code: "dilna" }))).status).toBe(303);
    const stored = await app.db("event_kinds").where({ code: "dilna" }).first();
    expect(stored).toMatchObject({ label_cs: "Dílna", closing: "head-count", position: 3 });
    expect(Boolean(stored.is_confidential)).toBe(true);
    expect((await browser.post(PATH, entry({ code: "dilna" }))).status).toBe(422);
    expect((await browser.post(PATH, entry({ code: "Dílna!" }))).status).toBe(422);
    expect((await browser.post(PATH, entry({ code: "x", closing: "none" }))).status).toBe(422);
    const backwards = { validFrom: "2026-02-01", validTo: "2026-01-01" };
    expect((await browser.post(PATH, entry({ code: "y", ...backwards }))).status).toBe(422);
  });

  test("are edited without touching events there are, and only once at a time", async () => {
    const kind_id = await createEventKind(app.db);
    const eventId = await createEvent(app.db, await createProject(app.db), { kind_id });
    const browser = await administrator();
    const sent = entry({ version: "1", code: "jiny" });
    expect((await browser.post(`${PATH}/${kind_id}`, sent)).status).toBe(303);
    expect((await browser.post(`${PATH}/${kind_id}`, sent)).status).toBe(409);
    const stored = await app.db("event_kinds").where({ id: kind_id }).first();
    expect(stored.code).not.toBe("jiny");
    const event = await app.db("events").where({ id: eventId }).first();
    expect(Boolean(event.is_confidential)).toBe(false);
    expect((await browser.get(`${PATH}/999999/edit`)).status).toBe(404);
  });
});
