import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../db/seeds/catalogues.ts";
import { hashPassword } from "../../server/access/passwords.ts";
import { FAR_AHEAD, LONG_AGO, leaveAnnexBehind } from "../support/annex-steps.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import {
  axeViolations,
  launchBrowser,
  type OpenPage,
  openPage,
  sideScroll,
  signInAs,
} from "../support/browser.ts";
import { createActivity, createProject, createUser } from "../support/factories.ts";
import { type Listening, listen } from "../support/listen.ts";
import { annexText } from "../support/plan-annexes.ts";
import { createPlan } from "../support/plan-factories.ts";

const PASSWORD = "tajné heslo do Osnovy";
const EMAIL = "metodicka@osnova.test";

/** The second bullet of the first card holds two measures; 1.1.4 repeats the number of another card. */
const ANNEX = annexText([
  {
    number: "1.1.1",
    name: "Komunitní stůl",
    measures: [
      "Podpora sousedských setkání",
      "Zapojení obcí do příprav Podpora dobrovolníků v terénu",
      "Podpora pečujících osob",
    ],
  },
  { number: "1.1.2", name: "Doprovod k lékaři", services: "Osobní asistence (§ 65)" },
  { number: "1.1.3", name: "Půjčovna pomůcek", costs: "400 tis. Kč" },
  { number: "1.1.3", name: "Kavárna v knihovně" },
]);

describe.each([
  { name: "Se skripty", javaScript: true, width: 1360 },
  { name: "Bez skriptů", javaScript: false, width: 360 },
])("a plan from its annex to its coverage ($name)", ({ javaScript, width }) => {
  let house: TestApp;
  let served: Listening;
  let browser: Browser;
  let opened: OpenPage;
  let page: Page;
  let planId: number;

  beforeAll(async () => {
    house = await openTestApp("sqlite", { at: "2026-03-20T10:00:00Z" });
    const { db, clock } = house;
    await seedCatalogues(db, clock.now());
    const password_hash = await hashPassword(PASSWORD);
    await createUser(db, {
      ...{ email: EMAIL, email_folded: EMAIL, password_hash, is_administrator: true },
    });
    planId = await createPlan(db);
    const projectId = await createProject(db, { short_name: "Sousedé" });
    await createActivity(db, projectId, { title: "Terénní setkávání" });
    served = await listen(house.app);
    browser = await launchBrowser();
    opened = await openPage(browser, { baseUrl: served.baseUrl, width, javaScript });
    page = opened.page;
    await signInAs(page, EMAIL, PASSWORD);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await house?.close();
  });

  const press = (name: string | RegExp) => page.getByRole("button", { name }).click();
  const follow = (name: string | RegExp) => page.getByRole("link", { name }).first().click();
  const title = (name: string) => page.getByRole("heading", { level: 1, name }).waitFor();
  const see = (text: string) => page.getByText(text).first().waitFor();

  async function expectSound(): Promise<void> {
    if (javaScript) expect(await axeViolations(page)).toEqual([]);
    expect(await sideScroll(page)).toBe(0);
    // A refused file is answered so; the browser remarks on it.
    expect(opened.complaints.filter((one) => !one.includes("status of 422"))).toEqual([]);
  }

  /** By its key where there are scripts, by its button where there are none. */
  async function decide(key: string, name: string): Promise<void> {
    const left = page.url();
    if (javaScript) await page.keyboard.press(key);
    else await press(name);
    await page.waitForURL((url) => url.href !== left);
  }

  test("what is no annex is refused, what is one leads to its review", async () => {
    await page.goto(`${served.baseUrl}/plans/${planId}`);
    await follow("Import");
    await page.getByLabel("Soubor").waitFor();
    await expectSound();
    const upload = (name: string, text: string) =>
      page
        .getByLabel("Soubor")
        .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await upload("seznam.txt", "Nákupní seznam\nmléko\n");
    await press("Načíst a projít");
    await see("nenašli žádnou kartu");
    await upload("příloha.txt", ANNEX);
    await press("Načíst a projít");
    await title("příloha.txt");
    await see("1 z 4");
    await expectSound();
  }, 60_000);

  test("a proposal is taken or left, the source stands beside it", async () => {
    await follow("Projít, co čeká");
    await title("1.1.1 Komunitní stůl");
    const source = page.getByLabel("Ve zdroji: Opatření");
    await source.getByText("Zapojení obcí do příprav Podpora").waitFor();
    const split = page
      .getByRole("listitem")
      .filter({ hasText: /^\s*Podpora dobrovolníků v terénu/ });
    expect(await split.count()).toBe(1);
    await expectSound();
    await press("Nechat jako ve zdroji");
    await see("Necháno jako ve zdroji");
    expect(await split.count()).toBe(0);
    await press("Použít návrh");
    await page.getByText("Použito", { exact: true }).waitFor();
    expect(await split.count()).toBe(1);
    await decide("a", "Přijmout");
  }, 60_000);

  test("a card is put right by hand, its twin is left out", async () => {
    await title("1.1.3 Půjčovna pomůcek");
    if (javaScript) await page.keyboard.press("e");
    else await follow("Upravit");
    await page.waitForURL(/\/edit/);
    await page.getByLabel("Název aktivity").fill("Půjčovna pomůcek v obcích");
    await expectSound();
    await press("Uložit a přijmout");
    await title("1.1.3 Kavárna v knihovně");
    await decide("x", "Přeskočit");
  }, 60_000);

  test("what was decided is written at once", async () => {
    await title("příloha.txt");
    await follow(/^Všechny \d/);
    await page.getByText("Kavárna v knihovně").first().waitFor();
    await expectSound();
    await press("Zapsat 3 karty do plánu");
    await see("3 nové karty");
    await expectSound();
    await follow("Otevřít plán");
    for (const name of ["Komunitní stůl", "Doprovod k lékaři", "Půjčovna pomůcek v obcích"])
      await page.getByRole("link", { name }).first().waitFor();
    expect(await page.getByText("Kavárna v knihovně").count()).toBe(0);
  }, 60_000);

  test("a card is linked to a project, and the plan shows what it covers", async () => {
    await follow("Komunitní stůl");
    await follow("Přidat projekt");
    await page
      .getByRole("combobox", { name: "Projekt", exact: true })
      .selectOption({ label: "Sousedé" });
    await press("Pokračovat");
    await page.getByLabel("Opatření karty").waitFor();
    await page.getByLabel("Opatření karty").selectOption({ index: 1 });
    await press("Přidat projekt");
    await page.getByRole("link", { name: "Sousedé" }).first().waitFor();
    await page.goto(`${served.baseUrl}/plans/${planId}/coverage?state=running`);
    await see("běžící projekt");
    await expectSound();
  }, 60_000);

  test("the same annex read again has nothing to write, and the first is not taken back any more", async () => {
    await page.goto(`${served.baseUrl}/plans/${planId}/import`);
    await page
      .getByLabel("Soubor")
      .setInputFiles({ name: "znovu.txt", mimeType: "text/plain", buffer: Buffer.from(ANNEX) });
    await press("Načíst a projít");
    await see("Není co zapsat");
    await press("Zahodit import");
    await follow("příloha.txt");
    await press("Vzít import zpět");
    await see("od zápisu se pracovalo s kartami 1.1.1");
  }, 60_000);
});

