import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "../../server/access/passwords.ts";
import { paths } from "../../server/paths.ts";
import { textsFor } from "../../server/texts/index.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import { launchBrowser, type OpenPage, openPage, signInAs } from "../support/browser.ts";
import {
  addMember,
  createActivity,
  createIndicator,
  createPeriod,
  createProject,
  createUser,
} from "../support/factories.ts";
import { type Listening, listen } from "../support/listen.ts";
import { createPublicPage } from "../support/public-page-factories.ts";
import { createLogEntry } from "../support/report-draft-factories.ts";

const EMAIL = "reader@region.test";
const PASSWORD = "a secret long enough for Osnova";
const CZECH_LETTERS = /[\p{L}]*[ěščřžýáíéúůťďňó][\p{L}]*/giu;
const MONTH = "2026-01";
const czech = leavesOf(textsFor("cs"));
const english = new Set(leavesOf(textsFor("en")));
/** Whole lines that only Czech pages have, also those without a diacritic. */
const czechLines = new Set(czech.filter((line) => !english.has(line)));
const { form, steps } = textsFor("en").reports;

/** A project that holds not one Czech word: whatever Czech is read on its pages is ours. */
describe("reports, months and the public page in English", () => {
  let house: TestApp;
  let served: Listening;
  let browser: Browser;
  let opened: OpenPage;
  let page: Page;
  let projectId: number;
  let faults: string[];

  beforeAll(async () => {
    house = await openTestApp("sqlite", { at: "2026-02-02T08:00:00Z" });
    projectId = await furnish(house);
    served = await listen(house.app);
    browser = await launchBrowser();
    opened = await openPage(browser, { baseUrl: served.baseUrl, language: "en" });
    page = opened.page;
    await signInAs(page, EMAIL, PASSWORD);
    faults = [];
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await house?.close();
  });

  test("a report is drafted, checked, handed in, returned, answered and accepted", async () => {
    await look(paths.reports(projectId));
    await look(paths.newReport(projectId));
    await page.getByLabel(form.language).selectOption({ label: form.languages.en });
    await send(form.submit);
    const report = new URL(page.url()).pathname;
    await page.getByRole("heading", { name: "Implementation report no. 1" }).waitFor();
    const sheets = page.locator(`main table a[href^="${report}/"]`);
    const hrefs = await sheets.evaluateAll((links) => links.map((a) => a.getAttribute("href")));
    expect(hrefs.length).toBeGreaterThan(12);
    for (const path of hrefs) await look(path ?? "");
    for (const noun of ["copy", "drafts", "whole", "edit"]) await look(`${report}/${noun}`);

    const round = ["check", "approval", "submission"] as const;
    for (const step of [...round, "return", ...round, "acceptance"] as const) {
      await look(`${report}/${step}/new`);
      await fillStep();
      await send(steps[step].submit);
      await look(report);
    }
    await look(`${report}/submissions/1`);
    await look(`${report}/reopening/new`);
    await look(paths.reports(projectId));
    expect(faults).toEqual([]);
    expect(opened.complaints).toEqual([]);
  }, 120_000);

  test("months are closed, and summaries and duties are read", async () => {
    faults = [];
    await look(paths.months(projectId));
    await look(paths.month(projectId, MONTH));
    await look(paths.newMonthClosing(projectId, MONTH));
    await look(paths.summaryMissing(MONTH));
    await look(paths.newSummaryClosing(MONTH));
    await send(textsFor("en").monthClosing.portfolio.closing.submit);
    await look(paths.month(projectId, MONTH));
    await look(`${paths.month(projectId, MONTH)}?version=1`);
    await look(paths.newMonthReopening(projectId, MONTH));
    await look(paths.summary(MONTH));
    await look(paths.summarySheets(MONTH));
    await look(paths.summaryYear("2026"));
    for (const noun of ["duties", "risks", "controls", "resolutions", "outputs", "documents"])
      await look(`/projects/${projectId}/${noun}`);
    expect(faults).toEqual([]);
    expect(opened.complaints).toEqual([]);
  }, 120_000);

  test("the public page speaks English to whoever asks for it", async () => {
    faults = [];
    await look(paths.publicPage(projectId));
    await look(paths.editPublicPage(projectId));
    await look(paths.previewPublicPage(projectId));
    await page.goto(paths.publicPage(projectId));
    await send(textsFor("en").publicPages.publish);
    await look(paths.publicPage(projectId));
    const outside = await openPage(browser, { baseUrl: served.baseUrl, language: "en" });
    await outside.page.goto("/public/carers");
    await outside.page.getByRole("heading", { name: "Carers at home", level: 1 }).waitFor();
    faults.push(...(await czechOn(outside.page)));
    expect(faults).toEqual([]);
    expect(outside.complaints).toEqual([]);
  }, 60_000);

  async function look(path: string): Promise<void> {
    const answer = await page.goto(path);
    if (answer?.status() !== 200) faults.push(`${path}: ${answer?.status()}`);
    for (const word of await czechOn(page)) faults.push(`${path}: ${word}`);
  }

  /** What a step cannot do without. */
  async function fillStep(): Promise<void> {
    const main = page.getByRole("main");
    await main.locator("textarea").fill("Two numbers to add.");
    for (const box of await main.getByRole("checkbox").all()) await box.check();
  }

  async function send(label: string): Promise<void> {
    const button = page.getByRole("main").getByRole("button", { name: label, exact: true });
    await Promise.all([page.waitForEvent("load"), button.first().click()]);
  }
});

