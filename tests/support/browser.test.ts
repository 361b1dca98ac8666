import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, launchBrowser, openPage, sideScroll } from "./browser.ts";
import { type Listening, listen } from "./listen.ts";

const page = (
  body: string,
  style = "",
) => `<!doctype html><html lang="cs"><head><title>Zkouška</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${style}</head>
<body><main><h1>Zkouška</h1>${body}</main></body></html>`;

const PAGES: Record<string, string> = {
  "/good": page("<p>V pořádku.</p>"),
  "/unlabelled": page('<input name="date">'),
  "/wide": page('<svg width="900" height="10" aria-hidden="true"></svg>'),
  "/inline": page("<script>document.title = 'spustilo se'</script>"),
  "/elsewhere": page('<img alt="" src="http://127.0.0.2:9/logo.svg">'),
  "/sign-in": page("<p>Language remembered.</p>"),
};

let server: Listening;
let browser: Browser;
let baseUrl: string;

beforeAll(async () => {
  server = await listen((request, response) => {
    const html = PAGES[new URL(request.url ?? "/", "http://localhost").pathname];
    const policy = "default-src 'self'; img-src * data:; object-src 'none'";
    response.writeHead(html ? 200 : 404, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
    });
    response.end(html);
  });
  baseUrl = server.baseUrl;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test("nothing is held against a good page", async () => {
  const { page, complaints, close } = await openPage(browser, { baseUrl, width: 360 });
  await page.goto("/good");
  expect(await axeViolations(page)).toEqual([]);
  expect(await sideScroll(page)).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test("axe finds a field without a label, on a page that forbids foreign scripts", async () => {
  const { page, close } = await openPage(browser, { baseUrl });
  await page.goto("/unlabelled");
  expect(await axeViolations(page)).toEqual([expect.stringMatching(/^label .*name="date"/)]);
  await close();
});

test("a page wider than a phone is noticed", async () => {
  const { page, close } = await openPage(browser, { baseUrl, width: 360 });
  await page.goto("/wide");
  expect(await sideScroll(page)).toBeGreaterThan(500);
  await close();
});

test("an inline script, a missing page and an asset from elsewhere are complained about", async () => {
  const { page, complaints, close } = await openPage(browser, { baseUrl });
  await page.goto("/inline");
  expect(complaints.splice(0)).toEqual([expect.stringMatching(/Content Security Policy/)]);
  expect(await page.title()).toBe("Zkouška");
  await page.goto("/missing");
  expect(complaints.splice(0)).toEqual([expect.stringMatching(/404/)]);
  await page.goto("/elsewhere");
  expect(complaints).toContainEqual(expect.stringMatching(/asks elsewhere for .*logo\.svg/));
  await close();
});

test("the theme, the language and the width reach the page", async () => {
  const options = { baseUrl, width: 360, theme: "dark", language: "en" } as const;
  const { page, close } = await openPage(browser, options);
  await page.goto("/good");
  const seen = await page.evaluate(
    "[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, navigator.language]",
  );
  expect(seen).toEqual([360, true, "en-GB"]);
  await close();
});
