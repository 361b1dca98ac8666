import { createHash } from "node:crypto";
import readXlsx from "read-excel-file/node";
import type { Response } from "supertest";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { prepareDue } from "../../../../server/features/prepared-files/service.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createDocument, writeFiles } from "../../../support/document-factories.ts";
import {
  addMember,
  createIndicator,
  createPeriod,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { createEvent } from "../../../support/training-factories.ts";
import { unzipped } from "../../../support/unzipped.ts";

describe.each(engines)("packs for a control on %s", (engine) => {
  let app: TestApp;
  let project: number;
  let indicator: number;
  const users: Record<string, number> = {};
  beforeEach(async () => {
    app = await openTestApp(engine);
    project = await createProject(app.db);
    indicator = await createIndicator(app.db, project, { code: "600000", target: 10 });
    for (const role of ["manager", "finance", "reader"]) {
      users[role] = await createUser(app.db);
      await addMember(app.db, { projectId: project, userId: users[role] as number, role });
    }
  });
  afterEach(() => app.close());

  const at = (rest = "") => `/projects/${project}/audit-packs${rest}`;
  const as = (role: string) => app.signedInAs(users[role] as number);
  const FORM = { subject: "expenditures", method: "listed", reason: "Kontrola 12. 3." };

  /** Orders a pack, lets it be prepared and reads it back. */
  const packed = async (role: string, fields: Record<string, string>) => {
    const browser = await as(role);
    const ordered = await browser.post(at(), { ...FORM, ...fields });
    expect(ordered.status).toBe(303);
    const address = String(ordered.headers.location);
    await prepareDue(app);
    const file = await browser.get(address).buffer(true).parse(asBytes);
    expect(file.status).toBe(200);
    expect(file.headers["content-type"]).toBe("application/zip");
    return { address, files: await unzipped(file.body) };
  };

  test("an indicator's holds its values and papers, each with the hash that it has", async () => {
    const value = await app
      .db("indicator_values")
      .insert({
        ...{ indicator_id: indicator, value: 7, note: "=1+1", valid_on: "2026-02-10" },
        recorded_at: app.clock.now(),
      })
      .returning("id");
    await createDocument(app.db, project, {
      ...{ object_type: "indicator-value", object_id: value[0].id, title: "Listina č. 1" },
    });
    await writeFiles(app.db, app.config.dataDir);
    const { files } = await packed("manager", {
      subject: "indicator",
      indicatorId: String(indicator),
    });
    expect([...files.keys()]).toEqual([
      "hodnoty.xlsx",
      "soupis-dokumentů.xlsx",
      "dokumenty/0001 Listina č. 1.pdf",
      "SHA256SUMS",
    ]);
    const sums = String(files.get("SHA256SUMS")).trim().split("\n");
    for (const line of sums) {
      const [hash, path] = line.split("  ");
      const bytes = files.get(path ?? "") ?? Buffer.alloc(0);
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
    }
    const rows = await rowsOf(files.get("hodnoty.xlsx"));
    expect(rows[1]?.slice(0, 2)).toEqual(["600\u00a0000", expect.any(String)]);
    expect(rows[1]).toContain("=1+1");
  });

  test("a sample of expenditures never holds pay of those who may not see it", async () => {
    await createExpenditure(app.db, project, { document_number: "FP-1" });
    await createExpenditure(app.db, project, { document_number: "MZ-1", kind: "payroll" });
    const numbers = "FP-1\nMZ-1";
    const seen = await packed("finance", { numbers });
    const rows = await rowsOf(seen.files.get("výdaje.xlsx"));
    expect(rows.map(([number]) => number)).toEqual(["Doklad", "FP-1", "MZ-1"]);
    // Who may not see pay may not have what was made for somebody who may.
    expect((await (await as("reader")).get(seen.address)).status).toBe(403);
  });

  test("a period's takes what belongs to its days", async () => {
    const period = await createPeriod(app.db, project, {
      ...{ number: 1, starts_on: "2026-01-01", ends_on: "2026-01-31" },
    });
    for (const [day, value] of [
      ["2026-01-31", 1],
      ["2026-02-01", 2],
    ])
      await app.db("indicator_values").insert({
        ...{ indicator_id: indicator, value, valid_on: day, recorded_at: app.clock.now() },
      });
    const { files } = await packed("manager", { subject: "period", periodId: String(period) });
    const rows = await rowsOf(files.get("hodnoty.xlsx"));
    expect(rows.slice(1).map((row) => row[3])).toEqual(["1"]);
  });

  test("who made it and why stays, and each taking away of names is put down", async () => {
    const { address } = await packed("manager", {
      subject: "indicator",
      indicatorId: String(indicator),
    });
    const made = await app.db("audit_events").where({ action: "audit-pack.made" });
    expect(made).toHaveLength(1);
    const [access] = await app.db("personal_data_accesses").where({ action: "export" });
    expect(access).toMatchObject({ user_id: users.manager, project_id: project });
    expect((await (await as("finance")).get(address)).status).toBe(403);
    const page = (await (await as("reader")).get(at())).text;
    expect(page).toContain("Kontrola 12. 3.");
    expect(page).toContain("obsahuje údaje, které nesmíte číst");
  });

  test("papers of a person and signed sheets go only to those who may open them", async () => {
    const value = await app
      .db("indicator_values")
      .insert({
        indicator_id: indicator,
        value: 7,
        valid_on: "2026-02-10",
        recorded_at: app.clock.now(),
      })
      .returning("id");
    const on = { object_type: "indicator-value", object_id: value[0].id };
    await createDocument(app.db, project, { ...on, title: "Karta", is_personal: true });
    await createDocument(app.db, project, { ...on, title: "Listina", is_signed_original: true });
    await createDocument(app.db, project, { ...on, title: "Zpráva" });
    await writeFiles(app.db, app.config.dataDir);
    const fields = { subject: "indicator", indicatorId: String(indicator) };
    const papers = ({ files }: { files: Map<string, Buffer> }) =>
      [...files.keys()].filter((path) => path.startsWith("dokumenty/"));
    expect(papers(await packed("manager", fields))).toHaveLength(3);
    expect(papers(await packed("finance", fields))).toEqual(["dokumenty/0001 Zpráva.pdf"]);
  });

  test("papers of a confidential event go into no pack, its coordinator's neither", async () => {
    const on = { starts_on: "2026-01-10", ends_on: "2026-01-10" };
    const secret = await createEvent(app.db, project, {
      ...{ ...on, title: "Skupina pro oběti", is_confidential: true },
      owner_user_id: users.manager,
    });
    const open = await createEvent(app.db, project, { ...on, title: "Školení" });
    for (const [object_id, title] of [
      [secret, "Zápis skupiny"],
      [open, "Zápis školení"],
    ])
      await createDocument(app.db, project, { object_type: "event", object_id, title });
    await writeFiles(app.db, app.config.dataDir);
    const period = await createPeriod(app.db, project, {
      ...{ number: 1, starts_on: "2026-01-01", ends_on: "2026-01-31" },
    });
    const { files } = await packed("manager", { subject: "period", periodId: String(period) });
    const papers = [...files.keys()].filter((path) => path.startsWith("dokumenty/"));
    expect(papers).toEqual(["dokumenty/0001 Zápis školení.pdf"]);
    expect(JSON.stringify(await rowsOf(files.get("soupis-dokumentů.xlsx")))).not.toContain(
      "Zápis skupiny",
    );
  });

  test("a form that misses something says so beside the field and makes nothing", async () => {
    const browser = await as("manager");
    const foreign = await createIndicator(app.db, await createProject(app.db));
    const answers = await Promise.all([
      browser.post(at(), { ...FORM, subject: "indicator" }),
      browser.post(at(), { ...FORM, subject: "indicator", indicatorId: String(foreign) }),
      browser.post(at(), { ...FORM, method: "random", count: "3" }),
      browser.post(at(), { ...FORM, numbers: "" }),
      browser.post(at(), { ...FORM, numbers: "FP-1", reason: "" }),
      browser.post(at(), { ...FORM, method: "random", count: "0", seed: "a" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 422]);
    expect(await app.db("audit_packs")).toEqual([]);
  });

  test("a page waits for a pack that is not ready, and asks again by itself", async () => {
    const browser = await as("manager");
    const ordered = await browser.post(at(), { ...FORM, numbers: "FP-1" });
    await app.db("prepared_files").update({
      ...{ state: "running", done_steps: 3, all_steps: 12, lease_owner: "x" },
      ...{ lease_until: "2999-01-01T00:00:00.000Z", file: null, sha256: null },
    });
    const waiting = await browser.get(String(ordered.headers.location));
    expect(waiting.status).toBe(202);
    expect(waiting.headers.refresh).toBe("2");
    expect(waiting.text).toContain("3 z 12");
  });
});

/** Rows of the first sheet, headings included. */
async function rowsOf(workbook: Buffer | undefined): Promise<unknown[][]> {
  const [sheet] = await readXlsx(workbook ?? Buffer.alloc(0));
  return sheet?.data ?? [];
}

function asBytes(res: Response, done: (error: Error | null, body: unknown) => void): void {
  const chunks: Buffer[] = [];
  const stream = res as unknown as NodeJS.ReadableStream;
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.on("end", () => done(null, Buffer.concat(chunks)));
}
