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
  insert,
} from "../../../support/factories.ts";

const plain = (text: string | undefined) => text?.replaceAll("\u00a0", " ");

describe.each(engines)(
  "reminders of those who are away or hear of it otherwise, on %s",
  (engine) => {
    let deps: TestDeps;
    let projectId: number;
    let eva: number;
    let jana: number;
    beforeEach(async () => {
      deps = await openTestDeps(engine, { at: "2026-03-02T06:30:00Z" });
      projectId = await createProject(deps.db, { short_name: "Rodiny" });
      eva = await createUser(deps.db, { name: "Eva Dvořáková", email: "eva@kraj.test" });
      jana = await createUser(deps.db, { name: "Jana Nováková", email: "jana@kraj.test" });
      await addMember(deps.db, { projectId, userId: eva });
      await addMember(deps.db, { projectId, userId: jana, role: "coordinator" });
    });
    afterEach(() => deps.close());

    async function morning(instant?: string) {
      if (instant) deps.clock.set(instant);
      const before = deps.mailer.sent.length;
      const run = { period_key: deps.clock.now(), started_at: deps.clock.now() };
      const runs = deps.db("job_runs").insert({ name: "plan-reminders", ...run });
      await runs.onConflict(["name", "period_key"]).ignore();
      await planReminders(deps);
      await gatherDigests(deps);
      await send();
      return deps.mailer.sent.slice(before);
    }
    const send = () => deliverMail(deps, { owner: "test", wait: async () => {} });
    const due = (title: string, due_on: string, more: object = {}) =>
      createMilestone(deps.db, projectId, { title, due_on, owner_user_id: jana, ...more });
    const pause = (from: string, until: string) =>
      deps.db("users").where({ id: jana }).update({ paused_from_on: from, paused_until_on: until });
    const stand = (user_id: number, deputy_user_id: number, from_on: string, until_on: string) =>
      insert(deps.db, "deputies", {
        ...{ user_id, deputy_user_id, from_on, until_on, created_at: deps.clock.now() },
      });
    const prefer = (user_id: number, category: string, way: string, project_id?: number) =>
      deps.db("notification_preferences").insert({ user_id, category, way, project_id });

    test("a deputy gets them and is told for whom", async () => {
      const petr = await createUser(deps.db, { email: "petr@kraj.test" });
      await stand(jana, petr, "2026-03-01", "2026-03-06");
      await due("Metodika", "2026-03-09");
      const [mail, second] = await morning();
      expect(second).toBeUndefined();
      expect(mail?.to.address).toBe("petr@kraj.test");
      expect(plain(mail?.text)).toContain("za: Jana Nováková (zástup)");
      expect(mail?.text).toContain("protože někoho zastupujete");
    });

    test("while somebody pauses the manager stands in, then one catch-up says that it is late", async () => {
      await pause("2026-03-02", "2026-03-04");
      await due("Metodika", "2026-03-09");
      await due("Plakát", "2026-03-05");
      const [mail] = await morning();
      expect(mail?.to.address).toBe("eva@kraj.test");
      expect(mail?.text).toContain("za: Jana Nováková (nepřítomnost nebo odchod)");
      await morning("2026-03-03T06:30:00Z");
      await morning("2026-03-04T06:30:00Z");
      const back = await morning("2026-03-05T06:30:00Z");
      expect(back.map(({ to }) => to.address)).toEqual(["jana@kraj.test"]);
      const [metodika, plakat] = ["Metodika", "Plakát"].map((title) =>
        back[0]?.text.split("* ").find((row) => row.includes(title)),
      );
      expect(metodika).toContain("opožděné upozornění");
      expect(plakat).not.toContain("opožděné upozornění");
      expect(await morning("2026-03-06T06:30:00Z")).toHaveLength(1);
    });

    test("what lay in a mail to somebody away since goes to whoever stands in, and is not lost on return", async () => {
      await due("Metodika", "2026-03-09");
      await planReminders(deps);
      await gatherDigests(deps);
      await pause("2026-03-02", "2026-03-03");
      await send();
      expect(deps.mailer.sent).toEqual([]);
      expect(await deps.db("outgoing_mails").first("state", "reason")).toEqual({
        state: "cancelled",
        reason: "away",
      });
      const [mail] = await morning("2026-03-03T06:30:00Z");
      expect(mail?.to.address).toBe("eva@kraj.test");
      const [back] = await morning("2026-03-04T06:30:00Z");
      expect(back?.to.address).toBe("jana@kraj.test");
      expect(back?.text).toContain("opožděné upozornění");
    });

    test("after an outage it says which steps were missed", async () => {
      await morning();
      await due("Metodika", "2026-03-12", { created_at: "2026-02-01T08:00:00.000Z" });
      const [mail] = await morning("2026-03-10T06:30:00Z");
      expect(mail?.text).toContain("opožděné upozornění");
    });

    test("what is long overdue is handed up to the manager after working days", async () => {
      await deps
        .db("reminder_rules")
        .where({ key: "milestones" })
        .update({ escalate_manager_after: 3 });
      await due("Metodika", "2026-02-26");
      expect((await morning()).map(({ to }) => to.address)).toEqual(["jana@kraj.test"]);
      const [mail] = await morning("2026-03-03T06:30:00Z");
      expect(mail?.to.address).toBe("eva@kraj.test");
      expect(mail?.text).toContain("předáno výš: 3 pracovní dny po termínu");
      expect(mail?.text).not.toContain("opožděné");
      expect(await morning("2026-03-04T06:30:00Z")).toEqual([]);
    });

    test("a contact who agreed gets a digest without links, others are stood in for", async () => {
      const contact = (name: string, more: object) =>
        insert(deps.db, "contacts", {
          ...{ name, sort_key: name, email: `${name}@obec.test` },
          ...{ created_at: deps.clock.now(), ...more },
        });
      const willing = await contact("host", { agreed_to_mail_at: "2026-01-05T08:00:00.000Z" });
      const silent = await contact("tichy", {});
      await due("Souhlas obce", "2026-03-09", { owner_user_id: null, owner_contact_id: willing });
      await due("Podklad obce", "2026-03-09", { owner_user_id: null, owner_contact_id: silent });
      const mails = await morning();
      const byAddress = new Map(mails.map((mail) => [mail.to.address, mail.text]));
      expect([...byAddress.keys()].toSorted()).toEqual(["eva@kraj.test", "host@obec.test"]);
      const text = byAddress.get("host@obec.test") ?? "";
      expect(text).toContain("Souhlas obce");
      expect(text).toContain("obrátit se můžete na: Eva Dvořáková, eva@kraj.test");
      expect(text).not.toContain("/projects/");
      expect(byAddress.get("eva@kraj.test")).toContain("za: tichy (nedostává e-maily)");
      expect(byAddress.get("eva@kraj.test")).not.toContain("Souhlas obce");
      expect(await morning()).toEqual([]);
    });

    test("what comes weekly waits for the first digest of the week, or the next had that been missed", async () => {
      await prefer(jana, "milestones", "weekly");
      await due("Metodika", "2026-03-10");
      expect(await morning("2026-03-03T06:30:00Z")).toEqual([]);
      expect(await morning("2026-03-06T06:30:00Z")).toEqual([]);
      // Monday passes without a run.
      const [mail] = await morning("2026-03-10T06:30:00Z");
      expect(mail?.text).toContain("Metodika");
      await due("Plakát", "2026-03-18");
      expect(await morning("2026-03-11T06:30:00Z")).toEqual([]);
      expect(await morning("2026-03-16T06:30:00Z")).toHaveLength(1);
    });

    test("what is mandatory and switched off comes weekly to whoever answers, other things to nobody", async () => {
      await prefer(jana, "milestones", "off");
      await prefer(jana, "deadlines", "off");
      await due("Metodika", "2026-03-09");
      await due("Zpráva č. 2", "2026-03-10", { kind: "report" });
      const toJana = async (instant: string) =>
        (await morning(instant)).find(({ to }) => to.address === "jana@kraj.test");
      expect(await toJana("2026-03-03T06:30:00Z")).toBeUndefined();
      expect(await toJana("2026-03-06T06:30:00Z")).toBeUndefined();
      const mail = await toJana("2026-03-09T06:30:00Z");
      expect(mail?.text).toContain("Zpráva č. 2");
      expect(mail?.text).not.toContain("Metodika");
    });

    test("a choice for one project holds there only, and days of the digest are kept", async () => {
      const otherId = await createProject(deps.db, { short_name: "Senioři" });
      await addMember(deps.db, { projectId: otherId, userId: jana });
      await prefer(jana, "milestones", "off", projectId);
      await deps.db("users").where({ id: jana }).update({ digest_days: "2,4" });
      await due("Metodika", "2026-03-09");
      await createMilestone(deps.db, otherId, { title: "Jinde", due_on: "2026-03-09" });
      expect(await morning()).toEqual([]);
      const [mail] = await morning("2026-03-03T06:30:00Z");
      expect(mail?.text).toContain("Jinde");
      expect(mail?.text).not.toContain("Metodika");
    });

    test("what waits for the manager's word stands in a part of its own", async () => {
      await insert(deps.db, "project_changes", {
        ...{
          project_id: projectId,
          number: 1,
          title: "Přesun mezi položkami",
          kind: "insubstantial",
        },
        ...{ state: "announced", announced_on: "2026-02-27", created_at: deps.clock.now() },
      });
      const [mail, second] = await morning();
      expect(second).toBeUndefined();
      expect(mail?.to.address).toBe("eva@kraj.test");
      expect(plain(mail?.subject)).toContain(
        "1 věc na vás čeká – Změna č. 1: Přesun mezi položkami",
      );
      expect(mail?.text).toContain("ČEKÁ NA VÁS");
      expect(plain(mail?.text)).toContain("(čeká 3 dny)");
    });

    test("editing the rules repeats nothing, and a narrower rule takes the place of the general one", async () => {
      await due("Metodika", "2026-03-09", { kind: "task" });
      expect(await morning()).toHaveLength(1);
      await insert(deps.db, "reminder_rules", {
        ...{ key: "tasks", object_type: "milestone", kind: "task", days_before: "10,7,2" },
        ...{ category: "milestones", recipients: "owner,manager", created_at: deps.clock.now() },
      });
      // The manager has not been told yet.
      const next = await morning("2026-03-03T06:30:00Z");
      expect(next.map(({ to }) => to.address)).toEqual(["eva@kraj.test"]);
      expect(await morning("2026-03-06T06:30:00Z")).toHaveLength(2);
    });
  },
);
