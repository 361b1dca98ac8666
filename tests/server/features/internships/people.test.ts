import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createDay, createHost, createTrainee } from "../../../support/internship-factories.ts";
import { createInternship } from "../../../support/training-factories.ts";

describe.each(engines)("people of internships on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-09T07:30:00Z" });
    projectId = await createProject(app.db);
    managerId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: managerId });
  });
  afterEach(() => app.close());

  const page = (id: number) => `/projects/${projectId}/internships/${id}`;
  const manager = () => app.signedInAs(managerId);
  /** A running internship with one trainee and one host. */
  const running = async (given = {}) => {
    const internshipId = await createInternship(app.db, projectId, { state: "running", ...given });
    const person = { first_name: "Božena", surname: "Kanárková" };
    const trainee = await createTrainee(app.db, { projectId, internshipId }, person);
    const hostId = await createHost(app.db, internshipId);
    return { internshipId, hostId, ...trainee };
  };

  test("are found in the registry by name and day of birth, or written down", async () => {
    const { internshipId: id, participantId } = await running();
    const other = await createInternship(app.db, projectId);
    const browser = await manager();
    const person = { firstName: "BOZENA", surname: "kanarkova", bornOn: "1. 5. 1980" };
    const identity_key = "bozena|kanarkova|1980-05-01";
    await app.db("participants").where({ id: participantId }).update({ identity_key });
    expect((await browser.post(`${page(other)}/trainees`, person)).status).toBe(303);
    const twice = await browser.post(`${page(id)}/trainees`, person);
    expect(twice.status).toBe(422);
    expect(twice.text).toContain("už na stáži je");
    const fresh = { firstName: "Karel", surname: "Nový", bornOn: "2. 2. 1990" };
    expect((await browser.post(`${page(id)}/trainees`, fresh)).status).toBe(303);
    expect(await app.db("participations").where({ project_id: projectId })).toHaveLength(2);
  });

  test("are not chosen from other projects", async () => {
    const id = await createInternship(app.db, projectId);
    const elsewhere = await createProject(app.db);
    const foreign = await createTrainee(app.db, {
      projectId: elsewhere,
      internshipId: await createInternship(app.db, elsewhere),
    });
    const answer = await (await manager()).post(`${page(id)}/trainees`, {
      participantId: String(foreign.participantId),
    });
    expect(answer.status).toBe(422);
    const removal = `${page(id)}/trainees/${foreign.traineeId}/removal`;
    expect((await (await manager()).post(removal)).status).toBe(404);
  });

  test("host and mentor are written down; a host with days stays", async () => {
    const { internshipId: id, hostId, traineeId } = await running();
    const browser = await manager();
    const host = { name: "Domov Zkouška", ico: "27074358", mentorName: "Ivan Vedoucí" };
    expect((await browser.post(`${page(id)}/hosts`, host)).status).toBe(303);
    expect((await browser.post(`${page(id)}/hosts`, host)).text).toContain("už u stáže je");
    const wrong = await browser.post(`${page(id)}/hosts`, { ...host, ico: "12345678" });
    expect(wrong.text).toContain("Zadejte IČO");
    const agreed = { mentorName: "Marie Mentorová", mentorAgreed: "true" };
    expect((await browser.post(`${page(id)}/hosts/${hostId}`, agreed)).status).toBe(422);
    await createDay(app.db, { internshipId: id, traineeId, hostId });
    expect((await browser.post(`${page(id)}/hosts/${hostId}/removal`)).status).toBe(409);
    expect((await browser.post(`${page(id)}/trainees/${traineeId}/removal`)).status).toBe(409);
  });
});
