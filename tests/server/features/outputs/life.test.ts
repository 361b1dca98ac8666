import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listAgenda } from "../../../../db/queries/agenda.ts";
import { findOutput } from "../../../../db/queries/outputs.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createDocument } from "../../../support/document-factories.ts";
import {
  addMember,
  createIndicator,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import {
  createComment,
  createOutput,
  createOutputMilestone,
} from "../../../support/output-factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createBody, createEvent } from "../../../support/training-factories.ts";

const TODAY = "2026-03-02";

describe.each(engines)("an output from the draft to the indicator on %s", (engine) => {
  let house: TestApp;
  let projectId: number;
  let milestoneId: number;
  let outputId: number;
  let manager: Browser;
  let coordinator: Browser;

  beforeEach(async () => {
    house = await openTestApp(engine);
    projectId = await createProject(house.db);
    milestoneId = await createOutputMilestone(house.db, projectId);
    const join = async (role: string) => {
      const userId = await createUser(house.db);
      await addMember(house.db, { projectId, userId, role });
      return house.signedInAs(userId);
    };
    manager = await join("manager");
    coordinator = await join("coordinator");
    outputId = await createOutput(house.db, projectId, { milestone_id: milestoneId });
  });
  afterEach(() => house.close());

  const at = (rest = "") => `/projects/${projectId}/outputs/${outputId}${rest}`;
  const stored = async () => (await findOutput(house.db, { projectId, id: outputId })) as object;
  const milestone = () => house.db("milestones").where({ id: milestoneId }).first();
  const writePaper = (given = {}) =>
    createDocument(house.db, projectId, {
      ...{ object_type: "milestone", object_id: milestoneId, category: "output" },
      ...{ title: "Metodika 1.0", ...given },
    });
  const computed = () =>
    createIndicator(house.db, projectId, {
      ...{ origin: "computed", computation: "documents-published", behaviour: "increment" },
    });
  const achieved = async (id: number) =>
    Number((await house.db("indicators").where({ id }).first("achieved")).achieved ?? 0);
  /** Through the steps until the named state, by whoever may. */
  const reach = async (state: "approved" | "published" | "counted") => {
    await writePaper();
    await manager.post(at("/approval"), { version: "1", approvedOn: TODAY });
    if (state === "approved") return;
    await coordinator.post(at("/publication"), { version: "2", publishedOn: TODAY });
    if (state === "published") return;
    await coordinator.post(at("/counting"), { version: "3", doneOn: TODAY, proof: "Web kraje" });
  };

  test("whoever begins it twice has begun it once, and nobody begins a position or a task", async () => {
    const begin = (id: number) =>
      coordinator.post(`/projects/${projectId}/outputs`, { milestoneId: String(id) });
    const planned = await createOutputMilestone(house.db, projectId);
    const [first, second] = [await begin(planned), await begin(planned)];
    expect(first.status).toBe(303);
    expect(second.headers.location).toBe(first.headers.location);
    const position = await createOutputMilestone(house.db, projectId, { output_kind: "position" });
    const task = await createOutputMilestone(house.db, projectId, {
      kind: "task",
      output_kind: null,
    });
    const elsewhere = await createOutputMilestone(house.db, await createProject(house.db));
    for (const id of [position, task, elsewhere]) expect((await begin(id)).status).toBe(404);
    const done = await createOutputMilestone(house.db, projectId, { done_on: "2026-01-05" });
    expect((await begin(done)).status).toBe(409);
  });

  test("a draft goes round for remarks with its paper and a day", async () => {
    const fields = { version: "1", commentsBy: "2026-03-20" };
    expect((await coordinator.post(at("/commenting"), fields)).text).toContain(
      "Nejdřív nahrajte dokument",
    );
    const { documentId } = await writePaper();
    const late = await coordinator.post(at("/commenting"), { ...fields, commentsBy: "2026-03-01" });
    expect(late.status).toBe(422);
    await coordinator.post(at("/commenting"), fields);
    expect(await stored()).toMatchObject({
      ...{ state: "commented", commentsBy: "2026-03-20", documentId, version: 2 },
    });
  });

  test("remarks are due on their day until the draft is approved", async () => {
    await writePaper();
    await coordinator.post(at("/commenting"), { version: "1", commentsBy: "2026-03-20" });
    const due = async () =>
      (await listAgenda(house.db, { projectId, today: "2026-03-20" })).flatMap(
        ({ objectType, dueOn, pageId }) =>
          objectType === "output-comments" ? [{ dueOn, pageId }] : [],
      );
    expect(await due()).toEqual([{ dueOn: "2026-03-20", pageId: outputId }]);
    await manager.post(at("/approval"), { version: "2", approvedOn: TODAY });
    expect(await due()).toEqual([]);
  });

  test("it is approved by a body at its meeting, in the wording of that day", async () => {
    const { versionId } = await writePaper();
    const bodyId = await createBody(house.db, projectId);
    const eventId = await createEvent(house.db, projectId, {
      ...{ body_id: bodyId, starts_on: "2026-02-20", ends_on: "2026-02-20" },
    });
    const fields = { version: "1", approvedOn: "2026-02-20", eventId: String(eventId) };
    expect((await manager.post(at("/approval"), fields)).status).toBe(303);
    expect(await stored()).toMatchObject({
      ...{
        state: "approved",
        bodyId,
        eventId,
        approvedOn: "2026-02-20",
        approvedVersionId: versionId,
      },
    });
    await house.db("documents").update({ version_count: 2 });
    await house.db("document_versions").insert({
      ...(await house.db("document_versions").where({ id: versionId }).first()),
      ...{ id: versionId + 1, number: 2, file: `ab/${"b".repeat(32)}` },
    });
    expect((await manager.get(at())).text).toContain("Schválena byla 1. verze");
  });

  test("a meeting of another body, of a later day or of another project approves nothing", async () => {
    await writePaper();
    const bodyId = await createBody(house.db, projectId);
    const day = (on: string, of = projectId, body = bodyId) =>
      createEvent(house.db, of, { body_id: body, starts_on: on, ends_on: on });
    const other = await createProject(house.db);
    const later = await day("2026-03-01");
    const foreign = await day("2026-01-10", other, await createBody(house.db, other));
    const third = await day("2026-01-10", projectId, await createBody(house.db, projectId));
    for (const eventId of [later, foreign, third]) {
      const fields = { version: "1", approvedOn: "2026-02-20", eventId: String(eventId) };
      const answer = await manager.post(at("/approval"), { ...fields, bodyId: String(bodyId) });
      expect(answer.status).toBe(422);
    }
    expect(await stored()).toMatchObject({ state: "draft" });
  });

  test("it is not approved while a remark is open, and never by the coordinator", async () => {
    await writePaper();
    const comment = await createComment(house.db, projectId, { object_id: outputId });
    const fields = { version: "1", approvedOn: TODAY };
    const refused = await manager.post(at("/approval"), fields);
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining("1 nevypořádanou připomínku"),
    ]);
    await house.db("comments").where({ id: comment }).update({ settlement: "accepted" });
    expect((await coordinator.post(at("/approval"), fields)).status).toBe(403);
    expect((await manager.post(at("/approval"), fields)).status).toBe(303);
  });

  test("a personal paper is no output", async () => {
    await writePaper({ is_personal: true });
    const answer = await manager.post(at("/approval"), { version: "1", approvedOn: TODAY });
    expect(answer.status).toBe(422);
  });

  test("a document is counted once it is published, and once only", async () => {
    const indicatorId = await computed();
    await reach("approved");
    const early = { version: "2", doneOn: TODAY, proof: "Web kraje" };
    expect((await coordinator.post(at("/counting"), early)).status).toBe(409);
    expect(await achieved(indicatorId)).toBe(0);
    await coordinator.post(at("/publication"), { version: "2", publishedOn: TODAY });
    await coordinator.post(at("/counting"), { ...early, version: "3" });
    await coordinator.post(at("/counting"), { ...early, version: "3" });
    expect(await stored()).toMatchObject({ state: "counted", doneOn: TODAY, proof: "Web kraje" });
    expect(await achieved(indicatorId)).toBe(1);
  });

  test("a methodology is counted once it is approved", async () => {
    await house.db("milestones").where({ id: milestoneId }).update({ output_kind: "methodology" });
    await reach("approved");
    const fields = { version: "2", doneOn: TODAY, proof: "Usnesení 12/2026" };
    expect((await coordinator.post(at("/counting"), fields)).status).toBe(303);
    expect(await milestone()).toMatchObject({ proof: "Usnesení 12/2026" });
  });

  test("publication does not precede approval", async () => {
    await reach("approved");
    const fields = { version: "2", publishedOn: "2026-03-01" };
    const answer = await coordinator.post(at("/publication"), fields);
    expect([answer.status, answer.text]).toEqual([
      422,
      expect.stringContaining("Zveřejnění nesmí předcházet schválení"),
    ]);
  });

  test("a declared indicator gets its value with the counting and loses it with the return", async () => {
    const indicatorId = await createIndicator(house.db, projectId, { decimals: 2 });
    await reach("published");
    const fields = { version: "3", doneOn: TODAY, proof: "Web", indicatorId: String(indicatorId) };
    await coordinator.post(at("/counting"), fields);
    expect(await achieved(indicatorId)).toBe(100);
    await manager.post(at("/return"), { version: "4", note: "Započteno omylem." });
    expect(await stored()).toMatchObject({ state: "published", indicatorValueId: null });
    expect(await achieved(indicatorId)).toBe(0);
    expect(await milestone()).toMatchObject({ done_on: null });
  });

  test("a computed indicator is offered no value, and one typed in is refused", async () => {
    const indicatorId = await computed();
    await reach("published");
    expect((await coordinator.get(at("/counting/new"))).text).not.toContain("indicatorId");
    const fields = { version: "3", doneOn: TODAY, proof: "Web", indicatorId: String(indicatorId) };
    expect((await coordinator.post(at("/counting"), fields)).status).toBe(422);
    expect(await milestone()).toMatchObject({ done_on: null });
  });

  test("its milestone is not ticked off past it, and opened again takes it back", async () => {
    const indicatorId = await computed();
    const tick = `/projects/${projectId}/milestones/${milestoneId}`;
    const answer = await manager.post(`${tick}/completion`, { version: "1", doneOn: TODAY });
    expect([answer.status, answer.text]).toEqual([
      422,
      expect.stringContaining("založený koncept"),
    ]);
    await reach("counted");
    expect(await achieved(indicatorId)).toBe(1);
    const version = String((await milestone()).version);
    await manager.post(`${tick}/reopening`, { version, reason: "Omyl." });
    expect(await stored()).toMatchObject({ state: "published" });
    expect(await achieved(indicatorId)).toBe(0);
  });

  test("its milestone tells how far it has come and leads to it", async () => {
    await reach("approved");
    const page = (await coordinator.get(`/projects/${projectId}/milestones/${milestoneId}`)).text;
    expect(page).toMatch(new RegExp(`href="${at()}"[^>]*>Schváleno`));
  });

  test("an approved one that is returned is a draft again, without its approval", async () => {
    await reach("approved");
    await manager.post(at("/return"), { version: "2", note: "Chybí příloha." });
    expect(await stored()).toMatchObject({
      ...{ state: "draft", approvedOn: null, approvedVersionId: null, bodyId: null },
    });
    expect((await manager.get(at())).text).toContain("Chybí příloha.");
  });

  test("of two who approve it at once the second is told that it has moved", async () => {
    await reach("approved");
    const late = await manager.post(at("/approval"), { version: "1", approvedOn: TODAY });
    expect(late.status).toBe(409);
    expect(await house.db("output_states").where({ output_id: outputId }).select("state")).toEqual([
      { state: "approved" },
    ]);
  });

  test("the list and the page cost a fixed number of statements however many outputs there are", async () => {
    const costs = async () => [
      (await statementsOf(house.db, () => manager.get(`/projects/${projectId}/outputs`))).length,
      (await statementsOf(house.db, () => manager.get(at()))).length,
    ];
    await manager.get(at());
    const few = await costs();
    for (let n = 0; n < 12; n += 1) {
      const id = await createOutput(house.db, projectId);
      await createComment(house.db, projectId, { object_id: id });
    }
    expect(await costs()).toEqual(few);
    expect(few.every((n) => n <= 9)).toBe(true);
  });

  test("the list tells the state, open remarks and what waits to be begun", async () => {
    await createComment(house.db, projectId, { object_id: outputId });
    await createOutputMilestone(house.db, projectId, { title: "Spot pro rozhlas" });
    await createOutputMilestone(house.db, projectId, { title: "Pozice", output_kind: "position" });
    const page = (await coordinator.get(`/projects/${projectId}/outputs`)).text;
    expect(page).toContain("Spot pro rozhlas");
    expect(page).toContain("Založit koncept");
    expect(page).not.toContain("Pozice");
    const drafts = (await coordinator.get(`/projects/${projectId}/outputs?state=draft`)).text;
    expect(drafts).not.toContain("Spot pro rozhlas");
  });
});
