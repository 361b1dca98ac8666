import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createIndicator,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createEvent, createParticipation } from "../../../support/training-factories.ts";

const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n");

describe.each(engines)("documents of a project on %s", (engine) => {
  let house: TestApp;
  let projectId: number;
  let documents: string;
  let coordinator: Browser;
  let coordinatorId: number;
  beforeEach(async () => {
    house = await openTestApp(engine);
    projectId = await createProject(house.db);
    documents = `/projects/${projectId}/documents`;
    [coordinator, coordinatorId] = await member("coordinator");
  });
  afterEach(() => house.close());

  async function member(role: string): Promise<[Browser, number]> {
    const userId = await createUser(house.db);
    await addMember(house.db, { projectId, userId, role });
    return [await house.signedInAs(userId), userId];
  }

  const fields = (more: Record<string, string> = {}) => ({
    objectType: "project",
    objectId: String(projectId),
    category: "agreement",
    title: "Partnerská smlouva",
    ...more,
  });

  const add = (
    more: Record<string, string> = {},
    by = coordinator,
    file: Buffer = PDF,
    name = "x.pdf",
  ) => by.upload(documents, file, fields(more), name);

  const stored = () => {
    const root = join(house.config.dataDir, "files");
    if (!existsSync(root)) return [];
    return readdirSync(root).flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
    );
  };

  const versionAddress = async (id: number) => {
    const version = await house.db("document_versions").where({ document_id: id }).first("id");
    return `${documents}/${id}/versions/${version.id}`;
  };

  test("keep a file under its own name and give it back as a file and nothing else", async () => {
    const name = "Prezenční listina č. 1 – „školení“.pdf";
    const answer = await add({ title: "" }, coordinator, PDF, name);
    expect(answer.status).toBe(303);
    const page = await coordinator.get(answer.headers.location ?? "");
    expect(page.text).toContain("Prezenční listina č. 1 – „školení“");
    const { id } = await house.db("documents").first("id");
    const file = await coordinator.get(await versionAddress(id));
    expect(Buffer.compare(file.body, PDF)).toBe(0);
    expect(file.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    expect(file.headers["content-disposition"]).toMatch(
      /^attachment; .*filename\*=UTF-8''Prezen%C4/,
    );
    const shown = await coordinator.get(`${await versionAddress(id)}/preview`);
    expect(shown.headers["content-disposition"]).toMatch(/^inline;/);
    expect(shown.headers["content-security-policy"]).toContain("default-src 'none'");
    const [path = ""] = stored();
    expect(statSync(join(house.config.dataDir, "files", path)).mode & 0o777).toBe(0o600);
  });

  test("are added once however often the form is sent, and leave one file", async () => {
    const nonce = { _submission: randomUUID() };
    const first = await add(nonce);
    const second = await add(nonce);
    expect(second.headers.location).toBe(first.headers.location);
    expect(await house.db("document_versions")).toHaveLength(1);
    expect(stored()).toHaveLength(1);
  });

  test("take a further version while the one before stays readable", async () => {
    await add();
    const { id } = await house.db("documents").first("id");
    const older = await versionAddress(id);
    const next = Buffer.concat([PDF, Buffer.from("% podepsáno\n%%EOF")]);
    const answer = await coordinator.upload(
      `${documents}/${id}/versions`,
      next,
      { note: "Podepsané znění" },
      "smlouva.pdf",
    );
    expect(answer.status).toBe(303);
    const page = await coordinator.get(`${documents}/${id}`);
    expect(page.text).toContain("Podepsané znění");
    expect(page.text).toMatch(/2\. verze[\s\S]*1\. verze/);
    expect(Buffer.compare((await coordinator.get(older)).body, PDF)).toBe(0);
    expect(stored()).toHaveLength(2);
  });

  test.each([
    ["no title of a category", { category: "nothing" }, "Vyberte jednu z nabízených možností."],
    ["a title of 10,000 characters", { title: "x".repeat(10_000) }, "nejvýše 200 znaků"],
    ["a note that is too long", { note: "x".repeat(501) }, "nejvýše 500 znaků"],
  ])("are refused with %s, and what was typed stays", async (_what, wrong, said) => {
    const answer = await add({ title: "Smlouva s Fokusem", ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
    if (!("title" in wrong)) expect(answer.text).toContain("Smlouva s Fokusem");
    expect(stored()).toEqual([]);
  });

  test("are refused without a file, with one too large, or when the project is full", async () => {
    const none = await coordinator.post(documents, fields());
    expect(none.status).toBe(422);
    expect(none.text).toContain("Vyberte soubor.");
    await house.close();
    house = await openTestApp(engine, {
      config: { documentBytes: 2_000_000, projectDocumentsBytes: 100 },
    });
    projectId = await createProject(house.db);
    documents = `/projects/${projectId}/documents`;
    [coordinator] = await member("coordinator");
    const large = await add({}, coordinator, Buffer.concat([PDF, Buffer.alloc(2_000_000)]));
    expect(large.status).toBe(422);
    expect(large.text).toContain("Soubor je větší než 2 MB.");
    expect((await add()).status).toBe(303);
    expect((await add()).status).toBe(303);
    const full = await add();
    expect(full.status).toBe(422);
    expect(full.text).toContain("nemá pro další soubory místo");
    expect(stored()).toHaveLength(2);
    await vi.waitFor(() => expect(readdirSync(join(house.config.dataDir, "uploads"))).toEqual([]));
  });

  test("hang only on records of their own project", async () => {
    const own = await createActivity(house.db, projectId);
    const foreign = await createActivity(house.db, await createProject(house.db));
    expect((await add({ objectType: "activity", objectId: String(own) })).status).toBe(303);
    const answer = await add({ objectType: "activity", objectId: String(foreign) });
    expect(answer.status).toBe(404);
    expect(
      (await coordinator.get(`${documents}/new?objectType=activity&objectId=${foreign}`)).status,
    ).toBe(404);
    expect(await house.db("documents")).toHaveLength(1);
    expect(stored()).toHaveLength(1);
  });

  test("are not found under another project, and change nothing for those who may not", async () => {
    await add();
    const { id } = await house.db("documents").first("id");
    const [reader] = await member("reader");
    expect((await reader.get(`${documents}/${id}`)).status).toBe(200);
    expect((await reader.get(`${documents}/new`)).status).toBe(403);
    expect((await add({}, reader)).status).toBe(403);
    expect((await reader.post(`${documents}/${id}`, { title: "x" })).status).toBe(403);
    const stranger = await house.signedInAs(await createUser(house.db));
    expect((await stranger.get(`${documents}/${id}`)).status).toBe(404);
    const other = await createProject(house.db);
    await addMember(house.db, { projectId: other, userId: coordinatorId, role: "coordinator" });
    expect((await coordinator.get(`/projects/${other}/documents/${id}`)).status).toBe(404);
    expect(stored()).toHaveLength(1);
  });

  test("are edited by one person at a time", async () => {
    await add();
    const { id, version } = await house.db("documents").first("id", "version");
    const entry = { title: "Smlouva o partnerství", category: "other", version: String(version) };
    expect((await coordinator.post(`${documents}/${id}`, entry)).status).toBe(303);
    const late = await coordinator.post(`${documents}/${id}`, { ...entry, title: "Dohoda" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Smlouva o partnerství");
    expect(late.text).toContain("Dohoda");
    const posted = { ...entry, version: "2", project_id: "99", object_id: "99" };
    await coordinator.post(`${documents}/${id}`, posted);
    expect(await house.db("documents").first("project_id", "object_id")).toEqual({
      project_id: projectId,
      object_id: projectId,
    });
  });

  test("with personal data open only to those who may read them, each opening put down", async () => {
    const participation = await createParticipation(house.db, projectId);
    const of = { objectType: "participation", objectId: String(participation) };
    await add({ ...of, title: "Karta Aleny Tajné" });
    const { id, is_personal } = await house.db("documents").first("id", "is_personal");
    expect(Boolean(is_personal)).toBe(true);
    const address = await versionAddress(id);
    for (const role of ["finance", "reader"]) {
      const [browser] = await member(role);
      const list = await browser.get(documents);
      expect(list.text).not.toContain("Tajné");
      expect(list.text).toContain("Dokument s osobními údaji");
      expect((await browser.get(`${documents}?q=tajne`)).text).toContain("neodpovídá");
      expect((await browser.get(`${documents}?format=xlsx`)).status).toBe(200);
      for (const path of [`${documents}/${id}`, address, `${address}/preview`])
        expect((await browser.get(path)).status).toBe(403);
    }
    expect(await house.db("personal_data_accesses")).toEqual([]);
    expect((await coordinator.get(address)).status).toBe(200);
    const person = await house.db("participations").where({ id: participation }).first();
    expect(await house.db("personal_data_accesses")).toMatchObject([
      {
        action: "open-document",
        user_id: coordinatorId,
        participant_id: person.participant_id,
        route: `GET /projects/:projectId/documents/:documentId/versions/:versionId`,
      },
    ]);
    const history = await house.db("audit_events").where({ object_type: "document" });
    expect(JSON.stringify(history)).not.toContain("Tajné");
  });

  test("with signatures open to an auditor, whose opening is put down", async () => {
    await add({ category: "attendance-sheet", isSignedOriginal: "true" });
    const { id } = await house.db("documents").first("id");
    const auditor = await house.signedInAs(await createUser(house.db, { is_auditor: true }));
    expect((await auditor.get(await versionAddress(id))).status).toBe(200);
    expect(await house.db("personal_data_accesses")).toHaveLength(1);
    const [finance] = await member("finance");
    expect((await finance.get(await versionAddress(id))).status).toBe(403);
  });

  test("of a confidential event exist only for its coordinator", async () => {
    const own = { owner_user_id: coordinatorId, is_confidential: true };
    const eventId = await createEvent(house.db, projectId, own);
    const of = { objectType: "event", objectId: String(eventId) };
    await add({ ...of, title: "Peer setkání Nanečisto" });
    const { id } = await house.db("documents").first("id");
    const [manager] = await member("manager");
    expect((await manager.get(documents)).text).not.toContain("Nanečisto");
    expect((await manager.get(`${documents}/${id}`)).status).toBe(404);
    expect((await manager.get(await versionAddress(id))).status).toBe(404);
    expect((await add(of, manager)).status).toBe(404);
    const list = await coordinator.get(documents);
    expect(list.text).toContain("Nanečisto");
    expect(list.text).toContain("Důvěrná akce");
  });

  test("stand on the page of an event and lead back to it", async () => {
    const eventId = await createEvent(house.db, projectId, { title: "Úvodní školení" });
    await add({ objectType: "event", objectId: String(eventId), title: "Pozvánka na školení" });
    const href = `/projects/${projectId}/events/${eventId}`;
    expect((await coordinator.get(href)).text).toContain("Pozvánka na školení");
    expect((await coordinator.get(documents)).text).toContain(`href="${href}"`);
  });

  test("stand on the page of the record they hang on, with a way to add another", async () => {
    const records = {
      milestone: await createMilestone(house.db, projectId),
      activity: await createActivity(house.db, projectId),
      indicator: await createIndicator(house.db, projectId),
    };
    await add({ title: "Smlouva projektu" });
    expect((await coordinator.get(`/projects/${projectId}`)).text).toContain("Smlouva projektu");
    const folders = { milestone: "milestones", activity: "activities", indicator: "indicators" };
    for (const [objectType, id] of Object.entries(records)) {
      await add({ objectType, objectId: String(id), title: `Příloha: ${objectType}` });
      const folder = folders[objectType as keyof typeof folders];
      const page = await coordinator.get(`/projects/${projectId}/${folder}/${id}`);
      expect(page.text).toContain(`Příloha: ${objectType}`);
      expect(page.text).not.toContain("Smlouva projektu");
      expect(page.text).toContain(`documents/new?objectType=${objectType}&amp;objectId=${id}`);
    }
  });

  test("fill their list by five queries, however many there are", async () => {
    const milestoneId = await createMilestone(house.db, projectId, { title: "Závěrečná zpráva" });
    for (let n = 0; n < 3; n += 1)
      await add({ objectType: "milestone", objectId: String(milestoneId), title: `Příloha ${n}` });
    const asked = await statementsOf(house.db, async () => {
      const page = await coordinator.get(documents);
      expect(page.text).toContain("Milník: Závěrečná zpráva");
    });
    expect(asked).toHaveLength(6);
  });
});
