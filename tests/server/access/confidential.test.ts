import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gatherDigests, planReminders } from "../../../server/features/reminders/service.ts";
import { rebuildSearchIndex } from "../../../server/features/searches/rebuilding/service.ts";
import { engines } from "../../support/databases.ts";
import {
  createAttendance,
  createContact,
  createPosting,
} from "../../support/training-factories.ts";
import { matrix } from "./matrix-table.ts";
import { type Actor, openWorld, type World } from "./matrix-world.ts";
import { textOf } from "./reading.ts";

const CANARIES = ["Kanárková supervize", "Kanárkov", "kanárčí", "Kanárkapříjmení", "Kanárkolektor"];
/** In the month and in the period that the addresses of the world speak of. */
const HELD_ON = "2026-01-14";
/** Where whoever looks after the event reads its title: its own pages, and lists of what they look after. */
const OWN_PAGES =
  /^\/(calendar|projects\/\d+\/(events|activity-plan|expenditures|hours\/\d+))(\/|\?|$)/;
/** Links on a page that give a file instead of another page. */
const FILES = /href="(\/[^"]*(?:format=|\.csv)[^"]*)"/g;

describe.each(engines)("a confidential event on %s", (engine) => {
  let world: World;
  const logged: string[] = [];
  beforeAll(async () => {
    const log = pino({ level: "debug" }, { write: (line: string) => logged.push(line) });
    world = await openWorld(engine, { log });
    await makeConfidential(world);
  }, 60_000);
  afterAll(() => world.app.close());

  const pages = () =>
    matrix
      .filter(({ route, who }) => route.startsWith("GET") && who !== "anybody")
      .map(({ route }) => route.slice("GET ".length))
      .map((path) => path.replace(/:(\w+)/g, (_, name) => world.records.own[name] ?? name));

  test("is read on no page and in no file by anybody but its coordinator, in either language", async () => {
    const leaks: string[] = [];
    for (const actor of world.actors.filter(({ isOut }) => !isOut)) {
      const languages = actor.name === "manager" ? ["?lang=en", ""] : [""];
      for (const language of languages) leaks.push(...(await leaksTo(actor, language)));
    }
    expect(leaks).toEqual([]);
  }, 600_000);

  test("is on its own pages for whoever looks after it, so that the search above can find it", async () => {
    const coordinator = world.actors.find(({ name }) => name === "coordinator") as Actor;
    const { projectId, eventId } = world.records.own;
    const page = (rest: string) => `/projects/${projectId}/events/${eventId}${rest}`;
    const read = await Promise.all(
      [page(""), page("/registrations")].map((path) => textOf(world.app, coordinator, path)),
    );
    const texts = read.map(({ text }) => text).join();
    for (const canary of CANARIES) expect(texts).toContain(canary);
    const { short_name } = await world.app.db("projects").where({ id: projectId }).first();
    for (const format of ["pdf", "docx", "xlsx"]) {
      const { text } = await textOf(world.app, coordinator, `/summaries/2026-01.${format}`);
      expect(text.replace(/\s+/g, " ")).toContain(short_name);
    }
  });

  test("stays out of mails, the search, the history and the log of the server", async () => {
    const { app } = world;
    await planReminders(app);
    await gatherDigests(app);
    await rebuildSearchIndex(app);
    for (const table of ["outgoing_mails", "search_entries", "audit_events"]) {
      expect(found(JSON.stringify(await app.db(table)))).toEqual([]);
    }
    expect(logged.length).toBeGreaterThan(100);
    expect(found(logged.join())).toEqual([]);
  });

  /** Every page this person may open, and every file it offers. */
  async function leaksTo(actor: Actor, language: string): Promise<string[]> {
    const leaks: string[] = [];
    const files = new Set<string>();
    const look = async (address: string) => {
      const { text, isPage } = await textOf(world.app, actor, address);
      const isOwn = actor.name === "coordinator" && isPage && OWN_PAGES.test(address);
      if (!isOwn) leaks.push(...found(text).map((word) => `${actor.name} ${address}: ${word}`));
      return text;
    };
    for (const page of pages()) {
      const text = await look(`${page}${language}`);
      for (const [, file = ""] of text.matchAll(FILES)) files.add(file.replaceAll("&amp;", "&"));
    }
    // The coordinator's workbooks go on to others: they tell nothing either.
    for (const file of files) await look(file);
    return leaks;
  }
});

/** The event of the own project becomes the coordinator's secret; all that hangs on it is given canaries. */
async function makeConfidential({ app: { db }, records: { own } }: World): Promise<void> {
  const coordinator = await db("memberships")
    .where({ project_id: own.projectId, role: "coordinator" })
    .first();
  const { eventId: id, registrationId, sessionId } = own;
  await db("events")
    .where({ id })
    .update({
      title: "Kanárková supervize",
      place: "Kanárkov",
      goal: "kanárčí cíl",
      is_confidential: true,
      owner_user_id: coordinator.user_id,
      state: "held",
      ...{ starts_on: HELD_ON, ends_on: HELD_ON },
    });
  await db("event_sessions")
    .where({ event_id: id })
    .update({ topic: "kanárčí téma", held_on: HELD_ON });
  // The report and the summary of the world tell of that day.
  const { period_id } = await db("reports").where({ id: own.reportId }).first();
  await db("monitoring_periods")
    .where({ id: period_id })
    .update({ starts_on: "2026-01-01", ends_on: "2026-06-30" });
  const { participant_id } = await db("registrations").where({ id: registrationId }).first();
  await db("participants").where({ id: participant_id }).update({ surname: "Kanárkapříjmení" });
  const contact_id = await createContact(db, { name: "Kanárkolektor" });
  await db("event_lecturers").insert({ event_id: id, contact_id });
  const cell = { sessionId: Number(sessionId), registrationId: Number(registrationId) };
  await createAttendance(db, cell);
  await createPosting(db, Number(own.participationId), { session_id: sessionId });
}

function found(text: string): string[] {
  return CANARIES.filter((canary) => text.includes(canary));
}
