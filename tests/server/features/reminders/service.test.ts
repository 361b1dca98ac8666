import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { gatherDigests, planReminders } from "../../../../server/features/reminders/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";

describe.each(engines)("reminders on %s", (engine) => {
  let deps: TestDeps;
  let userId: number;
  let projectId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-02T06:30:00Z" });
    userId = await createUser(deps.db, { name: "Eva Dvořáková", email: "eva@kraj.test" });
    projectId = await createProject(deps.db, { short_name: "Rodiny" });
    await addMember(deps.db, { projectId, userId });
  });
  afterEach(() => deps.close());

  async function morning(instant?: string) {
    if (instant) deps.clock.set(instant);
    const before = deps.mailer.sent.length;
    await planReminders(deps);
    await gatherDigests(deps);
    await deliverMail(deps, { owner: "test", wait: async () => {} });
    return deps.mailer.sent.slice(before);
  }
  const due = (title: string, due_on: string, more: object = {}) =>
    createMilestone(deps.db, projectId, { title, due_on, ...more });
  const move = (id: number, due_on: string) =>
    deps.db("milestones").where({ id }).update({ due_on, remind_on: due_on, shifted_on: due_on });

  test("one digest tells what crossed a step, the rest is one line", async () => {
    await due("Zpráva o realizaci č. 2", "2026-03-03");
    await due("Kulatý stůl", "2026-02-20");
    await due("Metodika", "2026-03-09");
    await due("Daleko", "2026-03-28");
    const [mail, second] = await morning();
    expect(second).toBeUndefined();
    expect(mail?.to).toEqual({ name: "Eva Dvořáková", address: "eva@kraj.test" });
    expect(mail?.subject).toBe(
      "1 po termínu, 1 termín tento týden, nejbližší 3.\u00a03. – Zpráva o realizaci č. 2",
    );
    expect(mail?.text).toContain("PO TERMÍNU");
    expect(mail?.text).toContain("Kulatý stůl");
    expect(mail?.text).toContain("DNES A ZÍTRA");
    expect(mail?.text).toContain(`/projects/${projectId}/milestones/`);
    expect(mail?.html).toContain("Daleko");
    expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(mail?.text).not.toContain("Kromě toho");

    await due("Nový úkol", "2026-03-04");
    const [next] = await morning("2026-03-03T06:30:00Z");
    expect(next?.subject).toContain("2 termíny tento týden, nejbližší 3.");
    expect(next?.text).toContain("Kromě toho máte 3 další termíny po termínu");
    expect(next?.text).not.toContain("Daleko");
  });

  test("running twice the same morning plans, makes and sends nothing more", async () => {
    await due("Metodika", "2026-03-09");
    expect(await morning()).toHaveLength(1);
    const rows = await deps.db("reminder_occurrences").select();
    expect(await morning()).toEqual([]);
    expect(await deps.db("reminder_occurrences").select()).toEqual(rows);
    expect(await deps.db("outgoing_mails").count({ count: "*" })).toEqual([{ count: 1 }]);
  });

  test("goes at the person's hour, not before, and on working days only", async () => {
    await deps.db("users").update({ digest_at: "09:00" });
    await due("Metodika", "2026-03-09");
    expect(await morning("2026-03-02T07:59:00Z")).toEqual([]);
    expect(await morning("2026-03-02T08:00:00Z")).toHaveLength(1);
    await due("Plakát", "2026-03-08");
    expect(await morning("2026-03-07T09:00:00Z")).toEqual([]);
  });

  test("a step on a weekend is told on the Friday before", async () => {
    await due("Odevzdat", "2026-03-08");
    const [friday] = await morning("2026-03-06T07:00:00Z");
    expect(friday?.subject).toContain("Odevzdat");
    expect(await morning("2026-03-09T07:00:00Z")).toHaveLength(1); // overdue on day 1, a Monday
    expect(await morning("2026-03-10T07:00:00Z")).toEqual([]);
    expect(await morning("2026-03-16T07:00:00Z")).toHaveLength(1);
  });

  test("what was done, moved or handed over before it left is not told", async () => {
    const done = await due("Hotové", "2026-03-03");
    const moved = await due("Posunuté", "2026-03-03");
    const handed = await due("Předané", "2026-03-03");
    await planReminders(deps);
    await gatherDigests(deps);
    await deps.db("milestones").where({ id: done }).update({ done_on: "2026-03-02" });
    await move(moved, "2026-06-30");
    const other = await createUser(deps.db);
    await addMember(deps.db, { projectId, userId: other, role: "coordinator" });
    await deps.db("milestones").where({ id: handed }).update({ owner_user_id: other });
    await deliverMail(deps, { owner: "test", wait: async () => {} });
    expect(deps.mailer.sent).toEqual([]);
    expect(await deps.db("outgoing_mails").first("state", "reason")).toEqual({
      state: "cancelled",
      reason: "nothing-due",
    });
    const [next] = await morning("2026-03-03T07:00:00Z");
    expect(next?.to.address).not.toBe("eva@kraj.test");
    expect(next?.text).toContain("Předané");
  });

  test("a date moved away and back the same day is told all the same", async () => {
    const id = await due("Tam a zpět", "2026-03-03");
    await planReminders(deps);
    await move(id, "2026-06-30");
    await planReminders(deps);
    await move(id, "2026-03-03");
    expect(await morning()).toHaveLength(1);
  });

  test("after an outage one digest tells the most urgent step of each thing", async () => {
    await due("Metodika", "2026-03-12");
    const [mail, second] = await morning("2026-03-12T07:00:00Z");
    expect(mail?.subject).toContain("1 termín tento týden");
    expect(second).toBeUndefined();
    expect(await deps.db("reminder_occurrences").select("offset_days", "state")).toEqual([
      { offset_days: 0, state: "gathered" },
    ]);
  });

  test("goes to the address of today, and not to those who left or do not want it", async () => {
    const other = await createUser(deps.db, { email: "stary@kraj.test" });
    const silent = await createUser(deps.db);
    await deps
      .db("notification_preferences")
      .insert({ user_id: silent, category: "milestones", way: "off" });
    const gone = await createUser(deps.db);
    for (const owner_user_id of [other, silent, gone]) {
      await addMember(deps.db, { projectId, userId: owner_user_id, role: "coordinator" });
      await due(`Úkol ${owner_user_id}`, "2026-03-03", { owner_user_id });
    }
    await planReminders(deps);
    await gatherDigests(deps);
    await deps.db("users").where({ id: other }).update({ email: "novy@kraj.test" });
    await deps
      .db("users")
      .where({ id: gone })
      .update({ deactivated_at: "2026-03-02T06:00:00.000Z" });
    await deliverMail(deps, { owner: "test", wait: async () => {} });
    expect(deps.mailer.sent.map((mail) => mail.to.address)).toEqual(["novy@kraj.test"]);
    expect(
      await deps.db("outgoing_mails").where({ recipient_user_id: gone }).first("state", "reason"),
    ).toEqual({ state: "cancelled", reason: "recipient-gone" });
  });

  test("nothing of a project goes to an owner who has left it, but to its manager", async () => {
    const left = await createUser(deps.db, { email: "odesel@kraj.test" });
    await due("Znovu otevřený úkol", "2026-03-03", { owner_user_id: left });
    const mails = await morning();
    expect(mails.map((mail) => mail.to.address)).toEqual(["eva@kraj.test"]);
    expect(mails[0]?.text).toContain("Znovu otevřený úkol");
  });

  test("an English reader gets an English digest, and no more than 25 rows", async () => {
    await deps.db("users").update({ language: "en" });
    for (let n = 0; n < 28; n += 1) await due(`Step ${n}`, "2026-03-09");
    const [mail] = await morning();
    expect(mail?.subject).toBe("28 deadlines within 30 days, next 9 Mar – Step 0");
    expect(mail?.text).toContain("and 3 more");
    expect(mail?.text.match(/Step \d+/g)).toHaveLength(25);
  });
});
