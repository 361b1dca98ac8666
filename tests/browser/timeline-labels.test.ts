import { readFileSync } from "node:fs";
import ejs from "ejs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ChartInput } from "../../server/features/timelines/drawing/chart-input.ts";
import {
  drawFile,
  drawRenditions,
  type Paper,
} from "../../server/features/timelines/drawing/renditions.ts";
import { standaloneFile } from "../../server/features/timelines/drawing/standalone-style.ts";
import { mentalHealthChart } from "../server/features/timelines/mental-health-chart.ts";
import { axeViolations, launchBrowser } from "../support/browser.ts";
import { interFaces } from "../support/inter-faces.ts";

const CSS = readFileSync("public/css/timeline.css", "utf8");
const HEADING = "Podpora procesů v rámci reformy péče o duševní zdraví v Libereckém kraji";
const FIVE_YEARS = { from: "2022-01-01", to: "2026-12-31" };

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

interface Shown {
  width: number;
  media?: "screen" | "print";
  theme?: "light" | "dark";
  paper?: Paper;
}

async function open(
  input: ChartInput,
  { width, media = "screen", theme = "light", paper = "a4" }: Shown,
) {
  const timeline = drawRenditions(input, HEADING, paper);
  const body = await ejs.renderFile(
    "views/timelines/_renditions.ejs",
    { timeline },
    { _with: false },
  );
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ media, colorScheme: theme });
  await page.setContent(`<!doctype html><html lang="cs"><head><title>Harmonogram</title><style>${interFaces()}
    :root { color-scheme: ${theme}; } body { margin: 0 8px; background: light-dark(#fff, #1b1e25); }
    @media print { h1 { display: none; } } a { color: blue; text-decoration: underline; } ${CSS}</style></head>
    <body><main><h1>Harmonogram</h1>${body}</main></body></html>`);
  await page.evaluate("document.fonts.ready");
}

interface MeasuredText {
  drawing: number;
  name: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Texts of the drawings that are shown, as the browser has laid them out. */
function measuredTexts(): Promise<{ areas: MeasuredText[]; texts: MeasuredText[] }> {
  return page.evaluate(`(() => {
    const place = (element, drawing) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { drawing, name: element.textContent, left, right, top, bottom };
    };
    const drawings = [...document.querySelectorAll("svg")].filter((svg) => svg.getBoundingClientRect().width > 0);
    return {
      areas: drawings.map(place),
      texts: drawings.flatMap((svg, index) => [...svg.querySelectorAll("text")].map((text) => place(text, index))),
    };
  })()`);
}

/** What is wrong with them; texts may share `height` px from top to bottom. */
async function labelFaults(height = 0.01): Promise<string[]> {
  const { areas, texts } = await measuredTexts();
  const faults = texts.length < 80 ? ["hardly any text"] : [];
  for (const [index, text] of texts.entries()) {
    const area = areas[text.drawing];
    if (!area || !isInside(text, area)) faults.push(`${text.name} is outside`);
    const over = texts.slice(index + 1).filter((other) => overlap(text, other, height));
    faults.push(...over.map((other) => `${text.name} × ${other.name}`));
  }
  return faults;
}

function isInside(text: MeasuredText, area: MeasuredText): boolean {
  const across = text.left >= area.left && text.right <= area.right;
  return across && text.top >= area.top && text.bottom <= area.bottom;
}

function overlap(a: MeasuredText, b: MeasuredText, height: number): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return a.drawing === b.drawing && across > 0.01 && down > height;
}

