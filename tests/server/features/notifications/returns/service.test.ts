import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../../support/app.ts";
import { engines } from "../../../../support/databases.ts";
import { addMember, createProject, createUser, insert } from "../../../../support/factories.ts";
import {
  createAssignment,
  createBudgetVersion,
  createPosition,
  createTimesheet,
} from "../../../../support/money-factories.ts";
import { createOutput, createOutputMilestone } from "../../../../support/output-factories.ts";
import { createReport, createReportState } from "../../../../support/report-factories.ts";

describe.each(engines)("what is returned on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let manager: number;
  let eva: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db, { short_name: "Rodiny" });
    manager = await createUser(app.db, { name: "Petr Malý" });
    eva = await createUser(app.db, { name: "Eva Dvořáková", email: "eva@kraj.test" });
    await addMember(app.db, { projectId, userId: manager });
    await addMember(app.db, { projectId, userId: eva, role: "coordinator" });
  });
  afterEach(() => app.close());

  async function send(path: string, fields: Record<string, string>) {
    const browser = await app.signedInAs(manager);
    const answer = await browser.post(`/projects/${projectId}/${path}`, {
      version: "1",
      ...fields,
    });
    expect(answer.status).toBe(303);
  }
  const told = () =>
    app.db("notifications").select({
      kind: "kind",
      what: "object_type",
      id: "object_id",
      page: "page_id",
      whom: "recipient_user_id",
    });
  const returned = (what: string, id: number, page = id) => [
    { kind: "returned", what, id, page, whom: eva },
  ];

  test("a report comes back from the check to whoever handed it on", async () => {
    const id = await createReport(app.db, projectId, { state: "checking", created_by: manager });
    await createReportState(app.db, id, { state: "checking", recorded_by: eva });
    await send(`reports/${id}/rework`, { note: "Chybí kapitola 3." });
    expect(await told()).toEqual(returned("report", id));
  });

  test("a report comes back from the authority to whoever wrote its texts", async () => {
    const submitted = { state: "submitted", submitted_on: "2026-02-01" };
    const id = await createReport(app.db, projectId, submitted);
    await insert(app.db, "report_texts", {
      ...{ report_id: id, place: "problems/problem", section: "problems", part: "problem" },
      ...{ body: "Text", drafted_body: "", edited_by: eva },
    });
    const fields = { returnedOn: "2026-03-01", answerBy: "2026-03-20", note: "Doplnit" };
    await send(`reports/${id}/return`, fields);
    expect(await told()).toEqual(returned("report", id));
  });

  test("a timesheet comes back to whom it is of", async () => {
    const positionId = await createPosition(app.db, projectId);
    const assignmentId = await createAssignment(
      app.db,
      { projectId, positionId },
      { user_id: eva },
    );
    const id = await createTimesheet(
      app.db,
      { projectId, assignmentId, month: "2026-02" },
      { state: "submitted", submitted_on: "2026-03-01" },
    );
    const address = `staff/assignments/${assignmentId}/timesheets/2026-02/return`;
    await send(address, { reason: "Chybí 14. 2." });
    expect(await told()).toEqual(returned("timesheet", id, assignmentId));
    const [mail] = await app.db("notifications").select("state");
    expect(mail).toEqual({ state: "mailed" });
  });

  test("a change announced by mistake comes back to its author", async () => {
    const { changeId } = await createBudgetVersion(app.db, projectId, { state: "announced" });
    await app
      .db("project_changes")
      .where({ id: changeId })
      .update({
        ...{ number: 1, kind: "substantial", created_by: eva, announced_on: "2026-02-01" },
      });
    await send(`changes/${changeId}/reopening`, { note: "Ještě ne." });
    expect(await told()).toEqual(returned("change", changeId));
  });

  test("an output comes back to whoever answers for it", async () => {
    const milestone_id = await createOutputMilestone(app.db, projectId, { owner_user_id: eva });
    const approved = { state: "approved", approved_on: "2026-02-01" };
    const id = await createOutput(app.db, projectId, { milestone_id, ...approved });
    await send(`outputs/${id}/return`, { note: "Chybí příloha." });
    expect(await told()).toEqual(returned("output", id));
  });
});
