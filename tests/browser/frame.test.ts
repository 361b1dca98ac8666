import express from "express";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { frame as texts } from "../../server/texts/cs/frame.ts";
import { loadAssets } from "../../server/web/assets.ts";
import { templates } from "../../server/web/templates.ts";
import {
  axeViolations,
  launchBrowser,
  type OpenPage,
  openPage,
  type PageOptions,
} from "../support/browser.ts";
import { type Listening, listen } from "../support/listen.ts";

const render = templates({ keep: true });
const assets = loadAssets();
const saved: string[] = [];
let isSignedIn = true;
let browser: Browser;
let server: Listening;
let opened: OpenPage | undefined;

const navigation = [
  { href: "/", label: "Můj přehled", icon: "home", isCurrent: true, shortcut: "g h" },
  { href: "/projects", label: "Projekty", icon: "folders", isCurrent: false, shortcut: "g p" },
];
const pageHeader = {
  title: "Zkouška",
  actions: { more: [{ href: "/projects", label: "Kopírovat" }] },
};
const filterBar = {
  action: "/",
  chips: [],
  fields: [
    {
      type: "select",
      name: "phase",
      label: "Fáze",
      value: "",
      isAutosubmit: true,
      options: [
        { value: "", label: "Všechny" },
        { value: "running", label: "V realizaci" },
      ],
    },
  ],
};
const note = { type: "textarea", name: "note", label: "Poznámka", value: "", maxLength: 20 };

function headerWithAction(label: unknown) {
  return { ...pageHeader, actions: { ...pageHeader.actions, primary: { href: "/save", label } } };
}

function show(query: Record<string, unknown>): string {
  const frame = {
    texts,
    language: "cs",
    theme: "auto",
    shortcuts: query.shortcuts !== "off",
    title: "Zkouška",
    assets: assets.url,
    viewer: { name: "Jana Nováková", initials: "JN", roleText: "projektová manažerka" },
    navigation,
    administration: [],
    project: null,
    breadcrumbs: [],
    flash: null,
    csrfToken: "token",
    languageSwitch: { href: "/?lang=en", label: "English", language: "en" },
    searchQuery: "",
    authority: { name: "Liberecký kraj", logoHref: null, stripHref: null },
    banners: [],
    sessionEndsIn: Number(query.endsIn ?? 1800),
  };
  const partial = (name: string, model: object) => render(`partials/${name}`, { frame, ...model });
  const body = [
    partial("page-header", {
      pageHeader: query.action ? headerWithAction(query.action) : pageHeader,
    }),
    partial("filter-bar", { filterBar }),
    '<form class="form" method="post" action="/save">',
    partial("field", { field: note }),
    partial("form-footer", { formFooter: { submit: "Uložit" } }),
    "</form>",
  ].join("");
  return render("layout", { frame, body });
}

