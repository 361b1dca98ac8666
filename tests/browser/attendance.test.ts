import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashPassword } from "../../server/access/passwords.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import { axeViolations, launchBrowser, openPage, signInAs } from "../support/browser.ts";
import { addMember, createProject, createUser } from "../support/factories.ts";
import { type Listening, listen } from "../support/listen.ts";
import {
  createEvent,
  createParticipant,
  createRegistration,
  createSession,
} from "../support/training-factories.ts";

const PASSWORD = "tajné heslo do Osnovy";
const PEOPLE = 20;

let house: TestApp;
let served: Listening;
let browser: Browser;
let address: string;
let sessionIds: number[];
let registrationIds: number[];

beforeAll(async () => {
  house = await openTestApp("sqlite", { at: "2026-03-11T16:00:00Z" });
  const { db } = house;
  const password_hash = await hashPassword(PASSWORD);
  const email = "koordinator@osnova.test";
  const userId = await createUser(db, { email, email_folded: email, password_hash });
  const projectId = await createProject(db);
  await addMember(db, { projectId, userId, role: "coordinator" });
  const eventId = await createEvent(db, projectId, { state: "held" });
  sessionIds = [
    await createSession(db, eventId),
    await createSession(db, eventId, { held_on: "2026-03-11" }),
  ];
  registrationIds = [];
  for (let one = 0; one < PEOPLE; one += 1) {
    const sex = one % 2 === 0 ? "POHZENY" : "POHMUZI";
    const participant_id = await createParticipant(db, { sex });
    registrationIds.push(await createRegistration(db, eventId, { participant_id }));
  }
  address = `/projects/${projectId}/events/${eventId}/attendance`;
  served = await listen(house.app);
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.close();
  await house.close();
});

const statesOf = async (sessionId: number) => {
  const rows = await house.db("attendances").where({ session_id: sessionId });
  const states = new Map(rows.map((row) => [row.registration_id, row]));
  return registrationIds.map((id) => states.get(id)?.state ?? "");
};

test("twenty people are typed by keyboard with fewer presses than half a minute takes", async () => {
  const { page, complaints, close } = await openPage(browser, {
    baseUrl: served.baseUrl,
    width: 1360,
  });
  await signInAs(page, "koordinator@osnova.test", PASSWORD);
  await page.goto(`${served.baseUrl}${address}`);
  const grid = page.getByRole("grid");
  await grid.getByRole("gridcell").first().focus();
  const presses = ["e", "ArrowDown", ...Array.from({ length: PEOPLE - 2 }, () => "Enter"), "n"];
  for (const key of presses) await page.keyboard.press(key);
  // A practised hand presses two to three keys a second.
  expect(presses.length).toBeLessThanOrEqual(60);
  await expect
    .poll(() => statesOf(sessionIds[0] as number))
    .toEqual(["excused", ...Array.from({ length: PEOPLE - 2 }, () => "present"), "absent"]);
  await expect.poll(() => page.getByText("Uloženo").count()).toBe(1);

  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("l");
  await page.keyboard.type("3:30");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Všichni přítomni.*11\. 3\./ }).click();
  await expect
    .poll(async () => (await statesOf(sessionIds[1] as number)).filter(Boolean).length)
    .toBe(PEOPLE);
  expect((await statesOf(sessionIds[1] as number)).at(-1)).toBe("left-early");
  // 18 × 6 h, 19 × 6 h and 3.5 h.
  await expect.poll(() => page.locator('[data-total="hours"]').textContent()).toBe("225,5");
  await page.keyboard.press("Control+z");
  await expect
    .poll(() => statesOf(sessionIds[1] as number))
    .toEqual([...Array.from({ length: PEOPLE - 1 }, () => ""), "left-early"]);
  expect(await axeViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test("a cell that did not reach the server stays marked, survives a reload and is sent again", async () => {
  const { page, close } = await openPage(browser, { baseUrl: served.baseUrl, width: 1360 });
  await signInAs(page, "koordinator@osnova.test", PASSWORD);
  await page.goto(`${served.baseUrl}${address}`);
  const [, second] = sessionIds as [number, number];
  await page.route(`**${address}/${second}`, (route) => route.abort());
  const cell = page.getByRole("row").nth(1).getByRole("gridcell").nth(1);
  await cell.focus();
  await page.keyboard.press("Space");
  await expect.poll(() => cell.getAttribute("data-sync")).toBe("failed");
  expect(await page.getByRole("status").first().textContent()).toContain("Neuloženo");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.unroute(`**${address}/${second}`);
  await page.reload();
  await expect.poll(async () => (await statesOf(second))[0]).toBe("present");
  await expect.poll(() => cell.getAttribute("data-sync")).toBeNull();
  await close();
}, 60_000);

test("without scripts a session is a form, and the rest is filled by one button", async () => {
  const { page, complaints, close } = await openPage(browser, {
    baseUrl: served.baseUrl,
    width: 360,
    javaScript: false,
  });
  await signInAs(page, "koordinator@osnova.test", PASSWORD);
  await page.goto(`${served.baseUrl}${address}`);
  await page.getByRole("link", { name: /Zapsat docházku.*11\. 3\./ }).click();
  await page
    .getByLabel(/Účast$/)
    .nth(1)
    .selectOption("excused");
  await page.getByRole("button", { name: "Uložit, nevyplnění jsou přítomni" }).click();
  await expect.poll(() => page.url()).toBe(`${served.baseUrl}${address}`);
  const states = await statesOf(sessionIds[1] as number);
  expect(states[1]).toBe("excused");
  expect(states.filter((state) => state === "present")).toHaveLength(PEOPLE - 2);
  expect(complaints).toEqual([]);
  await close();
}, 60_000);
