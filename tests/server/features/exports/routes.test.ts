import { readSheet } from "read-excel-file/node";
import { extractText, getDocumentProxy } from "unpdf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { drawdownAt } from "../../../../server/features/drawdowns/service.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser, insert } from "../../../support/factories.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { reckoned } from "../../../support/reckoned-workbooks.ts";
import { createEvent } from "../../../support/training-factories.ts";
import { createDecidedClaim, createSmallBudget } from "./small-budget.ts";

describe.each(engines)("files of a project's money on %s", (engine) => {
  let house: TestApp;
  let projectId: number;
  let lines: Record<"staff" | "services" | "flat", number>;
  beforeEach(async () => {
    house = await openTestApp(engine);
    projectId = await createProject(house.db, { title: "Plánování sociálních služeb" });
    lines = await createSmallBudget(house.db, projectId);
  });
  afterEach(() => house.close());

  async function as(role: "manager" | "reader") {
    const userId = await createUser(house.db);
    await addMember(house.db, { projectId, userId, role });
    return house.signedInAs(userId);
  }

  async function file(role: "manager" | "reader", name: string): Promise<Buffer> {
    const answer = await (await as(role))
      .get(`/projects/${projectId}/exports/${name}`)
      .responseType("blob");
    expect(answer.status).toBe(200);
    return answer.body as Buffer;
  }

  async function pagesOf(pdf: Buffer): Promise<string[]> {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
      mergePages: false,
    });
    return text.map((page) => page.replace(/\s+/g, " "));
  }

  test("the budget comes with prices, units and sums that reckon to those of the project", async () => {
    const workbook = await file("reader", "budget.xlsx");
    const rows = await readSheet(workbook);
    expect(rows[0]).toEqual([
      "Kód",
      "Název",
      "Měrná jednotka",
      "Cena jednotky",
      "Počet jednotek",
      "Procento",
      "Částka celkem",
    ]);
    expect(rows[3]).toEqual(["1.1.1", "Osobní náklady", "měsíc", 5_000, 2, null, 10_000]);
    expect(rows[4]?.slice(0, 2)).toEqual(["1.1.4", '=HYPERLINK("http://zle.test")']);
    const { formulas, valueAt } = reckoned(workbook);
    expect([formulas.get("G2"), formulas.get("G4"), formulas.get("G6")]).toEqual([
      "SUM(G3,G6)",
      "ROUND(D4*E4,2)",
      "ROUND(F6*SUM(G3),2)",
    ]);
    expect(["G2", "G3", "G6"].map(valueAt)).toEqual([21_000, 15_000, 6_000]);
  });

  test("the drawdown counts documents, what requests made of them and flat rates", async () => {
    const paid = await createExpenditure(house.db, projectId, {
      budget_line_id: lines.staff,
      amount_halere: 300_000,
    });
    await createExpenditure(house.db, projectId, { budget_line_id: null, amount_halere: 20_000 });
    await createDecidedClaim(
      house.db,
      { projectId, expenditureId: paid },
      { claimed: 250_000, approved: 200_000, cut: 50_000 },
    );
    const workbook = await file("manager", "drawdown.xlsx");
    const [, ...rows] = await readSheet(workbook);
    expect(rows[2]).toEqual([
      "1.1.1",
      "Osobní náklady",
      null,
      10_000,
      3_000,
      2_500,
      2_000,
      500,
      7_000,
      0.3,
    ]);
    // 40 % of what was recorded, also without a line.
    expect(rows[4]?.slice(3, 8)).toEqual([6_000, 1_280, 1_000, 800, 200]);
    expect(rows.at(-1)).toEqual([
      null,
      "Celkem způsobilé výdaje",
      null,
      21_000,
      4_480,
      3_500,
      2_800,
      700,
      16_520,
      0.2133,
    ]);
    expect(reckoned(workbook).formulas.get("E6")).toBe("ROUND(C6*SUM(E3,E7),2)");
    expect(reckoned(workbook).valueAt("E8")).toBe(4_480);
    const { recorded, flat } = await drawdownAt(house.db, projectId, {
      on: "2026-03-02",
      asOf: house.clock.now(),
    });
    expect(recorded.direct + flat).toBe(448_000);
  });

  test("figures are of the day that is asked for, as they were known on another", async () => {
    await createExpenditure(house.db, projectId, {
      budget_line_id: lines.services,
      valid_on: "2026-02-10",
    });
    const recorded = async (query: string) =>
      Number((await readSheet(await file("manager", `drawdown.xlsx?${query}`)))[4]?.[4]);
    expect(await recorded("on=2026-02-10")).toBe(1_000);
    expect(await recorded("on=2026-02-09")).toBe(0);
    expect(await recorded("on=2026-02-10&asOf=2026-01-04")).toBe(Number.NaN);
    const browser = await as("reader");
    expect(
      (await browser.get(`/projects/${projectId}/exports/drawdown.xlsx?on=31.2.2026`)).status,
    ).toBe(404);
    expect(
      (await browser.get(`/projects/${projectId}/exports/budget.xlsx?version=999`)).status,
    ).toBe(404);
  });

  test("single pay is shown to those who may read it, to others only together", async () => {
    const pay = {
      kind: "payroll",
      description: "Mzda Jana Nováková",
      supplier_name: "Jana Nováková",
      document_number: "MZDA-7",
    };
    await createExpenditure(house.db, projectId, {
      ...pay,
      budget_line_id: lines.staff,
      amount_halere: 4_217_500,
      valid_on: "2026-02-11",
    });
    await createExpenditure(house.db, projectId, {
      budget_line_id: lines.services,
      amount_halere: 100_000,
    });
    const seen = await file("manager", "expenditures.xlsx");
    expect(JSON.stringify(await readSheet(seen))).toContain("Jana Nováková");
    for (const name of ["expenditures.xlsx", "expenditures.pdf"]) {
      const hidden = await file("reader", name);
      const told = name.endsWith("pdf")
        ? (await pagesOf(hidden)).join(" ")
        : JSON.stringify(await readSheet(hidden));
      expect(told).not.toMatch(/Nováková|MZDA/);
      expect(told).toContain("Osobní náklady dohromady (1 doklad)");
    }
    const [, ...rows] = await readSheet(await file("reader", "expenditures.xlsx"));
    expect(rows.map((row) => row[15])).toEqual([1_000, null, 42_175, 43_175]);
  });

  test("a confidential event bears no title in a file", async () => {
    const eventId = await createEvent(house.db, projectId, {
      title: "Případová konference Novákovi",
      is_confidential: true,
    });
    await createExpenditure(house.db, projectId, {
      event_id: eventId,
      budget_line_id: lines.services,
    });
    const told = JSON.stringify(await readSheet(await file("manager", "expenditures.xlsx")));
    expect(told).not.toContain("Novákovi");
  });

  test("co-financing splits what was reported among the sources to the haléř", async () => {
    const shares = [
      { kind: "eu", name: "ESF+", share_ppm: 767_350 },
      { kind: "state", name: "Státní rozpočet", share_ppm: 182_650 },
      { kind: "region", name: "Kraj", share_ppm: 50_000 },
    ];
    for (const [position, share] of shares.entries())
      await insert(house.db, "project_sources", { project_id: projectId, position, ...share });
    const paid = await createExpenditure(house.db, projectId, {
      budget_line_id: lines.staff,
      amount_halere: 300_001,
    });
    await createDecidedClaim(
      house.db,
      { projectId, expenditureId: paid },
      { claimed: 300_001, approved: 300_001, cut: 0 },
    );
    const workbook = await file("reader", "co-financing.xlsx");
    const [, ...rows] = await readSheet(workbook);
    expect(rows.map((row) => row[0])).toEqual(["ESF+", "Státní rozpočet", "Kraj", "Celkem"]);
    expect(rows.map((row) => row[1])).toEqual([0.76735, 0.18265, 0.05, 1]);
    // Asked for 3 000,01 of documents and 1 000 of flat rates, of which 200 were cut.
    expect(rows[3]?.slice(2)).toEqual([21_000, 0, 3_800.01, 3_800.01, 0.181, 17_199.99, 0]);
    const { valueAt, stored } = reckoned(workbook);
    for (const column of "CDEFH")
      expect(valueAt(`${column}5`)).toBeCloseTo(stored.get(`${column}5`) ?? Number.NaN, 4);
    const pages = await pagesOf(await file("reader", "co-financing.pdf"));
    expect(pages.join(" ")).toContain("76,735 %");
  });

  test("papers repeat their headings, number their pages and lose no letter", async () => {
    const long = "Nejneobhospodařovávatelnější žluťoučký kůň úpěl ďábelské ódy ".repeat(8).trim();
    for (let n = 1; n <= 60; n += 1)
      await createExpenditure(house.db, projectId, {
        description: `${n}. ${long}`,
        supplier_name: `Dodavatel ${n} Příštpovské ČŘŽ`,
        budget_line_id: lines.services,
      });
    const pages = await pagesOf(await file("manager", "expenditures.pdf"));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, at) => {
      expect(page).toContain("Číslo dokladu");
      expect(page).toContain(`strana ${at + 1} z ${pages.length}`);
      expect(page).toContain("Plánování sociálních služeb");
    });
    const all = pages.join(" ");
    expect(all).toContain("60 000,00");
    const words = all.match(/obhospodařovávatel/g) ?? [];
    expect(words.length).toBe(60 * 8);
  });

  test("the page lists the files of a day, and who reads no names is not sent to those of IS ESF", async () => {
    const page = (await (await as("reader")).get(`/projects/${projectId}/exports?on=2026-02-10`))
      .text;
    expect(page).toContain("/exports/budget.xlsx?on=2026-02-10");
    expect(page).toContain("Rozpočet ve verzi 1.");
    expect(page).not.toContain("/exports/is-esf");
    expect((await (await as("manager")).get(`/projects/${projectId}/exports`)).text).toContain(
      "/exports/is-esf",
    );
  });

  test("strangers find no files, and a project without a budget gives empty ones", async () => {
    const stranger = await house.signedInAs(await createUser(house.db));
    expect((await stranger.get(`/projects/${projectId}/exports/budget.xlsx`)).status).toBe(404);
    const empty = await createProject(house.db);
    const userId = await createUser(house.db);
    await addMember(house.db, { projectId: empty, userId, role: "finance" });
    const browser = await house.signedInAs(userId);
    for (const name of ["budget.pdf", "drawdown.xlsx", "expenditures.xlsx", "co-financing.pdf"])
      expect((await browser.get(`/projects/${empty}/exports/${name}`)).status, name).toBe(200);
  });
});
