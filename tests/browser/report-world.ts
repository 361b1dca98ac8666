import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { demoPassword } from "../../db/seeds/demo/people.ts";
import { buildDemonstration } from "../../server/features/demonstrations/service.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import {
  axeViolations,
  type OpenPage,
  openPage,
  type PageOptions,
  sideScroll,
  signInAs,
} from "../support/browser.ts";
import { type Listening, listen } from "../support/listen.ts";

/** What the example is called in lists and menus. */
export const EXAMPLE = "Ukázka – Duševní zdraví";

export interface ExampleHouse extends Listening {
  app: TestApp;
  projectId: number;
}

/** The demonstration as it stands at an instant, behind a clock that the test moves. */
export async function openExampleHouse(at: string): Promise<ExampleHouse> {
  const limits = { writesPerMinute: 10_000, readsPerMinute: 10_000, anonymousPerMinute: 10_000 };
  const app = await openTestApp("sqlite", { at, config: { limits } });
  await buildDemonstration(app);
  const example = await app.db("projects").where({ short_name: EXAMPLE }).first("id");
  const served = await listen(app.app);
  const close = async () => {
    await served.close();
    await app.close();
  };
  return { app, baseUrl: served.baseUrl, projectId: example.id, close };
}

/** Chromium writes each answer of 4xx to its console; a refused form is one. */
const REFUSED_FORM = /status of 422/;

/** What one person sees and does; each way to another page ends with a look whether it is in order. */
export interface Desk {
  page: Page;
  main(): Locator;
  field(name: string): Locator;
  row(name: string | RegExp): Locator;
  /** The page at hand: no complaint, no scrolling sideways, and (with scripts) nothing that axe objects to. */
  inOrder(): Promise<void>;
  title(name: string): Promise<void>;
  open(path: string, title: string): Promise<void>;
  follow(link: string | RegExp, title: string): Promise<void>;
  /** Sends a form. */
  press(button: string, title: string): Promise<void>;
  /** A link of the menu at the head of the page. */
  fromMenu(link: string): Promise<void>;
  /** Another section of the example, by the menu of the application. */
  section(name: string, title?: string): Promise<void>;
  text(): Promise<string>;
  leave(): Promise<void>;
}

/** Sits down as one of the people of the demonstration. */
export async function sitDown(
  browser: Browser,
  email: string,
  options: PageOptions & { project?: string },
): Promise<Desk> {
  const opened = await openPage(browser, options);
  await signInAs(opened.page, email, demoPassword);
  return deskAt(opened, options);
}

export function deskAt(
  { page, complaints, close }: OpenPage,
  { javaScript = true, project = EXAMPLE }: { javaScript?: boolean; project?: string },
): Desk {
  const main = () => page.getByRole("main");
  const link = (name: string | RegExp) =>
    main()
      .getByRole("link", { name, exact: typeof name === "string" })
      .first();
  const inOrder = async () => {
    if (javaScript) expect(await axeViolations(page), page.url()).toEqual([]);
    expect(await sideScroll(page), page.url()).toBe(0);
    expect(complaints.filter((line) => !REFUSED_FORM.test(line))).toEqual([]);
  };
  const title = async (name: string) => {
    await page.getByRole("heading", { name, level: 1, exact: true }).waitFor();
    await page.waitForLoadState();
    await inOrder();
  };
  const go = async (where: Locator, name: string) => {
    await where.click();
    await title(name);
  };
  const fromMenu = async (name: string) => {
    await main().getByLabel("Další možnosti").click();
    await link(name).click();
  };
  return {
    page,
    main,
    row: (name) => main().getByRole("row", { name }).first(),
    field: (name) =>
      main()
        .getByRole("textbox", { name, exact: true })
        .or(main().getByRole("checkbox", { name, exact: true })),
    inOrder,
    title,
    open: async (path, name) => {
      await page.goto(path);
      await title(name);
    },
    follow: (name, heading) => go(link(name), heading),
    press: async (name, heading) => {
      const button = main().getByRole("button", { name, exact: true }).first();
      await Promise.all([page.waitForEvent("load"), button.click()]);
      await title(heading);
    },
    fromMenu,
    section: async (name, heading = name) => {
      const modules = page
        .getByRole("navigation", { name: "Hlavní nabídka" })
        .getByRole("group", { name: project });
      const wanted = modules.getByRole("link", { name, exact: true });
      if (!(await wanted.isVisible()))
        await modules.getByRole("group").filter({ hasText: name }).locator("summary").click();
      await go(wanted, heading);
    },
    text: async () => spaced(await main().innerText()),
    leave: close,
  };
}

/** An entry of the log on one activity, of today unless a day is given. */
export async function writeLog(
  desk: Desk,
  body: string,
  activity: string,
  day?: string,
): Promise<void> {
  await desk.section("Deník projektu");
  await desk.main().getByText("Zapsat do deníku").click();
  await desk.field("Co se udělalo").fill(body);
  await desk.main().getByRole("checkbox", { name: activity, exact: true }).check();
  if (day) await desk.field("Datum").fill(day);
  await desk.press("Zapsat", "Deník projektu");
}

export function spaced(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, " ");
}
