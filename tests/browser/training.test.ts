import { readFileSync } from "node:fs";
import type { Browser, Download, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../support/app.ts";
import {
  axeViolations,
  launchBrowser,
  type OpenPage,
  openPage,
  sideScroll,
  signInAs,
} from "../support/browser.ts";
import { type Listening, listen } from "../support/listen.ts";
import {
  BORN_ON,
  EMAIL,
  FIRST_NAME,
  furnish,
  PASSWORD,
  pdfText,
  SURNAMES,
  TITLE,
} from "./training-world.ts";

/**
 * One training as its coordinator goes: planned, filled by an organisation that has no account, its sheet
 * printed, attendance typed, closed; then everything that has to follow by itself. With scripts attendance
 * is typed by keyboard alone, without them by a form for each day.
 */
describe.each([true, false])("a training from plan to IS ESF, scripts: %s", (javaScript) => {
  let house: TestApp;
  let served: Listening;
  let browser: Browser;
  let opened: OpenPage;
  let page: Page;
  let project: string;
  let event: string;
  let nomination: string;

  beforeAll(async () => {
    house = await openTestApp("sqlite", { at: "2026-03-02T07:30:00Z" });
    const projectId = await furnish(house);
    project = `/projects/${projectId}`;
    served = await listen(house.app);
    browser = await launchBrowser();
    opened = await openPage(browser, { baseUrl: served.baseUrl, width: 1360, javaScript });
    page = opened.page;
    await signInAs(page, EMAIL, PASSWORD);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    await house.close();
  });
  afterEach(async () => {
    expect(await sideScroll(page)).toBe(0);
    expect(opened.complaints).toEqual([]);
    if (javaScript) expect(await axeViolations(page)).toEqual([]);
  });

  test("two days are scheduled in one form", async () => {
    await page.goto(`${project}/events`);
    await main().getByRole("link", { name: "Nová akce" }).first().click();
    await main().getByRole("link", { name: "Školení", exact: true }).click();
    await field("Název").fill(TITLE);
    await field("1. den").fill("2026-03-10");
    await field("Od").nth(0).fill("9:00");
    await field("Do").nth(0).fill("15:00");
    await field("2. den").fill("2026-03-11");
    await field("Od").nth(1).fill("9:00");
    await field("Do").nth(1).fill("15:00");
    await field("Místo").fill("Krajský úřad, sál 2");
    await field("Kapacita").fill("20");
    await main().getByText("Akreditace, náklady, jazyk").click();
    await field("Kód podpory").fill("7.1");
    await button("Vytvořit akci").click();
    await heading(TITLE).waitFor();
    event = new URL(page.url()).pathname;
    await expectText(/za celou akci 12\sh/);
  });

  test("an organisation gets a link", async () => {
    await tab("Nominace").click();
    await main().getByRole("link", { name: "Nový odkaz" }).first().click();
    await field("Organizace").fill("Domov Pohoda");
    await field("Počet míst").fill("20");
    await field("Odpovědět do").fill("2026-03-08");
    await button("Vytvořit odkaz").click();
    const shown = await page.getByLabel("Odkaz pro organizaci Domov Pohoda").inputValue();
    nomination = new URL(shown).pathname;
  });

  test("somebody without an account names twenty people by it", async () => {
    const outside = await openPage(browser, { baseUrl: served.baseUrl, width: 360, javaScript });
    await outside.page.goto(nomination);
    await outside.page.getByText("Další osoby (ještě 15 míst)").click();
    for (const [index, surname] of SURNAMES.entries()) {
      const person = outside.page.getByRole("group", { name: `${index + 1}. osoba`, exact: true });
      await person.getByLabel("Jméno").fill(FIRST_NAME);
      await person.getByLabel("Příjmení").fill(surname);
      await person.getByLabel("Datum narození").fill(BORN_ON);
    }
    await outside.page.getByLabel("Kdo formulář vyplnil").fill("Ivana Malá");
    await outside.page.getByLabel("seznámili").check();
    await outside.page.getByRole("button", { name: "Odeslat odpověď" }).click();
    await outside.page.getByText("Děkujeme, nominaci máme: 20 osob.").waitFor();
    expect(outside.complaints).toEqual([]);
    expect(await sideScroll(outside.page)).toBe(0);
    await outside.close();
  });

  test("those named are registered, and the sheet is printed with their names", async () => {
    house.clock.set("2026-03-09T12:00:00Z");
    await signInAgain();
    await page.goto(event);
    await button("Potvrdit konání").click();
    await tab("Účastníci").click();
    await expectText(/pozváno 20|přihlášeno 20/);
    await page.goto(`${event}/sheet`);
    const names = page.getByRole("article").getByRole("rowheader");
    expect(await names.count()).toBe(20);
    await page.getByRole("img", { name: /QR/ }).waitFor();
    if (!javaScript) return;
    const paper = await pdfText(await page.pdf({ preferCSSPageSize: true }));
    for (const surname of SURNAMES) expect(paper).toContain(surname);
    expect(paper).toMatch(/\b20\b/);
  });

  test("attendance of both days is entered, one cannot come and one leaves early", async () => {
    house.clock.set("2026-03-11T16:00:00Z");
    await signInAgain();
    await page.goto(event);
    await button("Akce proběhla").click();
    await tab("Docházka").click();
    await page.waitForLoadState();
    await (javaScript ? typeByKeyboard() : fillForms());
    await page.reload();
    await expectText(/231,5/);
  });

  test("it is closed with the reason why the sheet is not there yet", async () => {
    await page.goto(event);
    await main().getByRole("link", { name: "Uzavřít akci" }).first().click();
    await field("Proč listina chybí").fill("Listina je u lektora, přijde poštou.");
    await button("Uzavřít a zapsat hodiny").click();
    await heading(TITLE).waitFor();
    await expectText(/uzavřená/);
  });

  test("hours stand in the ledger of one person, and cross the threshold", async () => {
    await page.goto(`${project}/hours`);
    await main()
      .getByRole("link", { name: /Čápová/ })
      .click();
    await expectText(/Hranice dosažena 11\.\s3\.\s2026/);
    expect(
      await main()
        .getByRole("row", { name: new RegExp(TITLE) })
        .count(),
    ).toBe(2);
  });

  test("computed indicators follow by themselves", async () => {
    await page.goto(`${project}/indicators`);
    // Nineteen more were supported for less than the threshold.
    await achieved("Využívání podpořených služeb", "19").waitFor();
    await achieved("Celkový počet účastníků", "1").click();
    await main()
      .getByRole("row", { name: /Čápová/ })
      .waitFor();
  });

  test("whoever was there long enough gets a certificate in Czech letters", async () => {
    await page.goto(event);
    await tab("Osvědčení").click();
    await field("Místo vydání").fill("V Hradci Králové");
    await button("Vydat vybraným").click();
    const file = await downloaded(() =>
      main()
        .getByRole("row", { name: /Čápová/ })
        .getByRole("link", { name: /Stáhnout PDF/ })
        .click(),
    );
    const paper = await pdfText(readFileSync(await file.path()));
    expect(paper).toContain("Žofie Čápová");
    // Nine and a half hours of twelve are under four fifths.
    await main()
      .getByRole("row", { name: /Žďárská.*nedosáhl/ })
      .waitFor();
    expect(paper).toContain(TITLE);
  });

  test("a card is completed, and IS ESF is told exactly what happened", async () => {
    await page.goto(`${project}/participants`);
    await main()
      .getByRole("link", { name: /Žďárská/ })
      .click();
    await main().getByRole("link", { name: "Upravit kartu" }).first().click();
    await field("Obec").fill("Jaroměř");
    await choose("Pohlaví", /^žena/i);
    await choose("Postavení na trhu práce", /zaměstnan/i);
    await choose("Nejvyšší dosažené vzdělání", /ISCED 3/i);
    await button("Uložit kartu").click();
    await main().getByRole("link", { name: "Upravit kartu" }).first().waitFor();

    await page.goto(`${project}/exports/is-esf`);
    const persons = await csv(() => main().getByRole("link", { name: "Stáhnout CSV" }).click());
    expect(persons.map((row) => [...row.slice(0, 4), row[16]])).toEqual([
      [FIRST_NAME, "Čápová", "1.5.1980", "Plzeň", "1.2.2025"],
      [FIRST_NAME, "Žďárská", "1.5.1980", "Jaroměř", "10.3.2026"],
    ]);
    expect(persons.map((row) => row.length)).toEqual([32, 32]);
    const supports = await csv(() => button("Stáhnout CSV").click());
    expect(supports.map((row) => [row[1], ...row.slice(10)])).toEqual([
      ["Čápová", "7.1", "12", "0", "", "1.1.2026", "30.6.2026", ""],
      ["Žďárská", "7.1", "9,5", "0", "", "10.3.2026", "30.6.2026", ""],
    ]);
  });

  const main = () => page.getByRole("main");
  const field = (name: string) =>
    main()
      .getByRole("textbox", { name, exact: true })
      .or(main().getByRole("combobox", { name, exact: true }));
  const button = (name: string) => main().getByRole("button", { name, exact: true });
  const heading = (name: string) => page.getByRole("heading", { name, level: 1 });
  const tab = (name: string) =>
    main()
      .getByRole("link", { name: new RegExp(`^${name}`) })
      .first();
  const expectText = (text: RegExp) => main().getByText(text).first().waitFor();

  /** Days pass between the steps; nobody stays signed in that long. */
  async function signInAgain(): Promise<void> {
    await opened.context.clearCookies();
    await signInAs(page, EMAIL, PASSWORD);
  }

  /** Everybody present on both days but Dvořáková, who is excused from the first, and Žďárská, who leaves the second. */
  async function typeByKeyboard(): Promise<void> {
    await page.getByRole("gridcell").first().focus();
    await press("Space", "ArrowDown", "e", "ArrowDown");
    await press(...Array.from({ length: 18 }, () => "Enter"));
    await press("ArrowRight", "l");
    await page.keyboard.type("3:30");
    await press("Enter", ...Array.from({ length: 19 }, () => "ArrowUp"));
    await press(...Array.from({ length: 19 }, () => "Enter"));
    await page.getByText("Uloženo").waitFor();
  }

  async function fillForms(): Promise<void> {
    await main()
      .getByRole("link", { name: /Zapsat docházku.*10\. 3\./ })
      .click();
    await main()
      .getByLabel(/Dvořáková.*Účast$/)
      .selectOption("excused");
    await button("Uložit, nevyplnění jsou přítomni").click();
    await main()
      .getByRole("link", { name: /Zapsat docházku.*11\. 3\./ })
      .click();
    await main()
      .getByLabel(/Žďárská.*Účast$/)
      .selectOption("left-early");
    await main()
      .getByLabel(/Žďárská.*Byl přítomen/)
      .fill("3:30");
    await button("Uložit, nevyplnění jsou přítomni").click();
  }

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }

  /** The value of an indicator, which leads to what it is made of. */
  function achieved(indicator: string, value: string): Locator {
    const row = main().getByRole("row", { name: new RegExp(indicator) });
    return row.getByRole("link", { name: value, exact: true });
  }

  async function choose(label: string, wanted: RegExp): Promise<void> {
    const option = field(label).getByRole("option", { name: wanted }).first();
    await field(label).selectOption(await option.innerText());
  }

  async function downloaded(click: () => Promise<void>): Promise<Download> {
    const [file] = await Promise.all([page.waitForEvent("download"), click()]);
    return file;
  }

  async function csv(click: () => Promise<void>): Promise<string[][]> {
    const file = await downloaded(click);
    const lines = readFileSync(await file.path(), "utf8")
      .trim()
      .split("\r\n");
    return lines.slice(1).map((line) => line.split(";"));
  }
});
