import readXlsxFile from "read-excel-file/node";
import { extractText, getDocumentProxy } from "unpdf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { prepareDue } from "../../../../server/features/prepared-files/service.ts";
import { textsFor } from "../../../../server/texts/index.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createPlan } from "../../../support/plan-factories.ts";
import { unzipped } from "../../../support/unzipped.ts";
import { addActionPlan, openPlan, type PlanWorld } from "./plan-world.ts";

const FORMATS = ["pdf", "docx", "xlsx"] as const;
const { states } = textsFor("cs").cardStatements;

describe.each(engines)("files of a plan on %s", (engine) => {
  let house: TestApp;
  let world: PlanWorld;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-11-22T09:00:00.000Z" });
    world = await openPlan(house);
    await addActionPlan(house, world);
  });
  afterEach(() => house.close());

  /** The file at an address, however long it takes to be made. */
  async function fileAt(name: string, browser: Browser = world.reader) {
    const asked = await browser.get(`/plans/${world.planId}/exports/${name}`);
    expect(asked.status).toBe(303);
    const address = String(asked.headers.location);
    await browser.get(address);
    await prepareDue(house);
    const answer = await browser.get(address).responseType("blob");
    expect(answer.status).toBe(200);
    return { bytes: answer.body as Buffer, headers: answer.headers, address };
  }
  const pagesOf = async (pdf: Buffer) =>
    (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text;
  const wordsOf = async (docx: Buffer) =>
    (await unzipped(docx)).get("word/document.xml")?.toString("utf8") ?? "";
  const plain = (text: string) => text.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0]+/g, " ");
  /** All that a file says, whatever its format. */
  const textOf = async (format: string, bytes: Buffer) => {
    if (format === "pdf") return plain(await pagesOf(bytes));
    if (format === "docx") return plain(await wordsOf(bytes));
    return plain([...(await unzipped(bytes)).values()].map(String).join(" "));
  };
  const sheetOf = async (bytes: Buffer, name: string) => {
    const sheet = (await readXlsxFile(bytes)).find((one) => one.sheet === name);
    const [headings = [], ...rows] = (sheet?.data ?? []) as unknown[][];
    return rows.map((row) =>
      Object.fromEntries(headings.map((head, at) => [String(head), row[at]])),
    );
  };

  test("tell of projects within the reader's reach and of others only how many there are", async () => {
    // Whoever draws knows no database: on the other one tables are enough.
    const formats = engine === "sqlite" ? FORMATS : (["xlsx"] as const);
    for (const kind of ["plan", "coverage", "fulfilment"])
      for (const format of formats) {
        const text = await textOf(format, (await fileAt(`${kind}.${format}`)).bytes);
        expect(text).not.toContain("Skrytý");
        expect(text).not.toContain("0000002");
        expect(text).not.toContain("7 777 777");
        expect(text).toContain("Viditelný");
      }
    const whole = await textOf("xlsx", (await fileAt("fulfilment.xlsx", world.head)).bytes);
    expect(whole).toContain("Skrytý");
    // The same instant for other eyes is another file.
    expect(await house.db("prepared_files").distinct("order_key")).toHaveLength(
      3 * formats.length + 1,
    );
  }, 120_000);

  test("are of the instant their address names, and are not made twice for it", async () => {
    const { address } = await fileAt("plan.xlsx");
    expect(address).toMatch(/asOf=2026-11-22T09/);
    await world.reader.get(address);
    expect(await house.db("prepared_files").select("id")).toHaveLength(1);
    house.clock.advance(60_000);
    const { address: later } = await fileAt("plan.xlsx");
    expect(later).not.toBe(address);
    const future = await world.reader.get(
      `/plans/${world.planId}/exports/plan.xlsx?asOf=2030-01-01T00:00:00Z`,
    );
    expect(future.status).toBe(303);
  }, 60_000);

  test("tell nothing of today under an old date", async () => {
    const { address } = await fileAt("plan.xlsx");
    house.clock.advance(11 * 60_000);
    expect((await world.reader.get(address)).status).toBe(200);
    const old = `/plans/${world.planId}/exports/plan.xlsx?asOf=2026-11-22T08:00:00.000Z`;
    const asked = await world.reader.get(old);
    expect(asked.status).toBe(303);
    expect(asked.headers.location).toContain("asOf=2026-11-22T09%3A11");
    await house.db("prepared_files").update({ state: "removed", file: null });
    expect((await world.reader.get(address)).status).toBe(303);
  }, 60_000);

  test("are offered on a page by kind and year, and what there is not is not found", async () => {
    const page = await world.reader.get(`/plans/${world.planId}/exports`);
    expect(page.status).toBe(200);
    for (const words of ["Plán s kartami", "Plnění za rok 2025", "Akční plán na rok 2026"])
      expect(page.text).toContain(words);
    for (const name of [
      "fulfilment.pdf?year=2023",
      "action-plan.pdf?year=2025",
      "nic.pdf",
      "plan.odt",
    ])
      expect((await world.reader.get(`/plans/${world.planId}/exports/${name}`)).status).toBe(404);
    const other = await createPlan(house.db);
    expect((await world.reader.get(`/plans/${other}/exports/action-plan.pdf`)).status).toBe(404);
    expect((await world.reader.get("/plans/999999/exports/plan.pdf")).status).toBe(404);
    expect((await house.visitor().get(`/plans/${world.planId}/exports`)).status).toBe(303);
  });
  // Whoever draws knows no database.
  if (engine === "postgres") return;

  test("of the plan say every field of each card and its measures, as a document and as tables", async () => {
    for (const format of ["pdf", "docx"] as const) {
      const { bytes, headers } = await fileAt(`plan.${format}`);
      expect(headers["content-disposition"]).toContain(`plan-2024-2026.${format}`);
      const text = await textOf(format, bytes);
      for (const said of [
        ...["Plán příliš žluťoučkých služeb", "1.1 Podpora rodin", "1.1.1 Žluťoučká péče"],
        ...["Osobní asistence (§ 39)", "2,5 mil. Kč", "=1+1 není vzorec"],
        ...["• Otevřít poradnu (splněno, do 30. 6. 2025)", "– ve dvou okresech"],
        ...["Karty mimo oblasti", "Jmenovaný záměr – jen jmenován", "1 projekt mimo váš dosah"],
        "Viditelný (CZ.03.02.02/00/22_006/0000001) – běží",
      ])
        expect(text).toContain(said);
    }
    const { bytes } = await fileAt("plan.xlsx");
    const [card] = await sheetOf(bytes, "Karty");
    expect(card).toMatchObject({
      ...{ "Číslo karty": "1.1.1", Oblast: "1 Rodiny a děti", Podoblast: "1.1 Podpora rodin" },
      ...{
        "Od roku": 2024,
        "Do roku": 2026,
        "Náklady od": 2_500_000,
        "Popis a výstupy": "=1+1 není vzorec",
      },
      ...{ "Opatření celkem": 2, "Opatření splněná": 1, Pokrytí: "běžící projekt", Projektů: 1 },
    });
    const measures = await sheetOf(bytes, "Opatření");
    expect(measures.map((row) => row.Pořadí)).toEqual([1, 2]);
    expect(measures[0]?.Termín).toEqual(new Date("2025-06-30T00:00:00Z"));
    for (const [path, part] of await unzipped(bytes))
      if (path.includes("worksheets")) expect(part.toString("utf8")).not.toContain("<f>");
  }, 60_000);

  test("of a year tell its fulfilment as it stood on the last day, each project once in a sum", async () => {
    for (const format of ["pdf", "docx"] as const) {
      const text = await textOf(format, (await fileAt(`fulfilment.${format}?year=2025`)).bytes);
      for (const said of [
        ...["Plnění za rok 2025", "k 31. 12. 2025", states.behind, "Řekli jsme své"],
        ...["Dál: Vybrat místo", "Viditelný projekt", "600000 Účastníci čeští", "45 %"],
        ...["1 000 000 Kč", "400 000 Kč", "Jeden projekt je mimo váš dosah"],
      ])
        expect(text).toContain(said);
      expect(text).not.toContain("2 000 000");
    }
    const { bytes } = await fileAt("fulfilment.xlsx?year=2025");
    const rows = await sheetOf(bytes, "Oblasti");
    const whole = { Projektů: 1, "Mimo váš dosah": 1, Rozpočet: 1_000_000, Vyčerpáno: 400_000 };
    expect(rows.at(-1)).toMatchObject({ Oblast: "Celý plán", Karet: 3, ...whole });
    expect(rows[0]).toMatchObject({ Oblast: "1 Rodiny a děti", Karet: 2, ...whole });
    expect(await sheetOf(bytes, "Indikátory")).toEqual([
      {
        ...{
          Projekty: "Viditelný",
          Kód: "600000",
          Indikátor: "Účastníci čeští",
          Jednotka: "osoby",
        },
        ...{ Cíl: 20, Dosaženo: 9, Plnění: 0.45 },
      },
    ]);
    const now = await sheetOf((await fileAt("fulfilment.xlsx")).bytes, "Projekty");
    expect(now).toMatchObject([{ Vyčerpáno: 800_000, Karty: "1.1.1, 1.1.2" }]);
  }, 60_000);

  test("of coverage begin with the cards that have no project", async () => {
    await house
      .db("card_links")
      .where({ card_id: world.cards[1] })
      .update({ archived_at: house.clock.now() });
    const text = await textOf("pdf", (await fileAt("coverage.pdf")).bytes);
    expect(text).toContain("Karty bez projektu (1) – 1.1.2 Krizová pomoc");
    const rows = await sheetOf((await fileAt("coverage.xlsx")).bytes, "Karty");
    expect(rows.map((row) => row.Pokrytí)).toEqual([
      ...["běžící projekt", "bez projektu", "jen jmenovaný projekt"],
    ]);
  }, 60_000);

  test("of an action plan leave nothing of a long result out, over pages if they must", async () => {
    for (const format of ["pdf", "docx"] as const) {
      const text = await textOf(format, (await fileAt(`action-plan.${format}`)).bytes);
      expect(text).toContain("Schválen 5. 2. 2026");
      expect(text).toContain("Najít prostory");
      expect(text.split("výsledku").length - 1).toBe(1_500);
      expect(text).toContain("úplný konec");
    }
    const pdf = await getDocumentProxy(new Uint8Array((await fileAt("action-plan.pdf")).bytes));
    expect(pdf.numPages).toBeGreaterThan(1);
    const [item] = await sheetOf((await fileAt("action-plan.xlsx")).bytes, "Položky");
    expect(item?.Termín).toEqual(new Date("2026-06-30T00:00:00Z"));
  }, 60_000);

  test("are in the language of whoever reads them", async () => {
    await house.db("users").update({ language: "en" });
    const english = await house.signedInAs(world.userId);
    const { bytes, headers } = await fileAt("fulfilment.pdf?year=2025", english);
    expect(headers["content-disposition"]).toContain("plan-fulfilment-2024-2026-in-2025.pdf");
    expect(await pagesOf(bytes)).toContain("Fulfilment in 2025");
  }, 60_000);
});
