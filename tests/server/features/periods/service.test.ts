import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listDuties } from "../../../../db/queries/duties.ts";
import { listPeriods } from "../../../../db/queries/periods.ts";
import { lockProject, type ProjectSpan } from "../../../../db/queries/project-locks.ts";
import type { Author } from "../../../../server/change.ts";
import { loadDutyBoard } from "../../../../server/features/duties/service.ts";
import { settleDuties } from "../../../../server/features/duties/settlement/service.ts";
import { moveMilestone } from "../../../../server/features/milestones/moves/service.ts";
import {
  createPeriod,
  deleteLastPeriod,
  editPeriod,
  generatePeriods,
} from "../../../../server/features/periods/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createIndicator, createProject, createUser, insert } from "../../../support/factories.ts";

describe.each(engines)("monitoring periods on %s", (engine) => {
  let deps: TestDeps;
  let author: Author;
  let projectId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-02T07:30:00Z" });
    author = {
      userId: await createUser(deps.db),
      requestId: null,
      address: null,
      submission: null,
    };
    const span = { starts_on: "2023-05-01", ends_on: "2026-04-30", decided_on: "2023-04-12" };
    projectId = await createProject(deps.db, span);
  });
  afterEach(() => deps.close());

  const addRules = () =>
    deps.db("programme_rules").insert(
      ["interim-report-offset", "final-report-offset"].map((kind, index) => ({
        programme: "OPZ+",
        kind,
        valid_from: "2021-01-01",
        value: `${index + 1} months month-end unshifted ${index ? "project-end" : "period-end"}`,
        source: "Zvyklost",
        created_at: "2021-01-01T00:00:00.000Z",
      })),
    );
  const project = (): Promise<ProjectSpan> =>
    deps.db.transaction((trx) => lockProject(trx, projectId));
  const spans = async () =>
    (await listPeriods(deps.db, projectId)).map(({ startsOn, endsOn }) => `${startsOn}–${endsOn}`);
  const periodNumber = async (number: number) => {
    const found = (await listPeriods(deps.db, projectId)).find((one) => one.number === number);
    if (!found) throw new Error(`no period ${number}`);
    return found;
  };
  const everyDuty = [1, 2, 3, 4, 5, 6].flatMap((number) => [
    `${number}-report`,
    `${number}-payment-request`,
  ]);
  const formOf = () => ({});

  test("generated with their duties, they give the worked example to the day", async () => {
    await addRules();
    await generatePeriods(deps, author, projectId, { months: 6, duties: everyDuty });
    const reports = (await listDuties(deps.db, projectId)).filter(({ kind }) => kind === "report");
    expect(
      reports.map(({ title, dueOn, shiftedOn, remindOn }) => [title, remindOn, dueOn, shiftedOn]),
    ).toEqual([
      ["Zpráva o realizaci č. 1", "2023-11-30", "2023-11-30", "2023-11-30"],
      ["Zpráva o realizaci č. 2", "2024-05-30", "2024-05-31", "2024-05-31"],
      ["Zpráva o realizaci č. 3", "2024-11-30", "2024-11-30", "2024-12-02"],
      ["Zpráva o realizaci č. 4", "2025-05-30", "2025-05-31", "2025-06-02"],
      ["Zpráva o realizaci č. 5", "2025-11-30", "2025-11-30", "2025-12-01"],
      ["Závěrečná zpráva o realizaci č. 6", "2026-06-30", "2026-06-30", "2026-06-30"],
    ]);
    const requests = await deps.db("milestones").where({ kind: "payment-request" }).orderBy("id");
    expect(requests.map(({ title }) => title).at(0)).toBe("Žádost o platbu č. 2");
    expect(requests.map(({ title }) => title).at(-1)).toBe("Závěrečná žádost o platbu č. 7");
    expect(
      requests.every(({ origin, computed_due_on, programme_rule_id }) =>
        Boolean(origin === "rule" && computed_due_on && programme_rule_id),
      ),
    ).toBe(true);
  });

  test("without a rule the day typed is taken, and without a day nothing at all is saved", async () => {
    const only = { months: 36, duties: ["1-report"] };
    await expect(generatePeriods(deps, author, projectId, only)).rejects.toMatchObject({
      errors: { "day-1-report": "dutyNeedsDay" },
    });
    expect(await spans()).toEqual([]);
    const days = { "1-report": "2026-06-30" };
    await generatePeriods(deps, author, projectId, { ...only, days });
    const [duty] = await listDuties(deps.db, projectId);
    expect(duty).toMatchObject({ origin: "hand", dueOn: "2026-06-30", computedDueOn: null });
  });

  test("generating again adds only what is left, and nothing twice", async () => {
    await createPeriod(deps, author, projectId, { startsOn: "2023-05-01", endsOn: "2025-04-30" });
    await generatePeriods(deps, author, projectId, { months: 7 });
    await generatePeriods(deps, author, projectId, { months: 7 });
    expect(await spans()).toEqual([
      "2023-05-01–2025-04-30",
      "2025-05-01–2025-11-30",
      "2025-12-01–2026-04-30",
    ]);
  });

  test("by hand neither a gap nor an overlap can come about", async () => {
    await createPeriod(deps, author, projectId, { startsOn: "2023-05-01", endsOn: "2023-10-31" });
    const next = (startsOn: string) =>
      createPeriod(deps, author, projectId, { startsOn, endsOn: "2024-04-30" });
    await expect(next("2023-11-02")).rejects.toMatchObject({ errors: { startsOn: "periodGap" } });
    await expect(next("2023-10-31")).rejects.toMatchObject({
      errors: { startsOn: "periodOverlap" },
    });
    await next("2023-11-01");
    expect(await spans()).toHaveLength(2);
  });

  test("a changed period takes its neighbour and the duties chosen along", async () => {
    await addRules();
    const duties = ["1-report", "1-payment-request", "2-report"];
    await generatePeriods(deps, author, projectId, { months: 6, duties });
    const [first, second] = [await periodNumber(1), await periodNumber(2)];
    const before = await listDuties(deps.db, projectId);
    const report = before.find(({ kind, periodId }) => kind === "report" && periodId === first.id);
    const entry = { version: 1, startsOn: first.startsOn, endsOn: "2023-11-30", moveIds: [] };
    const edit = { entry: { ...entry, moveIds: [report?.id ?? 0] }, formOf };
    await editPeriod(deps, author, { projectId, id: first.id }, edit);

    expect((await periodNumber(2)).startsOn).toBe("2023-12-01");
    expect((await periodNumber(2)).version).toBe(second.version + 1);
    const after = await listDuties(deps.db, projectId);
    const dueOf = (id: number | undefined) => after.find((duty) => duty.id === id)?.dueOn;
    expect(dueOf(report?.id)).toBe("2023-12-31");
    const request = before.find(({ kind }) => kind === "payment-request");
    expect(dueOf(request?.id)).toBe("2023-11-30");
    const moves = await deps.db("milestone_dates").select("due_on", "reason");
    expect(moves).toEqual([
      { due_on: "2023-12-31", reason: "Termín přepočten podle pravidla programu." },
    ]);
  });

  test("a longer project makes the last report an interim one and offers its new day", async () => {
    await addRules();
    await generatePeriods(deps, author, projectId, { months: 6, duties: everyDuty });
    await deps.db("projects").where({ id: projectId }).update({ ends_on: "2026-10-31" });
    const board = await loadDutyBoard(deps.db, await project(), deps.clock.today());
    const outdated = board.duties.filter(({ asked }) => asked.kind === "move");
    expect(outdated.map(({ written, owed }) => [written?.dueOn, owed.dates?.dueOn])).toEqual([
      ["2026-06-30", "2026-05-31"],
      ["2026-06-30", "2026-05-31"],
    ]);
    const moveIds = outdated.map(({ written }) => written?.id ?? 0);
    await settleDuties(deps, author, projectId, { moveIds });
    const duties = await listDuties(deps.db, projectId);
    expect(duties.filter(({ dueOn }) => dueOn === "2026-05-31").map(({ title }) => title)).toEqual([
      "Zpráva o realizaci č. 6",
      "Žádost o platbu č. 7",
    ]);
  });

  test("a day set by hand is not offered to move", async () => {
    await addRules();
    await generatePeriods(deps, author, projectId, { months: 6, duties: ["6-report"] });
    const [duty] = await listDuties(deps.db, projectId);
    const move = { version: 1, dueOn: "2026-07-15", reason: "ŘO prodloužil", alsoIds: [] };
    await moveMilestone(deps, author, { projectId, id: duty?.id ?? 0 }, move);
    await deps.db("projects").where({ id: projectId }).update({ ends_on: "2026-10-31" });
    const board = await loadDutyBoard(deps.db, await project(), deps.clock.today());
    expect(board.duties.some(({ asked }) => asked.kind === "move")).toBe(false);
  });

  test("only the last one is deleted, its open duties are cancelled and the done ones stay", async () => {
    await addRules();
    await generatePeriods(deps, author, projectId, {
      months: 6,
      duties: ["6-report", "6-payment-request"],
    });
    const [done] = await listDuties(deps.db, projectId);
    await deps.db("milestones").where({ id: done?.id }).update({ done_on: "2026-03-01" });
    const remove = async (number: number) =>
      deleteLastPeriod(deps, author, { projectId, id: (await periodNumber(number)).id });

    await expect(remove(5)).rejects.toMatchObject({ key: "notLastPeriod" });
    await remove(6);
    expect(await spans()).toHaveLength(5);
    const left = await deps
      .db("milestones")
      .orderBy("id")
      .select("done_on", "cancelled_on", "period_id");
    expect(left).toEqual([
      { done_on: "2026-03-01", cancelled_on: null, period_id: null },
      { done_on: null, cancelled_on: "2026-03-02", period_id: null },
    ]);
  });

  test("a period with targets of indicators stays", async () => {
    const span = { startsOn: "2023-05-01", endsOn: "2023-10-31" };
    const id = await createPeriod(deps, author, projectId, span);
    const indicator_id = await createIndicator(deps.db, projectId);
    await deps.db("indicator_targets").insert({ indicator_id, period_id: id, target: 5 });
    await expect(deleteLastPeriod(deps, author, { projectId, id })).rejects.toMatchObject({
      key: "periodHasTargets",
    });
  });

  test("a period that drawdown is planned in stays", async () => {
    const span = { startsOn: "2023-05-01", endsOn: "2023-10-31" };
    const id = await createPeriod(deps, author, projectId, span);
    const source = { project_id: projectId, kind: "eu", name: "ESF+", position: 1 };
    await insert(deps.db, "drawdown_plans", {
      ...{ project_id: projectId, period_id: id, amount_halere: 100, valid_on: "2026-03-02" },
      source_id: await insert(deps.db, "project_sources", source),
      recorded_at: "2026-03-02T07:30:00.000Z",
    });
    await expect(deleteLastPeriod(deps, author, { projectId, id })).rejects.toMatchObject({
      key: "periodHasMoney",
    });
  });
});
