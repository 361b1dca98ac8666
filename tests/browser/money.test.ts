import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  axeViolations,
  launchBrowser,
  type OpenPage,
  openPage,
  sideScroll,
  signInAs,
} from "../support/browser.ts";
import { type MoneyHouse, openMoneyHouse, PASSWORD, people } from "./money-world.ts";

/** What accounting gives: the sum of the last row may be read in two ways. */
const DOCUMENTS = [
  {
    number: "FP-1",
    text: "Lektorské služby v lednu",
    sum: 4_900_000,
    line: "1.1.4.1",
    day: "2026-02-05",
  },
  {
    number: "FP-2",
    text: "Pronájem sálu v Turnově",
    sum: 1_210_050,
    line: "1.1.4.2",
    day: "2026-03-10",
  },
  {
    number: "FP-3",
    text: "Lektorské služby v dubnu",
    sum: 6_100_000,
    line: "1.1.4.1",
    day: "2026-04-20",
  },
  {
    number: "FP-4",
    text: "Pronájem sálu v Liberci",
    sum: 220_000,
    line: "1.1.4.2",
    day: "2026-05-15",
  },
] as const;
const CUT = 100_000;
const RECEIVED = 10_000_000;
const CAP = 100_000_000;

/** Reckoned here from the documents alone, in haléře, with a flat rate of a quarter. */
const direct = DOCUMENTS.reduce((sum, { sum: halere }) => sum + halere, 0);
const flat = Math.round(direct / 4);
const approvedDirect = direct - CUT - DOCUMENTS[1].sum;
const approvedFlat = Math.round((flat * approvedDirect) / direct);
const approved = approvedDirect + approvedFlat;
const ofEu = Math.round((approved * 76_735) / 100_000);

