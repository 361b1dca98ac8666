import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "../../server/access/passwords.ts";
import { unsubscribeToken } from "../../server/mail/unsubscribe-token.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import {
  axeViolations,
  launchBrowser,
  openPage,
  sideScroll,
  signInAs,
} from "../support/browser.ts";
import { addMember, createProject, createUser } from "../support/factories.ts";
import { listen } from "../support/listen.ts";

const PASSWORD = "tajné heslo do Osnovy";

describe("notifications in a browser", () => {
  let house: TestApp;
  let served: Awaited<ReturnType<typeof listen>>;
  let browser: Browser;
  let userId: number;
  let projectId: number;
  beforeAll(async () => {
    house = await openTestApp("sqlite");
    const password_hash = await hashPassword(PASSWORD);
    userId = await createUser(house.db, { email: "jana@kraj.test", password_hash });
    projectId = await createProject(house.db, { short_name: "Rodiny" });
    await addMember(house.db, { projectId, userId });
    served = await listen(house.app);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await house.close();
  });

  test("can be set without scripts, by keyboard and label", async () => {
    const visit = await openPage(browser, { baseUrl: served.baseUrl, javaScript: false });
    const { page } = visit;
    await signInAs(page, "jana@kraj.test", PASSWORD);
    await page.goto(`${served.baseUrl}/profile`);
    await page.getByRole("link", { name: "Upozornění" }).click();
    await page.getByRole("radio", { name: "Akce a stáže: vůbec" }).focus();
    await page.keyboard.press("Space");
    await page.getByLabel("pátek").uncheck();
    await page.getByRole("button", { name: "Uložit nastavení" }).click();
    await page.getByText("Nebude chodit: akce a stáže.").waitFor();
    await page.getByText("v tyto dny: pondělí, úterý, středa, čtvrtek v 7:30").waitFor();
    await page.getByRole("link", { name: "Nastavit Rodiny" }).click();
    await page.getByRole("radio", { name: "Akce a stáže: denně" }).check();
    await page.getByRole("button", { name: "Uložit nastavení" }).click();
    await page.getByText("Akce a stáže: denně", { exact: true }).waitFor();
    await visit.close();
  });

  test.each([
    { width: 1360, theme: "light" },
    { width: 360, theme: "dark" },
  ] as const)("are accessible at $width px, $theme", async ({ width, theme }) => {
    const visit = await openPage(browser, { baseUrl: served.baseUrl, width, theme });
    const { page, complaints } = visit;
    const subscriber = { kind: "user", id: userId } as const;
    const token = unsubscribeToken({ subscriber, subscription: "digest" }, house.config.secretKey);
    const addresses = [`/unsubscribe/${token}`, "/profile/notifications"];
    await signInAs(page, "jana@kraj.test", PASSWORD);
    for (const address of [...addresses, `/projects/${projectId}/notifications/edit`]) {
      await page.goto(`${served.baseUrl}${address}`);
      expect([address, await axeViolations(page)]).toEqual([address, []]);
      expect([address, await sideScroll(page)]).toEqual([address, 0]);
    }
    expect(complaints).toEqual([]);
    await visit.close();
  });
});
