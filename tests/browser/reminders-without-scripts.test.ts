import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { unsubscribeToken } from "../../server/mail/unsubscribe-token.ts";
import { launchBrowser } from "../support/browser.ts";
import {
  ADELA,
  BUDGET,
  expectReadable,
  fieldOf,
  KAREL,
  type Look,
  MARIE,
  openRemindersWorld,
  type RemindersWorld,
  recipientsOf,
  SURVEY,
  TRAINING,
  ZDENA,
} from "./reminders-world.ts";
import { type Desk, spaced } from "./report-world.ts";

const PHONE: Look = { width: 360, theme: "dark", language: "en" };
const RULE = "Milestones and everything with a day";

/** The same pages on a phone, in English: each form is sent without scripts, each page is looked at with them. */
describe("reminders, deputies and calendars on a phone without scripts", () => {
  let world: RemindersWorld;
  let browser: Browser;
  let desk: Desk | undefined;
  let project: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    world = await openRemindersWorld(browser, "en");
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

  test("a manager sets notifications, also of a project, and names a deputy", async () => {
    await enter(MARIE);
    await at().open("/profile/notifications", "Notifications");
    await at().main().getByRole("radio", { name: "Milestones and outputs: at once" }).check();
    await at().press("Save settings", "Notifications");
    await expectText("Saved.");
    await at().open(`${project}/notifications/edit`, "Notifications: Rodiny");
    await at().main().getByRole("radio", { name: "Milestones and outputs: daily" }).check();
    await at().press("Save settings", "Notifications");
    await at().open("/profile/deputy", "Deputy");
    await field("Who stands in for me").selectOption({ label: "Zdena Zástupová" });
    await field("Until").fill("2026-03-13");
    await at().press("Name the deputy", "Deputy");
    await expectText("The deputy is named.");
  }, 60_000);

  test("a coordinator moves a milestone, subscribes to a calendar and stops an event's mails", async () => {
    await enter(KAREL);
    const move = "Move the due date";
    await at().open(`${project}/milestones/${world.budgetId}/move/new`, move);
    await field("New due date").fill("2026-03-05");
    await field("Reason").fill("The council meets earlier.");
    await at().press("Show what would follow", "What would follow");
    await at().press(move, BUDGET);
    await at().open("/profile/calendar/new", "New calendar subscription");
    await at().press("Make the subscription", "Calendar subscription");
    expect(await field("Address of the calendar").inputValue()).toContain("/calendar-feeds/");
    await at().open(`${project}/events/${world.eventId}/messages`, TRAINING);
    await at().press("Turn automatic messages off", TRAINING);
    await at().main().getByRole("button", { name: "Turn automatic messages on" }).waitFor();
    const letters = await world.deliver();
    await expectReadable(browser, letters);
    // To whom the manager's news would go is told in her digest; what came says that she stands in.
    expect(recipientsOf(letters)).toEqual([ZDENA]);
  }, 60_000);

  test("an administrator changes a rule after its preview, and words a letter", async () => {
    await enter(ADELA);
    await at().open("/admin/reminder-rules", "Reminders");
    await at().follow(RULE, RULE);
    await field("How many days before").fill("30, 14, 10, 7, 3, 1, 0");
    await at().press("Show what would change", RULE);
    await expectText(SURVEY);
    await at().press("Save the rule", "Reminders");
    await at().open("/admin/mail/texts/event-invitation/en", "Invitation to an event");
    await field("Closing sentence").fill("See you there.");
    await at().press("Preview", "Invitation to an event");
    await expectText("See you there.");
    await at().press("Save", "Invitation to an event");
    await at().press("Send a test to myself", "Invitation to an event");
    const letters = await world.deliver();
    await expectReadable(browser, letters);
    expect(recipientsOf(letters)).toEqual([ADELA]);
  }, 60_000);

  test.each([false, true])(
    "mails are stopped by one press, scripts: %s",
    async (javaScript) => {
      const { id } = await world.house.db("users").where({ email: MARIE }).first();
      const whose = { subscriber: { kind: "user", id }, subscription: "digest" } as const;
      const token = unsubscribeToken(whose, world.house.config.secretKey);
      desk = await world.atTheDoor({ ...PHONE, javaScript });
      await at().open(`/unsubscribe/${token}`, "Fewer messages from Osnova");
      await at().press("Stop sending", "Fewer messages from Osnova");
      expect(await at().main().getByRole("button", { name: "Stop sending" }).count()).toBe(0);
    },
    60_000,
  );

  test.each([
    [MARIE, () => ["/profile/notifications", "/profile/deputy", `${project}/notifications/edit`]],
    [KAREL, () => ["/profile/calendar", "/profile/calendar/new", ...ofCoordinator()]],
    [ADELA, () => ["/admin/reminder-rules", ...ofAdministrator()]],
  ])(
    "%s finds each page in order in the dark",
    async (email, addresses) => {
      desk = await world.sitDown(email, PHONE);
      for (const address of addresses()) {
        expect((await at().page.goto(address))?.status(), address).toBe(200);
        await at().inOrder();
      }
    },
    60_000,
  );

  const ofCoordinator = () => [
    `${project}/milestones/${world.tenderId}/move/new`,
    `${project}/events/${world.eventId}/messages`,
    `${project}/events/${world.eventId}/registrations`,
  ];
  const ofAdministrator = () => [
    "/admin/reminder-rules/1/edit",
    "/admin/mail",
    "/admin/mail/texts",
    "/admin/mail/texts/event-invitation/en",
  ];

  async function enter(email: string): Promise<void> {
    desk = await world.sitDown(email, { ...PHONE, javaScript: false });
  }

  function at(): Desk {
    if (!desk) throw new Error("nobody sits here");
    return desk;
  }

  function field(name: string) {
    return fieldOf(at(), name);
  }

  async function expectText(text: string): Promise<void> {
    expect(spaced(await at().page.getByRole("main").innerText())).toContain(text);
  }
});
