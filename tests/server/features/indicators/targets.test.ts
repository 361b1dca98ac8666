import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createIndicator,
  createPeriod,
  createProject,
  createUser,
} from "../../../support/factories.ts";

describe.each(engines)("targets of periods on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;
  let first: number;
  let second: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-20T10:00:00Z" });
    projectId = await createProject(app.db, { starts_on: "2026-01-01", ends_on: "2026-12-31" });
    managerId = await createUser(app.db);
    await addMember(app.db, { projectId, userId: managerId });
    first = await createPeriod(app.db, projectId, {
      starts_on: "2026-01-01",
      ends_on: "2026-06-30",
    });
    second = await createPeriod(app.db, projectId, {
      number: 2,
      starts_on: "2026-07-01",
      ends_on: "2026-12-31",
    });
  });
  afterEach(() => app.close());

  const page = (id: number) => `/projects/${projectId}/indicators/${id}`;
  const manager = () => app.signedInAs(managerId);
  const targets = (id: number) =>
    app.db("indicator_targets").where({ indicator_id: id }).orderBy("period_id");
  const save = async (id: number, fields: Record<string, string>) =>
    (await manager()).post(`${page(id)}/targets`, { version: "1", ...fields });

  test("are saved together; an empty field is no target", async () => {
    const id = await createIndicator(app.db, projectId, { target: 100 });
    const both = { [`target-${first}`]: "40", [`target-${second}`]: "60" };
    expect((await save(id, both)).status).toBe(303);
    expect(await targets(id)).toMatchObject([{ target: 40 }, { target: 60 }]);
    await save(id, { version: "2", [`target-${first}`]: "0", [`target-${second}`]: "" });
    expect(await targets(id)).toMatchObject([{ period_id: first, target: 0 }]);
    const { text } = await (await manager()).get(page(id));
    expect(text).toContain("Změněny cíle za období");
  });

  test("stand beside the target of the whole project, what was achieved, and the total", async () => {
    const id = await createIndicator(app.db, projectId, { target: 100 });
    await save(id, { [`target-${first}`]: "40", [`target-${second}`]: "60" });
    const value = { month: "2026-03", validOn: "2026-03-15", [`value-${id}`]: "12" };
    await (await manager()).post(`/projects/${projectId}/indicators/values`, value);
    const { text } = await (await manager()).get(page(id));
    const cells = [...text.matchAll(/data-label="([^"]+)">([^<]*)</g)].map(
      ([, label, cell]) => `${label}: ${cell}`,
    );
    expect(cells.slice(0, 5)).toEqual([
      "Cíl za období: 40",
      "Dosaženo v období: +12",
      "Dosaženo od začátku: 12",
      "Cíl celého projektu: 100",
      "% cíle projektu: 12\u00a0%",
    ]);
    expect(cells).toContain("Dosaženo v období: zatím ne");
  });

  test("of a rating in words are words", async () => {
    const id = await createIndicator(app.db, projectId, { value_type: "text", behaviour: "state" });
    await save(id, { [`target-${first}`]: "Analýza hotova" });
    expect(await targets(id)).toMatchObject([{ target: null, target_text: "Analýza hotova" }]);
  });

  test("letters and negative numbers are refused beside the period and nothing is saved", async () => {
    const id = await createIndicator(app.db, projectId);
    const answer = await save(id, { [`target-${first}`]: "5", [`target-${second}`]: "mnoho" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#target-${second}"`);
    expect((await save(id, { [`target-${first}`]: "-5" })).status).toBe(422);
    expect(await targets(id)).toEqual([]);
  });

  test("the second of two editors sees what the first one saved", async () => {
    const id = await createIndicator(app.db, projectId);
    await save(id, { [`target-${first}`]: "40" });
    const second = await save(id, { [`target-${first}`]: "45" });
    expect(second.status).toBe(409);
    expect(second.text).toContain("Mezitím uloženo jiným uživatelem: 40");
    expect((await save(id, { version: "2", [`target-${first}`]: "45" })).status).toBe(303);
  });

  test("of a period from elsewhere are left out, of a project from elsewhere missing", async () => {
    const id = await createIndicator(app.db, projectId);
    const foreign = await createPeriod(app.db, await createProject(app.db));
    await save(id, { [`target-${foreign}`]: "40" });
    expect(await targets(id)).toEqual([]);
    const readerId = await createUser(app.db);
    await addMember(app.db, { projectId, userId: readerId, role: "coordinator" });
    const answer = await (await app.signedInAs(readerId)).post(`${page(id)}/targets`, {});
    expect(answer.status).toBe(403);
  });
});
