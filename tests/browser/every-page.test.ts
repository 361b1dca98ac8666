import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  axeViolations,
  launchBrowser,
  openPage,
  sideScroll,
  signInAs,
} from "../support/browser.ts";
import { DEMO_PASSWORD, type Demonstration, startDemonstration } from "../support/demonstration.ts";

// A letter as it will look is a document of its own in which no script runs, axe's neither.
/** Files of a plan are more than one person may have prepared at once; they are read back in tests of their own. */
const NOT_PAGES =
  /format=|\/sign-out|[?&]lang=|\.svg|\/brand\/|\/admin\/mail\/.+\/letter|\/plans\/\d+\/exports\/./;
/** Far above what there is: a crawl that stops before its end has not seen every page. */
const MOST_PAGES = 900;
/** Pages of money that a crawl has to come by of itself. */
const OF_MONEY =
  "budget budget/versions changes expenditures payment-requests drawdown funding staff exports".split(
    " ",
  );
/** The one project of the demonstration that has people, trainings and papers; told apart by its name. */
const EXAMPLE = /^Ukázk/;
/** Of these each one is looked at: what is offered on them depends on the state they are in. */
const OF_MANY_STATES =
  /^\/projects\/\d+\/(events|internships|bodies|campaigns|changes|payment-requests)\/\d+$/;
/** What a page shows when a text, a value or a plural is missing. */
const UNFINISHED = /undefined|\bnull\b|\bNaN\b|\[object |Invalid Date|%\{|\{\{/;

const readings = [
  { language: "cs", theme: "light", width: 1280 },
  { language: "en", theme: "dark", width: 360 },
] as const;

describe("every page of the demonstration", () => {
  let demo: Demonstration;
  let browser: Browser;

  beforeAll(async () => {
    demo = await startDemonstration();
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  for (const reading of readings) {
    for (const email of ["admin@osnova.test", "manager@osnova.test"]) {
      test(`is in order for ${email} in ${reading.language}, ${reading.theme}, ${reading.width} px`, async () => {
        const { baseUrl } = demo;
        const { page, complaints, close } = await openPage(browser, { baseUrl, ...reading });
        const faults = await axeViolations(await opened(page, "/sign-in"));
        await signInAs(page, email, DEMO_PASSWORD);
        await page.goto(`/?lang=${reading.language}`);
        const seen = await visitAll(page, faults);
        expect(faults).toEqual([]);
        expect(complaints).toEqual([]);
        expect(seen.size).toBeLessThan(MOST_PAGES);
        expect(OF_MONEY.filter((page) => !seen.has(`/projects/:id/${page}`))).toEqual([]);
        await close();
      }, 400_000);
    }
  }
});

/** Follows links from the overview on, one address of each kind, and gathers what is wrong on the way. */
async function visitAll(page: Page, faults: string[]): Promise<Set<string>> {
  const seen = new Set<string>();
  const example = await exampleOf(page);
  const waiting = ["/", example, `${example}/events?state=all`, "/projects/new", "/profile"];
  while (waiting.length > 0 && seen.size < MOST_PAGES) {
    // What the example has is looked at there, before another project shows the same page empty.
    const ofExample = waiting.findIndex((path) => path.startsWith(`${example}/`));
    const [path = "/"] = waiting.splice(Math.max(ofExample, 0), 1);
    if (seen.has(kindOf(path))) continue;
    seen.add(kindOf(path));
    const status = await statusOf(page, path);
    // A file that is prepared first shows how far it is; that page has tests of its own.
    if (status === "file" || status === 202) continue;
    if (status !== 200) faults.push(`${path}: ${status}`);
    else waiting.push(...(await lookAt(page, path, faults)));
  }
  return seen;
}

/** Opens the page; an address that gives a file shows nothing. */
async function statusOf(page: Page, path: string): Promise<number | "file"> {
  try {
    return (await page.goto(path))?.status() ?? 0;
  } catch (error) {
    if (String(error).includes("Download is starting")) return "file";
    throw error;
  }
}

async function exampleOf(page: Page): Promise<string> {
  await page.goto("/projects");
  const link = page.getByRole("main").getByRole("link", { name: EXAMPLE }).first();
  return (await link.getAttribute("href")) ?? "";
}

/** Faults of one page; returns where it leads. */
async function lookAt(page: Page, path: string, faults: string[]): Promise<string[]> {
  for (const violation of await axeViolations(page)) faults.push(`${path}: ${violation}`);
  const ids = await page.$$eval("[id]", (found) => found.map(({ id }) => id));
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  if (twice.length > 0) faults.push(`${path}: names two things "${twice.join(", ")}"`);
  const scroll = await sideScroll(page);
  if (scroll > 0) faults.push(`${path}: scrolls ${scroll} px sideways`);
  const text = await page.locator("main").innerText();
  const unfinished = UNFINISHED.exec(text);
  if (unfinished) faults.push(`${path}: shows "${unfinished[0]}"`);
  const links = await page.$$eval("a[href^='/']", (found) =>
    found.map((link) => link.getAttribute("href") ?? ""),
  );
  return links.filter((link) => !NOT_PAGES.test(link)).map((link) => link.split("#")[0] ?? link);
}

/** Addresses that differ only in numbers or in their query show the same kind of page. */
function kindOf(path: string): string {
  const address = path.split("?")[0] ?? path;
  if (OF_MANY_STATES.test(address)) return address;
  return address.replace(/\d{4}-\d\d/g, ":month").replace(/\/\d+/g, "/:id");
}

async function opened(page: Page, path: string): Promise<Page> {
  await page.goto(path);
  return page;
}
