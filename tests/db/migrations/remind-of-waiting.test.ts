import { expect, test } from "vitest";
import { migrateToLatest } from "../../../db/migrate.ts";
import { engines, openTestDatabase } from "../../support/databases.ts";
import { createProject, createUser } from "../../support/factories.ts";
import {
  createAssignment,
  createPaymentRequest,
  createPosition,
  createTimesheet,
} from "../../support/money-factories.ts";

test.each(engines)("what was returned waits since the day of its return on %s", async (engine) => {
  const { db, close } = await openTestDatabase(engine, { empty: true });
  await migrateToLatest(db, "20261125106000-create-mail-texts");
  const projectId = await createProject(db);
  const positionId = await createPosition(db, projectId);
  const user_id = await createUser(db);
  const assignmentId = await createAssignment(db, { projectId, positionId }, { user_id });
  const returned = { returned_reason: "Doplnit" };
  const sheet = { projectId, assignmentId };
  const timesheetId = await createTimesheet(db, { ...sheet, month: "2026-01" }, returned);
  await createTimesheet(db, { ...sheet, month: "2026-02" });
  const told = { ...returned, state: "returned" };
  await createPaymentRequest(db, projectId, told);
  await createPaymentRequest(db, projectId, { ...returned, state: "withdrawn" });
  const event = (object_type: string, object_id: number, at: string) => ({
    ...{ at, action: `${object_type}.returned`, object_type, object_id, outcome: "done" },
    changes: "{}",
  });
  await db("audit_events").insert([
    event("timesheet", timesheetId, "2026-02-03T09:00:00.000Z"),
    event("timesheet", timesheetId, "2026-02-10T09:00:00.000Z"),
    event("payment-request", timesheetId + 100, "2026-02-11T09:00:00.000Z"),
  ]);
  await migrateToLatest(db);
  expect(await db("timesheets").orderBy("id").pluck("returned_on")).toEqual(["2026-02-10", null]);
  // Nothing is on record of this one: it waits since the upgrade.
  expect(await db("payment_requests").orderBy("id").pluck("returned_on")).toEqual([
    "2026-11-25",
    null,
  ]);
  await close();
});
