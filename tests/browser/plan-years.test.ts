import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seedCatalogues } from "../../db/seeds/catalogues.ts";
import { hashPassword } from "../../server/access/passwords.ts";
import { requestStatements } from "../../server/features/card-statements/requests/service.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import {
  axeViolations,
  launchBrowser,
  openPage,
  type PageOptions,
  sideScroll,
  signInAs,
} from "../support/browser.ts";
import { createUser } from "../support/factories.ts";
import { deliverBySmtp } from "../support/invited-people.ts";
import { type Listening, listen } from "../support/listen.ts";
import { createCards, createPlan } from "../support/plan-factories.ts";
import { startSmtpServer, type TestSmtpServer } from "../support/smtp.ts";

const PASSWORD = "tajné heslo do Osnovy";
const OWNER = "alena@kraj.test";
const EDITOR = "petr@kraj.test";

let browser: Browser;
let house: TestApp;
let served: Listening;
let server: TestSmtpServer;
let planId: number;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await startSmtpServer();
  let answer: TestApp["app"] | undefined;
  served = await listen((req, res) => answer?.(req, res));
  const config = { publicUrl: served.baseUrl };
  house = await openTestApp("sqlite", { at: "2027-01-15T07:40:00Z", config });
  answer = house.app;
  await furnish();
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await server.close();
  await house.close();
});

async function furnish(): Promise<void> {
  const { db } = house;
  const password_hash = await hashPassword(PASSWORD);
  await seedCatalogues(db, house.clock.now());
  const ownerId = await createUser(db, { name: "Alena Horká", email: OWNER, password_hash });
  const roles = { is_founder: true, is_administrator: true };
  await createUser(db, { name: "Petr Plán", email: EDITOR, password_hash, ...roles });
  planId = await createPlan(db, { title: "Plán služeb", from_year: 2024, to_year: 2030 });
  await createCards(house, planId, [
    { number: "1.1.1", name: "Podpora rodin", measures: ["Otevřít poradnu", "Terénní tým"] },
    { number: "1.1.2", name: "Domovy pro seniory (§ 49)", measures: ["Nový domov"] },
  ]);
  await db("cards").update({ owner_user_id: ownerId });
}

async function sitDown(email: string, look: Omit<PageOptions, "baseUrl"> = {}) {
  const desk = await openPage(browser, { baseUrl: served.baseUrl, ...look });
  await signInAs(desk.page, email, PASSWORD);
  return desk;
}

test("an owner follows the letter, says how each card went, and corrects it", async () => {
  await requestStatements(house);
  await deliverBySmtp(house, server);
  const text = server.received[0]?.email.text ?? "";
  const link = /https?:\/\/\S+\/cards/.exec(text)?.[0] ?? "";
  expect(text).toContain("Na vyjádření čekají 2 karty.");
  const { page, complaints, close } = await sitDown(OWNER);
  await page.goto(served.baseUrl);
  await page.getByRole("link", { name: "Vyjádření ke kartám za rok 2026" }).click();
  expect(page.url()).toBe(link);
  await page.getByRole("link", { name: "Vyjádřit se za 2026: 1.1.1 Podpora rodin" }).click();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByLabel("Co se podařilo udělat").fill("Poradna běží od března.");
  await page.getByRole("button", { name: "Uložit vyjádření" }).click();
  await page.getByRole("heading", { name: "Vyjádření za rok 2026" }).waitFor();
  await page.getByLabel("plní se podle plánu").check();
  await page.getByRole("button", { name: "Uložit vyjádření" }).click();
  await page.getByText("Poradna běží od března.").first().waitFor();
  await page.getByRole("link", { name: "Opravit: Vyjádření za rok 2026" }).click();
  await page.getByLabel("má zpoždění").check();
  await page.getByRole("button", { name: "Uložit vyjádření" }).click();
  await page.getByRole("link", { name: "Vyjádření za rok 2026", exact: true }).click();
  await page.getByRole("heading", { name: "Dřívější znění" }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(complaints.filter((one) => !one.includes("422"))).toEqual([]);
  await close();
});

test("an editor plans the year from the tree, approves it and puts down what came of it", async () => {
  const { page, complaints, close } = await sitDown(EDITOR);
  await page.goto(`${served.baseUrl}/plans/${planId}`);
  await page.getByRole("link", { name: "Akční plány" }).click();
  await page.getByRole("link", { name: "Nový akční plán" }).click();
  await page.getByRole("button", { name: "Založit akční plán" }).click();
  await page.getByRole("link", { name: "Vybrat karty a opatření" }).first().click();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByLabel("Otevřít poradnu").check();
  await page.getByLabel("1.1.2 Domovy pro seniory (§ 49)").check();
  await page.getByRole("button", { name: "Uložit výběr" }).click();
  await page.getByRole("link", { name: "Upravit: Otevřít poradnu" }).click();
  await page.getByLabel("Úkol v tomto roce").fill("Smlouva a prostory");
  await page.getByLabel("Termín").fill("2027-06-30");
  await page.getByRole("button", { name: "Uložit položku" }).click();
  await page.getByText("Smlouva a prostory").waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.goto(`${page.url()}/edit`);
  await page.getByLabel("Schválen dne").fill("2027-01-14");
  await page.getByRole("button", { name: "Uložit", exact: true }).click();
  await page.getByText("schválen 14. 1. 2027").waitFor();
  await page.getByRole("link", { name: "Upravit: Otevřít poradnu" }).click();
  expect(await page.getByLabel("Úkol v tomto roce").count()).toBe(0);
  await page.getByLabel("Výsledek").fill("Otevřena v květnu");
  await page.getByRole("button", { name: "Uložit položku" }).click();
  await page.getByText("Otevřena v květnu").waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test.each([
  ["light", "cs", 1360],
  ["dark", "en", 360],
] as const)("pages are fit for everybody: %s, %s, %i px", async (theme, language, width) => {
  await house.db("users").update({ language });
  const { page, complaints, close } = await sitDown(EDITOR, { theme, language, width });
  const paths = [
    "/cards",
    `/plans/${planId}/statements`,
    `/plans/${planId}/action-plans`,
    `/plans/${planId}/action-plans/2027`,
    "/admin/social-services",
    "/admin/social-services/5/edit",
    "/admin/plan-terms",
    "/admin/plan-terms/5/edit",
  ];
  for (const path of paths) {
    await page.goto(served.baseUrl + path);
    expect([path, await axeViolations(page)]).toEqual([path, []]);
    expect([path, await sideScroll(page)]).toEqual([path, 0]);
  }
  expect(complaints).toEqual([]);
  await close();
});

test("an action plan is chosen and a card spoken of without scripts", async () => {
  await house.db("users").update({ language: "cs" });
  const { page, close } = await sitDown(OWNER, { javaScript: false });
  await page.goto(`${served.baseUrl}/cards`);
  await page.getByRole("link", { name: /Vyjádřit se za 2026: 1\.1\.2/ }).click();
  await page.getByLabel("splněno", { exact: true }).check();
  await page.getByLabel("Co se podařilo udělat").fill("Domov stojí.");
  await page.getByRole("button", { name: "Uložit vyjádření" }).click();
  await page.getByText("Domov stojí.").first().waitFor();
  expect(await house.db("card_statements").where({ state: "done" })).toHaveLength(1);
  await close();
});
