import { createHash } from "node:crypto";
import { readSheet } from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../../support/app.ts";
import { engines } from "../../../../support/databases.ts";
import { addMember, createProject, createUser, insert } from "../../../../support/factories.ts";
import {
  createAssignment,
  createExpenditure,
  createPosition,
} from "../../../../support/money-factories.ts";
import { type Budgeted, createBudgetedProject, stepsOf } from "../world.ts";

describe.each(engines)("lists of vouchers on %s", (engine) => {
  let app: TestApp;
  let money: Budgeted;
  let request: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    money = await createBudgetedProject(app.db);
    request = await stepsOf(app, money.projectId).create();
  });
  afterEach(() => app.close());

  const path = (rest: string) => `/projects/${money.projectId}${rest}`;
  const lists = () => path(`/payment-requests/${request}/voucher-lists`);
  const file = (name: string) => path(`/exports/${name}?request=${request}`);
  const as = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId: money.projectId, userId, role });
    return app.signedInAs(userId);
  };
  const claimAll = () => stepsOf(app, money.projectId).claimWhole(request);
  const salary = (given = {}) =>
    createExpenditure(app.db, money.projectId, {
      ...{ kind: "payroll", budget_line_id: money.staffLine, amount_halere: 4_000_000 },
      ...{ description: "Mzda & odměna <leden>", document_number: null, ...given },
    });
  const payOf = async (expenditureId: number) => {
    const { projectId } = money;
    const positionId = await createPosition(app.db, projectId);
    const userId = await createUser(app.db, { name: "Mgr. Jana Nováková" });
    const assignment = await createAssignment(
      app.db,
      { projectId, positionId },
      { user_id: userId },
    );
    await insert(app.db, "payroll_items", {
      ...{ expenditure_id: expenditureId, assignment_id: assignment, month: "2026-01" },
      ...{ contract_code: "DPC", pay_halere: 3_000_000, levies_halere: 1_000_000 },
      ...{ fund_hours_e2: 16_800, project_hours_e2: 8_400 },
    });
  };
  const payer = async () => {
    const name = { name: "Kraj", name_folded: "kraj", sort_key: "kraj" };
    const row = { ...name, ico: "70890692", created_at: "2026-01-01T00:00:00.000Z" };
    const beneficiary = await insert(app.db, "organisations", row);
    await app.db("projects").where({ id: money.projectId }).update({ beneficiary_id: beneficiary });
  };

  test("SD-2 tells by row what is missing instead of a file, and comes once it is there", async () => {
    const id = await salary();
    await claimAll();
    const finance = await as("finance");
    const page = await finance.get(lists());
    expect(page.text).toContain("rozpis mzdy, IČO příjemce u projektu");
    expect(page.text).not.toContain("sd-2.xml");
    const early = await finance.get(file("sd-2.xml"));
    expect(early.status).toBe(422);
    expect(early.text).toContain("rozpis mzdy");
    expect(await app.db("voucher_list_exports")).toEqual([]);

    await payOf(id);
    await payer();
    expect((await finance.get(lists())).text).toContain("Všechny doklady mají");
    const xml = await finance.get(file("sd-2.xml"));
    expect(xml.headers["content-type"]).toContain("application/xml");
    expect(xml.headers["content-disposition"]).toContain("soupiska-sd-2-2.xml");
    const body = Buffer.isBuffer(xml.body) ? xml.body.toString("utf8") : xml.text;
    expect(body).toContain("<POPIS>Mzda &amp; odměna &lt;leden&gt;</POPIS>");
    expect(body).toContain("<DRUHPRACVZTAHU>DPC</DRUHPRACVZTAHU>");
    expect(await app.db("voucher_list_exports").select("list", "format", "rows", "sha256")).toEqual(
      [
        {
          ...{ list: "sd-2", format: "xml", rows: 1 },
          sha256: createHash("sha256").update(body).digest("hex"),
        },
      ],
    );
    expect(await app.db("audit_events").where({ action: "payment-request.exported" })).toHaveLength(
      1,
    );
    expect((await app.db("staff_data_accesses")).length).toBeGreaterThan(0);
    expect((await finance.get(`${file("sd-2.xml")}&file=2`)).status).toBe(404);
    expect((await finance.get(lists())).text).toContain("sd-2.xml");
  });

  test("a part that is claimed is told, for the files have no field for it", async () => {
    const id = await salary();
    await stepsOf(app, money.projectId).claim(request, { [id]: 1_000_000 });
    expect((await (await as("finance")).get(lists())).text).toMatch(
      /prokazuje se část, 10\s000,00/,
    );
  });

  test("SD-1 has typed cells of documents other than pay", async () => {
    await salary();
    await createExpenditure(app.db, money.projectId, {
      ...{ budget_line_id: money.serviceLine, total_halere: 121_000, net_halere: 100_000 },
    });
    await claimAll();
    const reader = await as("reader");
    const answer = await reader.get(file("sd-1.xlsx")).buffer().parse(asBuffer);
    const rows = await readSheet(answer.body as Buffer);
    expect(rows).toHaveLength(2);
    expect(rows[1]?.slice(0, 4)).toEqual(["1.1.4", "Služby", "FP-1", "Dodavatel s.r.o."]);
    expect(rows[1]).toContain(1210);
    expect(rows[1]?.some((cell) => cell instanceof Date)).toBe(true);
  });

  test("pay is for those who may read it, and a foreign request for nobody", async () => {
    await salary();
    await claimAll();
    const reader = await as("reader");
    const page = await reader.get(lists());
    expect(page.text).toContain("Osobní náklady vidí jen");
    expect(page.text).not.toContain("odměna");
    expect((await reader.get(file("sd-2.xlsx"))).status).toBe(403);
    expect((await reader.get(file("sd-2.xml"))).status).toBe(403);
    const finance = await as("finance");
    expect((await finance.get(file("sd-2.xlsx"))).status).toBe(200);
    const other = await createProject(app.db);
    const foreign = await stepsOf(app, other).create();
    expect((await finance.get(path(`/exports/sd-1.xlsx?request=${foreign}`))).status).toBe(404);
    expect((await finance.get(path("/exports/sd-1.xlsx?request=abc"))).status).toBe(404);
  });
});

/** supertest takes what comes for text unless it is told. */
function asBuffer(res: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = res as NodeJS.ReadableStream;
  stream.on("data", (part: Buffer) => parts.push(part));
  stream.on("end", () => done(null, Buffer.concat(parts)));
}
