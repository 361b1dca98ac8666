import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { prepareDue } from "../../../../server/features/prepared-files/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createDocument, writeFiles } from "../../../support/document-factories.ts";
import {
  addMember,
  createMilestone,
  createPeriod,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { createEvent } from "../../../support/training-factories.ts";
import { unzipped } from "../../../support/unzipped.ts";

describe.each(engines)("the papers of a period as one ZIP on %s", (engine) => {
  let house: TestApp;
  let projectId: number;
  let periodId: number;
  let address: string;
  let coordinatorId: number;
  let coordinator: Browser;
  let reader: Browser;

  beforeEach(async () => {
    house = await openTestApp(engine);
    projectId = await createProject(house.db);
    periodId = await createPeriod(house.db, projectId, {
      ...{ number: 3, starts_on: "2026-01-01", ends_on: "2026-02-28" },
    });
    address = `/projects/${projectId}/documents/packages/${periodId}`;
    const join = async (role: string) => {
      const userId = await createUser(house.db);
      await addMember(house.db, { projectId, userId, role });
      return userId;
    };
    coordinatorId = await join("coordinator");
    coordinator = await house.signedInAs(coordinatorId);
    reader = await house.signedInAs(await join("reader"));
  });
  afterEach(() => house.close());

  const paper = (title: string, given = {}, uploadedAt = "2025-06-01T08:00:00.000Z") =>
    createDocument(house.db, projectId, { title, ...given }).then(({ versionId }) =>
      house.db("document_versions").where({ id: versionId }).update({ uploaded_at: uploadedAt }),
    );
  const on = (object_type: string, object_id: number) => ({ object_type, object_id });
  const event = (day: string, given = {}) =>
    createEvent(house.db, projectId, {
      ...{ title: "Školení", starts_on: day, ends_on: day, ...given },
    });
  /** The ZIP once it is prepared; the first answer says that it is not there yet. */
  const fetched = async (browser: Browser): Promise<Map<string, Buffer>> => {
    await writeFiles(house.db, house.config.dataDir);
    await browser.get(address);
    await prepareDue(house);
    const answer = await browser
      .get(address)
      .buffer(true)
      .parse(asBuffer as never);
    expect(answer.status).toBe(200);
    return unzipped(answer.body as Buffer);
  };
  const titles = async (browser: Browser) =>
    [...(await fetched(browser)).keys()]
      .filter((path) => path !== "SHA256SUMS")
      .map((path) => path.replace(/\d{4} /, ""))
      .toSorted();

  test("papers of events, outputs and claims of the period are in it, and undated ones by their upload", async () => {
    await paper("Prezenční listina", on("event", await event("2026-02-28")));
    await paper("Dřívější listina", on("event", await event("2025-12-31")));
    const done = { due_on: "2025-06-30", done_on: "2026-01-01" };
    const output = await createMilestone(house.db, projectId, { title: "Metodika", ...done });
    await paper("Konečné znění", on("milestone", output));
    const claimed = { valid_on: "2026-03-10", period_id: periodId };
    const expenditure = await createExpenditure(house.db, projectId, claimed);
    await paper("Faktura", on("expenditure", expenditure));
    // Midnight of Prague, not of Greenwich.
    await paper("Smlouva", {}, "2025-12-31T23:30:00.000Z");
    await paper("Pozdní smlouva", {}, "2026-02-28T23:30:00.000Z");
    expect(await titles(coordinator)).toEqual([
      "Akce/Školení – Prezenční listina.pdf",
      "Milník/Metodika – Konečné znění.pdf",
      "Projekt/Smlouva.pdf",
      "Výdaj/Pronájem sálu – Faktura.pdf",
    ]);
  });

  test("each file is what was stored, and the list says so to whoever checks", async () => {
    await paper("Zápis", on("event", await event("2026-01-10")));
    const files = await fetched(reader);
    const [path] = [...files.keys()];
    const bytes = files.get(path as string) as Buffer;
    const sum = createHash("sha256").update(bytes).digest("hex");
    expect(files.get("SHA256SUMS")?.toString()).toBe(`${sum}  ${path}\n`);
  });

  test("personal papers are in it only for whoever may open them, and their taking is put down", async () => {
    const eventId = await event("2026-01-10");
    await paper("Program", on("event", eventId));
    await paper("Karty účastníků", { ...on("event", eventId), is_personal: true });
    expect(await titles(reader)).toEqual(["Akce/Školení – Program.pdf"]);
    expect(await house.db("personal_data_accesses").select("id")).toEqual([]);
    expect(await titles(coordinator)).toHaveLength(2);
    expect(await house.db("personal_data_accesses").select("user_id", "action")).toEqual([
      { user_id: coordinatorId, action: "open-document" },
    ]);
  });

  test("papers of somebody else's confidential event are in nobody's ZIP but theirs", async () => {
    const secret = { is_confidential: true, owner_user_id: coordinatorId };
    await paper("Zápis ze supervize", on("event", await event("2026-01-10", secret)));
    const empty = await reader.get(address);
    expect([empty.status, empty.type]).toEqual([200, "text/html"]);
    expect(empty.text).not.toContain("supervize");
    expect(await titles(coordinator)).toHaveLength(1);
  });

  test("a paper that comes later makes a new ZIP, the same papers the same file", async () => {
    await paper("První", on("event", await event("2026-01-10")));
    await fetched(coordinator);
    await fetched(reader);
    const orders = () => house.db("prepared_files").select("id");
    expect(await orders()).toHaveLength(1);
    await paper("Druhý", on("event", await event("2026-01-11")));
    expect(await titles(reader)).toHaveLength(2);
    expect(await orders()).toHaveLength(2);
  });

  test("while it is prepared the page asks again by itself", async () => {
    await paper("Zápis", on("event", await event("2026-01-10")));
    const answer = await reader.get(address);
    expect([answer.status, answer.headers.refresh]).toEqual([202, "2"]);
  });

  test("a period without papers says so, and one of another project is not there", async () => {
    expect((await reader.get(address).redirects(1)).text).toContain("není žádný dokument");
    const other = await createProject(house.db);
    const foreign = await createPeriod(house.db, other);
    const answer = await reader.get(`/projects/${projectId}/documents/packages/${foreign}`);
    expect(answer.status).toBe(404);
    expect((await reader.get(`/projects/${projectId}/documents/packages`)).text).toContain(
      "3. sledované období",
    );
  });
});

function asBuffer(
  res: NodeJS.ReadableStream,
  done: (error: Error | null, body: Buffer) => void,
): void {
  const chunks: Buffer[] = [];
  res.on("data", (chunk: Buffer) => chunks.push(chunk));
  res.on("end", () => done(null, Buffer.concat(chunks)));
}
