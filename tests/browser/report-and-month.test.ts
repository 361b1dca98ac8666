import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { launchBrowser, openPage } from "../support/browser.ts";
import {
  type Desk,
  deskAt,
  type ExampleHouse,
  openExampleHouse,
  sitDown,
  spaced,
  writeLog,
} from "./report-world.ts";
import { pdfText } from "./training-world.ts";

const MANAGER = "manager@osnova.test";
const MANAGEMENT = "management@osnova.test";
const SCHOOLS = "KA2 Prevence a duševní gramotnost na základních a středních školách";
const PLACEMENTS = "KA3 Stáže v terénních a komunitních týmech";
const REPORT = "Zpráva o realizaci č. 3";
const ROUND_TABLES = "Uspořádané kulaté stoly";
const PARENTS = "Beseda pro rodiče na gymnáziu, 34 rodičů.";
const CRISIS = "Stáž v krizovém centru, tři pracovnice obcí.";
const LATER = "Program na třetím gymnáziu, 28 studentů.";
const OWN_TEXT =
  "Program proběhl na dvou gymnáziích.\nRodiče si vyžádali besedu, přišlo jich třicet čtyři.";
const DONE = "Co se v období uskutečnilo";
const FILES = [
  { label: "Stáhnout PDF", title: "Měsíční přehled v PDF", magic: "%PDF" },
  { label: "Stáhnout Excel", title: "Měsíční přehled v sešitu Excel", magic: "PK" },
  { label: "Stáhnout Word", title: "Měsíční přehled v dokumentu Word", magic: "PK" },
] as const;

