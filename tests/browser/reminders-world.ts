import type { Browser } from "playwright-core";
import { expect } from "vitest";
import { seedCatalogues } from "../../db/seeds/catalogues.ts";
import { planRemindersJob } from "../../jobs/plan-reminders.ts";
import { remindOfEventsJob } from "../../jobs/remind-of-events.ts";
import { hashPassword } from "../../server/access/passwords.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import {
  axeViolations,
  openPage,
  type PageOptions,
  sideScroll,
  signInAs,
} from "../support/browser.ts";
import { addMember, createMilestone, createProject, createUser } from "../support/factories.ts";
import { deliverBySmtp } from "../support/invited-people.ts";
import { type Listening, listen } from "../support/listen.ts";
import { type ReceivedMessage, startSmtpServer } from "../support/smtp.ts";
import { createEvent, createParticipant, createSession } from "../support/training-factories.ts";
import { type Desk, deskAt } from "./report-world.ts";

export const PASSWORD = "tajné heslo do Osnovy";
export const MARIE = "marie@kraj.test";
export const KAREL = "karel@kraj.test";
export const ZDENA = "zdena@kraj.test";
export const ADELA = "adela@kraj.test";
export const ALENA = "alena@posta.test";
export const TRAINING = "Krizová intervence v terénu";
export const TENDER = "Vyhlásit výběr dodavatele";
export const BUDGET = "Rozpočet na příští rok";
export const SURVEY = "Vyhodnotit dotazníky";

export type Look = Omit<PageOptions, "baseUrl">;
export type RemindersWorld = Awaited<ReturnType<typeof openRemindersWorld>>;

/**
 * A project with a manager, its coordinator, somebody of neither who stands in and an administrator; mails
 * leave by a real server, and lead back to the pages of the same house.
 */
export async function openRemindersWorld(browser: Browser, language: "cs" | "en" = "cs") {
  let answer: TestApp["app"] | undefined;
  const served = await listen((req, res) => answer?.(req, res));
  const config = { publicUrl: served.baseUrl };
  const house = await openTestApp("sqlite", { at: "2026-03-02T07:30:00Z", config });
  answer = house.app;
  const server = await startSmtpServer();
  const ids = await furnish(house, language);

  async function deliver(): Promise<ReceivedMessage[]> {
    const before = server.received.length;
    // The time in which a mistake can be taken back.
    house.clock.advance(11 * 60_000);
    await deliverBySmtp(house, server);
    return server.received.slice(before);
  }

  return {
    ...{ house, served, server, deliver, ...ids },
    sitDown: (email: string, look: Look = {}) => sitDown(browser, served, email, look),
    /** A browser in which nobody is signed in. */
    atTheDoor: async (look: Look = {}) =>
      deskAt(await openPage(browser, { baseUrl: served.baseUrl, ...look }), look),
    /** The digests of this hour and the reminders of events, made by their jobs and sent. */
    morning: async (instant: string): Promise<ReceivedMessage[]> => {
      house.clock.set(instant);
      for (const job of [planRemindersJob, remindOfEventsJob])
        await job.run(house, { owner: "test", isStopping: () => false });
      return deliver();
    },
    close: async () => {
      await server.close();
      await served.close();
      await house.close();
    },
  };
}

async function furnish({ db, clock }: TestApp, language: string) {
  await seedCatalogues(db, clock.now());
  const password_hash = await hashPassword(PASSWORD);
  const person = (name: string, email: string, given = {}) =>
    createUser(db, { name, email, email_folded: email, password_hash, language, ...given });
  const marie = await person("Marie Manažerka", MARIE);
  const karel = await person("Karel Koordinátor", KAREL);
  await person("Zdena Zástupová", ZDENA);
  await person("Adéla Správcová", ADELA, { is_administrator: true });
  const projectId = await createProject(db, { short_name: "Rodiny" });
  await addMember(db, { projectId, userId: marie });
  await addMember(db, { projectId, userId: karel, role: "coordinator" });
  const milestone = (title: string, due_on: string, owner_user_id: number) =>
    createMilestone(db, projectId, {
      ...{ title, due_on, baseline_due_on: due_on, owner_user_id, kind: "task" },
    });
  const tenderId = await milestone(TENDER, "2026-04-20", marie);
  const budgetId = await milestone(BUDGET, "2026-04-27", marie);
  const surveyId = await milestone(SURVEY, "2026-04-02", karel);
  const eventId = await createEvent(db, projectId, {
    ...{ title: TRAINING, place: "Krajský úřad", state: "confirmed", owner_user_id: karel },
    // After the change to summer time.
    ...{ starts_on: "2026-03-31", ends_on: "2026-03-31" },
  });
  await createSession(db, eventId, { held_on: "2026-03-31" });
  await createParticipant(db, { surname: "Žďárská", email: ALENA });
  return { projectId, tenderId, budgetId, surveyId, eventId };
}

async function sitDown(
  browser: Browser,
  { baseUrl }: Listening,
  email: string,
  look: Look,
): Promise<Desk> {
  const opened = await openPage(browser, { baseUrl, ...look });
  await signInAs(opened.page, email, PASSWORD);
  return deskAt(opened, look);
}

/** On a phone in the dark: no address pushes the letter aside, and no word is lost against its ground. */
export async function expectReadable(browser: Browser, letters: readonly ReceivedMessage[]) {
  for (const { email } of letters) {
    const context = await browser.newContext({
      ...{ viewport: { width: 320, height: 640 }, colorScheme: "dark", javaScriptEnabled: true },
    });
    const page = await context.newPage();
    await page.setContent(email.html ?? "");
    expect([email.subject, await sideScroll(page)]).toEqual([email.subject, 0]);
    const faint = (await axeViolations(page)).filter((line) => line.startsWith("color-contrast"));
    expect([email.subject, faint]).toEqual([email.subject, []]);
    await context.close();
  }
}

/** Where a link of a letter leads, as its reader sees it. */
export async function addressIn(
  browser: Browser,
  { email }: ReceivedMessage,
  name: string | RegExp,
): Promise<string> {
  const page = await browser.newPage();
  await page.setContent(email.html ?? "");
  const href = await page.getByRole("link", { name }).first().getAttribute("href");
  await page.close();
  return href ?? "";
}

export const recipientsOf = (letters: readonly ReceivedMessage[]) =>
  letters.flatMap(({ envelope }) => envelope.to).sort();

/** By its label alone, with the star of a required one or without. */
export function fieldOf(desk: Desk, name: string) {
  const plain = name.replaceAll(/[()]/g, "\\$&");
  return desk.main().getByLabel(new RegExp(`^\\s*${plain}\\s*\\*?\\s*$`));
}
