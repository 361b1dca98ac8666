import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";

describe.each(engines)("the file number of a change on %s", (engine) => {
  let app: TestApp;
  let path: string;
  let projectId: number;
  let financeId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    financeId = await createUser(app.db);
    await addMember(app.db, { projectId, userId: financeId, role: "finance" });
    const [row] = await app
      .db("project_changes")
      .insert({
        ...{ project_id: projectId, number: 1, kind: "substantial", title: "Prodloužení" },
        ...{ state: "approved", created_at: "2026-01-05T08:00:00.000Z" },
        effective_on: "2026-01-10",
      })
      .returning("id");
    path = `/projects/${projectId}/changes/${row.id}`;
  });
  afterEach(() => app.close());

  test("is written down in any state, by one editor at a time", async () => {
    const browser = await app.signedInAs(financeId);
    expect((await browser.get(`${path}/file-number/edit`)).status).toBe(200);
    const entry = (fileNumber: string) => ({ version: "1", fileNumber, state: "draft" });
    expect((await browser.post(`${path}/file-number`, entry("MPSV-2026/555"))).status).toBe(303);
    expect(await app.db("project_changes").first("file_number", "state", "version")).toEqual({
      ...{ file_number: "MPSV-2026/555", state: "approved", version: 2 },
    });
    const second = await browser.post(`${path}/file-number`, entry("jiné"));
    expect([second.status, second.text.includes("MPSV-2026/555")]).toEqual([409, true]);
    const { text } = await browser.get(path);
    expect(text).toContain("MPSV-2026/555");
    expect(text).toContain("Upraveno číslo jednací");
    const long = await browser.post(`${path}/file-number`, entry("x".repeat(101)));
    expect([long.status, long.text.includes('href="#fileNumber"')]).toEqual([422, true]);
  });

  test("is not for readers to change", async () => {
    const reader = await createUser(app.db);
    await addMember(app.db, { projectId, userId: reader, role: "reader" });
    const answer = await (await app.signedInAs(reader)).post(`${path}/file-number`, {
      version: "1",
    });
    expect(answer.status).toBe(403);
  });
});
