import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedCatalogues } from "../../db/seeds/catalogues.ts";
import { hashPassword } from "../../server/access/passwords.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import {
  axeViolations,
  launchBrowser,
  openPage,
  sideScroll,
  signInAs,
} from "../support/browser.ts";
import { writeFiles } from "../support/document-factories.ts";
import { addMember, createPeriod, createProject, createUser } from "../support/factories.ts";
import { type Listening, listen } from "../support/listen.ts";
import { createOutputMilestone } from "../support/output-factories.ts";

const PASSWORD = "tajné heslo do Osnovy";
const EMAIL = "manager@osnova.test";
const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n");

let house: TestApp;
let served: Listening;
let browser: Browser;
let project: string;

beforeAll(async () => {
  house = await openTestApp("sqlite");
  await seedCatalogues(house.db, house.clock.now());
  const password_hash = await hashPassword(PASSWORD);
  const userId = await createUser(house.db, { email: EMAIL, email_folded: EMAIL, password_hash });
  const projectId = await createProject(house.db);
  await addMember(house.db, { projectId, userId });
  await createPeriod(house.db, projectId);
  await createOutputMilestone(house.db, projectId, { title: "Krajský plán" });
  await writeFiles(house.db, house.config.dataDir);
  project = `/projects/${projectId}`;
  served = await listen(house.app);
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.close();
  await house.close();
});

test("a manager takes a plan from its draft through remarks to the indicator, without a script", async () => {
  const opened = await openPage(browser, { baseUrl: served.baseUrl, javaScript: false });
  const { page, complaints, close } = opened;
  await signInAs(page, EMAIL, PASSWORD);
  await page.goto(`${served.baseUrl}${project}/outputs`);
  await page.getByRole("button", { name: "Založit koncept: Krajský plán" }).click();
  const output = page.url();

  await page.getByRole("link", { name: "Přidat dokument" }).click();
  const file = { name: "plan.pdf", mimeType: "application/pdf", buffer: PDF };
  await page.getByLabel("Soubor").setInputFiles(file);
  await page.getByLabel("Druh").selectOption("output");
  await page.getByRole("button", { name: "Nahrát dokument" }).click();

  await page.goto(output);
  await page.getByRole("link", { name: "Poslat k připomínkám" }).click();
  await page.getByLabel("Připomínky do").fill("2026-03-20");
  await page.getByRole("button", { name: "Poslat k připomínkám" }).click();
  await page.getByLabel("Připomínka", { exact: false }).first().fill("Doplňte zdroje dat.");
  await page.getByRole("button", { name: "Přidat připomínku" }).click();
  await page.getByRole("link", { name: "Vypořádat: Doplňte zdroje dat." }).click();
  await page.getByLabel("Akceptována", { exact: true }).check();
  await page.getByRole("button", { name: "Vypořádat" }).click();
  expect(await page.getByText("1 připomínka, všechny vypořádané").count()).toBe(1);

  await page.getByRole("link", { name: "Schválit" }).click();
  await page.getByRole("button", { name: "Schválit výstup" }).click();
  await page.getByRole("link", { name: "Zveřejnit" }).click();
  await page.getByLabel("Adresa zveřejnění").fill("https://kraj.example.cz/plan");
  await page.getByRole("button", { name: "Zapsat zveřejnění" }).click();
  await page.getByRole("link", { name: "Započíst" }).click();
  await page.getByRole("button", { name: "Započíst výstup" }).click();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Krajský plán");
  expect(await page.getByText("Započteno 2. 3. 2026").first().isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

test.each([
  { width: 1360, theme: "light", language: "cs" },
  { width: 360, theme: "dark", language: "en" },
] as const)(
  "outputs and required documents are whole at $width px, $theme, $language",
  async (given) => {
    const { page, complaints, close } = await openPage(browser, {
      ...{ baseUrl: served.baseUrl, ...given },
    });
    await signInAs(page, EMAIL, PASSWORD);
    const pages = ["outputs", "outputs/1", "documents/required?show=all", "documents/pictures"];
    for (const path of [...pages, "documents/packages", "documents"]) {
      await page.goto(`${served.baseUrl}${project}/${path}`);
      expect([path, await axeViolations(page), await sideScroll(page)]).toEqual([path, [], 0]);
    }
    expect(complaints).toEqual([]);
    await close();
  },
);
