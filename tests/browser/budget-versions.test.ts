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

describe("a budget from its first chapters to its second version", () => {
  let house: MoneyHouse;
  let browser: Browser;
  let opened: OpenPage;
  let page: Page;
  let projectId: number;

  beforeAll(async () => {
    house = await openMoneyHouse();
    projectId = await house.addProject("Pečující", { hasBudget: false });
    browser = await launchBrowser();
    opened = await openPage(browser, { baseUrl: house.baseUrl, width: 1360 });
    page = opened.page;
    await signInAs(page, people.manager, PASSWORD);
  }, 60_000);
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
    await house?.close();
  });

  test("the usual chapters are filled by keyboard and approved", async () => {
    await page.goto(`/projects/${projectId}/budget`);
    await inOrder();
    await press("Založit z obvyklých kapitol OPZ+");
    await type("Nákup služeb", "3 000", "12");
    await type("Cestovné", "500", "40");
    await inOrder();
    await main().getByLabel("Další možnosti").first().click();
    await follow("Dokončit a schválit");
    await inOrder();
    await follow("Schválit");
    await inOrder();
    await press("Schválit");
    await page.goto(`/projects/${projectId}/budget`);
    await page.getByText("platný rozpočet").waitFor();
    expect(await rowText("Nákup služeb")).toContain("36 000,00");
    await inOrder();
  }, 60_000);

  test("a change moves money between lines in a version of its own", async () => {
    await page.goto(`/projects/${projectId}/changes/new`);
    await main()
      .getByLabel("Název", { exact: false })
      .first()
      .fill("Přesun z cestovného do služeb");
    await main().getByLabel("Odůvodnění").fill("Kurzy budou v jednom městě.");
    await main().getByLabel("Mění se rozpočet").check();
    await inOrder();
    await press("Založit žádost");
    await follow("Upravit návrh rozpočtu");
    await type("Nákup služeb", "3 000", "14");
    await type("Cestovné", "500", "28");
    await page.goto(`/projects/${projectId}/changes`);
    await follow("Přesun z cestovného do služeb");
    await inOrder();
    await follow("Oznámit");
    await press("Oznámit");
    await follow("Schválit");
    await press("Schválit");
    await page.getByText("schválená").first().waitFor();
  }, 60_000);

  test("both versions are compared line by line", async () => {
    await page.goto(`/projects/${projectId}/budget/versions`);
    const lines = page.getByRole("region", { name: "Položky" });
    const difference = async (name: string) =>
      spaced(await lines.getByRole("row", { name: new RegExp(name) }).innerText());
    // 14 × 3 000 − 12 × 3 000 and 28 × 500 − 40 × 500: what one line gained the other lost.
    expect(await difference("Nákup služeb")).toMatch(/36 000,00 Kč\s+42 000,00 Kč\s+\+6 000,00 Kč/);
    expect(await difference("Cestovné")).toMatch(/20 000,00 Kč\s+14 000,00 Kč\s+[-−]6 000,00 Kč/);
    expect(await lines.getByRole("row").count()).toBe(3);
    await inOrder();
  }, 60_000);

  const main = () => page.getByRole("main");
  const press = (label: string) => main().getByRole("button", { name: label, exact: true }).click();
  const follow = (label: string) =>
    main().getByRole("link", { name: label, exact: true }).first().click();
  const row = (name: string) =>
    main()
      .getByRole("row", { name: new RegExp(name) })
      .first();
  const rowText = async (name: string) => spaced(await row(name).innerText());

  /** Price and units of a line of the grid, from cell to cell without a mouse once it is there. */
  async function type(line: string, price: string, units: string): Promise<void> {
    const status = page.locator("#budget-grid-status");
    await row(line).getByRole("gridcell").nth(2).click();
    await page.keyboard.type(price);
    await page.keyboard.press("Tab");
    await page.keyboard.type(units);
    await page.keyboard.press("Enter");
    await expect.poll(() => status.textContent()).toBe("Uloženo.");
    const amount = Number(price.replace(" ", "")) * Number(units);
    const wanted = `${new Intl.NumberFormat("cs-CZ").format(amount)},00`;
    await expect.poll(() => rowText(line)).toContain(spaced(wanted));
  }

  async function inOrder(): Promise<void> {
    expect(await sideScroll(page)).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    expect(opened.complaints).toEqual([]);
  }
});

function spaced(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, " ");
}