describe.each([
  { name: "Se skripty", javaScript: true, width: 1360 },
  { name: "Bez skriptů", javaScript: false, width: 360 },
])("an annex that takes long to read ($name)", ({ javaScript, width }) => {
  test("has a page that leads to the review by itself, or says what is wrong", async () => {
    const house = await openTestApp("sqlite", { config: { annexPatienceMs: 0 } });
    const password_hash = await hashPassword(PASSWORD);
    await createUser(house.db, {
      ...{ email: EMAIL, email_folded: EMAIL, password_hash, is_administrator: true },
    });
    const planId = await createPlan(house.db);
    const served = await listen(house.app);
    const browser = await launchBrowser();
    const { baseUrl } = served;
    const { page, complaints } = await openPage(browser, { baseUrl, width, javaScript });
    const sound = async () => {
      if (javaScript) expect(await axeViolations(page)).toEqual([]);
      expect(await sideScroll(page)).toBe(0);
      expect(complaints).toEqual([]);
    };
    const send = async (name: string, text: string) => {
      await page.goto(`${baseUrl}/plans/${planId}/import`);
      const buffer = Buffer.from(text);
      await page.getByLabel("Soubor").setInputFiles({ name, mimeType: "text/plain", buffer });
      await page.getByRole("button", { name: "Načíst a projít" }).click();
    };
    try {
      await signInAs(page, EMAIL, PASSWORD);
      const id = await leaveAnnexBehind(house, planId, { lease_until: FAR_AHEAD, text: ANNEX });
      await page.goto(`${baseUrl}/plans/${planId}/import/${id}`);
      await page.getByRole("progressbar", { name: "Čtení přílohy" }).waitFor();
      await sound();
      await house.db("annex_readings").update({ lease_until: LONG_AGO });
      await page.getByText("1 z 4").first().waitFor({ timeout: 60_000 });
      await send("seznam.txt", "Nákupní seznam\nmléko\n");
      await page.getByText("nenašli žádnou kartu").waitFor({ timeout: 60_000 });
      await sound();
      // Another try is offered only where the fault was ours.
      await house.db("annex_readings").update({ fault: "annexNotRead" });
      await page.reload();
      await page.getByText("chybě na naší straně").waitFor();
      await sound();
      await page.getByRole("button", { name: "Zkusit znovu" }).click();
      await page.getByText("nenašli žádnou kartu").waitFor({ timeout: 60_000 });
      await page.getByRole("button", { name: "Zahodit import" }).click();
      await page.getByText("Odebráno").waitFor();
    } finally {
      await browser.close();
      await served.close();
      await house.close();
    }
  }, 120_000);
});
