import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listBudgetLines } from "../../db/queries/budget-lines.ts";
import { findDraftVersion } from "../../db/queries/budget-versions.ts";
import { seedCatalogues } from "../../db/seeds/catalogues.ts";
import { hashPassword } from "../../server/access/passwords.ts";
import { system } from "../../server/change.ts";
import { startBudget } from "../../server/features/budgets/starting/service.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import {
  axeViolations,
  launchBrowser,
  openPage,
  sideScroll,
  signInAs,
} from "../support/browser.ts";
import { addMember, createProject, createUser } from "../support/factories.ts";
import { type Listening, listen } from "../support/listen.ts";

const PASSWORD = "tajné heslo do Osnovy";
const EMAIL = "finance@osnova.test";

let house: TestApp;
let served: Listening;
let browser: Browser;
let userId: number;
let projectId: number;

beforeAll(async () => {
  house = await openTestApp("sqlite");
  await seedCatalogues(house.db, house.clock.now());
  const password_hash = await hashPassword(PASSWORD);
  userId = await createUser(house.db, { email: EMAIL, email_folded: EMAIL, password_hash });
  served = await listen(house.app);
  browser = await launchBrowser();
}, 60_000);
beforeEach(async () => {
  projectId = await createProject(house.db);
  await addMember(house.db, { projectId, userId, role: "finance" });
  await startBudget(house, system, { projectId, title: "Rozhodnutí", start: "chapters" });
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await house.close();
});

async function openGrid(given: { width?: number; javaScript?: boolean } = {}) {
  const opened = await openPage(browser, { baseUrl: served.baseUrl, width: 1360, ...given });
  await signInAs(opened.page, EMAIL, PASSWORD);
  await opened.page.goto(`${served.baseUrl}/projects/${projectId}/budget/edit`);
  return opened;
}

async function lineOf(code: string) {
  const draft = await findDraftVersion(house.db, projectId);
  const lines = await listBudgetLines(house.db, draft?.id ?? 0);
  return lines.find((line) => line.code === code);
}

const rowOf = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) });
const cellOf = (page: Page, name: string, column: number) =>
  rowOf(page, name).getByRole("gridcell").nth(column);
const status = (page: Page) => page.locator("#budget-grid-status");

test("a budget is typed by keyboard alone, cell after cell; chapters follow", async () => {
  const { page, complaints, close } = await openGrid();
  await cellOf(page, "Nákup služeb", 1).click();
  await page.keyboard.type("den");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.type("333,33");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1,5");
  await page.keyboard.press("Enter");
  await expect.poll(() => status(page).textContent()).toContain("Nejblíž vyjde počet 1 nebo 2");
  expect(await cellOf(page, "Nákup služeb", 3).getAttribute("aria-invalid")).toBe("true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await expect.poll(() => status(page).textContent()).toBe("Uloženo.");
  expect(await cellOf(page, "Nákup služeb", 4).textContent()).toBe("666,66");
  expect(await rowOf(page, "Celkové způsobilé výdaje").textContent()).toContain("666,66");
  expect(await lineOf("1.1.4.3")).toMatchObject({ unit: "den", unitsE4: 20_000 });
  await cellOf(page, "Nákup služeb", 0).click();
  await page.keyboard.type("omylem");
  await page.keyboard.press("Escape");
  expect(await cellOf(page, "Nákup služeb", 0).textContent()).toBe("Nákup služeb");
  expect(await axeViolations(page)).toEqual([]);
  expect(complaints.filter((complaint) => !complaint.includes("422"))).toEqual([]);
  await close();
}, 60_000);

test("the wording of whoever was first is shown, and the next edit builds on it", async () => {
  const { page, close } = await openGrid();
  const line = await lineOf("1.1.4.1");
  await house
    .db("budget_line_versions")
    .where({ budget_line_id: line?.lineId ?? 0 })
    .update({ name: "Cestovné a ubytování", version: 2 });
  await cellOf(page, "Cestovné", 1).click();
  await page.keyboard.type("km");
  await page.keyboard.press("Enter");
  await expect.poll(() => status(page).textContent()).toContain("mezitím změnil někdo jiný");
  expect(await cellOf(page, "Cestovné", 0).textContent()).toBe("Cestovné a ubytování");
  await cellOf(page, "Cestovné", 1).click();
  await page.keyboard.type("km");
  await page.keyboard.press("Enter");
  await expect.poll(() => status(page).textContent()).toBe("Uloženo.");
  expect(await lineOf("1.1.4.1")).toMatchObject({ name: "Cestovné a ubytování", unit: "km" });
  await close();
}, 60_000);

test("a block of a spreadsheet is checked before it is saved", async () => {
  const { page, complaints, close } = await openGrid();
  await cellOf(page, "Cestovné", 0).focus();
  await page.evaluate(`
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "1.1.4.3.1\\tNájem sálu\\tden\\t9 680,00\\t40\\t387 200,00\\r\\n");
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(paste);
  `);
  await page.getByText("V pořádku: 1 položka").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Uložit 1 položka" }).click();
  await rowOf(page, "Nájem sálu").waitFor();
  expect(await lineOf("1.1.4")).toMatchObject({ amountHalere: 38_720_000 });
  await page.goto(`${served.baseUrl}/projects/${projectId}/budget`);
  await page.getByRole("button", { name: "Sbalit kapitoly" }).click();
  expect(await rowOf(page, "Nájem sálu").isVisible()).toBe(false);
  await page.getByRole("button", { name: "Rozbalit vše" }).click();
  expect(await rowOf(page, "Nájem sálu").isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test("without scripts every line has its form, also on a phone", async () => {
  const { page, complaints, close } = await openGrid({ javaScript: false, width: 360 });
  expect(await sideScroll(page)).toBe(0);
  await page.getByRole("link", { name: "Upravit 1.1.4.3" }).click();
  await page.getByLabel("Cena jednotky").fill("1 000");
  await page.getByLabel("Počet jednotek").fill("3");
  await page.getByRole("button", { name: "Uložit" }).click();
  await page.getByText("3 000,00").first().waitFor();
  expect(await lineOf("1")).toMatchObject({ amountHalere: 300_000 });
  expect(complaints).toEqual([]);
  await close();
}, 60_000);
