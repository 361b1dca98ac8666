import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "../../server/access/passwords.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, type OpenPage, openPage } from "../support/browser.ts";
import { addMember, createMilestone, createProject, createUser } from "../support/factories.ts";
import { type Listening, listen } from "../support/listen.ts";

const EMAIL = "jana@kraj.test";
const PASSWORD = "ukazka-osnova-2026";
/** More presses than any page needs; a trap of the focus ends here. */
const MOST_PRESSES = 80;

/** What has the focus: its name as read out, whether it is drawn, and whether its ring is. */
interface Focus {
  name: string;
  isShown: boolean;
  hasRing: boolean;
  isInContent: boolean;
  /** In pixels of the page, however far it is scrolled. */
  top: number;
  left: number;
}

describe("the work with the keyboard alone", () => {
  let house: TestApp;
  let served: Listening;
  let browser: Browser;
  let opened: OpenPage;
  let page: Page;
  let projectId: number;

  beforeAll(async () => {
    house = await openTestApp("sqlite", { at: "2026-03-02T07:30:00Z" });
    served = await listen(house.app);
    browser = await launchBrowser();
    const password_hash = await hashPassword(PASSWORD);
    const userId = await createUser(house.db, { name: "Jana Nová", email: EMAIL, password_hash });
    projectId = await createProject(house.db, { short_name: "Pečující" });
    await addMember(house.db, { projectId, userId });
    await createMilestone(house.db, projectId, { title: "Vybrat lektory", due_on: "2026-03-05" });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await house?.close();
  });

  beforeEach(async () => {
    opened = await openPage(browser, { baseUrl: served.baseUrl });
    page = opened.page;
    // A page that glides to the focus would be measured on its way.
    await page.emulateMedia({ reducedMotion: "reduce" });
  });
  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    await opened.close();
  });

  test("one signs in, opens a project, writes in its log and completes a milestone", async () => {
    await signIn();
    await goTo("Projekty");
    await page.waitForURL("**/projects");
    await goTo("Pečující");
    await page.waitForURL(`**/projects/${projectId}`);

    await goTo("Deník projektu");
    await page.waitForURL("**/progress");
    await goTo("Zapsat do deníku");
    await tabTo("Co se udělalo");
    await page.keyboard.type("Oslovili jsme šest obcí.");
    await page.keyboard.press("Control+Enter");
    await page.getByText("Zapsáno do deníku.").waitFor();
    await page.waitForLoadState();

    await goTo("Milníky");
    await page.waitForURL("**/milestones");
    await goTo("Vybrat lektory");
    await page.waitForURL(/milestones\/\d+$/);
    await goTo("Splnit");
    await page.waitForURL("**/completion/new");
    await tabTo("Splněno dne");
    await goTo("Splnit");
    await page.waitForURL(/milestones\/\d+$/);
    await page.getByRole("heading", { name: "Vybrat lektory", level: 1 }).waitFor();
    expect(await page.getByRole("main").innerText()).toContain("splněno");
  });

  test("the first key leads past the menu to the content", async () => {
    await signIn();
    await page.goto("/projects");
    expect(await tab()).toMatchObject({ name: "Přejít na obsah", isShown: true, hasRing: true });
    await page.keyboard.press("Enter");
    const next = await tab();
    expect(await page.getByRole("main").locator(":focus").count(), next.name).toBe(1);
  });

  test("the focus is always seen and goes as one reads", async () => {
    await signIn();
    for (const path of ["", "/milestones", "/progress/new", "/milestones/new"]) {
      await page.goto(`/projects/${projectId}${path}`);
      const order = await walk();
      expect(order.length, path).toBeGreaterThan(15);
      expect(
        order.filter(({ isShown, hasRing }) => !isShown || !hasRing),
        path,
      ).toEqual([]);
      expect(climbs(order), path).toEqual([]);
    }
  });

  test("a menu opens by Enter and closes by Escape, back where it was opened", async () => {
    await signIn();
    await goTo("Účet: Jana Nová");
    expect(await page.getByRole("link", { name: "Profil a nastavení" }).isVisible()).toBe(true);
    expect((await tab()).name).toBe("Profil a nastavení");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("link", { name: "Profil a nastavení" }).isVisible()).toBe(false);
    expect((await focused()).name).toBe("Účet: Jana Nová");
  });

  test("the keys list themselves and go away by Escape", async () => {
    await signIn();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Klávesové zkratky" });
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain("Co mě čeká");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.keyboard.type("ga");
    await page.waitForURL("**/agenda");
  });

  test("on a phone the menu lies over the page and goes away by Escape", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await signIn();
    await goTo("Nabídka");
    expect(await page.getByRole("link", { name: "Co mě čeká" }).isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("link", { name: "Co mě čeká" }).isVisible()).toBe(false);
    expect((await focused()).name).toBe("Nabídka");

    await page.keyboard.press("Enter");
    await goTo("Projekty");
    await page.waitForURL("**/projects");
    expect(await page.getByRole("link", { name: "Co mě čeká" }).isVisible()).toBe(false);
  });

  async function signIn(): Promise<void> {
    await page.goto("/sign-in");
    await tabTo("E-mail");
    await page.keyboard.type(EMAIL);
    await tabTo("Heslo");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === "/");
  }

  async function goTo(name: string): Promise<void> {
    await tabTo(name);
    await page.keyboard.press("Enter");
  }

  async function tabTo(name: string): Promise<void> {
    const met = [];
    if ((await focused()).name === name) return;
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      const focus = await tab();
      if (focus.name === name) return;
      met.push(focus.name);
    }
    throw new Error(`No key leads to "${name}" but to ${met.join(", ")}`);
  }

  /** All stops of a page, until the focus leaves it or comes round. */
  async function walk(): Promise<Focus[]> {
    const stops: Focus[] = [];
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      const focus = await tab();
      if (focus.name === "" || focus.name === stops[0]?.name) break;
      stops.push(focus);
    }
    // Day, month, year and calendar are stops within one field, which the browser itself marks.
    return stops.filter(({ name, top }, place) => {
      const before = stops[place - 1];
      return name !== before?.name || top !== before.top;
    });
  }

  /** Stops of the content that lie above the one before, though in the same column. */
  function climbs(order: Focus[]): string[] {
    const content = order.slice(order.findIndex(({ isInContent }) => isInContent));
    const pairs = content.slice(1).map((focus, place) => [content[place], focus] as const);
    return pairs
      .filter(([from, to]) => from && to.top < from.top - 4 && to.left <= from.left)
      .map(([from, to]) => `${from?.name} → ${to.name}`);
  }

  async function tab(): Promise<Focus> {
    await page.keyboard.press("Tab");
    return focused();
  }

  /** A script of the page: what is focused, named as a screen reader would in the simple cases of ours. */
  function focused(): Promise<Focus> {
    return page.evaluate(`new Promise((painted) => requestAnimationFrame(painted)).then(() => {
      const element = document.activeElement;
      if (!element || element === document.body) {
        return { name: "", isShown: false, hasRing: false, isInContent: false, top: 0, left: 0 };
      }
      const label = element.labels?.[0]?.cloneNode(true);
      for (const mark of label?.querySelectorAll("[aria-hidden], .visually-hidden") ?? []) mark.remove();
      const text = element.matches("summary") ? element.querySelector(".visually-hidden") ?? element : element;
      const name = element.getAttribute("aria-label") ?? label?.textContent ?? text.textContent;
      const { top, left, bottom, right, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const isShown = width > 1 && height > 1 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      const hasRing = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      return { name: name.replace(/\\s+/g, " ").trim(), isShown, hasRing,
        isInContent: Boolean(element.closest("main")), top: top + scrollY, left };
    })`) as Promise<Focus>;
  }
});
