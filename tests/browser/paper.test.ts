import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, type OpenPage, openPage, signInAs } from "../support/browser.ts";
import { DEMO_PASSWORD, type Demonstration, startDemonstration } from "../support/demonstration.ts";

describe("what people take to a meeting", () => {
  let demo: Demonstration;
  let browser: Browser;
  let opened: OpenPage;
  let example: string;

  beforeAll(async () => {
    demo = await startDemonstration();
    browser = await launchBrowser();
    opened = await openPage(browser, { baseUrl: demo.baseUrl });
    await signInAs(opened.page, "manager@osnova.test", DEMO_PASSWORD);
    await opened.page.goto("/projects");
    example =
      (await opened.page.locator("th a", { hasText: "Ukázka" }).first().getAttribute("href")) ?? "";
  }, 120_000);

  afterAll(async () => {
    await opened?.close();
    await browser?.close();
    await demo?.stop();
  });

  test("the state of a project is one sheet of A4, with the co-funding line", async () => {
    await opened.page.goto(`${example}/today`);
    expect(await sheetsOf(opened.page)).toBe(1);
  });

  test("the timeline prints drawings alone, none of its sheets a title or a line without them", async () => {
    await opened.page.goto(`${example}/timeline`);
    const drawings = await opened.page.locator("svg.timeline--print").count();
    expect(await sheetsOf(opened.page)).toBe(drawings);
  });

  test("no figure of a month's summary lies over its neighbour", async () => {
    const month = "a[href^='/summaries/20']";
    await opened.page.goto("/summaries");
    await opened.page.goto((await opened.page.locator(month).first().getAttribute("href")) ?? "");
    await opened.page.setViewportSize({ width: 688, height: 900 });
    await opened.page.emulateMedia({ media: "print" });
    const cells = opened.page.locator(".summary > tbody > tr > td");
    const spilt = await cells.evaluateAll(
      (all: { scrollWidth: number; clientWidth: number; textContent: string }[]) =>
        all.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
    );
    expect(await cells.count()).toBeGreaterThan(0);
    expect(spilt).toEqual([]);
  });
});

async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, format: "A4" });
  return pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
}
