import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "../../server/access/passwords.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import {
  axeViolations,
  launchBrowser,
  openPage,
  sideScroll,
  signInAs,
} from "../support/browser.ts";
import {
  addMember,
  createActivity,
  createMilestone,
  createProject,
  createUser,
} from "../support/factories.ts";
import { listen } from "../support/listen.ts";

describe("the log and the search in a browser", () => {
  let house: TestApp;
  let served: Awaited<ReturnType<typeof listen>>;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let projectId: number;
  const email = "jana@kraj.test";

  beforeAll(async () => {
    house = await openTestApp("sqlite", { at: "2026-03-02T07:30:00Z" });
    served = await listen(house.app);
    browser = await launchBrowser();
    const password_hash = await hashPassword("ukazka-osnova-2026");
    const userId = await createUser(house.db, { name: "Jana Nová", email, password_hash });
    projectId = await createProject(house.db, { short_name: "Pečující" });
    await addMember(house.db, { projectId, userId });
    const first = await createActivity(house.db, projectId, {
      number: "1",
      title: "Vzdělávání neformálních pečujících a pracovníků sociálních služeb",
    });
    await createActivity(house.db, projectId, {
      number: "a",
      parent_id: first,
      title: "Lektoři",
    });
    await createMilestone(house.db, projectId, { title: "Vybrat dodavatele vzdělávání" });
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await house.close();
  });

  test("an entry is written on a phone, found by a word of it, and changed", async () => {
    const { page, complaints, close } = await openPage(browser, {
      baseUrl: served.baseUrl,
      width: 360,
    });
    await signInAs(page, email, "ukazka-osnova-2026");
    await page.goto(`/projects/${projectId}/progress/new`);
    expect(await axeViolations(page)).toEqual([]);
    expect(await sideScroll(page)).toBe(0);
    await page.getByLabel("Co se udělalo").fill("Proběhlo šedesát hodin školení.\nBez závad.");
    await page.getByLabel(/KA1 Vzdělávání/).check();
    await page.getByLabel("Odpracováno").fill("1,5");
    await page.getByText("Další krok, plnění aktivity, milník").click();
    await page.getByLabel("Další krok", { exact: true }).fill("Poslat pozvánky na druhý běh");
    await page.getByLabel("Termín dalšího kroku").fill("2026-03-16");
    await page.getByRole("button", { name: "Zapsat" }).click();
    await page.getByText("Zapsáno do deníku.").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await sideScroll(page)).toBe(0);

    await page.goto("/search");
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel("Co hledáte").fill("sedesat skol");
    await page.getByRole("main").getByRole("button", { name: "Hledat" }).click();
    await page.getByRole("link", { name: /Záznam z/ }).waitFor();
    expect(await page.locator("mark").allTextContents()).toEqual(["šedesát", "školení"]);
    expect(await axeViolations(page)).toEqual([]);
    expect(await sideScroll(page)).toBe(0);
    await page.getByRole("link", { name: /Záznam z/ }).click();
    await page.getByRole("link", { name: "Upravit" }).click();
    await page.getByLabel("Co se udělalo").fill("Proběhlo šedesát hodin výcviku.");
    await page.getByRole("button", { name: "Uložit změny" }).click();
    await page.getByText("Záznam upraven").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("every page is readable in the dark and in English, wide and empty", async () => {
    const { page, complaints, close } = await openPage(browser, {
      baseUrl: served.baseUrl,
      width: 1360,
      theme: "dark",
      language: "en",
    });
    await signInAs(page, email, "ukazka-osnova-2026");
    await page.goto("/search?lang=en");
    await page.getByRole("heading", { name: "Search", level: 1 }).waitFor();
    await page.goto(`/projects/${projectId}/progress`);
    await page.getByText("Write in the log").click();
    await page.getByText("Next step, activity progress, milestone").click();
    expect(await axeViolations(page)).toEqual([]);
    for (const [name, path] of [
      ["log-1360", `/projects/${projectId}/progress`],
      ["log-empty-1360", `/projects/${projectId}/progress?month=2020-01`],
      ["new-1360", `/projects/${projectId}/progress/new`],
      ["anywhere-1360", "/log-entries/new"],
      ["search-start-1360", "/search"],
      ["search-nothing-1360", "/search?q=zzz"],
      ["search-1360", "/search?q=hodin"],
    ]) {
      await page.goto(`${path}`);
      expect(await axeViolations(page), name).toEqual([]);
      expect(await sideScroll(page), name).toBe(0);
    }
    expect(complaints).toEqual([]);
    await close();
  });
});
