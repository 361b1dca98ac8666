import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "../../server/access/passwords.ts";
import { nominationToken } from "../../server/features/nominations/rules.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import {
  axeViolations,
  launchBrowser,
  openPage,
  type PageOptions,
  sideScroll,
  signInAs,
} from "../support/browser.ts";
import { createCertificate, createNominationLink } from "../support/event-factories.ts";
import { addMember, createProject, createUser } from "../support/factories.ts";
import { type Listening, listen } from "../support/listen.ts";
import {
  createAttendance,
  createEvent,
  createParticipant,
  createRegistration,
  createSession,
} from "../support/training-factories.ts";

const PASSWORD = "tajné heslo do Osnovy";
const EMAIL = "koordinator@osnova.test";
const LOOKS: Omit<PageOptions, "baseUrl">[] = [
  { width: 1360, theme: "light", language: "cs" },
  { width: 360, theme: "dark", language: "en" },
];

let house: TestApp;
let served: Listening;
let browser: Browser;
let addresses: string[];
let nomination: string;

beforeAll(async () => {
  house = await openTestApp("sqlite");
  const { db } = house;
  const password_hash = await hashPassword(PASSWORD);
  const userId = await createUser(db, { email: EMAIL, email_folded: EMAIL, password_hash });
  const projectId = await createProject(db);
  await addMember(db, { projectId, userId, role: "coordinator" });
  const closed = await createEvent(db, projectId, { state: "closed" });
  const sessionId = await createSession(db, closed);
  const ahead = await createEvent(db, projectId, {
    title: "Základy krizové intervence v terénních službách",
    starts_on: "2026-04-14",
    ends_on: "2026-04-15",
    place: "Krajský úřad, Hradec Králové",
  });
  await createSession(db, ahead, { held_on: "2026-04-14" });
  for (const state of ["present", "left-early", "absent", "present"]) {
    const participant_id = await createParticipant(db, {
      email: state === "absent" ? null : "nekdo@posta.test",
    });
    const registrationId = await createRegistration(db, closed, { participant_id });
    const minutes = state === "left-early" ? { minutes: 90 } : {};
    await createAttendance(db, { sessionId, registrationId }, { state, ...minutes });
    if (registrationId === 1) await createCertificate(db, { projectId, registrationId });
    await createRegistration(db, ahead, { participant_id });
  }
  await createNominationLink(db, ahead);
  await createNominationLink(db, ahead, { answer: "declined", answered_name: "Ivana Malá" });
  served = await listen(house.app);
  browser = await launchBrowser();
  addresses = [
    `/projects/${projectId}/events/${closed}/certificates`,
    `/projects/${projectId}/events/${closed}/certificates/1/reissues/new`,
    `/projects/${projectId}/events/${ahead}/nominations`,
    `/projects/${projectId}/events/${ahead}/nominations/new`,
    `/projects/${projectId}/events/${ahead}/messages/new?kind=reminder`,
    `/projects/${projectId}/events/${ahead}/messages`,
  ];
  nomination = `/projects/${projectId}/events/${ahead}/nominations/new`;
}, 60_000);
afterAll(async () => {
  await browser.close();
  await served.close();
  await house.close();
});

describe.each(LOOKS)("$width px, $theme, $language", (look) => {
  test("pages of certificates, nominations and messages are sound", async () => {
    const { page, complaints, close } = await openPage(browser, {
      baseUrl: served.baseUrl,
      ...look,
    });
    await signInAs(page, EMAIL, PASSWORD);
    for (const address of addresses) {
      await page.goto(`${served.baseUrl}${address}`);
      expect(await axeViolations(page)).toEqual([]);
      expect(await sideScroll(page)).toBe(0);
    }
    expect(complaints).toEqual([]);
    await close();
  }, 60_000);
});

test("an organisation is asked, names people without an account or scripts, and takes one back", async () => {
  const { page, close } = await openPage(browser, { baseUrl: served.baseUrl, width: 1360 });
  await signInAs(page, EMAIL, PASSWORD);
  await page.goto(`${served.baseUrl}${nomination}`);
  await page.getByLabel("Organizace").fill("Centrum Ráj");
  await page.getByLabel("Počet míst").fill("2");
  await page.getByRole("button", { name: "Vytvořit odkaz" }).click();
  const shown = await page.getByLabel("Odkaz pro organizaci Centrum Ráj").inputValue();
  const { id, created_at } = await house.db("nomination_links").orderBy("id", "desc").first();
  const token = nominationToken(house.config.secretKey, { id, createdAt: created_at });
  expect(shown).toBe(`${house.config.publicUrl}/nominations/${token}`);
  await close();

  const outside = await openPage(browser, {
    baseUrl: served.baseUrl,
    width: 360,
    theme: "dark",
    javaScript: false,
  });
  await outside.page.goto(`${served.baseUrl}/nominations/${token}`);
  expect(await sideScroll(outside.page)).toBe(0);
  const first = outside.page.getByRole("group", { name: "1. osoba" });
  await first.getByLabel("Jméno").fill("Jana");
  await first.getByLabel("Příjmení").fill("Žížalová");
  await outside.page.getByLabel("Kdo formulář vyplnil").fill("Ivana Malá");
  await outside.page.getByLabel("seznámili").check();
  await outside.page.getByRole("button", { name: "Odeslat odpověď" }).click();
  await outside.page.getByText("Děkujeme, nominaci máme: 1 osoba.").waitFor();
  await outside.page.getByLabel("odhlásit: Jana Ž.").check();
  await outside.page.getByLabel("Nikoho nevyšleme").check();
  await outside.page.getByRole("button", { name: "Odeslat odpověď" }).click();
  await outside.page.getByText("Děkujeme, zapsali jsme, že nikoho nevyšlete.").waitFor();
  await outside.close();

  const checked = await openPage(browser, { baseUrl: served.baseUrl, width: 1360 });
  await checked.page.goto(`${served.baseUrl}/nominations/${token}`);
  expect(await axeViolations(checked.page)).toEqual([]);
  expect(checked.complaints).toEqual([]);
  await checked.close();
}, 60_000);
