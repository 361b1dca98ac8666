import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { reportDueMonths } from "../../../../server/features/months/reporting/service.ts";
import { listEscalated } from "../../../../server/features/reminder-rules/escalation/service.ts";
import { addWorkingDays } from "../../../../server/values/working-days.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const TODAY = "2026-04-03";

// Friday 3. 4. 2026 is Good Friday, a public holiday.
describe.each(engines)("what has been owed too long, on %s", (engine) => {
  let house: TestApp;
  let head: Browser;
  let projectId: number;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: `${TODAY}T08:00:00.000Z` });
    head = await house.signedInAs(await createUser(house.db, { is_management: true }));
    projectId = await createProject(house.db, { short_name: "Rodiny", department: "Sociální" });
    const userId = await createUser(house.db, { name: "Iva Malá" });
    await addMember(house.db, { projectId, userId });
  });
  afterEach(() => house.close());

  const due = (title: string, due_on: string, more: object = {}) =>
    createMilestone(house.db, projectId, {
      ...{ title, due_on, remind_on: due_on, baseline_due_on: due_on, kind: "report", ...more },
    });
  const titles = async () =>
    (await listEscalated(house.db, { today: TODAY })).map(({ title }) => title);
  const text = async (path: string) => {
    const answer = await head.get(path);
    expect(answer.status).toBe(200);
    return answer.text.replace(/[\s\u00a0]+/g, " ");
  };
  const changeRules = (where: object, change: object) =>
    house.db("reminder_rules").where(where).update(change);

  test("is told once so many working days have passed, not a day sooner", async () => {
    const tenBefore = addWorkingDays(TODAY, -10);
    expect(tenBefore).toBe("2026-03-20");
    await due("Právě dost", "2026-03-19");
    await due("O den méně", "2026-03-20");
    await due("Nejstarší", "2026-02-02");
    expect(await titles()).toEqual(["Nejstarší", "Právě dost"]);
  });

  test("is what its own rule says: other kinds, what is done and what has no such rule are left out", async () => {
    await due("Úkol", "2026-02-02", { kind: "task" });
    await due("Splněno", "2026-02-02", { done_on: "2026-03-01" });
    await due("Zrušeno", "2026-02-02", { cancelled_on: "2026-03-01" });
    await due("Zpráva", "2026-02-02");
    expect(await titles()).toEqual(["Zpráva"]);
    await changeRules({ object_type: "milestone", kind: null }, { escalate_summary_after: 30 });
    expect(await titles()).toEqual(["Úkol", "Zpráva"]);
    await changeRules({ kind: "report" }, { escalate_summary_after: null });
    expect(await titles()).toEqual(["Úkol"]);
    await changeRules({ kind: "report" }, { is_active: false });
    expect(await titles()).toEqual(["Úkol", "Zpráva"]);
  });

  test("asks for nothing but the rules where none tells of it", async () => {
    await changeRules({}, { escalate_summary_after: null });
    const asked = await statementsOf(house.db, () => listEscalated(house.db, { today: TODAY }));
    expect(asked).toHaveLength(1);
  });

  test("stands on the summary of this month and the last, with who answers for it", async () => {
    const id = await due("Zpráva o realizaci č. 2", "2026-03-02");
    for (const month of ["2026-04", "2026-03"]) {
      const page = await text(`/summaries/${month}`);
      expect(page).toContain("Dlouho po termínu");
      expect(page).toContain("Stav k 3. 4. 2026, není součástí čísel měsíce.");
      expect(page).toContain(`/projects/${projectId}/milestones/${id}`);
      expect(page).toContain("termín 2. 3. 2026, 32 dní po termínu · Iva Malá");
    }
    expect(await text("/summaries/2026-02")).not.toContain("Dlouho po termínu");
    expect(await text("/summaries/2026-04?department=Jiný")).not.toContain("Dlouho po termínu");
  });

  test("is shown to nobody beyond the projects they may see", async () => {
    const foreign = await createProject(house.db, { short_name: "Cizí" });
    await due("Naše", "2026-03-02");
    await due("Tajné", "2026-03-02", { project_id: foreign });
    const userId = await createUser(house.db, { is_auditor: true });
    await addMember(house.db, { projectId, userId, role: "reader" });
    await house.db("auditor_projects").insert({ user_id: userId, project_id: projectId });
    const auditor = await house.signedInAs(userId);
    const page = (await auditor.get("/summaries/2026-04")).text;
    expect([page.includes("Naše"), page.includes("Tajné")]).toEqual([true, false]);
    expect(await text("/summaries/2026-04")).toContain("Tajné");
  });

  test("is told in the mail of the month, as of the day it leaves", async () => {
    await due("Zpráva o realizaci č. 2", "2026-03-02");
    await due("Splněno mezitím", "2026-03-02", { done_on: "2026-04-01" });
    house.clock.set("2026-04-08T08:00:00.000Z");
    await reportDueMonths(house);
    await deliverMail(house, { owner: "test", wait: async () => {} });
    const mail = house.mailer.sent.find(({ subject }) => subject.includes("březen"));
    expect(mail?.text).toContain("DLOUHO PO TERMÍNU");
    expect(mail?.text).toMatch(/Zpráva o realizaci č\. 2 – termín 2\.\s3\.\s2026/);
    expect(mail?.html).toContain("Dlouho po termínu");
    expect(mail?.html).toContain(`/projects/${projectId}`);
    expect(mail?.text).not.toContain("Splněno mezitím");
  });
});
