import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { hashPassword } from "../../server/access/passwords.ts";
import { deliverMail } from "../../server/features/mails/delivery/service.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, type OpenPage, openPage, signInAs } from "../support/browser.ts";
import { createUser } from "../support/factories.ts";
import { type Listening, listen } from "../support/listen.ts";
import { png } from "../support/pictures.ts";

const PASSWORD = "tajné heslo do Osnovy";
const HASH = await hashPassword(PASSWORD);
const MINUTE_MS = 60_000;

let browser: Browser;
let app: TestApp;
let server: Listening;
let opened: OpenPage;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  app = await openTestApp("sqlite");
  server = await listen(app.app);
  opened = await openPage(browser, { baseUrl: server.baseUrl });
  page = opened.page;
  await createUser(app.db, {
    name: "Adam Správce",
    email: "adam@kraj.test",
    password_hash: HASH,
    is_administrator: true,
  });
});
afterEach(async () => {
  await opened.close();
  await server.close();
  await app.close();
});

const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

test("somebody invited sets a password by the mail, signs in, and is in the list of users", async () => {
  await signInAs(page, "adam@kraj.test", PASSWORD);
  await page.goto("/admin/users/new");
  await page.getByLabel("Jméno a příjmení").fill("Eva Malá");
  await page.getByLabel("E-mail").fill("eva@kraj.test");
  await press("Poslat pozvánku");
  await page.getByText("Pozvánka odešla.").waitFor();

  await deliverMail(app, { owner: "test", wait: async () => {} });
  const [mail] = app.mailer.sent;
  expect(mail?.to.address).toBe("eva@kraj.test");
  const path = /\/invitations\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";

  const hers = await openPage(browser, { baseUrl: server.baseUrl });
  await hers.page.goto(path);
  await hers.page.locator('input[name="password"]').fill("brambora osedlala vlaštovku");
  await hers.page.getByLabel("Nové heslo znovu").fill("brambora osedlala vlaštovku");
  await hers.page.getByRole("button", { name: "Nastavit heslo" }).click();
  await hers.page.getByText("Heslo je nastavené. Přihlaste se.").waitFor();
  await signInAs(hers.page, "eva@kraj.test", "brambora osedlala vlaštovku");
  expect(hers.complaints).toEqual([]);
  await hers.close();

  await page.goto("/admin/users?q=mal");
  expect(await page.getByRole("row", { name: /Eva Malá.*Aktivní/ }).count()).toBe(1);
  expect(opened.complaints).toEqual([]);
});

test("a form that is sent after the session ended is there again after signing in", async () => {
  await signInAs(page, "adam@kraj.test", PASSWORD);
  await page.goto("/admin/users/new");
  await page.getByLabel("Jméno a příjmení").fill("Eva Rozepsaná");
  await page.getByLabel("Vedení").check();
  app.clock.advance(31 * MINUTE_MS);
  await press("Poslat pozvánku");
  await page.getByText("Rozepsaný formulář jsme uchovali").waitFor();

  await page.getByLabel("E-mail").fill("adam@kraj.test");
  await page.getByLabel("Heslo").fill(PASSWORD);
  await press("Přihlásit se");
  await page.getByText("rozepsaný text jsme uchovali").waitFor();
  expect(await page.getByLabel("Jméno a příjmení").inputValue()).toBe("Eva Rozepsaná");
  expect(await page.getByLabel("Vedení").isChecked()).toBe(true);

  await page.getByLabel("E-mail").fill("eva@kraj.test");
  await press("Poslat pozvánku");
  await page.getByText("Pozvánka odešla.").waitFor();
  expect(opened.complaints).toEqual([]);
});

test("a form left in one window while signing in again in another loses nothing", async () => {
  await signInAs(page, "adam@kraj.test", PASSWORD);
  await page.goto("/admin/users/new");
  await page.getByLabel("Jméno a příjmení").fill("Eva Rozepsaná");
  const second = await opened.context.newPage();
  app.clock.advance(31 * MINUTE_MS);
  await signInAs(second, "adam@kraj.test", PASSWORD);

  await press("Poslat pozvánku");
  await page.getByRole("link", { name: "Otevřít formulář znovu" }).click();
  expect(await page.getByLabel("Jméno a příjmení").inputValue()).toBe("Eva Rozepsaná");
});

test("a logo is uploaded and seen at the foot of every page", async () => {
  await signInAs(page, "adam@kraj.test", PASSWORD);
  await page.goto("/admin/appearance");
  await page.getByLabel("Název", { exact: true }).fill("Liberecký kraj");
  await press("Uložit název");
  await page.getByText("Uloženo.").waitFor();
  const file = { name: "logo.png", mimeType: "image/png", buffer: png({ width: 120, height: 40 }) };
  await page.getByLabel("Soubor s logem").setInputFiles(file);
  await press("Nahrát logo");
  await page.getByText("Uloženo.").waitFor();
  const logo = page.getByRole("contentinfo").getByRole("img", { name: "Liberecký kraj" });
  expect(
    await logo.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
  ).toBe(120);
  expect(opened.complaints).toEqual([]);
});
