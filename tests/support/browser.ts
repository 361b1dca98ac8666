import { existsSync } from "node:fs";
import axe from "axe-core";
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
} from "playwright-core";
import { unpackedChromium } from "./chromium.ts";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Nothing that weakens the page's own security; root (a container) cannot have the sandbox. */
const SWITCHES = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-pings",
];

/**
 * A real Chromium: the one in CHROME_PATH, else an installed one, else the one that npm brought.
 * Throws an error that says what to install where there is none: no browser test is left out.
 */
export async function launchBrowser(): Promise<Browser> {
  const { path, env = {} } = await findBrowser();
  return chromium.launch({
    executablePath: path,
    args: SWITCHES,
    env: { ...(process.env as Record<string, string>), ...env },
  });
}

async function findBrowser(): Promise<{ path: string; env?: Record<string, string> }> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return { path: chosen };
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return { path: installed };
  if (process.platform === "linux" && process.arch === "x64") return unpackedChromium();
  throw new Error(
    "The browser tests need Chromium or Chrome: install it, or put the path of one into CHROME_PATH.",
  );
}

export interface PageOptions {
  /** Where the app answers, without a slash at the end. */
  baseUrl: string;
  /** Width of the window in CSS pixels; a phone is 360. */
  width?: number;
  theme?: "light" | "dark";
  language?: "cs" | "en";
  javaScript?: boolean;
}

export interface OpenPage {
  page: Page;
  context: BrowserContext;
  /** What the browser complained about so far: console errors, exceptions, failed or foreign requests. */
  complaints: string[];
  close(): Promise<void>;
}

/** A page in a context (cookies) of its own. Relative addresses lead to `baseUrl`. */
export async function openPage(browser: Browser, options: PageOptions): Promise<OpenPage> {
  const { baseUrl, width = 1280, theme = "light", language = "cs", javaScript = true } = options;
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width, height: width < 600 ? 740 : 900 },
    colorScheme: theme,
    locale: language === "cs" ? "cs-CZ" : "en-GB",
    timezoneId: "Europe/Prague",
    javaScriptEnabled: javaScript,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  collectComplaints(page, baseUrl, complaints);
  if (language !== "cs") await page.goto(`/sign-in?lang=${language}`);
  return { page, context, complaints, close: () => context.close() };
}

function collectComplaints(page: Page, baseUrl: string, complaints: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A page left before all of it came, or an answer taken as a download, is no fault.
    if (reason !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${reason}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(`${baseUrl}/`)) {
      complaints.push(`${page.url()}: asks elsewhere for ${url}`);
    }
  });
}

/** Signs in as a person of the demonstration; throws when the sign-in page comes back. */
export async function signInAs(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('form:has(input[name="password"]) [type="submit"]').click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

const debuggers = new WeakMap<Page, CDPSession>();

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One line for each element that axe objects to; an accessible page gives none. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Through the debugger: a script element would be refused by the page's own policy. Asked of it directly, the
  // browser keeps what it has compiled of so long a text from page to page.
  const debugging = debuggers.get(page) ?? (await page.context().newCDPSession(page));
  debuggers.set(page, debugging);
  await debugging.send("Runtime.evaluate", { expression: axe.source });
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: AxeInPage };
    const { violations } = await axe.run({ runOnly: tags, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id} (${help}): ${node.target.join(" ")} ${node.html.slice(0, 120)}`),
    );
  }, WCAG_22_AA);
}

interface AxeInPage {
  run(options: { runOnly: string[]; resultTypes: string[] }): Promise<{
    violations: { id: string; help: string; nodes: { target: string[]; html: string }[] }[];
  }>;
}

/** By how many pixels the page is wider than its window; 0 when there is nothing to scroll sideways. */
export async function sideScroll(page: Page): Promise<number> {
  return page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  ) as Promise<number>;
}
