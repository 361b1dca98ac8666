import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import {
  type Desk,
  type ExampleHouse,
  openExampleHouse,
  sitDown,
  writeLog,
} from "./report-world.ts";

const MANAGER = "manager@osnova.test";
const MANAGEMENT = "management@osnova.test";
const REPORT = "Zpráva o realizaci č. 2";
const INTERNSHIPS = "KA3 Stáže v terénních a komunitních týmech";
const LATE = "Náhradní stáž pro dvě pracovnice.";
const DONE = "Co se v období uskutečnilo";
const DEVIATIONS = "Odchylky, problémy, náprava a dopad na harmonogram";
const OWN_TEXT = "Stáže se konají později, hostitelské zařízení mělo karanténu.";
/** More presses than any page needs; a trap of the focus ends here. */
const MOST_PRESSES = 120;

/** The report that the authority returned, on the first day of December. */
describe("a report and a month by keyboard, and without scripts", () => {
  let house: ExampleHouse;
  let browser: Browser;
  let desk: Desk;
  let projectPath: string;

  beforeAll(async () => {
    house = await openExampleHouse("2026-11-25T08:00:00Z");
    house.app.clock.set("2026-12-01T08:00:00Z");
    projectPath = `/projects/${house.projectId}`;
    browser = await launchBrowser();
  }, 120_000);
  afterEach(() => desk?.leave());
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  test("what is logged late is taken into a returned report without scripts", async () => {
    await enter(MANAGER);
    await desk.open(`${projectPath}/progress`, "Deník projektu");
    await writeLog(desk, LATE, INTERNSHIPS, "2026-08-20");
    await openReport();
    await desk.follow("Porovnat", "Novější návrhy textů");
    await desk.press(`Převzít návrh: ${INTERNSHIPS}: ${DONE}`, "Novější návrhy textů");
    await openReport();
    await desk.follow(INTERNSHIPS, INTERNSHIPS);
    expect(await desk.field(DONE).inputValue()).toContain(LATE);
  }, 60_000);

  test("a returned report is mended without scripts, and copied from where it is read", async () => {
    await enter(MANAGER);
    await openReport();
    await desk.follow(INTERNSHIPS, INTERNSHIPS);
    await desk.field(DEVIATIONS).fill(OWN_TEXT);
    await desk.press("Uložit", INTERNSHIPS);
    expect(await desk.field(DEVIATIONS).inputValue()).toBe(OWN_TEXT);
    expect(await desk.text()).toContain(`${OWN_TEXT.length} z 2 000 znaků`);

    await desk.follow("Zpět na zprávu", REPORT);
    await desk.fromMenu("Kopírovat do IS KP21+");
    await desk.title("Kopírovat do IS KP21+");
    const copied = desk.main().getByRole("textbox", { name: DEVIATIONS });
    const fields = await copied.all();
    const texts = await Promise.all(fields.map((field) => field.inputValue()));
    expect(texts).toContain(OWN_TEXT);
    expect(
      await desk
        .main()
        .getByRole("button", { name: /^Kopírovat/ })
        .count(),
    ).toBe(0);
  }, 60_000);

  test("a month is closed without scripts, and its summary is waited for", async () => {
    await enter(MANAGER);
    await desk.open(`${projectPath}/months/2026-11`, "Listopad 2026");
    await desk.follow("Uzavřít měsíc", "Uzavření měsíce");
    await desk.press("Uzavřít měsíc", "Uzavření měsíce");
    await desk.main().getByRole("alert").waitFor();
    await desk.field("Uzavřít i s tím, co chybí").check();
    await desk.press("Uzavřít měsíc", "Listopad 2026");
    expect(await desk.text()).toContain("Uzavřeno 1. 12. 2026");
    await desk.leave();

    await enter(MANAGEMENT);
    await desk.open("/summaries/2026-11/closing/new", "Uzavření měsíce všech projektů");
    await desk.press("Uzavřít a rozeslat přehled", "Listopad 2026");
    const coming = desk.page.waitForEvent("download", { timeout: 90_000 });
    await desk.fromMenu("Stáhnout Excel");
    expect((await coming).suggestedFilename()).toBe("mesicni-prehled-2026-11.xlsx");
  }, 120_000);

  test("with scripts a field is copied by its button, which says so", async () => {
    await enter(MANAGER, true);
    await desk.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await openReport();
    await desk.fromMenu("Kopírovat do IS KP21+");
    await desk.title("Kopírovat do IS KP21+");
    const copy = desk
      .main()
      .getByRole("button", { name: `Kopírovat: ${INTERNSHIPS}: ${DEVIATIONS}` });
    await copy.click();
    await desk.main().getByRole("status").filter({ hasText: "Zkopírováno" }).waitFor();
    expect(await desk.page.evaluate("navigator.clipboard.readText()")).toBe(OWN_TEXT);
    const whole = `Kopírovat: ${INTERNSHIPS}: Celá aktivita dohromady`;
    expect(await desk.main().getByRole("button", { name: whole }).count()).toBe(1);
  }, 60_000);

  test("a section of a report is opened, written and saved with the keyboard alone", async () => {
    await enter(MANAGER, true);
    await openReport();
    await goTo("Publicita");
    await desk.title("Publicita");
    await tabTo("Popis");
    await desk.page.keyboard.press("Control+A");
    await desk.page.keyboard.type("Plakát visí u vstupu, web je zveřejněn.");
    await goTo("Uložit");
    await desk.main().getByText("Upravil(a) Marek Vodička, 1. 12. 2026").waitFor();
    await desk.inOrder();
    expect(await desk.field("Popis").inputValue()).toBe("Plakát visí u vstupu, web je zveřejněn.");
  }, 60_000);

  async function enter(email: string, javaScript = false): Promise<void> {
    desk = await sitDown(browser, email, { baseUrl: house.baseUrl, javaScript });
  }

  async function openReport(): Promise<void> {
    await desk.open(`${projectPath}/reports`, "Zprávy o realizaci");
    await desk.follow(REPORT, REPORT);
  }

  async function goTo(name: string): Promise<void> {
    await tabTo(name);
    await desk.page.keyboard.press("Enter");
  }

  async function tabTo(name: string): Promise<void> {
    const met: string[] = [];
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      await desk.page.keyboard.press("Tab");
      const focus = await focused();
      if (focus === name) return;
      met.push(focus);
    }
    throw new Error(`No key leads to "${name}" but to ${met.join(", ")}`);
  }

  /** The name of what has the focus, within the content. */
  function focused(): Promise<string> {
    return desk.page.evaluate(`(() => {
      const element = document.activeElement;
      if (!element?.closest("main")) return "";
      const name = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
      return name.replace(/\\s+/g, " ").trim();
    })()`) as Promise<string>;
  }
});
