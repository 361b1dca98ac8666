import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, type OpenPage, openPage, sideScroll } from "../support/browser.ts";
import { DEMO_PASSWORD, type Demonstration, startDemonstration } from "../support/demonstration.ts";

/** An indicator that nothing is counted for: its values are entered. */
const EMPLOYED = "Účastníci zaměstnaní po ukončení své účasti, včetně OSVČ";

/**
 * One project from its first form to the meeting of management, as its manager goes: in Czech, without
 * JavaScript, by what can be read on the screen. Each step begins where the last one ended.
 */
describe("the job of a project manager, without JavaScript", () => {
  let demo: Demonstration;
  let browser: Browser;
  let opened: OpenPage;
  let page: Page;

  beforeAll(async () => {
    demo = await startDemonstration();
    browser = await launchBrowser();
    opened = await openPage(browser, { baseUrl: demo.baseUrl, javaScript: false });
    page = opened.page;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });
  afterEach(async () => {
    expect(await sideScroll(page)).toBe(0);
    expect(opened.complaints.filter((line) => !REFUSED_FORM.test(line))).toEqual([]);
  });

  test("a wrong password is refused and the e-mail stays", async () => {
    await page.goto("/");
    await field("E-mail").fill("manager@osnova.test");
    await field("Heslo").fill("neni-to-ono");
    await button("Přihlásit se").click();
    await page.getByRole("alert").waitFor();
    expect(await field("E-mail").inputValue()).toBe("manager@osnova.test");
    expect(await field("Heslo").inputValue()).toBe("");

    await field("Heslo").fill(DEMO_PASSWORD);
    await button("Přihlásit se").click();
    await heading("Můj přehled").waitFor();
  });

  test("a project that would end before it starts is not founded, and nothing typed is lost", async () => {
    await navigation("Hlavní nabídka").getByRole("link", { name: "Projekty", exact: true }).click();
    await link("Nový projekt").click();
    await field("Název projektu").fill("Pečovat doma a nebýt na to sám");
    await field("Zkratka").fill("Pečující");
    await field("Začátek realizace").fill("2027-01-01");
    await field("Konec realizace").fill("2026-06-30");
    await button("Založit projekt").click();
    await page.getByRole("alert").waitFor();
    expect(await messageOf("Konec realizace")).toMatch(/začátk/);
    expect(await field("Název projektu").inputValue()).toBe("Pečovat doma a nebýt na to sám");
    expect(await field("Začátek realizace").inputValue()).toBe("2027-01-01");
  });

  test("there is no 31 February, and what was typed stays to be mended", async () => {
    // A browser that knows dates lets nobody type this one.
    await field("Konec realizace").evaluate((input) => input.setAttribute("type", "text"));
    await field("Konec realizace").fill("31. 2. 2027");
    await button("Založit projekt").click();
    await page.getByRole("alert").waitFor();
    expect(await messageOf("Konec realizace")).not.toBe("");
    expect(await field("Konec realizace").inputValue()).toBe("31. 2. 2027");

    await field("Začátek realizace").fill("2026-09-01");
    await field("Konec realizace").fill("31. 8. 2028");
    await field("Fáze").selectOption({ label: "v realizaci" });
    await button("Založit projekt").click();
    await heading("Pečovat doma a nebýt na to sám").waitFor();
  });

  test("a key activity and its part are added", async () => {
    await section("Klíčové aktivity");
    await link("Nová aktivita").first().click();
    await field("Název").fill("Vzdělávání neformálních pečujících");
    await field("Začátek").fill("2026-09-01");
    await field("Konec").fill("2027-08-31");
    await button("Vytvořit aktivitu").click();
    await heading("Vzdělávání neformálních pečujících").waitFor();

    await fromMenu("Přidat podaktivitu");
    await field("Název").fill("Kurzy v obcích");
    await button("Vytvořit aktivitu").click();
    await heading("Kurzy v obcích").waitFor();
  });

  test("monitoring periods are made by their length", async () => {
    await section("Sledovaná období");
    await link(/podle délky/)
      .first()
      .click();
    await button("Zobrazit návrh").click();
    await button(/Vytvořit/).click();
    await row(/1\. období/).waitFor();
    expect(await page.getByRole("row", { name: /období/ }).count()).toBeGreaterThanOrEqual(4);
  });

  test("a milestone of this week is added", async () => {
    await section("Milníky");
    await link("Nový milník").first().click();
    await field("Název").fill("Vybrat lektory kurzů");
    await field("Termín").fill("2026-11-20");
    await choose("Aktivita", /Kurzy v obcích/);
    await choose("Odpovídá", /Marek Vodička/);
    await button("Vytvořit milník").click();
    await heading("Vybrat lektory kurzů").waitFor();
  });

  test("an indicator comes from the catalogue with its target, and gets a value", async () => {
    await section("Indikátory");
    await link("Nový indikátor").first().click();
    await choose("Indikátor z číselníku", /^627 000/);
    await button("Předvyplnit").click();
    expect(await field("Název").inputValue()).toBe(EMPLOYED);
    await field("Cílová hodnota za celý projekt").fill("120");
    await button("Vytvořit indikátor").click();
    await heading(EMPLOYED).waitFor();

    await link("Zapsat hodnotu").first().click();
    await field("Přírůstek").fill("12");
    await button("Zapsat hodnotu").click();
    await heading(EMPLOYED).waitFor();
    expect(await main().innerText()).toMatch(/10\s%/);
  });

  test("the log keeps what was done, and its next step is owed in the agenda", async () => {
    await section("Deník projektu");
    await page.getByText("Zapsat do deníku").click();
    await field("Co se udělalo").fill("Oslovili jsme šest obcí, čtyři chtějí kurz v únoru.");
    await page.getByText("Další krok, plnění aktivity, milník").click();
    await field("Další krok").fill("Domluvit sály v obcích");
    await field("Termín dalšího kroku").fill("2026-11-24");
    await button("Zapsat").click();
    await page.getByText("Zapsáno do deníku.").waitFor();

    await navigation("Hlavní nabídka").getByRole("link", { name: "Co mě čeká" }).click();
    await row(/^24\. 11\. 2026 .*Domluvit sály v obcích/).waitFor();
    await link("Vybrat lektory kurzů").click();
  });

  test("the milestone is done, with what proves it", async () => {
    await link("Splnit").click();
    await field("Doklad").fill("protokol o výběru");
    await button("Splnit").click();
    await heading("Vybrat lektory kurzů").waitFor();
    expect(await main().innerText()).toMatch(/Splněno/);
    expect(await main().innerText()).toContain("protokol o výběru");
    expect(await link("Splnit").count()).toBe(0);
  });

  test("the health is stated and seen by those who decide", async () => {
    await section("Přehled projektu");
    await link("Zapsat stav").first().click();
    await page.getByLabel(/Ohroženo/).check();
    await field("Jednou větou").fill("Kurzy mají lektory, sály zatím ne.");
    await button("Zapsat stav").click();
    await page.getByText("Kurzy mají lektory, sály zatím ne.").waitFor();

    await section("Harmonogram");
    await main().getByText("Kurzy v obcích").filter({ visible: true }).first().waitFor();
    await section("Měsíční přehledy");
    await link("Listopad 2026").click();
    await page.getByText("Kurzy mají lektory, sály zatím ne.").first().waitFor();
    await section("Stav k dnešku");
    await page.getByText("Kurzy mají lektory, sály zatím ne.").waitFor();
  });

  test("a word of the log is found with its diacritics and without", async () => {
    for (const words of ["únoru", "unoru"]) {
      const search = page.getByRole("banner").getByRole("searchbox");
      await search.fill(words);
      await search.press("Enter");
      await link(/Záznam z 18\. 11\. 2026/).waitFor();
    }
  });

  test("the page changes its language in place and back, and the way out is a button", async () => {
    await page.getByRole("banner").getByRole("link", { name: "English" }).click();
    await heading("Search").waitFor();
    await page.getByRole("banner").getByRole("link", { name: "Čeština" }).click();
    await heading("Hledání").waitFor();

    await page.getByRole("banner").getByRole("group").click();
    await button("Odhlásit se").click();
    await button("Přihlásit se").waitFor();
    await page.goto("/projects");
    await button("Přihlásit se").waitFor();
  });

  const main = () => page.getByRole("main");
  const field = (name: string) =>
    main()
      .getByRole("textbox", { name, exact: true })
      .or(main().getByRole("combobox", { name, exact: true }));
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const link = (name: string | RegExp) => main().getByRole("link", { name, exact: true });
  const row = (name: RegExp) => main().getByRole("row", { name }).first();
  const heading = (name: string) => page.getByRole("heading", { name, level: 1 });
  const navigation = (name: string) => page.getByRole("navigation", { name });

  /** Another section of the project at hand. */
  async function section(name: string): Promise<void> {
    const modules = navigation("Hlavní nabídka").getByRole("group", { name: "Pečující" });
    const group = modules.getByRole("group").filter({ hasText: name });
    const isOpen = await group.getByRole("list").isVisible();
    if (!isOpen) await group.locator("summary").click();
    await group.getByRole("link", { name, exact: true }).click();
  }

  async function fromMenu(name: string): Promise<void> {
    await main().getByLabel("Další možnosti").click();
    await link(name).click();
  }

  async function choose(label: string, wanted: RegExp): Promise<void> {
    const options: Locator = field(label).getByRole("option", { name: wanted });
    await field(label).selectOption((await options.first().textContent()) ?? "");
  }

  /** What stands beside the field, tied to it for those who listen. */
  async function messageOf(label: string): Promise<string> {
    const ids = (await field(label).getAttribute("aria-describedby")) ?? "";
    return page.locator(`#${ids}`).innerText();
  }
});

/** Chromium writes each answer of 4xx to its console; a refused form is one. */
const REFUSED_FORM = /status of 422/;
