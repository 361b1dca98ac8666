import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Author, change, system } from "../../server/change.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import { engines } from "../support/databases.ts";
import { addMember, createProject, createUser } from "../support/factories.ts";

describe.each(engines)("a form sent twice on %s", (engine) => {
  let app: TestApp;
  let jana: Author;
  let petr: Author;
  let written: string[];
  beforeEach(async () => {
    app = await openTestApp(engine);
    const submission = randomUUID();
    jana = { ...system, submission, userId: await createUser(app.db) };
    petr = { ...system, submission, userId: await createUser(app.db) };
    written = [];
  });
  afterEach(() => app.close());

  const write = (author: Author, text: string) =>
    change(app, author, async () => {
      written.push(text);
      return text;
    });

  test("changes things once, and the second time the first result comes back", async () => {
    expect(await write(jana, "Janina tajná věta")).toBe("Janina tajná věta");
    expect(await write(jana, "podruhé")).toBe("Janina tajná věta");
    expect(written).toEqual(["Janina tajná věta"]);
  });

  test("by somebody else tells them nothing of what it led to and changes nothing", async () => {
    await write(jana, "Janina tajná věta");
    await expect(write(petr, "Petrova věta")).rejects.toMatchObject({ status: 403 });
    await expect(write({ ...petr, userId: null }, "ničí")).rejects.toMatchObject({ status: 403 });
    expect(written).toEqual(["Janina tajná věta"]);
  });

  test("by somebody else is refused also when its own change fails", async () => {
    await write(jana, "Janina tajná věta");
    const failing = change(app, petr, async () => {
      throw new Error("taken");
    });
    await expect(failing).rejects.toMatchObject({ status: 403 });
  });

  test("by somebody else is a refusal to the browser too, and the entry stays one", async () => {
    const projectId = await createProject(app.db);
    const entry = { body: "Zápis", happenedOn: "2026-03-02", _submission: randomUUID() };
    const answers: number[] = [];
    for (const { userId } of [jana, petr]) {
      await addMember(app.db, { projectId, userId: Number(userId) });
      const browser = await app.signedInAs(Number(userId));
      answers.push((await browser.post(`/projects/${projectId}/progress`, entry)).status);
    }
    expect(answers).toEqual([303, 403]);
    expect(await app.db("log_entries").pluck("author_id")).toEqual([jana.userId]);
  });
});
