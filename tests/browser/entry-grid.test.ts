import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { hashPassword } from "../../server/access/passwords.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import {
  axeViolations,
  launchBrowser,
  openPage,
  sideScroll,
  signInAs,
} from "../support/browser.ts";
import { addMember, createIndicator, createProject, createUser } from "../support/factories.ts";
import { type Listening, listen } from "../support/listen.ts";

const PASSWORD = "tajné heslo do Osnovy";
const EMAIL = "koordinator@osnova.test";

let house: TestApp;
let served: Listening;
let browser: Browser;
let address: string;
let ids: number[];

beforeAll(async () => {
  house = await openTestApp("sqlite", { at: "2026-03-20T10:00:00Z" });
  const { db } = house;
  const password_hash = await hashPassword(PASSWORD);
  const userId = await createUser(db, { email: EMAIL, email_folded: EMAIL, password_hash });
  const projectId = await createProject(db);
  await addMember(db, { projectId, userId, role: "coordinator" });
  ids = [
    await createIndicator(db, projectId, { name: "Účastníci", target: 100 }),
    await createIndicator(db, projectId, { name: "Čekání", behaviour: "state", decimals: 1 }),
    await createIndicator(db, projectId, {
      name: "Spokojenost",
      value_type: "percentage",
      behaviour: "state",
      target: 80,
    }),
  ];
  await createIndicator(db, projectId, {
    name: "Podpořené osoby",
    origin: "computed",
    computation: "persons-supported",
  });
  address = `/projects/${projectId}/indicators/values/new`;
  served = await listen(house.app);
  browser = await launchBrowser();
}, 60_000);
beforeEach(() => house.db("indicator_values").delete());
afterAll(async () => {
  await browser.close();
  await served.close();
  await house.close();
});

async function openGrid(given: { width?: number; javaScript?: boolean } = {}) {
  const opened = await openPage(browser, { baseUrl: served.baseUrl, width: 1360, ...given });
  await signInAs(opened.page, EMAIL, PASSWORD);
  await opened.page.goto(`${served.baseUrl}${address}`);
  return opened;
}

const cellOf = (page: Page, name: string) => page.getByLabel(`Hodnota: ${name}`);
const rowOf = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) });
const focused = (page: Page) =>
  page.evaluate<string>("document.activeElement.labels[0].textContent");
const saved = () => house.db("indicator_values").orderBy("indicator_id");

async function pasteInto(page: Page, name: string, text: string): Promise<void> {
  await cellOf(page, name).focus();
  await page.evaluate(`
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", ${JSON.stringify(text)});
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(paste);
  `);
}

test("a month is typed by keyboard alone; totals and states follow each key", async () => {
  const { page, complaints, close } = await openGrid();
  await cellOf(page, "Účastníci").focus();
  await page.keyboard.type("12");
  expect(await rowOf(page, "Účastníci").textContent()).toContain("nezapsáno");
  expect(await rowOf(page, "Účastníci").locator("[data-share]").textContent()).toMatch(/^12\s%$/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("15,55");
  expect(await cellOf(page, "Čekání").getAttribute("aria-invalid")).toBe("true");
  await expect
    .poll(() => page.locator("#entry-grid-status").textContent())
    .toContain("Nezapsané řádky: 1");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("91/180");
  expect(await rowOf(page, "Spokojenost").locator("[data-total]").textContent()).toMatch(/^51\s%$/);
  await page.keyboard.press("Shift+Enter");
  expect(await focused(page)).toBe("Hodnota: Čekání");
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await expect.poll(async () => (await saved()).map(({ value }) => value)).toEqual([12, 155, 51]);
  await page.getByText("zapsáno +12").waitFor();
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test("a column from a spreadsheet falls into the rows below, with notes, and can be taken back", async () => {
  const { page, close } = await openGrid();
  await pasteInto(
    page,
    "Účastníci",
    '1\u00a0200,00\tDva běhy\r\n15,50\t\r\n51 %\t"Dotazník\n2. běh"\r\n7\t\r\n',
  );
  expect(await cellOf(page, "Účastníci").inputValue()).toBe("1\u00a0200");
  expect(await cellOf(page, "Čekání").inputValue()).toBe("15,5");
  expect(await cellOf(page, "Spokojenost").inputValue()).toBe("51");
  expect(await page.getByLabel("Poznámka: Účastníci").inputValue()).toBe("Dva běhy");
  expect(await page.locator("#entry-grid-status").textContent()).toContain(
    "Vložené hodnoty: 3. Nevešly se řádky: 1.",
  );
  await page.keyboard.press("Control+z");
  expect(await cellOf(page, "Čekání").inputValue()).toBe("");
  await pasteInto(page, "Účastníci", "1 200\n15,5\n51 %");
  await page.getByRole("button", { name: "Zapsat hodnoty" }).click();
  await expect.poll(async () => (await saved()).map(({ value }) => value)).toEqual([1200, 155, 51]);
  await close();
}, 60_000);

test("what is odd is listed and leads to its cell; nothing typed is lost on the way", async () => {
  const { page, complaints, close } = await openGrid({ width: 360 });
  await cellOf(page, "Účastníci").fill("120");
  await page.getByRole("button", { name: "Zkontrolovat" }).click();
  await page.getByRole("link", { name: /Účastníci: 120 přesahuje cíl 100/ }).waitFor();
  await page.getByRole("link", { name: /Spokojenost: za měsíc nemá hodnotu/ }).click();
  expect(await focused(page)).toBe("Hodnota: Spokojenost");
  expect(await cellOf(page, "Účastníci").inputValue()).toBe("120");
  expect(await axeViolations(page)).toEqual([]);
  expect(await sideScroll(page)).toBe(0);
  let asked = 0;
  page.on("dialog", (dialog) => {
    asked += 1;
    void dialog.accept();
  });
  await page.getByRole("link", { name: "Předchozí měsíc" }).click();
  await page.getByRole("heading", { name: "Hodnoty za únor 2026" }).waitFor();
  expect(asked).toBe(1);
  expect(await saved()).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test("without scripts the grid is checked and saved all the same", async () => {
  const { page, complaints, close } = await openGrid({ javaScript: false });
  await cellOf(page, "Účastníci").fill("120");
  await page.getByRole("button", { name: "Zkontrolovat" }).click();
  await page.getByText("120 přesahuje cíl 100").waitFor();
  await page.getByRole("button", { name: "Zapsat hodnoty" }).click();
  await page.getByText("zapsáno +120").waitFor();
  expect(await saved()).toMatchObject([{ value: 120, indicator_id: ids[0] }]);
  expect(complaints).toEqual([]);
  await close();
}, 60_000);
