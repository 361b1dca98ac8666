import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import {
  createControl,
  createFinding,
  createResolution,
  createRisk,
} from "../../../support/oversight-factories.ts";

describe.each(engines)("what a project is watched by on its overview, on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId });
  });
  afterEach(() => app.close());

  const overview = async () =>
    (await (await app.signedInAs(userId)).get(`/projects/${projectId}`)).text;

  test("shows the gravest risks, and says how many there are", async () => {
    for (const [title, impact] of [
      ["Malé", 1],
      ["Velké", 5],
      ["Střední", 3],
      ["Větší", 4],
    ] as const)
      await createRisk(app.db, projectId, { title: `${title} riziko`, impact });
    await createRisk(app.db, projectId, { title: "Pominulé", state: "closed", impact: 5 });
    await createRisk(app.db, await createProject(app.db), { title: "Cizí riziko", impact: 5 });
    const text = await overview();
    const places = ["Velké riziko", "Větší riziko", "Střední riziko"].map((one) =>
      text.indexOf(one),
    );
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
    expect(places[0]).toBeGreaterThan(0);
    for (const one of ["Malé riziko", "Pominulé", "Cizí riziko"]) expect(text).not.toContain(one);
    expect(text).toContain("4 rizika trvají");
  });

  test("shows findings without a remedy and resolutions on their way, until they are settled", async () => {
    const controlId = await createControl(app.db, projectId);
    const of = { projectId, controlId };
    await createFinding(app.db, of, { finding: "Chybí podpis", remedy_by: "2026-02-27" });
    await createFinding(app.db, of, { finding: "Napravené", remedied_on: "2026-02-01" });
    await createResolution(app.db, projectId, { title: "Dodatek č. 1" });
    const decided = { state: "adopted", decided_on: "2026-02-01" };
    await createResolution(app.db, projectId, { title: "Přijaté", ...decided });
    const text = await overview();
    for (const part of [
      "Chybí podpis",
      "napravit do 27.",
      "Dodatek č. 1",
      "1 nerozhodnuté usnesení",
    ])
      expect(text).toContain(part);
    for (const one of ["Napravené", "Přijaté"]) expect(text).not.toContain(one);
  });

  test("says that nothing is there", async () => {
    expect(await overview()).toContain("Žádné riziko netrvá");
  });
});
