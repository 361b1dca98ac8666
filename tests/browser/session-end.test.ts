import type { Browser, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "../../server/access/passwords.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, openPage, signInAs } from "../support/browser.ts";
import { addMember, createProject, createUser } from "../support/factories.ts";
import { type Listening, listen } from "../support/listen.ts";

const PASSWORD = "ukazka-osnova-2026";
const WRITTEN = "Oslovili jsme šest obcí.\nČtyři chtějí kurz v únoru.";

describe("what was typed is not lost", () => {
  let house: TestApp;
  let served: Listening;
  let browser: Browser;
  let projectId: number;

  beforeEach(async () => {
    house = await openTestApp("sqlite", { at: "2026-03-02T07:30:00Z" });
    served = await listen(house.app);
    browser = await launchBrowser();
    projectId = await createProject(house.db, { short_name: "Pečující" });
    const password_hash = await hashPassword(PASSWORD);
    for (const [name, email] of [
      ["Jana Nová", "jana@kraj.test"],
      ["Petr Starý", "petr@kraj.test"],
    ]) {
      const userId = await createUser(house.db, { name, email, password_hash });
      await addMember(house.db, { projectId, userId });
    }
  });
  afterEach(async () => {
    await browser.close();
    await served.close();
    await house.close();
  });

  test.each([true, false])(
    "when the session runs out over a form (JavaScript: %s)",
    async (javaScript) => {
      const page = await personAt("jana@kraj.test", javaScript);
      await page.goto(`/projects/${projectId}/progress/new`);
      await page.getByLabel("Co se udělalo").fill(WRITTEN);
      await page.getByLabel("Odpracováno").fill("1,5");
      house.clock.advance(9 * 3_600_000);
      await page.getByRole("button", { name: "Zapsat", exact: true }).click();

      await page.getByLabel("E-mail").fill("jana@kraj.test");
      await page.getByLabel("Heslo").fill(PASSWORD);
      await page.getByRole("button", { name: "Přihlásit se" }).click();
      await page.getByRole("heading", { name: "Nový záznam v deníku" }).waitFor();
      expect(await page.getByLabel("Co se udělalo").inputValue()).toBe(WRITTEN);
      expect(await page.getByLabel("Odpracováno").inputValue()).toBe("1,5");

      await page.getByRole("button", { name: "Zapsat", exact: true }).click();
      await page.getByText("Čtyři chtějí kurz v únoru.").waitFor();
      expect(await entriesShown(page)).toBe(1);
    },
  );

  test("when somebody else has saved the record meanwhile: both texts are shown", async () => {
    const jana = await personAt("jana@kraj.test");
    await jana.goto(`/projects/${projectId}/milestones/new`);
    await jana.getByLabel("Název").fill("Vybrat lektory");
    await jana.getByRole("textbox", { name: "Termín", exact: true }).fill("2026-03-12");
    await jana.getByRole("button", { name: "Vytvořit milník" }).click();
    await jana.getByRole("heading", { name: "Vybrat lektory", level: 1 }).waitFor();
    const milestone = new URL(jana.url()).pathname;
    const petr = await personAt("petr@kraj.test");
    for (const page of [jana, petr]) await page.goto(`${milestone}/edit`);

    await petr.getByLabel("Poznámka").fill("Petr: výběr podle ceny.");
    await petr.getByRole("button", { name: "Uložit změny" }).click();
    await petr.getByText("Petr: výběr podle ceny.").first().waitFor();
    await jana.getByLabel("Poznámka").fill("Jana: výběr podle praxe.");
    await jana.getByRole("button", { name: "Uložit změny" }).click();

    expect(await jana.getByRole("alert").innerText()).toContain("někdo jiný: Petr Starý");
    expect(await jana.getByLabel("Poznámka").inputValue()).toBe("Jana: výběr podle praxe.");
    await jana.getByText(/Petr: výběr podle ceny\./).waitFor();

    await jana.getByRole("button", { name: "Uložit změny" }).click();
    await jana.getByRole("heading", { name: "Vybrat lektory", level: 1 }).waitFor();
    await jana.getByText("Jana: výběr podle praxe.").first().waitFor();
  });

  test.each([true, false])(
    "and an impatient hand saves it once (JavaScript: %s)",
    async (javaScript) => {
      const page = await personAt("jana@kraj.test", javaScript);
      await page.goto(`/projects/${projectId}/progress/new`);
      await page.getByLabel("Co se udělalo").fill(WRITTEN);
      await page.getByRole("button", { name: "Zapsat", exact: true }).dblclick();
      await page.getByText("Čtyři chtějí kurz v únoru.").waitFor();
      await page.goto(`/projects/${projectId}/progress`);
      expect(await entriesShown(page)).toBe(1);
    },
  );

  async function personAt(email: string, javaScript = true): Promise<Page> {
    const { page } = await openPage(browser, { baseUrl: served.baseUrl, javaScript });
    await signInAs(page, email, PASSWORD);
    return page;
  }

  function entriesShown(page: Page): Promise<number> {
    return page.getByRole("main").getByText("Čtyři chtějí kurz v únoru.").count();
  }
});