beforeAll(async () => {
  const app = express();
  app.use((_req, res, next) => {
    const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;";
    res.set("Content-Security-Policy", `${policy} font-src 'self'; connect-src 'self'`);
    next();
  });
  app.use(assets.router);
  app.use(express.urlencoded({ extended: false }));
  app.get("/session", (_req, res) => {
    res
      .set("Session-Ends-In", "1800")
      .status(isSignedIn ? 204 : 401)
      .end();
  });
  app.post("/save", (req, res) => {
    saved.push(req.body.note);
    setTimeout(() => res.redirect(303, "/projects"), 300);
  });
  app.get(["/", "/projects"], (req, res) => void res.send(show(req.query)));
  server = await listen(app);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(async () => {
  const complaints = opened?.complaints ?? [];
  await opened?.close();
  opened = undefined;
  saved.length = 0;
  isSignedIn = true;
  expect(complaints.filter((line) => !line.includes("401"))).toEqual([]);
});

async function visit(path: string, options: Partial<PageOptions> = {}) {
  opened = await openPage(browser, { baseUrl: server.baseUrl, ...options });
  await opened.page.goto(path);
  return opened.page;
}

test("without JavaScript the page follows the system's theme and its menus open", async () => {
  const page = await visit("/", { javaScript: false, theme: "dark", width: 360 });
  const ground = await page.evaluate("getComputedStyle(document.body).backgroundColor");
  expect(ground).toBe("rgb(21, 23, 28)");

  await page.getByRole("button", { name: "Nabídka", exact: true }).click();
  expect(await page.getByRole("link", { name: "Projekty" }).isVisible()).toBe(true);
  await page.getByRole("button", { name: "Zavřít nabídku" }).click();
  await page.locator(".page-head summary").click();
  expect(await page.getByRole("link", { name: "Kopírovat" }).isVisible()).toBe(true);
});

test("a menu closes by Escape and gives the focus back", async () => {
  const page = await visit("/");
  await page.locator(".page-head summary").click();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  expect(await page.getByRole("link", { name: "Kopírovat" }).isVisible()).toBe(false);
  expect(await page.locator(".page-head summary:focus").count()).toBe(1);
});

test.each([
  ["/", 360],
  ["/?action=Nový", 360],
  ["/?action=Zapsat hodnoty za měsíc", 360],
  ["/?action=Nový", 640],
  ["/?action=Nový", 1360],
])("the menu of %s opens within a window of %i px", async (path, width) => {
  const page = await visit(path, { width });
  await page.locator(".page-head summary").click();
  const panel = await page.locator(".page-head .menu__panel").boundingBox();
  expect(panel?.x).toBeGreaterThanOrEqual(0);
  expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(width);
});

test("a second click on the button saves nothing more", async () => {
  const page = await visit("/");
  await page.getByLabel("Poznámka").fill("Kulatý stůl");
  const { x, y } = (await page.getByRole("button", { name: "Uložit" }).boundingBox()) ?? {
    x: 0,
    y: 0,
  };
  await page.mouse.click(x + 5, y + 5);
  // Chromium itself joins two quick clicks; an impatient second one comes while the first is being saved.
  await expect.poll(() => saved.length).toBe(1);
  await page.mouse.click(x + 5, y + 5);
  await page.waitForURL("**/projects");
  expect(saved).toEqual(["Kulatý stůl"]);

  await page.goBack();
  expect(await page.getByRole("button", { name: "Uložit" }).isEnabled()).toBe(true);
});

test("a long text says how much of it is used, and when it is too much", async () => {
  const page = await visit("/");
  const counter = page.locator("#note-counter");
  await page.getByLabel("Poznámka").fill("a\nb");
  expect(await counter.textContent()).toBe("Znaky: 4 / 20");
  await page.getByLabel("Poznámka").fill("x".repeat(21));
  expect(await counter.textContent()).toBe("Text je příliš dlouhý, znaky: 21 / 20");
});

test("a filter is applied as soon as it is chosen", async () => {
  const page = await visit("/");
  await page.getByLabel("Fáze").selectOption("running");
  await page.waitForURL("**/?phase=running");
});

test("keys list themselves, find the search, follow links and save", async () => {
  const page = await visit("/");
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Klávesové zkratky" });
  expect(await dialog.textContent()).toMatch(/g potom p\s*Projekty/);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");

  await page.keyboard.press("/");
  await page.keyboard.type("g p?");
  expect(await page.locator("#global-search").inputValue()).toBe("g p?");

  await page.getByLabel("Poznámka").fill("Schůzka");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL("**/projects");
  expect(saved).toEqual(["Schůzka"]);

  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await page.waitForURL((url) => url.pathname === "/");
});

test("somebody who switched the keys off has them off", async () => {
  const page = await visit("/?shortcuts=off");
  await page.keyboard.press("?");
  expect(await page.getByRole("dialog").count()).toBe(0);
});

test("a session about to end says so and can be prolonged in place", async () => {
  const page = await visit("/?endsIn=170");
  const warning = page.locator(".session-warning");
  expect(await warning.textContent()).toContain("Za 3 min vás systém kvůli nečinnosti odhlásí.");
  await page.getByLabel("Poznámka").fill("rozepsáno");
  await page.getByRole("link", { name: "Prodloužit přihlášení" }).click();
  await page.locator(".session-warning__box").waitFor({ state: "hidden" });
  expect(await page.getByLabel("Poznámka").inputValue()).toBe("rozepsáno");
});

test("a session that has ended elsewhere is told as ended", async () => {
  const page = await visit("/?endsIn=170");
  isSignedIn = false;
  await page.getByRole("link", { name: "Prodloužit přihlášení" }).click();
  await page.getByText(texts.session.ended).waitFor();
  expect(await page.getByRole("link", { name: "Prodloužit přihlášení" }).count()).toBe(0);
});

test("nobody is warned while there is time", async () => {
  const page = await visit("/");
  expect(await page.locator(".session-warning__box").isVisible()).toBe(false);
});