function shownDrawings(): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll(".timeline")]
    .filter((drawing) => drawing.getBoundingClientRect().width > 0)
    .map((drawing) => drawing.getAttribute("class").replace("timeline timeline--", ""))`);
}

const SPANS = {
  "the whole project": {},
  "five years": { span: FIVE_YEARS },
  "one year": { span: { from: "2025-01-01", to: "2025-12-31" } },
  "one quarter": { span: { from: "2024-10-01", to: "2024-12-31" } },
  "one month": { span: { from: "2025-02-01", to: "2025-02-28" } },
};

describe.each(Object.entries(SPANS))("18 activities and 40 pins over %s", (_, differences) => {
  test.each([
    ["on a phone", { width: 360 }, ["narrow"]],
    ["on a tablet", { width: 768 }, ["wide"]],
    ["on a screen", { width: 1200 }, ["wide"]],
    ["on a large screen", { width: 1600 }, ["wide"]],
  ] as const)("show no overlapping label %s", async (_, shown, drawings) => {
    await open(mentalHealthChart(differences), shown);
    expect(await shownDrawings()).toEqual(drawings);
    expect(await labelFaults()).toEqual([]);
  });

  test.each(["a4", "a3"] as const)("show no overlapping label on %s", async (paper) => {
    await open(mentalHealthChart(differences), { width: 1047, media: "print", paper });
    expect(new Set(await shownDrawings())).toEqual(new Set(["print"]));
    expect(await labelFaults()).toEqual([]);
  });
});

test("the whole project fills two sheets of A4 on their side", async () => {
  await open(mentalHealthChart(), { width: 1200, media: "print" });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = pdf.toString("latin1");
  expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  const [, width = 0, height = 0] = /MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)/.exec(text) ?? [];
  expect([Number(width), Number(height)].map(Math.round)).toEqual([842, 595]);
});

test("a portfolio of 60 projects shows no overlapping label", async () => {
  const { rows, pins } = mentalHealthChart();
  const projects = Array.from({ length: 60 }, (_, index) => ({
    ...(rows[index % rows.length] as (typeof rows)[number]),
    key: `project ${index}`,
    level: 0 as const,
  }));
  const dated = projects.flatMap(({ key }, index) =>
    pins.slice(index % 30, (index % 30) + 10).map((pin) => ({ ...pin, rowKey: key })),
  );
  const input = mentalHealthChart({ rows: projects, pins: dated, rowPins: "marks", periods: [] });
  for (const width of [360, 1200]) {
    await open(input, { width });
    expect(await labelFaults()).toEqual([]);
  }
});

test.each(["light", "dark"] as const)("axe finds nothing in the %s theme", async (theme) => {
  for (const width of [360, 1200]) {
    await open(mentalHealthChart(), { width, theme });
    expect(await axeViolations(page)).toEqual([]);
  }
});

test("the keyboard goes from row to row and pin to pin, and one sees where it is", async () => {
  const input = mentalHealthChart({ rows: mentalHealthChart().rows.slice(0, 2) });
  await open(
    { ...input, pins: input.pins.filter(({ rowKey }) => rowKey === "KA1 a") },
    { width: 1200 },
  );
  const visited: string[] = [];
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press("Tab");
    visited.push(await page.evaluate("document.activeElement.getAttribute('href')"));
    const ring = "getComputedStyle(document.activeElement.querySelector('.timeline__hit')).stroke";
    expect(await page.evaluate(ring)).toBe("rgb(47, 63, 158)");
  }
  expect(visited).toEqual(["#row-KA1", "#row-KA1-a", "#pin-17", "#pin-18", "#pin-19"]);
});

test("a bar and a pin are links whose names say everything", async () => {
  await open(mentalHealthChart(), { width: 1200 });
  const names = [
    /^KA4 a Vznik audiovizuálních výstupů.*28\. 2\. 2025, hotovo 40 %$/,
    /^3\. žádost o platbu, 31\. 5\. 2024$/,
  ];
  for (const name of names) expect(await page.getByRole("link", { name }).count()).toBe(1);
});

test("saved as a file, the drawing keeps its labels apart where its font is missing", async () => {
  const chart = drawFile(mentalHealthChart(), HEADING);
  const model = { chart, rendition: "file" };
  const drawing = await ejs.renderFile("views/timelines/_chart.ejs", model, { _with: false });
  const svg = standaloneFile(drawing, CSS);
  await page.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
  expect(await page.evaluate("document.querySelector('parsererror')")).toBeNull();
  const root = await page.evaluate("document.documentElement.namespaceURI");
  expect(root).toBe("http://www.w3.org/2000/svg");
  const bar = "getComputedStyle(document.querySelector('.timeline__bar--late')).fill";
  expect(await page.evaluate(bar)).toBe("rgb(252, 233, 231)");
  // Lines of another font may be higher than those of Inter; its letters are not.
  expect(await labelFaults(3)).toEqual([]);
});