/** Half a year of the example: what is logged goes into the report, and the month stands as it was told. */
describe("from the log to an accepted report and a closed month", () => {
  let house: ExampleHouse;
  let browser: Browser;
  let desk: Desk;
  let report: string;
  let summaryText: string;
  const delivered = new Map<string, Buffer>();

  beforeAll(async () => {
    house = await openExampleHouse("2026-11-25T08:00:00Z");
    browser = await launchBrowser();
    await enter(MANAGER);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  test("what was done on two activities is written in the log", async () => {
    await writeLog(desk, PARENTS, SCHOOLS);
    await writeLog(desk, CRISIS, PLACEMENTS);
  }, 60_000);

  test("the report of the period that runs is drafted from it", async () => {
    await desk.section("Zprávy o realizaci");
    await desk.follow("Založit zprávu", "Založit zprávu o realizaci");
    await desk.press("Založit zprávu", REPORT);
    report = new URL(desk.page.url()).pathname;
    await desk.follow(SCHOOLS, SCHOOLS);
    expect(await desk.field(DONE).inputValue()).toContain(PARENTS);
    expect(await desk.text()).toContain("Předchozí text (ZoR č. 2)");
    await desk.follow(PLACEMENTS, PLACEMENTS);
    expect(await desk.field(DONE).inputValue()).toContain(CRISIS);
  }, 60_000);

  test("a field is edited, its characters counted as they are typed", async () => {
    await desk.follow(SCHOOLS, SCHOOLS);
    await desk.field(DONE).fill(OWN_TEXT);
    // IS KP21+ counts a new line as two characters.
    await desk
      .main()
      .getByText(`${OWN_TEXT.length + 1} z 2 000 znaků`)
      .waitFor();
    await desk.press("Uložit", SCHOOLS);
    expect(await desk.field(DONE).inputValue()).toBe(OWN_TEXT);
    expect(await desk.text()).toContain("Upravil(a) Marek Vodička, 25. 11. 2026");
  }, 60_000);

  test("what is logged since is offered as a difference and leaves the edit alone", async () => {
    await writeLog(desk, LATER, SCHOOLS);
    await desk.open(report, REPORT);
    expect(await desk.text()).toContain("novější návrh mají 1 pole");
    await desk.follow("Porovnat", "Novější návrhy textů");
    expect(await desk.main().locator("ins").allInnerTexts()).toContainEqual(
      expect.stringContaining(LATER),
    );
    await desk.open(report, REPORT);
    await desk.follow(SCHOOLS, SCHOOLS);
    expect(await desk.field(DONE).inputValue()).toBe(OWN_TEXT);
    await desk.follow("Porovnat s novějším návrhem", "Novější návrhy textů");
    await desk.press(`Ponechat můj text: ${SCHOOLS}: ${DONE}`, "Novější návrhy textů");
    expect(await desk.text()).toContain("Žádný text nemá novější návrh.");
  }, 60_000);

  test("the check names what is missing and leads to it", async () => {
    await desk.open(report, REPORT);
    await desk.follow(
      "Horizontální principy: Rovné příležitosti žen a mužů",
      "Horizontální principy",
    );
    expect(new URL(desk.page.url()).hash).not.toBe("");
    await desk.field("Rovné příležitosti žen a mužů").fill("Neutrální vliv, termíny volí rodiče.");
    await desk.field("Rovné příležitosti a nediskriminace").fill("Prostory jsou bezbariérové.");
    await desk.press("Uložit", "Horizontální principy");
    await desk.open(report, REPORT);
    await desk.follow("Identifikace problému", "Identifikace problému");
    await desk.field("Řešení problému").fill("Garanta doporučí koordinační skupina do konce roku.");
    await desk.press("Uložit", "Identifikace problému");
    await desk.follow("Zpět na zprávu", REPORT);
    expect(await desk.text()).toContain("Nic nechybí.");
  }, 60_000);

  test("the month that is over lacks something, and the team is asked once", async () => {
    await enterAt("2026-12-01T08:00:00Z", MANAGER);
    await desk.section("Měsíční přehledy");
    await desk.follow("Listopad 2026", "Listopad 2026");
    expect(await desk.text()).toMatch(/Co v měsíci chybí[\s\S]*neschválených výkazů práce/);
    await desk.press("Upozornit tým", "Listopad 2026");
    expect(await desk.text()).toContain("upozorněno dnes");
    const asking = desk.main().getByRole("button", { name: "Upozornit tým" });
    expect(await asking.isDisabled()).toBe(true);
  }, 60_000);

  test("its figures are frozen with what is missing", async () => {
    await desk.follow("Uzavřít měsíc", "Uzavření měsíce");
    await desk.press("Uzavřít měsíc", "Uzavření měsíce");
    expect(await desk.text()).toContain("Potvrďte, že chcete měsíc uzavřít");
    await desk.field("Uzavřít i s tím, co chybí").check();
    await desk.press("Uzavřít měsíc", "Listopad 2026");
    expect(await desk.text()).toContain("Uzavřeno 1. 12. 2026");
  }, 60_000);

  test("a value that comes late does not move them and is told as a correction", async () => {
    house.app.clock.advance(20 * 60_000);
    await desk.section("Indikátory");
    await desk.follow(ROUND_TABLES, ROUND_TABLES);
    await enterValue("2026-11-27", "2");
    await desk.open(`/projects/${house.projectId}/months/2026-11`, "Listopad 2026");
    expect(await desk.text()).toContain(`${ROUND_TABLES}: +2 k 27. 11. 2026`);
    await desk.follow("Verze 1", "Listopad 2026");
    expect(await cells(ROUND_TABLES)).toEqual(["0", "4"]);
    await desk.open(`/projects/${house.projectId}/months/2026-12`, "Prosinec 2026");
    expect(await desk.text()).toContain(`${ROUND_TABLES}: +2 za listopad 2026`);
  }, 60_000);

  test("management closes the month of all projects", async () => {
    await enterAt("2026-12-02T08:00:00Z", MANAGEMENT);
    await desk.open("/summaries/2026-11", "Listopad 2026");
    await desk.fromMenu("Co v měsíci chybí");
    await desk.title("Co chybí: listopad 2026");
    await desk.follow("Uzavřít měsíc všech projektů", "Uzavření měsíce všech projektů");
    await desk.press("Uzavřít a rozeslat přehled", "Listopad 2026");
    expect(await desk.text()).toMatch(/Uzavřeno \d+\. 12\. 2026/);
    summaryText = await summary();
  }, 60_000);

  test("the summary is delivered as PDF, Excel and Word", async () => {
    for (const { label, title, magic } of FILES) {
      const bytes = await download(label, title);
      expect(bytes.subarray(0, magic.length).toString("latin1")).toBe(magic);
      delivered.set(label, bytes);
    }
    const paper = await pdfText(delivered.get("Stáhnout PDF") as Buffer);
    expect(paper).toContain("Ukázka – Duševní zdraví");
    expect(paper).toContain("Průměrná čekací doba");
  }, 300_000);

  test("facts of the month change afterwards, and the delivered files do not", async () => {
    await enterAt("2026-12-03T12:00:00Z", MANAGER);
    await writeLog(desk, "Doplněno: listopadová porada garantů.", PLACEMENTS, "2026-11-26");
    await desk.section("Indikátory");
    await desk.follow(ROUND_TABLES, ROUND_TABLES);
    await enterValue("2026-11-30", "3");
    await desk.open(`/projects/${house.projectId}/edit`, "Úprava projektu");
    await desk.field("Zkratka").fill("Přejmenovaná ukázka");
    await desk.press("Uložit změny", (await example()).title);

    await enterAt("2026-12-04T08:00:00Z", MANAGEMENT);
    await desk.open("/summaries/2026-11", "Listopad 2026");
    expect(await summary()).toBe(summaryText);
    for (const { label } of FILES)
      expect((await download(label)).equals(delivered.get(label) as Buffer), label).toBe(true);
  }, 300_000);

  test("the report goes through the check to the authority", async () => {
    await enterAt("2027-03-08T08:00:00Z", MANAGER);
    await desk.open(report, REPORT);
    await step("Předat ke kontrole", "v interní kontrole");
    await hand();
    await desk.follow(/^1\. podání/, "1. podání");
    expect(await desk.text()).toContain(OWN_TEXT.split("\n")[1]);
  }, 120_000);

  test("returned it is answered by its day, and accepted", async () => {
    await enterAt("2027-03-15T08:00:00Z", MANAGER);
    await desk.open(report, REPORT);
    await desk.fromMenu("Vrácena k doplnění");
    await desk.title("Zaznamenat vrácení");
    await desk.field("Odpovědět do").fill("2027-03-22");
    await desk.field("Co řídicí orgán požaduje").fill("Doplnit počty rodičů.");
    await desk.press("Zaznamenat vrácení", REPORT);
    expect(await desk.text()).toContain("Odpovězte do 22. 3. 2027.");
    await desk.follow(SCHOOLS, SCHOOLS);
    await desk.field(DONE).fill(`${OWN_TEXT} Odpověděla jich polovina.`);
    await desk.press("Uložit", SCHOOLS);
    await desk.follow("Zpět na zprávu", REPORT);
    await step("Předat ke kontrole", "v interní kontrole");
    await hand();
    await step("Zaznamenat schválení", "schválená");
    expect(await desk.text()).toMatch(/2\. podání[\s\S]*1\. podání/);
    await desk.section("Zprávy o realizaci");
    const listed = spaced(await desk.row(/Zpráva o realizaci č. 3/).innerText());
    expect(listed).toMatch(/schválená[\s\S]*splněno 8\. 3\. 2027/);
  }, 120_000);

  test("the public page is published and read by somebody who is not signed in", async () => {
    await desk.section("Veřejná stránka");
    await desk.press("Zveřejnit změny", "Veřejná stránka");
    const outside = await openPage(browser, { baseUrl: house.baseUrl, width: 360 });
    const reader = deskAt(outside, {});
    await reader.open("/public/ukazkovy-projekt", (await example()).title);
    const text = await reader.text();
    expect(text).toContain("spolufinancován Evropskou unií");
    expect(text).toContain("12 480 000");
    expect(text).not.toMatch(/Vodička|Řeháková|Brabenec/);
    await reader.leave();
  }, 60_000);

  async function enter(email: string): Promise<void> {
    await desk?.leave();
    const { title, short_name: project } = await example();
    desk = await sitDown(browser, email, { baseUrl: house.baseUrl, project });
    if (email === MANAGER) await desk.open(`/projects/${house.projectId}`, title);
  }

  async function enterAt(instant: string, email: string): Promise<void> {
    house.app.clock.set(instant);
    await enter(email);
  }

  function example(): Promise<{ title: string; short_name: string }> {
    return house.app.db("projects").where({ id: house.projectId }).first("title", "short_name");
  }

  async function enterValue(day: string, increment: string): Promise<void> {
    await desk.follow("Zapsat hodnotu", "Zapsat hodnotu");
    await desk.field("Ke dni").fill(day);
    await desk.field("Přírůstek").fill(increment);
    await desk.press("Zapsat hodnotu", ROUND_TABLES);
  }

  /** A file of the summary; one that is not ready yet is waited for on a page of its `waiting` title. */
  async function download(label: string, waiting?: string): Promise<Buffer> {
    await desk.open("/summaries/2026-11", "Listopad 2026");
    const coming = desk.page.waitForEvent("download", { timeout: 90_000 }).catch(async () => {
      throw new Error(`${label} was not delivered: ${await desk.text()}`);
    });
    await desk.fromMenu(label);
    // The page asks again by itself, and a look at it may fall into that.
    if (waiting) await vi.waitFor(() => desk.title(waiting), { timeout: 20_000 });
    return readFileSync(await (await coming).path());
  }

  /** Through the form of a step, back to the report in its new state. */
  async function step(action: string, state: string): Promise<void> {
    await desk.main().getByRole("link", { name: action, exact: true }).first().click();
    await desk.main().getByRole("button", { name: action, exact: true }).waitFor();
    await desk.inOrder();
    await desk.press(action, REPORT);
    await desk.main().getByText(state, { exact: true }).first().waitFor();
  }

  async function hand(): Promise<void> {
    await step("Připraveno k podání", "připravená k podání");
    await step("Zaznamenat podání", "podaná");
  }

  async function cells(name: string): Promise<string[]> {
    const row = desk
      .main()
      .getByRole("row", { name: new RegExp(name) })
      .first();
    const texts = await row.getByRole("cell").allInnerTexts();
    return texts.slice(0, 2).map((text) => text.trim());
  }

  /** What the summary says of the month; notices of what was just done belong to no month. */
  async function summary(): Promise<string> {
    await desk.open("/summaries/2026-11", "Listopad 2026");
    return desk.text();
  }
});
