import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Browser } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createPeriod, insert } from "../../../support/factories.ts";
import {
  createBudgetLine,
  createBudgetVersion,
  createPaymentRequest,
} from "../../../support/money-factories.ts";
import { createEvent } from "../../../support/training-factories.ts";
import { type Importing, openImporting } from "./importing.ts";

const HEAD =
  "Číslo dokladu;Dodavatel;IČO;Text;Datum vystavení;Datum úhrady;Částka;Částka s DPH;Položka rozpočtu;KA;Akce";

describe.each(engines)("expenditure from accounting on %s", (engine) => {
  let world: Importing;
  let finance: Browser;
  let versionId: number;
  let lineId: number;
  beforeEach(async () => {
    world = await openImporting(engine);
    const { projectId } = world;
    const { db } = world.house;
    [finance] = await world.member("finance");
    world = { ...world, coordinator: finance };
    ({ versionId } = await createBudgetVersion(db, projectId, { eligible_halere: 1_000_000 }));
    lineId = await createBudgetLine(db, { projectId, versionId }, { code: "1.1.4.1" });
  });
  afterEach(() => world.house.close());

  const upload = async (text: string | Buffer, name = "ucetnictvi.csv") => {
    const imports = `/projects/${world.projectId}/imports`;
    const answer = await finance.upload(
      imports,
      Buffer.from(text as string),
      { kind: "expenditures" },
      name,
    );
    expect(answer.status).toBe(303);
    return answer.headers.location ?? "";
  };
  const apply = async (address: string) => {
    const { version } = await world.rowOf(address);
    const answer = await finance.post(`${address}/application`, { version: String(version) });
    expect(answer.status).toBe(303);
  };
  const errorsIn = async (address: string) => {
    const rows = await world.house
      .db("import_rows")
      .where({ import_id: Number(address.split("/").at(-1)) })
      .orderBy("row_number")
      .pluck("errors");
    return rows.map((row: string) => JSON.parse(row));
  };
  const row = (given: Record<number, string> = {}) =>
    [
      "FP1",
      "Tisk s.r.o.",
      "27074358",
      "Tisk",
      "1.2.2026",
      "14.2.2026",
      "1 000",
      "",
      "1.1.4.1",
      "",
      "",
    ]
      .map((cell, place) => given[place] ?? cell)
      .join(";");

  test("is previewed, written with its facts and counted as spent", async () => {
    const { db } = world.house;
    const { projectId } = world;
    const periodId = await createPeriod(db, projectId, {
      starts_on: "2026-01-01",
      ends_on: "2026-06-30",
    });
    const eventId = await createEvent(db, projectId, { title: "Kulatý stůl" });
    const address = await upload(
      [HEAD, row({ 10: "kulatý stůl", 7: "1 210,00" }), row({ 0: "FP2", 2: "", 1: "" })].join("\n"),
    );
    expect(await db("expenditures")).toEqual([]);
    expect((await finance.get(address)).text).toContain("Zapsat 2 řádky");
    await apply(address);
    const rows = await db("expenditures").orderBy("id");
    expect(rows).toMatchObject([
      {
        document_number: "FP1",
        supplier_ico: "27074358",
        amount_halere: 100_000,
        total_halere: 121_000,
        budget_line_id: lineId,
        event_id: eventId,
        period_id: periodId,
        valid_on: "2026-02-14",
        state: "recorded",
      },
      { document_number: "FP2", supplier_name: null, event_id: null },
    ]);
    const facts = await db("expenditure_facts").orderBy("id").select("expenditure_id", "state");
    expect(facts.map((fact) => fact.expenditure_id)).toEqual(rows.map(({ id }) => id));
    expect(await db("drawdown_totals").first()).toMatchObject({ recorded_halere: 200_000 });
    const made = await db("import_rows").orderBy("row_number").pluck("record_id");
    expect(made).toEqual(rows.map(({ id }) => id));
    expect((await finance.get("/search?q=fp2")).text).toContain("/expenditures/");
  });

  test("is read twice without doubling, from the same file and from another", async () => {
    const { db } = world.house;
    await apply(await upload([HEAD, row(), row({ 0: "FP2" }), row()].join("\n")));
    expect(await db("expenditures")).toHaveLength(2);
    const again = await upload([HEAD, row(), row({ 0: "fp 2", 6: "1000,00 Kč" })].join("\n"));
    expect(await world.outcomes(again)).toEqual({ unchanged: 2 });
    const other = await upload([HEAD, row({ 0: "FP3" })].join("\n"));
    const twin = await upload([HEAD, row({ 0: "FP3" })].join("\n"));
    await apply(other);
    await apply(twin);
    expect(await db("expenditures")).toHaveLength(3);
  });

  test("tells by row and field what is wrong, and writes the rest", async () => {
    const faulty = [
      row({ 6: "2.200" }),
      row({ 6: "120 EUR" }),
      row({ 6: "-5" }),
      row({ 8: "9.9.9" }),
      row({ 4: "1.1.2020", 5: "" }),
      row({ 5: "1.1.2026" }),
      row({ 2: "12345678" }),
      row({ 3: "" }),
      row({ 7: "500" }),
      row({ 9: "KA 99" }),
      row({ 10: "Nikde" }),
      row({ 4: "", 5: "" }),
    ];
    const address = await upload([HEAD, ...faulty, row()].join("\n"));
    expect(await errorsIn(address)).toEqual([
      { amount: "ambiguousAmount" },
      { amount: "otherCurrency" },
      { amount: "validAmount" },
      { lineCode: "unknownChoice" },
      { issuedOn: "outsideProject" },
      { paidOn: "paidBeforeIssued" },
      { supplierIco: "validIco" },
      { description: "required" },
      { amount: "amountOverTotal" },
      { activity: "unknownChoice" },
      { occasion: "unknownChoice" },
      { issuedOn: "dayOfRecorded" },
      {},
    ]);
    const page = (await finance.get(address)).text;
    expect(page).toContain("Částka v projektu: Částka není jednoznačná");
    await apply(address);
    expect(await world.house.db("expenditures")).toHaveLength(1);
  });

  test("stops at what the project has, flat rate included", async () => {
    const { db } = world.house;
    await createBudgetLine(
      db,
      { projectId: world.projectId, versionId },
      { code: "1.2", category: "flat-rate", flat_rate_kind: "flat-rate-54a", flat_rate_bp: 2_500 },
    );
    const rows = [
      row({ 6: "5 000" }),
      row({ 0: "FP2", 6: "3 001" }),
      row({ 0: "FP3", 6: "3 000" }),
    ];
    const address = await upload([HEAD, ...rows].join("\n"));
    expect(await errorsIn(address)).toEqual([{}, { amount: "overTheProject" }, {}]);
    await apply(address);
    expect(await db("drawdown_totals").first()).toMatchObject({
      recorded_halere: 800_000,
      flat_halere: 200_000,
    });
  });

  test("is taken back whole, unless somebody has worked on it", async () => {
    const { db } = world.house;
    const address = await upload([HEAD, row(), row({ 0: "FP2" })].join("\n"));
    await apply(address);
    const [one] = await db("expenditures").pluck("id");
    const requestId = await createPaymentRequest(db, world.projectId);
    const claimId = await insert(db, "claims", {
      project_id: world.projectId,
      payment_request_id: requestId,
      expenditure_id: one,
      claimed_halere: 5,
    });
    const used = await finance.post(`${address}/undoing`);
    expect(used.status).toBe(409);
    expect(used.text).toContain("řádku 2");
    await db("claims").where({ id: claimId }).delete();
    expect((await finance.post(`${address}/undoing`)).status).toBe(303);
    expect(await db("expenditures").whereNull("archived_at")).toEqual([]);
    expect(await db("drawdown_totals").first()).toMatchObject({ recorded_halere: 0 });
    expect((await finance.get("/search?q=fp2")).text).not.toContain("/expenditures/");
    await apply(await upload([HEAD, row(), row({ 0: "FP2" })].join("\n")));
    expect(await db("expenditures").whereNull("archived_at")).toHaveLength(2);
  });

  test("reads what the list gives as a workbook", async () => {
    await apply(await upload([HEAD, row(), row({ 0: "FP2", 6: "12,50" })].join("\n")));
    const sheet = await finance
      .get(`/projects/${world.projectId}/expenditures?format=xlsx`)
      .buffer(true)
      .parse((stream, done) => {
        const parts: Buffer[] = [];
        stream.on("data", (part) => parts.push(part));
        stream.on("end", () => done(null, Buffer.concat(parts)));
      });
    const again = await upload(sheet.body, "vydaje.xlsx");
    expect(await world.outcomes(again)).toEqual({ unchanged: 2 });
    await world.house.db("import_rows").delete();
    await world.house.db("imports").delete();
    expect(await world.outcomes(await upload(sheet.body, "vydaje.xlsx"))).toEqual({ unchanged: 2 });
  });

  test("is read in by those who may write it, who do not open tables of people", async () => {
    const imports = `/projects/${world.projectId}/imports`;
    const [coordinator] = await world.member("coordinator");
    const file = Buffer.from([HEAD, row()].join("\n"));
    const refused = await coordinator.upload(imports, file, { kind: "expenditures" }, "a.csv");
    expect(refused.status).toBe(422);
    const people = Buffer.from("Jméno;Příjmení\nJana;Nová");
    const listed = await coordinator.upload(imports, people, { kind: "participants" }, "b.csv");
    const address = listed.headers.location ?? "";
    expect((await finance.get(address)).status).toBe(403);
    expect((await finance.get(`${address}/failures`)).status).toBe(403);
    expect((await finance.get(imports)).text).not.toContain(`href="${address}"`);
    expect((await coordinator.get(await upload(file))).status).toBe(403);
    const form = (await finance.get(`${imports}/new?kind=expenditures`)).text;
    expect(form).toContain('value="expenditures" checked');
    expect(form).not.toContain('value="participants"');
  });

  test("comes by ten thousand rows, no more", async () => {
    const { db } = world.house;
    await db("budget_versions").update({ eligible_halere: 1_000_000_000_000 });
    const rows = Array.from({ length: 10_001 }, (_, n) => row({ 0: `FP${n}` }));
    const imports = `/projects/${world.projectId}/imports`;
    const tooMany = Buffer.from([HEAD, ...rows].join("\n"));
    const refused = await finance.upload(imports, tooMany, { kind: "expenditures" }, "a.csv");
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("10");
    const began = performance.now();
    const address = await upload([HEAD, ...rows.slice(1)].join("\n"));
    await apply(address);
    expect(await db("expenditures").count({ n: "*" }).first()).toMatchObject({ n: 10_000 });
    expect(performance.now() - began).toBeLessThan(20_000);
  }, 60_000);
});
