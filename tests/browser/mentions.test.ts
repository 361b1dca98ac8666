import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashPassword } from "../../server/access/passwords.ts";
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
import { createOutput } from "../support/output-factories.ts";

const PASSWORD = "tajné heslo do Osnovy";
const EMAIL = "manager@osnova.test";

let house: TestApp;
let served: Listening;
let browser: Browser;
let address: string;
let eva: number;

beforeAll(async () => {
  house = await openTestApp("sqlite");
  const password_hash = await hashPassword(PASSWORD);
  const userId = await createUser(house.db, { email: EMAIL, email_folded: EMAIL, password_hash });
  const projectId = await createProject(house.db);
  await addMember(house.db, { projectId, userId });
  eva = await createUser(house.db, { name: "Eva Dvořáková" });
  await addMember(house.db, { projectId, userId: eva, role: "coordinator" });
  const evzen = await createUser(house.db, { name: "Evžen Malý" });
  await addMember(house.db, { projectId, userId: evzen, role: "reader" });
  address = `/projects/${projectId}/outputs/${await createOutput(house.db, projectId)}`;
  served = await listen(house.app);
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.close();
  await house.close();
});

test.each([
  { width: 1360, theme: "light" as const },
  { width: 360, theme: "dark" as const },
])("a colleague is mentioned by keyboard at $width px, $theme", async (look) => {
  const opened = await openPage(browser, { baseUrl: served.baseUrl, ...look });
  const { page, complaints, close } = opened;
  await signInAs(page, EMAIL, PASSWORD);
  await page.goto(`${served.baseUrl}${address}`);
  const field = page.getByLabel("Připomínka").first();
  await field.pressSequentially("Prosím, @ev");
  const offer = page.getByRole("listbox");
  await offer.waitFor();
  expect(await offer.getByRole("option").allTextContents()).toEqual([
    "Eva Dvořáková",
    "Evžen Malý",
  ]);
  expect(await axeViolations(page)).toEqual([]);
  expect(await sideScroll(page)).toBe(0);
  await field.press("ArrowDown");
  await field.press("ArrowUp");
  await field.press("Enter");
  await field.pressSequentially("doplň to. Mail: x@ev");
  expect(await field.inputValue()).toBe("Prosím, @Eva Dvořáková doplň to. Mail: x@ev");
  expect(await offer.isVisible()).toBe(false);
  await field.pressSequentially(" @evz");
  await offer.waitFor();
  await field.press("Escape");
  expect(await offer.isVisible()).toBe(false);
  await field.press("Control+Enter");
  await page.getByText("@Eva Dvořáková doplň to.").first().waitFor();
  expect(await house.db("notifications").distinct("recipient_user_id")).toEqual([
    { recipient_user_id: eva },
  ]);
  expect(complaints).toEqual([]);
  await close();
});
