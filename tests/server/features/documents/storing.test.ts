import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fileColumns } from "../../../../db/queries/stored-files.ts";
import { listTables } from "../../../../db/queries/whole-tables.ts";
import { removeForgottenFiles } from "../../../../server/features/documents/archive/service.ts";
import { type Browser, openSession, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { listen } from "../../../support/listen.ts";
import { jpeg } from "../../../support/pictures.ts";

const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n");

describe.each(engines)("files of documents on %s", (engine) => {
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

  test("lose what a photograph says of place and camera", async () => {
    const exif = Buffer.concat([
      Buffer.from([0xff, 0xe1, 0, 21]),
      Buffer.from("Exif\0\0GPS 50.76,15.05"),
    ]);
    exif.writeUInt16BE(exif.length - 2, 2);
    await add({ category: "publicity" }, coordinator, jpeg({ extra: exif }), "foto.JPG");
    const { id } = await house.db("documents").first("id");
    const file = await coordinator.get(await versionAddress(id));
    expect(file.headers["content-type"]).toBe("image/jpeg");
    expect(Buffer.compare(file.body, jpeg())).toBe(0);
  });

  test("rest in the archive for thirty days, then their files go and their rows stay", async () => {
    await add();
    await add({ title: "Zůstává" });
    const { id } = await house.db("documents").orderBy("id").first("id");
    const address = await versionAddress(id);
    await coordinator.post(`${documents}/${id}/archive`);
    expect((await coordinator.get(documents)).text).not.toContain("Partnerská smlouva");
    expect((await coordinator.get(`${documents}?state=archived`)).text).toContain("Partnerská");
    house.clock.advanceDays(30);
    expect(await removeForgottenFiles(house)).toBe(0);
    const now = await house.signedInAs(coordinatorId);
    expect((await now.post(`${documents}/${id}/archive/restoration`)).status).toBe(303);
    await now.post(`${documents}/${id}/archive`);
    house.clock.advanceDays(32);
    expect(await removeForgottenFiles(house)).toBe(1);
    const later = await house.signedInAs(coordinatorId);
    expect((await later.get(address)).status).toBe(404);
    expect((await later.get(`${documents}/${id}`)).text).toContain(
      "byl po 30 dnech v archivu smazán",
    );
    expect((await later.post(`${documents}/${id}/archive/restoration`)).status).toBe(409);
    expect(stored()).toHaveLength(1);
  });

  test("of a process killed before their row are swept a day later, and nothing else", async () => {
    await add();
    const folder = join(house.config.dataDir, "files", "ab");
    mkdirSync(folder, { recursive: true });
    const orphan = `ab${"0".repeat(30)}`;
    for (const name of [orphan, `${orphan}.draft`, "notes.txt"])
      writeFileSync(join(folder, name), "x");
    const fresh = `ab${"1".repeat(30)}`;
    writeFileSync(join(folder, fresh), "x");
    const yesterday = new Date("2026-02-28T00:00:00Z");
    for (const path of stored().filter((one) => !one.endsWith(fresh)))
      utimesSync(join(house.config.dataDir, "files", path), yesterday, yesterday);
    const today = new Date("2026-03-02T07:00:00Z");
    utimesSync(join(folder, fresh), today, today);
    expect(await removeForgottenFiles(house)).toBe(2);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining([fresh, "notes.txt"]));
    const { id } = await house.db("documents").first("id");
    expect((await coordinator.get(await versionAddress(id))).status).toBe(200);
  });

  test("are swept by columns that are all there are", async () => {
    const tables = await listTables(house.db);
    const columns = tables.flatMap(({ name, columns: own }) =>
      own.filter((column) => column === "file").map((column) => [name, column]),
    );
    expect([...fileColumns].map((pair) => [...pair]).toSorted()).toEqual(columns.toSorted());
  });

  test("leave nothing behind when their place cannot be written", async () => {
    writeFileSync(join(house.config.dataDir, "files"), "in the way");
    expect((await add()).status).toBe(500);
    expect(await house.db("documents")).toEqual([]);
    await vi.waitFor(() => expect(readdirSync(join(house.config.dataDir, "uploads"))).toEqual([]));
  });

  test("leave nothing behind when the sender hangs up in the middle", async () => {
    const served = await listen(house.app);
    const cookie = `osnova=${await openSession(house, coordinatorId)}`;
    const sending = request(`${served.baseUrl}${documents}`, {
      method: "POST",
      headers: {
        cookie,
        "content-type": "multipart/form-data; boundary=osnova",
        "content-length": "1000000",
      },
    });
    sending.on("error", () => {});
    sending.write(
      '--osnova\r\nContent-Disposition: form-data; name="file"; filename="x.pdf"\r\n\r\n%PDF-1.7',
    );
    const uploads = join(house.config.dataDir, "uploads");
    await vi.waitFor(() => expect(readdirSync(uploads)).toHaveLength(1));
    sending.destroy();
    await vi.waitFor(() => expect(readdirSync(uploads)).toEqual([]));
    expect(await house.db("documents")).toEqual([]);
    expect(stored()).toEqual([]);
    await served.close();
  });
});
