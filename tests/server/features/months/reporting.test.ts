import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runIfDue } from "../../../../jobs/job.ts";
import { mailSummariesJob } from "../../../../jobs/mail-summaries.ts";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { sealed } from "../../../../server/features/months/closing/freezing.ts";
import { projectFigures } from "../../../../server/features/months/figures/service.ts";
import {
  reportDueMonths,
  reportMonth,
} from "../../../../server/features/months/reporting/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createIndicator, createProject, createUser } from "../../../support/factories.ts";

describe.each(engines)("the report of a month on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-04-07T06:00:00.000Z" });
    projectId = await createProject(deps.db, { short_name: "Rodiny" });
    await createUser(deps.db, { is_management: true, email: "vedeni@kraj.test" });
    await createUser(deps.db, { is_management: true, email: "chief@kraj.test", language: "en" });
    await createUser(deps.db, { is_management: true, deactivated_at: "2026-01-01T08:00:00.000Z" });
    await createUser(deps.db, { is_administrator: true });
  });
  afterEach(() => deps.close());

  const figures = () => deps.db("month_figures").orderBy(["month", "project_id"]);
  const mails = async () =>
    (await deps.db("outgoing_mails").orderBy("dedupe_key").select("dedupe_key")).map(
      (row) => row.dedupe_key,
    );
  const tick = (owner = "one") =>
    runIfDue(deps, mailSummariesJob, { owner, isStopping: () => false });
  const status = (health: string, sentence: string, valid_on: string) =>
    deps.db("project_statuses").insert({
      ...{ project_id: projectId, health, sentence, valid_on },
      ...{ decision_needed: "Schválit změnu", recorded_at: `${valid_on}T10:00:00.000Z` },
    });

  test("is put down as canonical JSON with its hash, once for each project that ran in the month", async () => {
    const over = await createProject(deps.db, { starts_on: "2024-01-01", ends_on: "2026-02-28" });
    await createProject(deps.db, { phase: "application" });
    await createProject(deps.db, { archived_at: "2026-03-05T08:00:00.000Z" });
    expect(await reportMonth(deps, "2026-03")).toBe(1);
    const [row, ...others] = await figures();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      ...{ project_id: projectId, month: "2026-03", revision: 1, state: "reported" },
      as_of: deps.clock.now(),
    });
    expect(row.hash).toBe(createHash("sha256").update(row.facts).digest("hex"));
    const facts = await projectFigures(deps.db, projectId, {
      on: "2026-03-31",
      asOf: deps.clock.now(),
    });
    if (!facts) throw new Error("the project has no figures");
    const shuffled = Object.fromEntries(Object.entries(facts).toReversed()) as typeof facts;
    expect(sealed(shuffled)).toEqual({ facts: row.facts, hash: row.hash });
    expect(await reportMonth(deps, "2026-02")).toBe(2);
    expect((await figures()).map((one) => one.project_id)).toContain(over);
  });

  test("stays as it was when facts of the month come later", async () => {
    await status("on-track", "Jde to podle plánu.", "2026-03-20");
    await reportMonth(deps, "2026-03");
    const [before] = await figures();
    await createIndicator(deps.db, projectId, { target: 5 });
    deps.clock.set("2026-05-05T08:00:00.000Z");
    expect(await reportMonth(deps, "2026-03")).toBe(0);
    expect(await figures()).toEqual([before]);
  });

  test("is made and mailed once, however often and by however many instances the job runs", async () => {
    await Promise.all([reportDueMonths(deps), reportDueMonths(deps)]);
    await tick();
    await tick("two");
    expect(await figures()).toHaveLength(1);
    expect(await mails()).toHaveLength(2);
    expect((await mails()).every((key) => /^summary:\d+:2026-03$/.test(key))).toBe(true);
  });

  test("two processes with connections of their own make one report", async () => {
    const other = { ...deps, db: deps.database.connectAgain() };
    const both = await Promise.all([reportDueMonths(deps), reportDueMonths(other)]);
    expect(both.reduce((sum, { projects }) => sum + projects, 0)).toBe(1);
    expect(both.reduce((sum, report) => sum + report.mails, 0)).toBe(2);
    expect(await figures()).toHaveLength(1);
  });

  test("comes on the third working day, not before, and a day late still once", async () => {
    deps.clock.set("2026-04-07T05:29:00.000Z"); // the third one begins at 7:30 in Prague
    await tick();
    expect((await figures()).map(({ month }) => month)).toEqual(["2026-02"]);
    deps.clock.set("2026-04-08T05:29:00.000Z");
    await tick();
    await tick();
    expect((await figures()).map(({ month }) => month)).toEqual(["2026-02", "2026-03"]);
    expect(await mails()).toHaveLength(4);
  });

  test("after months of outage each of them is made up for, once", async () => {
    await tick();
    deps.clock.set("2026-07-20T08:00:00.000Z");
    await tick();
    await tick("two");
    const months = ["2026-03", "2026-04", "2026-05", "2026-06"];
    expect((await figures()).map(({ month }) => month)).toEqual(months);
    expect(await mails()).toHaveLength(2 * months.length);
  });

  test("a run that was stopped is begun again and finishes the month", async () => {
    let asked = 0;
    const stopping = { owner: "one", isStopping: () => ++asked > 1 };
    await expect(runIfDue(deps, mailSummariesJob, stopping)).rejects.toThrow(/stopped/);
    expect(await mails()).toEqual([]);
    await tick("two");
    expect(await figures()).toHaveLength(1);
    expect(await mails()).toHaveLength(2);
  });

  test("reaches management in the language of each, the worst first, with what is to be decided", async () => {
    await createProject(deps.db, { short_name: "Azyl" });
    await status("off-track", "Chybí lektor.", "2026-03-20");
    await tick();
    await deliverMail(deps, { owner: "test", wait: async () => {} });
    const [czech, english] = deps.mailer.sent.toSorted((a) => (a.to.address < "d" ? 1 : -1));
    expect(czech?.subject).toBe(
      "Měsíční přehled projektů: březen 2026 – 1 ve skluzu, 0 ohroženo (neuzavřeno)",
    );
    expect(english?.subject).toBe(
      "Monthly summary of projects: March 2026 – 1 off track, 0 at risk (not closed)",
    );
    expect(czech?.text).toContain("Měsíc dosud není uzavřen u 2 z 2 projektů");
    for (const form of [czech?.text ?? "", czech?.html ?? ""]) {
      const places = ["Schválit změnu", "Ve skluzu", "Rodiny", "Chybí lektor.", "Azyl"].map(
        (word) => form.indexOf(word),
      );
      expect(Math.min(...places)).toBeGreaterThan(-1);
      expect(form.indexOf("Chybí lektor.")).toBeLessThan(form.indexOf("Azyl"));
      expect(form).toContain("/summaries/2026-03");
    }
  });

  test("a month in which nothing ran is told to nobody", async () => {
    await deps.db("projects").update({ ends_on: "2026-01-31" });
    await tick();
    expect(await figures()).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  test("who has left management meanwhile gets nothing", async () => {
    await tick();
    await deps.db("users").update({ is_management: false });
    await deliverMail(deps, { owner: "test", wait: async () => {} });
    expect(deps.mailer.sent).toEqual([]);
    const states = await deps.db("outgoing_mails").select("state", "reason");
    expect(states).toEqual(Array(2).fill({ state: "cancelled", reason: "not-management" }));
  });
});
