import { afterEach, beforeEach, expect, test } from "vitest";
import { sealAuditJob } from "../../jobs/seal-audit.ts";
import { tidyJob } from "../../jobs/tidy.ts";
import { openTestDeps, type TestDeps } from "../support/deps.ts";
import { createUser } from "../support/factories.ts";

let deps: TestDeps;
beforeEach(async () => {
  deps = await openTestDeps("sqlite");
});
afterEach(() => deps.close());

const run = { owner: "test", isStopping: () => false };

test("tidying removes what has served its purpose and leaves what is in use", async () => {
  const user_id = await createUser(deps.db);
  const session = (id_hash: string, ends: string) => ({
    ...{ id_hash, user_id, created_at: ends, last_seen_at: ends },
    ...{ idle_expires_at: ends, absolute_expires_at: ends },
  });
  const [old, fresh] = ["2026-02-01T08:00:00.000Z", "2026-03-02T06:00:00.000Z"];
  await deps.db("sessions").insert([session("old", old), session("fresh", fresh)]);
  await deps.db("submissions").insert([
    { nonce: "old", result: "1", created_at: old },
    { nonce: "fresh", result: "1", created_at: fresh },
  ]);
  const form = { user_id, path: "/x", fields: "{}" };
  await deps.db("kept_forms").insert([
    { ...form, created_at: old },
    { ...form, created_at: fresh },
  ]);
  await deps.db("attempt_windows").insert([
    { key: "old", attempts: 1, ends_at: old },
    { key: "fresh", attempts: 1, ends_at: fresh },
  ]);
  const ancient = "2025-11-01T08:00:00.000Z";
  await deps.db("job_runs").insert([
    { name: "tidy", period_key: "old", started_at: ancient },
    { name: "tidy", period_key: "fresh", started_at: fresh },
  ]);
  const access = { action: "view", route: "GET /participants" };
  await deps.db("personal_data_accesses").insert([
    { ...access, at: "2024-03-01T08:00:00.000Z" },
    { ...access, at: "2024-03-04T08:00:00.000Z" },
  ]);
  const news = {
    ...{ kind: "mention", category: "comments", recipient_user_id: user_id },
    ...{ object_type: "log-entry", object_id: 1, page_id: 1 },
  };
  await deps.db("notifications").insert([
    { ...news, created_at: "2025-09-01T08:00:00.000Z" },
    { ...news, created_at: fresh },
  ]);
  expect(await tidyJob.run(deps, run)).toBe("7 old rows and files removed");
  const tables = ["sessions", "submissions", "kept_forms", "attempt_windows", "job_runs"];
  for (const table of [...tables, "personal_data_accesses", "notifications"])
    expect(await deps.db(table)).toHaveLength(1);
  expect(await tidyJob.run(deps, run)).toBe("0 old rows and files removed");
});

test("each day of the audit log is sealed once it is over", async () => {
  const event = {
    action: "project.created",
    object_type: "project",
    at: "2026-03-01T08:00:00.000Z",
  };
  await deps.db("audit_events").insert(event);
  expect(await sealAuditJob.run(deps, run)).toMatch(/^1 days sealed, head [0-9a-f]{64}$/);
  expect(await sealAuditJob.run(deps, run)).toMatch(/^0 days sealed/);
});