/** Czech that is read on the page or told to those who listen. */
async function czechOn(page: Page): Promise<string[]> {
  const text = await page.getByRole("main").innerText();
  const told = await page
    .locator("main [aria-label], main [placeholder], main [title]")
    .evaluateAll((found) =>
      found.flatMap((element) =>
        ["aria-label", "placeholder", "title"].map((name) => element.getAttribute(name) ?? ""),
      ),
    );
  const lines = [await page.title(), ...text.split("\n"), ...told].map((line) => line.trim());
  const whole = lines.filter((line) => czechLines.has(line));
  return [...whole, ...(lines.join("\n").match(CZECH_LETTERS) ?? [])];
}

function leavesOf(texts: unknown): string[] {
  if (typeof texts === "string") return [texts];
  if (typeof texts !== "object" || texts === null) return [];
  return Object.values(texts).flatMap(leavesOf);
}

async function furnish({ db }: TestApp): Promise<number> {
  const password_hash = await hashPassword(PASSWORD);
  const userId = await createUser(db, {
    ...{ name: "Jane Reader", email: EMAIL, email_folded: EMAIL, password_hash },
    ...{ language: "en", is_management: true },
  });
  const projectId = await createProject(db, {
    ...{ title: "Carers at home", short_name: "Carers", programme: "ESF" },
    ...{ starts_on: "2025-07-01", ends_on: "2026-12-31", total_halere: 100_000_000 },
  });
  await addMember(db, { projectId, userId });
  const activityId = await createActivity(db, projectId, {
    ...{ number: "1", title: "Courses", state: "running" },
  });
  const spans = [
    ["2025-07-01", "2025-12-31"],
    ["2026-01-01", "2026-06-30"],
  ];
  for (const [at, [starts_on, ends_on]] of spans.entries())
    await createPeriod(db, projectId, { number: at + 1, starts_on, ends_on });
  await createIndicator(db, projectId, { name: "Round tables", unit: "events" });
  for (const happened_on of ["2025-11-05", "2026-01-14"])
    await createLogEntry(db, projectId, {
      ...{ happened_on, body: "Two courses for carers." },
      activityIds: [activityId],
    });
  await createPublicPage(db, projectId, {
    ...{ slug: "carers", funding_sentence: "Co-funded by the European Union." },
    ...{ contact_function: "Project officer", contact_office: "Regional office" },
  });
  return projectId;
}
