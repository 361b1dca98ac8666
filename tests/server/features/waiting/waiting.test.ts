import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listAgenda } from "../../../../db/queries/agenda.ts";
import { listWaiting, type WaitingScope } from "../../../../db/queries/waiting.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createPeriod,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import {
  createAssignment,
  createBudgetVersion,
  createPaymentRequest,
  createPosition,
  createTimesheet,
} from "../../../support/money-factories.ts";
import { createComment, createOutput } from "../../../support/output-factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createReport, createReportState } from "../../../support/report-factories.ts";
import { createInternship } from "../../../support/training-factories.ts";

const today = "2026-03-02";
const AT = "2026-01-05T08:00:00.000Z";

type Row = Record<string, unknown>;

describe.each(engines)("what waits on %s", (engine) => {
  let deps: TestDeps;
  let managerId: number;
  let writerId: number;
  let projectId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    managerId = await createUser(deps.db, { name: "Eva Dvořáková" });
    writerId = await createUser(deps.db, { name: "Jan Malý" });
    projectId = await createProject(deps.db, { short_name: "Rodiny" });
    await addMember(deps.db, { projectId, userId: managerId });
    await addMember(deps.db, { projectId, userId: writerId, role: "coordinator" });
  });
  afterEach(() => deps.close());

  const told = async (scope: Partial<WaitingScope> = {}) =>
    (await listWaiting(deps.db, { today, ...scope })).map(
      ({ objectType, kind, dueOn }) => `${objectType} ${kind} ${dueOn}`,
    );

  async function report(state: string, since: string, given: Row & { number?: number } = {}) {
    const period_id = await createPeriod(deps.db, projectId, { number: given.number ?? 1 });
    const written = { state, created_by: writerId, period_id, ...given };
    const id = await createReport(deps.db, projectId, written);
    await createReportState(deps.db, id, { state, valid_on: since });
    return id;
  }

  async function timesheet(given: Row): Promise<number> {
    const positionId = await createPosition(deps.db, projectId);
    const place = { projectId, positionId };
    const assignmentId = await createAssignment(deps.db, place, { user_id: writerId });
    await createTimesheet(deps.db, { projectId, assignmentId, month: "2026-01" }, given);
    return assignmentId;
  }

  test("a report waits from the day it came where it is: to be approved, handed in, reworked", async () => {
    await report("checking", "2026-02-20", { number: 1 });
    await report("ready", "2026-02-18", { number: 2 });
    await report("returned", "2026-02-19", { number: 3 });
    await report("draft", "2026-02-01", { number: 4 });
    await report("submitted", "2026-02-01", { number: 5 });
    await report("checking", "2026-02-01", { number: 6, archived_at: AT });
    expect(await told()).toEqual([
      "waiting-report submission 2026-02-18",
      "waiting-report returned 2026-02-19",
      "waiting-report approval 2026-02-20",
    ]);
    const [ready] = await listWaiting(deps.db, { today });
    expect(ready).toMatchObject({
      ...{ periodNumber: 2, title: null, projectId, projectName: "Rodiny", programme: "OPZ+" },
      ...{ ownerUserId: managerId, ownerName: "Eva Dvořáková", remindOn: "2026-02-18" },
    });
  });

  test("a returned report that is to be answered by a day is owed by it and waits nowhere", async () => {
    await report("returned", "2026-02-19", { answer_by: "2026-03-10" });
    expect(await told()).toEqual([]);
  });

  test("an announced change waits for a decision, a timesheet for its approval", async () => {
    const { changeId } = await createBudgetVersion(deps.db, projectId, { state: "announced" });
    await deps.db("project_changes").where({ id: changeId }).update({ announced_on: "2026-01-20" });
    await createBudgetVersion(deps.db, projectId, { state: "draft" });
    const assignmentId = await timesheet({ state: "submitted", submitted_on: "2026-02-03" });
    await timesheet({ state: "approved", submitted_on: "2026-02-03" });
    await timesheet({ state: "draft" });
    expect(await told()).toEqual([
      "waiting-change decision 2026-01-20",
      "waiting-timesheet approval 2026-02-03",
    ]);
    const [, sheet] = await listWaiting(deps.db, { today });
    expect(sheet).toMatchObject({ title: "Jan Malý", month: "2026-01", pageId: assignmentId });
  });

  test("an internship that has ended waits until its report is approved", async () => {
    const title = "Stáž v krizovém centru";
    const internship = (state: string) =>
      createInternship(deps.db, projectId, {
        title,
        state,
        starts_on: "2026-02-02",
        ends_on: "2026-02-13",
      });
    const id = await internship("finished");
    for (const state of ["running", "report-accepted", "cancelled"]) await internship(state);
    const waiting = await listWaiting(deps.db, { today, waitsFor: [managerId] });
    expect(waiting.map((row) => [row.pageId, row.title, row.kind, row.dueOn])).toEqual([
      [id, title, "approval", "2026-02-13"],
    ]);
  });

  test("what was returned waits for whoever wrote it, or for the manager where nobody is left", async () => {
    await timesheet({ state: "draft", returned_reason: "Chybí den", returned_on: "2026-02-04" });
    const requestId = await createPaymentRequest(deps.db, projectId, {
      ...{ state: "returned", returned_reason: "Doplnit", returned_on: "2026-02-05" },
    });
    await insert(deps.db, "payment_request_facts", {
      ...{ payment_request_id: requestId, project_id: projectId, kind: "submitted" },
      ...{ valid_on: "2026-01-30", recorded_at: AT, recorded_by: writerId },
    });
    const outputId = await createOutput(deps.db, projectId, { state: "draft" });
    for (const [state, valid_on] of [
      ["commented", "2026-01-10"],
      ["draft", "2026-02-06"],
    ])
      await insert(deps.db, "output_states", {
        ...{ output_id: outputId, state, valid_on, recorded_at: AT },
      });
    await createOutput(deps.db, projectId, { state: "draft" });
    expect(await told({ waitsFor: [writerId] })).toEqual([
      "waiting-timesheet returned 2026-02-04",
      "waiting-payment-request returned 2026-02-05",
    ]);
    expect(await told({ waitsFor: [managerId] })).toEqual(["waiting-output returned 2026-02-06"]);
    await deps.db("users").where({ id: writerId }).update({ deactivated_at: AT });
    expect(await told({ waitsFor: [writerId] })).toEqual([]);
    expect(await told({ waitsFor: [managerId] })).toHaveLength(3);
  });

  test("an output waits for its approval once its remarks are in and settled", async () => {
    const past = { state: "commented", comments_by: "2026-02-27" };
    const settled = await createOutput(deps.db, projectId, past);
    await createComment(deps.db, projectId, {
      ...{ object_id: settled, settlement: "accepted", settled_at: AT },
    });
    await createComment(deps.db, projectId, {
      object_id: await createOutput(deps.db, projectId, past),
    });
    await createOutput(deps.db, projectId, { state: "commented", comments_by: today });
    const waiting = await listWaiting(deps.db, { today });
    expect(waiting.map(({ pageId, kind }) => [pageId, kind])).toEqual([[settled, "approval"]]);
  });

  test("a draft with remarks is either owed by its day or waits for approval, never both", async () => {
    const remark = fc.constantFrom("open", "settled", "archived");
    const written = fc.record({
      commentsBy: fc.constantFrom("2026-02-27", "2026-03-01", "2026-03-02", "2026-03-03"),
      remarks: fc.array(remark, { maxLength: 3 }),
    });
    const columns: Record<string, Row> = {
      settled: { settlement: "rejected", settled_at: AT },
      archived: { archived_at: AT },
    };
    const scope = { today, projectIds: [projectId] };
    const ids = (rows: { objectId: number }[]) => rows.map(({ objectId }) => objectId);
    await fc.assert(
      fc.asyncProperty(written, async ({ commentsBy, remarks }) => {
        const state = { state: "commented", comments_by: commentsBy };
        const object_id = await createOutput(deps.db, projectId, state);
        for (const one of remarks)
          await createComment(deps.db, projectId, { object_id, ...columns[one] });
        const owed = await listAgenda(deps.db, { ...scope, objectTypes: ["output-comments"] });
        const waiting = await listWaiting(deps.db, { ...scope, objectTypes: ["waiting-output"] });
        const isOpen = commentsBy >= today || remarks.includes("open");
        expect(ids(owed).includes(object_id)).toBe(isOpen);
        expect(ids(waiting).includes(object_id)).toBe(!isOpen);
      }),
      { seed: 20261122, numRuns: 25 },
    );
  });

  test("every manager of the project may say the word, nobody else is bothered", async () => {
    await report("checking", "2026-02-20");
    const other = await createUser(deps.db);
    await addMember(deps.db, { projectId, userId: other });
    expect(await told({ waitsFor: [managerId] })).toHaveLength(1);
    expect(await told({ waitsFor: [other] })).toHaveLength(1);
    expect(await told({ waitsFor: [writerId] })).toEqual([]);
    expect(await told({ waitsFor: [writerId, other] })).toHaveLength(1);
  });

  test("keeps to projects, kinds of things and the number asked for; archived projects wait for nobody", async () => {
    await report("checking", "2026-02-20");
    await timesheet({ state: "submitted", submitted_on: "2026-02-03" });
    const elsewhere = await createProject(deps.db);
    expect(await told({ projectIds: [elsewhere] })).toEqual([]);
    expect(await told({ projectIds: [projectId, elsewhere] })).toHaveLength(2);
    expect(await told({ objectTypes: ["waiting-report"] })).toHaveLength(1);
    expect(await told({ objectTypes: [] })).toEqual([]);
    expect(await told({ limit: 1 })).toEqual(["waiting-timesheet approval 2026-02-03"]);
    await deps.db("projects").where({ id: projectId }).update({ archived_at: AT });
    expect(await told()).toEqual([]);
  });

  test("is one question to the database, however much waits", async () => {
    for (let n = 1; n < 5; n += 1) await report("checking", "2026-02-20", { number: n });
    const asked = await statementsOf(deps.db, () =>
      listWaiting(deps.db, { today, waitsFor: [managerId] }),
    );
    expect(asked).toHaveLength(1);
  });
});
