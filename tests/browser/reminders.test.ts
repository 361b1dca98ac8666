import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { readCalendar } from "../support/icalendar.ts";
import { alternativeIn, calendarsIn } from "../support/invited-people.ts";
import type { ReceivedMessage } from "../support/smtp.ts";
import {
  ADELA,
  ALENA,
  addressIn,
  BUDGET,
  expectReadable,
  fieldOf,
  KAREL,
  MARIE,
  openRemindersWorld,
  PASSWORD,
  type RemindersWorld,
  recipientsOf,
  SURVEY,
  TENDER,
  TRAINING,
  ZDENA,
} from "./reminders-world.ts";
import { type Desk, spaced } from "./report-world.ts";

/** From the settings of one person to a letter in the box of another, its links and its calendar. */
describe("who is told, how and when", () => {
  let world: RemindersWorld;
  let browser: Browser;
  let desk: Desk | undefined;
  let project: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    world = await openRemindersWorld(browser);
    project = `/projects/${world.projectId}`;
  }, 60_000);
  afterEach(async () => {
    await desk?.leave();
    desk = undefined;
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  test("a manager chooses sudden news, a week without mails and who stands in", async () => {
    await enter(MARIE);
    await at().open("/profile/notifications", "Upozornění");
    await radio("Milníky a výstupy: hned").check();
    await field("Od").fill("2026-03-09");
    await field("Do (včetně)").fill("2026-03-13");
    await at().press("Uložit nastavení", "Upozornění");
    await expectText("Od 9. 3. 2026 do 13. 3. 2026 nepřijde nic.");
    await expectText("Zástup nemáte.");
    await at().follow("Určit zástup", "Zástup");
    await field("Zastoupí mě").selectOption({ label: "Zdena Zástupová" });
    await field("Od").fill("2026-03-09");
    await field("Do").fill("2026-03-13");
    await at().press("Určit zástup", "Zástup");
    await expectText("Zástup je určený.");
    await at().open("/profile/notifications", "Upozornění");
    await expectText("Zastupuje vás Zdena Zástupová");
    const letters = await deliver();
    expect(recipientsOf(letters)).toEqual([ZDENA]);
    expect(letters[0]?.email.subject).toContain("Zastupujete: Marie Manažerka");
  }, 60_000);

  test("a milestone moved close is told at once, and the letter leads to it", async () => {
    await enter(KAREL);
    await move(world.tenderId, "2026-03-05");
    const letters = await deliver();
    expect(recipientsOf(letters)).toEqual([MARIE]);
    const letter = only(letters);
    expect(letter.email.subject).toContain(TENDER);
    const href = await addressIn(browser, letter, "Otevřít v Osnově");
    expect(href).toBe(`${world.served.baseUrl}${project}/milestones/${world.tenderId}`);
    await signInOn(href, MARIE, TENDER);
    // What was told at once is not told again the next morning.
    const morning = await world.morning("2026-03-03T06:31:00Z");
    await expectReadable(browser, morning);
    expect(recipientsOf(morning)).toEqual([KAREL]);
    expect(only(morning).email.text).toContain(SURVEY);
  }, 60_000);

  test("while the manager is away, her deputy is told in the digest, and gets in", async () => {
    world.house.clock.set("2026-03-09T05:45:00Z");
    await enter(KAREL);
    await move(world.budgetId, "2026-03-11");
    expect(await deliver()).toEqual([]);
    const letters = await world.morning("2026-03-09T06:31:00Z");
    await expectReadable(browser, letters);
    expect(recipientsOf(letters)).not.toContain(MARIE);
    const digest = only(letters.filter(({ envelope }) => envelope.to.includes(ZDENA)));
    expect(spaced(digest.email.text ?? "")).toContain("za: Marie Manažerka (zástup)");
    await signInOn(await addressIn(browser, digest, new RegExp(BUDGET)), ZDENA, BUDGET);
    expect(spaced(await at().page.innerText("body"))).toContain("Zastupujete: Marie Manažerka");
    await stopByLink(digest);
  }, 60_000);

  test("an administrator sees what a rule would send before saving it", async () => {
    await enter(ADELA);
    const title = "Milníky a vše, co má termín";
    await at().open("/admin/reminder-rules", "Upozorňování");
    await at().follow(title, title);
    await field("Kolik dní předem").fill("30, 14, 10, 7, 3, 1, 0");
    await submit("Ukázat, co se změní");
    await at().inOrder();
    const change = at().main().getByRole("row").filter({ hasText: SURVEY }).first();
    expect(spaced(await change.innerText())).toContain("přibude");
    const rule = () => world.house.db("reminder_rules").where({ object_type: "milestone" });
    expect(await rule().whereNull("kind").pluck("days_before")).toEqual(["30,14,7,3,1,0"]);
    await at().press("Uložit pravidlo", "Upozorňování");
    expect(await rule().whereNull("kind").pluck("days_before")).toEqual(["30,14,10,7,3,1,0"]);
  }, 60_000);

  test("an administrator words a letter and tries it on herself alone", async () => {
    await enter(ADELA);
    await at().open("/admin/mail/texts", "Texty zpráv");
    await at().follow("Pozvánka na akci, Čeština: výchozí", "Pozvánka na akci");
    await field("Úvodní věta (po oslovení)").fill("Těšíme se na vás na akci {event}.");
    await at().press("Uložit", "Pozvánka na akci");
    await expectText("Těšíme se na vás na akci Krizová intervence.");
    await at().press("Poslat zkušebně sobě", "Pozvánka na akci");
    await expectText("Zkušební zpráva odejde během chvíle.");
    const letters = await deliver();
    expect(recipientsOf(letters)).toEqual([ADELA]);
    expect(only(letters).email.subject).toMatch(/^\[zkouška\] /);
    expect(only(letters).email.text).toContain("Těšíme se na vás na akci Krizová intervence.");
  }, 60_000);

  test("a calendar at the shown address holds the milestone and the training at its hour", async () => {
    await enter(KAREL);
    await at().open("/profile/calendar", "Odběr kalendáře");
    await at().follow("Nový odběr", "Nový odběr kalendáře");
    await field("Co odebírat").selectOption({ label: "Projekt Rodiny" });
    await at().press("Založit odběr", "Odběr kalendáře");
    const address = await field("Adresa kalendáře").inputValue();
    const answer = await fetch(address);
    expect(answer.headers.get("content-type")).toContain("text/calendar");
    const { entries } = readCalendar(await answer.text());
    const named = (title: string) => entries.find((entry) => entry.title.includes(title));
    expect(named(SURVEY)).toMatchObject({ isAllDay: true, startsAt: "2026-04-02" });
    const hours = { startsAt: "2026-03-31T07:00:00.000Z", endsAt: "2026-03-31T13:00:00.000Z" };
    expect(named(TRAINING)).toMatchObject({ isAllDay: false, ...hours });
    await at().main().getByLabel("Další kroky: Projekt Rodiny").click();
    await at().press("Nová adresa (dosavadní přestane platit)", "Odběr kalendáře");
    expect((await fetch(address)).status).toBe(404);
    expect((await fetch(await field("Adresa kalendáře").inputValue())).status).toBe(200);
  }, 60_000);

  test("a participant gets an invitation, its change and its cancellation in the calendar", async () => {
    await enter(KAREL);
    const event = `${project}/events/${world.eventId}`;
    await at().open(`${event}/registrations`, TRAINING);
    await at().main().getByRole("textbox", { name: "Přidat účastníky" }).fill("Žďárská");
    await submit("Hledat");
    await at().main().getByRole("checkbox", { name: "Žďárská" }).check();
    await submit("Přidat vybrané");
    await at().inOrder();
    const invited = await invitation();
    expect(invited).toMatchObject({ method: "REQUEST", startsAt: "2026-03-31T07:00:00.000Z" });

    await at().open(event, TRAINING);
    await at()
      .main()
      .getByRole("link", { name: /^Upravit: / })
      .first()
      .click();
    await field("Od").fill("10:00");
    await field("Do").fill("16:00");
    await at().press("Uložit změny", TRAINING);
    const { uid, sequence } = invited;
    const startsAt = "2026-03-31T08:00:00.000Z";
    expect(await invitation()).toMatchObject({
      ...{ uid, method: "REQUEST", sequence: sequence + 1, startsAt },
    });

    const ahead = await world.morning("2026-03-28T07:05:00Z");
    await expectReadable(browser, ahead);
    // A Saturday: nobody's digest, but three days are left to the training.
    expect(recipientsOf(ahead)).toEqual([ALENA]);
    expect(only(ahead).email.subject).toBe(`Připomínáme: ${TRAINING}`);

    await enter(KAREL);
    await at().open(`${event}/cancellation/new`, "Zrušit akci");
    await field("Důvod").fill("Lektor onemocněl.");
    await at().press("Zrušit akci", TRAINING);
    const dropped = await invitation();
    expect(dropped).toMatchObject({ uid, method: "CANCEL", status: "CANCELLED" });
    expect(dropped.sequence).toBeGreaterThan(sequence + 1);
  }, 90_000);

  async function enter(email: string): Promise<void> {
    await desk?.leave();
    desk = await world.sitDown(email);
  }

  function at(): Desk {
    if (!desk) throw new Error("nobody sits here");
    return desk;
  }

  function field(name: string) {
    return fieldOf(at(), name);
  }

  function radio(name: string) {
    return at().main().getByRole("radio", { name, exact: true });
  }

  async function submit(name: string): Promise<void> {
    const { page } = at();
    const button = at().main().getByRole("button", { name, exact: true });
    await Promise.all([page.waitForEvent("load"), button.click()]);
  }

  async function expectText(text: string): Promise<void> {
    expect(spaced(await at().page.getByRole("main").innerText())).toContain(text);
  }

  /** What came, each letter found readable on a phone. */
  async function deliver(): Promise<ReceivedMessage[]> {
    const letters = await world.deliver();
    await expectReadable(browser, letters);
    return letters;
  }

  async function move(milestoneId: number, dueOn: string): Promise<void> {
    await at().open(`${project}/milestones/${milestoneId}/move/new`, "Posunout termín");
    await field("Nový termín").fill(dueOn);
    await field("Důvod").fill("Rada zasedá dříve.");
    await submit("Zobrazit, co z toho plyne");
    await at().inOrder();
    await submit("Posunout termín");
    await at().inOrder();
  }

  /** By an address out of a letter, in a browser in which nobody is signed in. */
  async function signInOn(href: string, email: string, title: string): Promise<void> {
    await at().leave();
    desk = await world.atTheDoor();
    await at().page.goto(href);
    await at().page.getByLabel("E-mail").fill(email);
    await at().page.getByLabel("Heslo", { exact: true }).fill(PASSWORD);
    await at().page.getByRole("button", { name: "Přihlásit se" }).click();
    await at().title(title);
    expect(at().page.url()).toBe(href);
  }

  const ways = () => world.house.db("notification_preferences").orderBy("id").select();

  /** Looking changes nothing; a mail program stops by itself, and so does whoever presses the button. */
  async function stopByLink(letter: ReceivedMessage): Promise<void> {
    const header = letter.email.headers.find(({ key }) => key === "list-unsubscribe");
    const href = await addressIn(browser, letter, "Přehledy už neposílat");
    expect(header?.value).toBe(`<${href}>`);
    const before = await ways();
    await at().leave();
    desk = await world.atTheDoor();
    await at().page.goto(href);
    await at().inOrder();
    await expectText(`Už na adresu ${ZDENA} neposílat přehledy a novinky?`);
    expect(await ways()).toEqual(before);
    const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    expect((await fetch(href, { method: "POST", body })).status).toBe(200);
    const after = await ways();
    expect(after.length).toBeGreaterThan(before.length);
    await submit("Už neposílat");
    await at().inOrder();
    await expectText("Hotovo, uložili jsme toto:");
    expect(await ways()).toEqual(after);
  }

  /** The calendar of the only letter that has come to the participant. */
  async function invitation() {
    const letter = only((await deliver()).filter(({ envelope }) => envelope.to.includes(ALENA)));
    const [attached] = calendarsIn(letter);
    const beside = alternativeIn(letter);
    if (!attached || !beside) throw new Error("a letter without a calendar");
    expect(attached).toEqual(beside);
    return beside;
  }
});

function only<One>(all: readonly One[]): One {
  expect(all).toHaveLength(1);
  return all[0] as One;
}
