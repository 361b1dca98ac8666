import { rm } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkFilesJob } from "../../../../jobs/check-files.ts";
import { certificateLink } from "../../../../server/features/certificates/links/rules.ts";
import { preparedFile } from "../../../../server/features/prepared-files/service.ts";
import { pathOfFile, storeFile } from "../../../../server/files.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createDocument, writeFiles } from "../../../support/document-factories.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { png } from "../../../support/pictures.ts";
import {
  createAttendance,
  createEvent,
  createParticipant,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

const run = { owner: "test", isStopping: () => false };
const LOST_PAGE = "/admin/stored-files/lost";

describe.each(engines)("a stored file that is not on the disk on %s", (engine) => {
  let house: TestApp;
  let browser: Browser;
  let administrator: Browser;
  let projectId: number;

  beforeEach(async () => {
    house = await openTestApp(engine);
    const userId = await createUser(house.db);
    projectId = await createProject(house.db, { short_name: "Péče" });
    await addMember(house.db, { projectId, userId, role: "coordinator" });
    browser = await house.signedInAs(userId);
    administrator = await house.signedInAs(await createUser(house.db, { is_administrator: true }));
  });
  afterEach(() => house.close());

  const lose = (file: string) => rm(pathOfFile(house.config.dataDir, file));
  const lostPage = async () => (await administrator.get(LOST_PAGE)).text;

  /** Somebody who attended a closed event, with a certificate drawn by the product itself. */
  async function certified() {
    const eventId = await createEvent(house.db, projectId, { state: "closed" });
    const sessionId = await createSession(house.db, eventId);
    const participantId = await createParticipant(house.db, {});
    const registrationId = await createRegistration(house.db, eventId, {
      participant_id: participantId,
    });
    await createAttendance(house.db, { sessionId, registrationId });
    const list = `/projects/${projectId}/events/${eventId}/certificates`;
    const fields = { basis: "share", least: "80", registrations: [String(registrationId)] };
    expect((await browser.post(list, fields)).status).toBe(303);
    const certificate = await house.db("certificates").first("id", "file", "sha256");
    const { token } = certificateLink(house.config.secretKey, {
      id: certificate.id,
      from: house.clock.now(),
    });
    return { ...certificate, list, eventId, link: `/certificates/links/${token}` };
  }

  test("is drawn again where the certificate comes out the same, also for its public link", async () => {
    const { id, file, sha256, link, list } = await certified();
    await lose(file);
    const answer = await house.visitor().post(link);
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toContain("application/pdf");
    const now = await house.db("certificates").first("file", "sha256");
    expect(now.sha256).toBe(sha256);
    expect(now.file).not.toBe(file);
    await lose(now.file);
    expect((await browser.get(`${list}/${id}`)).status).toBe(200);
    await lose((await house.db("certificates").first("file")).file);
    expect((await browser.get(`${list}?format=pdf`)).status).toBe(200);
    expect(await lostPage()).toContain("Na disku je všechno, co má být.");
  });

  test("is told to whoever came by a link when it would be another paper today", async () => {
    const { id, file, list, link, eventId } = await certified();
    await house.db("events").where({ id: eventId }).update({ title: "Jiný název" });
    await lose(file);
    const answer = await house.visitor().post(link);
    expect(answer.status).toBe(410);
    expect(answer.text).toContain("Osvědčení teď nelze stáhnout");
    expect(await house.db("personal_data_accesses").where({ action: "open-document" })).toEqual([]);
    expect((await browser.get(`${list}/${id}`)).status).toBe(410);
    expect((await browser.get(`${list}?format=pdf`)).status).toBe(410);
    expect(await lostPage()).toContain("osvědčení č. 1/2026");
  });

  test("of a document is one clear page, and told to the administrator until it is back", async () => {
    const { documentId, versionId } = await createDocument(house.db, projectId);
    const address = `/projects/${projectId}/documents/${documentId}/versions/${versionId}`;
    const { file } = await house.db("document_versions").first("file");
    const answer = await browser.get(address);
    expect(answer.status).toBe(410);
    expect(answer.text).toContain("Soubor v úložišti chybí");
    expect((await administrator.get("/")).text).toContain("Na disku chybí 1 uložený soubor.");
    const list = await lostPage();
    expect(list).toContain(`dokument č. ${documentId}, verze 1`);
    expect(list).toContain(`files/${file}`);
    await writeFiles(house.db, house.config.dataDir);
    expect((await administrator.get("/")).text).not.toContain("Na disku chybí");
    expect((await browser.get(address)).status).toBe(200);
  });

  test("is found by the look of the night before anybody asks", async () => {
    const file = await storeFile(house.config.dataDir, png({ width: 3, height: 3 }));
    const uploaded = { sha256: "0".repeat(64), uploaded_at: house.clock.now() };
    await house
      .db("brand_images")
      .insert({ kind: "logo", file, media_type: "image/png", ...uploaded });
    expect(await checkFilesJob.run(house, run)).toBe("0 stored files missing");
    await lose(file);
    expect(await checkFilesJob.run(house, run)).toBe("1 stored files missing");
    expect(await lostPage()).toContain("logo úřadu");
    house.clock.advance(60_000);
    expect((await house.visitor().get("/brand/logo")).status).toBe(410);
  });

  test("that was prepared is made anew; one that was delivered is not", async () => {
    const store = () => storeFile(house.config.dataDir, Buffer.from("text"));
    const [own, delivered] = [await store(), await store()];
    const done = {
      ...{ kind: "nobody", state: "done", params: "{}", file_name: "a.txt" },
      ...{ media_type: "text/plain", byte_count: 4, sha256: "0".repeat(64) },
      ...{ ordered_at: house.clock.now(), finished_at: house.clock.now() },
    };
    await house.db("prepared_files").insert([
      { ...done, order_key: "copy", kept_days: 7, file: own },
      { ...done, order_key: "delivered", kept_days: null, file: delivered },
    ]);
    const ask = (orderKey: string, keptDays: number | null) =>
      preparedFile(
        house,
        { kind: "nobody", orderKey, projectId: null, params: {}, keptDays },
        null,
      );
    expect((await ask("copy", 7)).state).toBe("done");
    await lose(own);
    await lose(delivered);
    expect((await ask("copy", 7)).state).not.toBe("done");
    expect((await ask("delivered", null)).state).toBe("done");
  });
});
