import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gatherDigests, planReminders } from "../../../../server/features/reminders/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

// Monday 2. 3. 2026
describe.each(engines)("what the coming days will tell, on %s", (engine) => {
  let house: TestApp;
  let admin: Browser;
  let projectId: number;
  let manager: number;
  beforeEach(async () => {
    house = await openTestApp(engine);
    admin = await house.signedInAs(await createUser(house.db, { is_administrator: true }));
    projectId = await createProject(house.db, { short_name: "Domov" });
    manager = await member("Jan Velký", "manager");
  });
  afterEach(() => house.close());

  async function member(name: string, role: string) {
    const userId = await createUser(house.db, { name });
    await addMember(house.db, { projectId, userId, role });
    return userId;
  }
  const due = (title: string, due_on: string, more: object = {}) =>
    createMilestone(house.db, projectId, {
      ...{ title, due_on, remind_on: due_on, baseline_due_on: due_on, ...more },
    });
  const contact = (name: string, agreed_to_mail_at: string | null) =>
    insert(house.db, "contacts", {
      ...{ name, sort_key: name, email: "host@obec.test", agreed_to_mail_at },
      created_at: house.clock.now(),
    });
  const rowsOf = async (query = "") => {
    const { text } = await admin.get(`/admin/mail/preview${query}`);
    return text
      .split(/<tr[ >]/)
      .slice(1)
      .map((row) =>
        row
          .replace(/<[^>]+>/g, " ")
          .replace(/[\s\u00a0]+/g, " ")
          .trim(),
      );
  };

  test("names people with their hour, the thing and why it comes to them", async () => {
    const owner = await member("Iva Malá", "coordinator");
    await house.db("users").where({ id: owner }).update({ digest_at: "09:15" });
    await due("Zpráva", "2026-03-09", { kind: "report", owner_user_id: owner });
    const rows = await rowsOf("?days=7");
    expect(rows).toContain("Iva Malá 09:15 1 termín Zpráva · Domov");
    expect(rows).toContain("Jan Velký 07:30 1 termín Zpráva · Domov · podle role v projektu");
  });

  test("says whom somebody stands in for, and what was handed up", async () => {
    const owner = await member("Iva Malá", "coordinator");
    const deputy = await member("Petr Zástup", "coordinator");
    await insert(house.db, "deputies", {
      ...{ user_id: owner, deputy_user_id: deputy, from_on: "2026-03-01" },
      ...{ until_on: "2026-03-31", created_at: house.clock.now() },
    });
    await due("Úkol", "2026-03-09", { kind: "task", owner_user_id: owner });
    await due("Zpráva", "2026-02-20", { kind: "report", owner_user_id: owner });
    const rows = await rowsOf("?days=7");
    expect(rows.find((row) => row.startsWith("Petr Zástup"))).toContain("za: Iva Malá (zástup)");
    await house.db("reminder_rules").where({ kind: "report" }).update({ recipients: "owner" });
    const handedUp = (await rowsOf("?days=7")).find((row) => row.startsWith("Jan Velký"));
    expect(handedUp).toContain("předáno výš");
  });

  test("tells contacts who agreed apart; for the others the manager is told", async () => {
    const willing = await contact("Obec Lhota", house.clock.now());
    const silent = await contact("Obec Ves", null);
    await due("Pro Lhotu", "2026-03-09", { kind: "task", owner_contact_id: willing });
    await due("Pro Ves", "2026-03-09", { kind: "task", owner_contact_id: silent });
    const rows = await rowsOf("?days=7");
    expect(rows).toContain("Obec Lhota bez účtu 07:30 1 termín Pro Lhotu · Domov");
    expect(rows).toContain(
      "Jan Velký 07:30 1 termín Pro Ves · Domov · za: Obec Ves (nedostává e-maily)",
    );
  });

  test("waits for the next digest with what comes after the one of today", async () => {
    await due("Ráno", "2026-03-09", { kind: "task", owner_user_id: manager });
    await planReminders(house);
    house.clock.set("2026-03-02T06:31:00Z");
    await gatherDigests(house);
    await due("Odpoledne", "2026-03-03", { kind: "task", owner_user_id: manager });
    const { text } = await admin.get("/admin/mail/preview?days=7");
    expect(text).toContain("Odpoledne");
    expect(text).not.toContain("pondělí 2.");
    expect(text).toContain("úterý 3.");
    await planReminders(house);
    expect(await gatherDigests(house)).toEqual({ digests: 0 });
  });

  test("is of as many days as asked for, between one and sixty", async () => {
    await due("Blízko", "2026-03-06", { kind: "task", owner_user_id: manager });
    await due("Daleko", "2026-05-20", { kind: "task", owner_user_id: manager });
    for (const [query, title, isFar] of [
      ["?days=7", "příštích 7 dnů", false],
      ["", "příštích 30 dnů", false],
      ["?days=99", "příštích 60 dnů", true],
      ["?days=0", "dnešek a zítřek", false],
      ["?days=7&days=60", "příštích 30 dnů", false],
    ] as const) {
      const { text } = await admin.get(`/admin/mail/preview${query}`);
      expect([query, text.includes(title), text.includes("Daleko")]).toEqual([query, true, isFar]);
    }
  });

  test("asks as often for forty things as for one, and an empty house says so", async () => {
    const { text } = await admin.get("/admin/mail/preview");
    expect(text).toContain("nikomu žádné upozornění nepůjde");
    await due("Úkol", "2026-03-09", { kind: "task", owner_user_id: manager });
    const ask = () => statementsOf(house.db, () => admin.get("/admin/mail/preview"));
    const few = (await ask()).length;
    for (let n = 0; n < 39; n += 1)
      await due(`Úkol ${n}`, "2026-03-09", { kind: "task", owner_user_id: manager });
    expect(await ask()).toHaveLength(few);
  });
});
