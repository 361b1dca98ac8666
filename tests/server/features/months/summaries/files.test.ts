import { createHash } from "node:crypto";
import readXlsxFile from "read-excel-file/node";
import { extractText, getDocumentProxy } from "unpdf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { system } from "../../../../../server/change.ts";
import { closePortfolio } from "../../../../../server/features/months/closing/portfolio.ts";
import { prepareDue } from "../../../../../server/features/prepared-files/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../../support/app.ts";
import { engines } from "../../../../support/databases.ts";
import {
  addMember,
  createIndicator,
  createMilestone,
  createProject,
  createUser,
  insert,
} from "../../../../support/factories.ts";
import {
  createEvent,
  createParticipation,
  createPosting,
} from "../../../../support/training-factories.ts";
import { unzipped } from "../../../../support/unzipped.ts";

const FORMATS = ["pdf", "docx", "xlsx"] as const;

describe.each(engines)("the summary as a file on %s", (engine) => {
  let house: TestApp;
  let head: Browser;
  let userId: number;
  let projectId: number;
  let indicatorId: number;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-04-02T08:00:00.000Z" });
    userId = await createUser(house.db, { is_management: true });
    head = await house.signedInAs(userId);
    projectId = await createProject(house.db, {
      short_name: "Žluťoučký kůň",
      title: "Podpora příliš žluťoučkých koní",
      total_halere: 1_000_000_00,
    });
    indicatorId = await createIndicator(house.db, projectId, {
      name: "Účastníci čeští",
      target: 20,
    });
    await value(9);
    await insert(house.db, "project_statuses", {
      ...{ project_id: projectId, health: "at-risk", sentence: "=1+1 není vzorec" },
      ...{ decision_needed: "Schválit přesun", valid_on: "2026-03-20" },
      recorded_at: "2026-03-20T08:00:00.000Z",
    });
    const held = { state: "closed", starts_on: "2026-03-10", ends_on: "2026-03-10" };
    await createEvent(house.db, projectId, {
      ...held,
      title: "Kurz krizové intervence",
      head_count: 14,
    });
    await createEvent(house.db, projectId, { ...held, title: "Tajné PEER", is_confidential: true });
  });
  afterEach(() => house.close());

  const value = (value: number) =>
    insert(house.db, "indicator_values", {
      ...{ indicator_id: indicatorId, value, valid_on: "2026-03-12" },
      recorded_at: house.clock.now(),
    });

  /** The file at an address, however long it takes to be made. */
  async function fileAt(path: string, browser = head) {
    const asked = await browser.get(path);
    const address = asked.status === 303 ? String(asked.headers.location) : path;
    await browser.get(address);
    await prepareDue(house);
    const answer = await browser.get(address).responseType("blob");
    expect(answer.status).toBe(200);
    return { bytes: answer.body as Buffer, headers: answer.headers, address };
  }
  const summary = (format: string) => `/summaries/2026-03.${format}`;
  const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
  const wordsOf = async (docx: Buffer) =>
    (await unzipped(docx)).get("word/document.xml")?.toString("utf8") ?? "";
  const pagesOf = async (pdf: Buffer) =>
    (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text;

  test("of a closed month it stays the same to the byte whatever is written later", async () => {
    await closePortfolio(house, system, "2026-03");
    const delivered = new Map<string, string>();
    for (const format of FORMATS)
      delivered.set(format, hashOf((await fileAt(summary(format))).bytes));
    house.clock.advanceDays(40);
    head = await house.signedInAs(userId);
    await value(5);
    await house.db("projects").update({ short_name: "Jinak", title: "Jinak", total_halere: 1 });
    await house.db("project_totals").update({ health: "off-track" });
    for (const format of FORMATS)
      expect(hashOf((await fileAt(summary(format))).bytes)).toBe(delivered.get(format));
    expect(await house.db("prepared_files").whereNotNull("kept_days")).toEqual([]);
    expect(await house.db("prepared_files").select("id")).toHaveLength(3);
  });

  test("of a month that is open is of the instant its address names", async () => {
    const first = await fileAt(summary("xlsx"));
    expect(first.address).toContain("asOf=2026-04-02T08");
    house.clock.advance(60_000);
    await value(5);
    const indicator = async ({ bytes }: { bytes: Buffer }) => {
      const sheet = (await readXlsxFile(bytes)).find((one) => one.sheet === "Indikátory");
      return ((sheet?.data ?? []) as unknown[][])[1]?.[5];
    };
    expect(await indicator(await fileAt(first.address))).toBe(9);
    expect(await indicator(await fileAt(summary("xlsx")))).toBe(14);
    expect(await house.db("prepared_files").whereNull("kept_days")).toEqual([]);
  });

  test("holds the projects of whoever asks, and waits for them on a page that says how far it is", async () => {
    await closePortfolio(house, system, "2026-03");
    const other = await createUser(house.db);
    const stranger = await house.signedInAs(other);
    const waiting = await stranger.get(summary("pdf"));
    expect(waiting.status).toBe(202);
    expect(waiting.headers.refresh).toBe("2");
    expect(await pagesOf((await fileAt(summary("pdf"), stranger)).bytes)).not.toContain("kůň");
    await addMember(house.db, { projectId, userId: other, role: "reader" });
    expect(await pagesOf((await fileAt(summary("pdf"), stranger)).bytes)).toContain("kůň");
    const kept = await house.db("prepared_files").orderBy("id").pluck("kept_days");
    expect(kept).toEqual([7, null]);
    expect((await house.visitor().get(summary("pdf"))).status).not.toBe(200);
    expect((await head.get("/summaries/2026-05.pdf")).status).toBe(404);
    expect((await head.get("/summaries/nic.pdf")).status).toBe(404);
  });
  test("tells what is owed too long, as the page does; a delivered one as of its day", async () => {
    const due = { due_on: "2026-02-02", remind_on: "2026-02-02", baseline_due_on: "2026-02-02" };
    await createMilestone(house.db, projectId, { ...due, title: "Dlužná zpráva", kind: "report" });
    const other = await createProject(house.db);
    const foreign = { ...due, title: "Cizí zpráva", kind: "report" };
    await createMilestone(house.db, other, foreign);
    const member = await createUser(house.db);
    await addMember(house.db, { projectId, userId: member, role: "reader" });
    const reader = await house.signedInAs(member);
    const rowsOf = async (bytes: Buffer) =>
      (await readXlsxFile(bytes)).find((one) => one.sheet === "Dlouho po termínu")?.data as
        | unknown[][]
        | undefined;
    const open = await rowsOf((await fileAt(summary("xlsx"), reader)).bytes);
    expect(open?.slice(1).map(([, title, , days]) => [title, days])).toEqual([
      ["Dlužná zpráva", 59],
    ]);
    await closePortfolio(house, system, "2026-03");
    const words = await wordsOf((await fileAt(summary("docx"))).bytes);
    expect(words).toContain("Dlužná zpráva");
    expect(words).toContain("Cizí zpráva");
    await house.db("milestones").update({ done_on: "2026-04-02" });
    house.clock.advanceDays(1);
    head = await house.signedInAs(userId);
    expect(await wordsOf((await fileAt(summary("docx"))).bytes)).toBe(words);
    expect(await rowsOf((await fileAt(summary("xlsx"))).bytes)).toBeUndefined();
    if (engine === "postgres") return;
    await house.db("milestones").update({ done_on: null });
    const pdf = (await pagesOf((await fileAt(summary("pdf"))).bytes)).replace(/\s+/g, " ");
    expect(pdf).toContain("Dlouho po termínu");
    expect(pdf).toContain("Stav k 3. 4. 2026, není součástí čísel měsíce.");
    expect(pdf).toContain("Dlužná zpráva");
  });

  // Whoever draws knows no database.
  if (engine === "postgres") return;

  test("reads with its letters, its figures and the standing of the month", async () => {
    await closePortfolio(house, system, "2026-03");
    const { bytes, headers } = await fileAt(summary("pdf"));
    expect(headers["content-type"]).toBe("application/pdf");
    expect(headers["content-disposition"]).toContain("mesicni-prehled-2026-03.pdf");
    const pdf = await pagesOf(bytes);
    const docx = await wordsOf((await fileAt(summary("docx"))).bytes);
    for (const text of [pdf.replace(/\s+/g, " "), docx.replaceAll("\u00a0", " ")]) {
      expect(text).toContain("Uzavřeno 2. 4. 2026 10:00, verze 1.");
      expect(text).toContain("Podpora příliš žluťoučkých koní");
      expect(text).toContain("Schválit přesun");
      expect(text).toContain("=1+1 není vzorec");
      expect(text).toContain("45 %");
      expect(text).toContain("Kurz krizové intervence");
      expect(text).not.toContain("Tajné");
    }
    expect(docx).not.toContain("<w:instrText>=");
  });

  test("has typed cells in its sheets and no text that is run", async () => {
    await closePortfolio(house, system, "2026-03");
    const { bytes } = await fileAt(summary("xlsx"));
    const sheets = await readXlsxFile(bytes);
    const rowsOf = (name: string) =>
      (sheets.find(({ sheet }) => sheet === name)?.data ?? []) as unknown[][];
    const [headings = [], project = []] = rowsOf("Projekty");
    const cell = (header: string) => project[headings.indexOf(header)];
    expect(cell("Projekt")).toBe("Žluťoučký kůň");
    expect(cell("Indikátory")).toBe(0.45);
    expect(cell("Celkem")).toBe(1_000_000);
    expect(cell("Sdělení manažera")).toBe("=1+1 není vzorec");
    expect(cell("Potřebné rozhodnutí")).toBe("Schválit přesun");
    expect(rowsOf("Indikátory")[1]?.slice(2)).toEqual(["Účastníci čeští", "osoby", 9, 9, 20, 0.45]);
    expect(rowsOf("Akce").map((row) => row[1])).toEqual([
      "Akce",
      "Kurz krizové intervence",
      "Důvěrná akce",
    ]);
    for (const [path, part] of await unzipped(bytes))
      if (path.includes("worksheets")) expect(part.toString("utf8")).not.toContain("<f>");
  });

  test("is in the language of whoever reads it", async () => {
    await closePortfolio(house, system, "2026-03");
    await house.db("users").update({ language: "en" });
    const { bytes, headers } = await fileAt(summary("pdf"), await house.signedInAs(userId));
    expect(headers["content-disposition"]).toContain("monthly-summary-2026-03.pdf");
    expect(await pagesOf(bytes)).toContain("Waiting for a decision");
  });

  test("names no participant", async () => {
    const who = await insert(house.db, "participants", {
      ...{ code: "T-1", first_name: "Kanár", surname: "Kanárek", sort_key: "k" },
      ...{ search_text: "k", sex: "POHZENY", created_at: "2026-01-01T00:00:00.000Z" },
    });
    const person = await createParticipation(house.db, projectId, { participant_id: who });
    await createPosting(house.db, person);
    for (const format of FORMATS) {
      const { bytes } = await fileAt(summary(format));
      const parts =
        format === "pdf"
          ? [await pagesOf(bytes)]
          : [...(await unzipped(bytes)).values()].map(String);
      for (const part of parts) expect(part).not.toMatch(/Kanár/);
    }
  });
});
