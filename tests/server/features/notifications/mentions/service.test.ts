import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../../support/app.ts";
import { engines } from "../../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../../support/factories.ts";
import {
  createComment,
  createOutput,
  createOutputMilestone,
} from "../../../../support/output-factories.ts";

describe.each(engines)("mentions on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let manager: number;
  let eva: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db, { short_name: "Rodiny" });
    manager = await createUser(app.db, { name: "Petr Malý" });
    eva = await createUser(app.db, { name: "Eva Dvořáková", email: "eva@kraj.test" });
    await createUser(app.db, { name: "Cizí Člověk" });
    await addMember(app.db, { projectId, userId: manager });
    await addMember(app.db, { projectId, userId: eva, role: "coordinator" });
  });
  afterEach(() => app.close());

  const told = () =>
    app.db("notifications").orderBy("id").select({
      kind: "kind",
      what: "object_type",
      id: "object_id",
      page: "page_id",
      whom: "recipient_user_id",
    });
  const post = async (path: string, fields: Record<string, string>) => {
    const browser = await app.signedInAs(manager);
    const answer = await browser.post(`/projects/${projectId}/${path}`, fields);
    expect(answer.status).toBe(303);
  };

  test("whoever a remark on an output mentions is told, whoever it does not is not", async () => {
    const output = await createOutput(app.db, projectId);
    const remark = { objectType: "output", objectId: String(output), place: "", back: "" };
    const body = "@Eva Dvořáková, doplň prosím zdroje. @Cizí Člověk @Petr Malý";
    await post("comments", { ...remark, body, saidBy: "" });
    const { id } = await app.db("comments").first("id");
    const mention = { kind: "mention", what: "output-comment", id, page: output, whom: eva };
    expect(await told()).toEqual([mention]);
  });

  test("an edited remark tells only those it had not mentioned", async () => {
    const milestone_id = await createOutputMilestone(app.db, projectId);
    const object_id = await createOutput(app.db, projectId, { milestone_id });
    const ivan = await createUser(app.db, { name: "Ivan Host" });
    await addMember(app.db, { projectId, userId: ivan, role: "reader" });
    const given = { object_id, author_id: manager, body: "@Eva Dvořáková?" };
    const id = await createComment(app.db, projectId, given);
    const body = "@Eva Dvořáková? @Ivan Host?";
    await post(`comments/${id}`, { version: "1", body, saidBy: "", back: "" });
    expect((await told()).map(({ whom }) => whom)).toEqual([ivan]);
    const answer = {
      version: "2",
      settlement: "accepted",
      answer: "Díky, @Eva Dvořáková",
      back: "",
    };
    await post(`comments/${id}/settlement`, answer);
    expect((await told()).map(({ whom }) => whom)).toEqual([ivan, eva]);
  });

  test("an entry of the log mentions in its text and in its next step", async () => {
    const entry = { happenedOn: "2026-03-02", body: "Jednali jsme.", hours: "" };
    await post("progress", { ...entry, nextStep: "Zavolat (@eva dvorakova)", nextStepOn: "" });
    const { id } = await app.db("log_entries").first("id");
    const mention = { kind: "mention", what: "log-entry", id, page: id, whom: eva };
    expect(await told()).toEqual([mention]);
    const body = "Jednali jsme s @Eva Dvořáková.";
    await post(`progress/${id}`, { ...entry, version: "1", body, nextStep: "", nextStepOn: "" });
    expect(await told()).toEqual([mention]);
  });

  test("who may be mentioned is offered to readers of the project alone", async () => {
    const browser = await app.signedInAs(manager);
    const offered = await browser.get(`/projects/${projectId}/mentions`);
    expect(offered.body).toEqual(["Eva Dvořáková", "Petr Malý"]);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(`/projects/${projectId}/mentions`)).status).toBe(404);
    const output = await createOutput(app.db, projectId);
    const page = await browser.get(`/projects/${projectId}/outputs/${output}`);
    expect(page.text).toContain(`data-mentions="/projects/${projectId}/mentions"`);
  });
});