describe.each([
  { name: "Se skripty", javaScript: true, width: 1360 },
  { name: "Bez skriptů", javaScript: false, width: 360 },
])("money of a period, from accounting to the account ($name)", ({ name, javaScript, width }) => {
  let house: MoneyHouse;
  let browser: Browser;
  let opened: OpenPage;
  let page: Page;
  let projectId: number;

  beforeAll(async () => {
    house = await openMoneyHouse();
    projectId = await house.addProject(name);
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
    await house?.close();
  });

  test("a finance officer reads documents in, and mends the one that is refused", async () => {
    await enter(people.finance);
    const preview = await readIn(tableWith("2.200"), "Zapsat 3 řádky");
    expect(preview).toMatch(/chyba[\s\S]*2\.200/);
    await readIn(tableWith("2200,00"), "Zapsat 1 řádek");
    await go("Výdaje");
    await main().getByRole("link", { name: "Pronájem sálu v Liberci" }).waitFor();
    expect(await page.getByRole("row", { name: /FP-\d/ }).count()).toBe(DOCUMENTS.length);
    expect(await textOf("row", /Zaúčtováno ve výběru/)).toContain(crowns(direct));
  }, 60_000);

  test("a request for the period builds itself and is submitted", async () => {
    await go("Žádosti o platbu");
    await main().getByRole("link", { name: "Nová žádost o platbu" }).first().click();
    await main().getByLabel("Pořadové číslo").fill("2");
    await main().getByLabel("Druh").selectOption({ label: "průběžná" });
    await choosePeriod();
    await main().getByLabel("Rovnou prokázat všechny zaúčtované výdaje období").check();
    await inOrder();
    await press("Vytvořit žádost");
    await title("Žádost o platbu č. 2");
    expect(spaced(await main().innerText())).toContain(money(direct + flat));
    await follow("Předložit");
    await press("Předložit");
    await page.getByText("předložená").first().waitFor();
    await inOrder();
  }, 60_000);

  test("a manager cuts one document, moves another and approves the rest", async () => {
    await enter(people.manager);
    await go("Žádosti o platbu");
    await follow("Žádost o platbu č. 2");
    await main().getByLabel("Krátit: FP-3 Lektorské služby v dubnu").fill("1 000");
    await main().getByLabel("Důvod: FP-3 Lektorské služby v dubnu").fill("Nad obvyklou cenou");
    await main()
      .getByLabel("Přesunout do další žádosti: FP-2 Pronájem sálu v Turnově")
      .fill("12100,50");
    await main().getByLabel("Důvod: FP-2 Pronájem sálu v Turnově").fill("Chybí objednávka");
    await inOrder();
    await press("Uložit krácení na této stránce");
    await follow("Zapsat rozhodnutí");
    await press("Zapsat rozhodnutí");
    await page.getByText("schválená").first().waitFor();
    expect(spaced(await main().innerText())).toContain(money(approved));
    expect(await main().innerText()).toContain("Nad obvyklou cenou");
  }, 60_000);

  test("money comes in", async () => {
    await follow("Zapsat platbu");
    await main().getByLabel("Částka").fill("100 000");
    await inOrder();
    await press("Zapsat");
    await title("Žádost o platbu č. 2");
    expect(spaced(await main().innerText())).toContain(money(RECEIVED));
  }, 60_000);

  test("budget, co-financing and drawdown tell the same sums", async () => {
    await go("Rozpočet");
    const whole = await textOf("row", /Celkové způsobilé výdaje/);
    for (const sum of [CAP, direct + flat, approved, CAP - direct - flat])
      expect(whole).toContain(crowns(sum));
    // What was cut or moved is claimed no more.
    expect(whole.split(crowns(approved)).length - 1).toBe(2);
    await inOrder();

    await go("Zdroje financování");
    const cofinancing = page.getByRole("region", { name: "Spolufinancování" });
    const together = spaced(await cofinancing.getByRole("row", { name: /^Celkem/ }).innerText());
    for (const sum of [CAP, approved, CAP - approved, RECEIVED])
      expect(together).toContain(money(sum));
    const eu = spaced(await cofinancing.getByRole("row", { name: /sociální fond/ }).innerText());
    expect(eu).toContain(money(ofEu));
    await inOrder();

    await go("Čerpání");
    const tiles = spaced(await main().innerText());
    for (const sum of [direct + flat, approved, RECEIVED])
      expect(tiles).toContain(wholeCrowns(sum));
    expect(tiles).toContain(`${crowns(approvedFlat)}`);
    await inOrder();
  }, 60_000);

  test("what was moved waits for the next request", async () => {
    await go("Žádosti o platbu");
    await main().getByRole("link", { name: "Nová žádost o platbu" }).first().click();
    await main().getByLabel("Pořadové číslo").fill("3");
    await main().getByLabel("Druh").selectOption({ label: "průběžná" });
    await press("Vytvořit žádost");
    await title("Žádost o platbu č. 3");
    const moved = main().getByRole("row", { name: /FP-2/ });
    expect(spaced(await moved.innerText())).toContain(money(DOCUMENTS[1].sum));
    expect(await main().getByRole("row", { name: /FP-\d/ }).count()).toBe(1);
    await inOrder();
  }, 60_000);

  const main = () => page.getByRole("main");
  const press = (label: string) => main().getByRole("button", { name: label, exact: true }).click();
  const title = (label: string) => page.getByRole("heading", { name: label, level: 1 }).waitFor();
  const textOf = async (role: "row", label: RegExp) =>
    spaced(await main().getByRole(role, { name: label }).first().innerText());
  const follow = (label: string) =>
    main().getByRole("link", { name: label, exact: true }).first().click();

  async function enter(email: string): Promise<void> {
    await opened?.close();
    opened = await openPage(browser, { baseUrl: house.baseUrl, javaScript, width });
    page = opened.page;
    await signInAs(page, email, PASSWORD);
    await page.goto(`/projects/${projectId}`);
  }

  /** Through the menu of the project, whose groups unfold without scripts as well. */
  async function go(label: string): Promise<void> {
    if (width < 600) await page.getByRole("button", { name: "Nabídka", exact: true }).click();
    const group = page
      .getByRole("navigation")
      .getByRole("group")
      .filter({ hasText: "Peníze" })
      .last();
    const link = group.getByRole("link", { name: label, exact: true });
    if (!(await link.isVisible())) await group.locator("summary").click();
    await link.click();
    await title(label === "Zdroje financování" ? "Financování" : label);
  }

  async function readIn(table: string, apply: string): Promise<string> {
    await page.goto(`/projects/${projectId}/imports/new`);
    await main().getByRole("radio", { name: "Výdaje z účetnictví" }).check();
    const buffer = Buffer.from(table, "utf8");
    await main()
      .getByLabel("Soubor")
      .setInputFiles({ name: "ucto.csv", mimeType: "text/csv", buffer });
    await inOrder();
    await press("Načíst a ukázat náhled");
    await main().getByRole("button", { name: apply }).waitFor();
    await inOrder();
    const preview = await main().innerText();
    await press(apply);
    await page.getByText("zapsáno").first().waitFor();
    return preview;
  }

  async function choosePeriod(): Promise<void> {
    const period = main().getByLabel("Sledované období");
    const first = period.getByRole("option", { name: /^1\./ });
    await period.selectOption((await first.textContent()) ?? "");
  }

  async function inOrder(): Promise<void> {
    expect(await sideScroll(page)).toBe(0);
    if (javaScript) expect(await axeViolations(page)).toEqual([]);
    expect(opened.complaints).toEqual([]);
  }
});

function tableWith(lastSum: string): string {
  const rows = DOCUMENTS.map(({ number, text, sum, line, day }) =>
    [number, text, number === "FP-4" ? lastSum : crowns(sum), line, day].join(";"),
  );
  return ["Číslo dokladu;Popis;Částka v projektu;Kód položky;Uhrazeno", ...rows].join("\r\n");
}

const inCzech = (places: number) =>
  new Intl.NumberFormat("cs-CZ", { minimumFractionDigits: places, maximumFractionDigits: places });

function crowns(halere: number): string {
  return spaced(inCzech(2).format(halere / 100));
}

function money(halere: number): string {
  return `${crowns(halere)} Kč`;
}

function wholeCrowns(halere: number): string {
  return `${spaced(inCzech(0).format(halere / 100))} Kč`;
}

function spaced(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, " ");
}
