import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countOpenComments } from "../../../../db/queries/comments.ts";
import { commentsOf } from "../../../../server/features/comments/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createComment, createOutput } from "../../../support/output-factories.ts";

const NONCE = "6f1c9f4e-5f0a-4a8e-9c53-0f9f3f4f7b11";

describe.each(engines)("remarks on a draft on %s", (engine) => {
  let house: TestApp;
  let projectId: number;
  let outputId: number;
  let authorId: number;
  let author: Browser;
  let editor: Browser;

  beforeEach(async () => {
    house = await openTestApp(engine);
    projectId = await createProject(house.db);
    outputId = await createOutput(house.db, projectId);
    const join = async (role: string) => {
      const userId = await createUser(house.db, { name: `Jana ${role}` });
      await addMember(house.db, { projectId, userId, role });
      return userId;
    };
    authorId = await join("reader");
    author = await house.signedInAs(authorId);
    editor = await house.signedInAs(await join("coordinator"));
  });
  afterEach(() => house.close());

  const all = () => commentsOf(house.db, { objectType: "output", objectId: outputId });
  const at = (id: number, rest = "") => `/projects/${projectId}/comments/${id}${rest}`;
  const written = { objectType: "output", body: "Kapitola 2 nemá zdroje.", saidBy: "Fokus" };

  test("a reader's remark stands under the output, and they are back where they wrote it", async () => {
    const back = `/projects/${projectId}/outputs/${outputId}#comments-output`;
    const fields = { ...written, objectId: String(outputId), back, _submission: NONCE };
    const answer = await author.post(`/projects/${projectId}/comments`, fields);
    expect([answer.status, answer.headers.location]).toEqual([303, back]);
    await author.post(`/projects/${projectId}/comments`, fields);
    expect(await all()).toMatchObject([
      { body: written.body, saidBy: "Fokus", authorName: "Jana reader", settlement: null },
    ]);
  });

  test("nobody is sent to a stranger's site afterwards", async () => {
    const answer = await author.post(`/projects/${projectId}/comments`, {
      ...written,
      objectId: String(outputId),
      back: "//evil.cz/",
    });
    expect(answer.headers.location).toBe(`/projects/${projectId}/outputs/${outputId}`);
  });

  test("a remark without words is asked for again with what was typed beside it", async () => {
    const fields = { ...written, objectId: String(outputId), body: " " };
    const answer = await author.post(`/projects/${projectId}/comments`, fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="Fokus"');
    expect(await all()).toEqual([]);
  });

  test("an output of another project is as missing as none", async () => {
    const elsewhere = await createOutput(house.db, await createProject(house.db));
    for (const objectId of [elsewhere, 999_999]) {
      const fields = { ...written, objectId: String(objectId) };
      expect((await author.post(`/projects/${projectId}/comments`, fields)).status).toBe(404);
    }
    expect(await house.db("comments").select("id")).toEqual([]);
  });

  test("whoever edits the output settles a remark, and says why where it is not taken over", async () => {
    const id = await createComment(house.db, projectId, { object_id: outputId });
    const settle = { settlement: "rejected", version: "1" };
    const refused = await editor.post(at(id, "/settlement"), settle);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Zdůvodněte");
    await editor.post(at(id, "/settlement"), { ...settle, answer: "Zdroje jsou v příloze." });
    expect(await all()).toMatchObject([
      {
        settlement: "rejected",
        answer: "Zdroje jsou v příloze.",
        settledByName: "Jana coordinator",
      },
    ]);
    expect((await author.get(at(id, "/settlement/new"))).status).toBe(403);
  });

  test("the second of two who settle it sees what the first one decided", async () => {
    const id = await createComment(house.db, projectId, { object_id: outputId });
    await editor.post(at(id, "/settlement"), { settlement: "accepted", version: "1" });
    const late = { settlement: "partly", answer: "Jen zčásti.", version: "1" };
    const answer = await editor.post(at(id, "/settlement"), late);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Akceptována");
    expect(await all()).toMatchObject([{ settlement: "accepted" }]);
  });

  test("its author rewrites it and takes it back until it is settled, nobody else does", async () => {
    const id = await createComment(house.db, projectId, {
      object_id: outputId,
      author_id: authorId,
    });
    const entry = { body: "Doplňte zdroje a rok.", version: "1" };
    expect((await editor.post(at(id), entry)).status).toBe(409);
    expect((await editor.post(at(id, "/withdrawal"))).status).toBe(409);
    expect((await author.post(at(id), entry)).status).toBe(303);
    await editor.post(at(id, "/settlement"), { settlement: "accepted", version: "2" });
    expect((await author.post(at(id, "/withdrawal"))).status).toBe(409);
    await editor.post(at(id, "/settlement/removal"));
    expect(await all()).toMatchObject([{ body: entry.body, settlement: null, answer: null }]);
    expect((await author.post(at(id, "/withdrawal"))).status).toBe(303);
    expect(await all()).toEqual([]);
  });

  test("remarks nobody has settled are counted by output", async () => {
    const objectIds = [outputId, await createOutput(house.db, projectId)];
    const of = { objectType: "output" as const, objectIds };
    await createComment(house.db, projectId, { object_id: outputId });
    await createComment(house.db, projectId, { object_id: outputId, settlement: "accepted" });
    await createComment(house.db, projectId, {
      object_id: outputId,
      archived_at: house.clock.now(),
    });
    expect([...(await countOpenComments(house.db, of))]).toEqual([[outputId, 1]]);
  });
});
