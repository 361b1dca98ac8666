import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listPendingSupport } from "../../../../db/queries/pending-support.ts";
import { listDailySupport } from "../../../../db/queries/support-postings.ts";
import type { Author } from "../../../../server/change.ts";
import { saveCells } from "../../../../server/features/attendances/service.ts";
import type { ClosingEntry } from "../../../../server/features/closings/rules.ts";
import { closeEvent, reopenEvent } from "../../../../server/features/closings/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createEvent,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

const NOTHING: ClosingEntry = { headCount: null, headCountWomen: null, sheetReason: null };
const BY_REASON: ClosingEntry = { ...NOTHING, sheetReason: "Listina je u lektora" };
const STATES = ["present", "excused", "absent", "left-early"] as const;
const LENGTHS = [360, 120];

/** One cell as it is written: a person, a session, a state, minutes of who left early. */
type Cell = [person: number, session: number, state: number, minutes: number];
const cell: fc.Arbitrary<Cell> = fc.tuple(
  fc.nat(2),
  fc.nat(1),
  fc.nat(3),
  fc.integer({ min: 1, max: 120 }),
);

describe.each(engines)("closing an event on %s", (engine) => {
  let deps: TestDeps;
  let author: Author;
  let projectId: number;
  let eventId: number;
  let sessionIds: number[];
  let registrationIds: number[];

  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-12T16:00:00Z" });
    author = {
      userId: await createUser(deps.db),
      requestId: null,
      address: null,
      submission: null,
    };
    projectId = await createProject(deps.db);
    await freshEvent();
  });
  afterEach(() => deps.close());

  async function freshEvent(given: Record<string, unknown> = {}): Promise<void> {
    eventId = await createEvent(deps.db, projectId, given);
    sessionIds = [];
    for (const [day, support_minutes] of LENGTHS.entries()) {
      const form = day === 0 ? "in-person" : "electronic";
      const held_on = `2026-03-1${day}`;
      sessionIds.push(await createSession(deps.db, eventId, { held_on, support_minutes, form }));
    }
    registrationIds = [];
    for (let one = 0; one < 3; one += 1)
      registrationIds.push(await createRegistration(deps.db, eventId));
  }

  async function write(cells: readonly Cell[]): Promise<void> {
    for (const [person, session, state, minutes] of cells) {
      const word = STATES[state] as (typeof STATES)[number];
      const entry = { registrationId: registrationIds[person] as number, state: word };
      const sessionId = sessionIds[session] as number;
      await saveCells(deps, author, { projectId, eventId, sessionId, countsAsSupport: true }, [
        { ...entry, minutes: word === "left-early" ? minutes : null },
      ]);
      deps.clock.advance(1000);
    }
  }

  const everyCell = (state: number): Cell[] =>
    [0, 1, 2].flatMap((person) => [0, 1].map((session): Cell => [person, session, state, 30]));

  /** Hours in force by person and session, as the last word on each cell makes them. */
  function plainHours(cells: readonly Cell[]): Map<string, number> {
    const last = new Map(cells.map((one) => [`${one[0]}/${one[1]}`, one]));
    const hours = [...last].map(([place, [, session, state, minutes]]): [string, number] => [
      place,
      state === 0 ? (LENGTHS[session] as number) : state === 3 ? minutes : 0,
    ]);
    return new Map(hours.filter(([, minutes]) => minutes > 0));
  }

  async function ledger(): Promise<Map<string, number>> {
    const rows = await deps
      .db("support_postings as f")
      .leftJoin("support_postings as c", "c.corrects_id", "f.id")
      .join("participations as n", "n.id", "f.participation_id")
      .join("registrations as r", "r.participant_id", "n.participant_id")
      .where("r.event_id", eventId)
      .whereIn("f.session_id", sessionIds)
      .whereNull("c.id")
      .where("f.minutes", ">", 0)
      .select({ registrationId: "r.id", sessionId: "f.session_id", minutes: "f.minutes" });
    return new Map(
      rows.map((row) => [
        `${registrationIds.indexOf(row.registrationId)}/${sessionIds.indexOf(row.sessionId)}`,
        row.minutes,
      ]),
    );
  }

  const close = (entry = BY_REASON) => closeEvent(deps, author, eventId, entry);
  const reopen = () => reopenEvent(deps, author, eventId, "Chyba v listině");

  test("closed, opened and closed again leaves the ledger as if closed once with the last attendance", async () => {
    const rounds = fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 3 });
    const lives = fc.asyncProperty(rounds, async (later) => {
      await freshEvent();
      const written = everyCell(0);
      await write(written);
      await close();
      for (const cells of later) {
        await reopen();
        await write(cells);
        written.push(...cells);
        await close();
      }
      expect(await ledger()).toEqual(plainHours(written));
      expect(await listPendingSupport(deps.db, { projectId })).toEqual([]);
    });
    await fc.assert(lives, { seed: 20_261_123, numRuns: 15 });
  }, 60_000);

  test("a closing that changes nothing writes nothing into the ledger", async () => {
    await write(everyCell(0));
    await close();
    const before = await deps.db("support_postings");
    await reopen();
    await close();
    expect(await deps.db("support_postings")).toEqual(before);
    expect(before).toHaveLength(6);
  });

  test("while the event is open again, posted and pending together say what is attended", async () => {
    await write(everyCell(0));
    await close();
    await reopen();
    await write([[0, 0, 2, 0]]);
    const pending = await listPendingSupport(deps.db, { projectId });
    const sum = pending.reduce((all, { minutes }) => all + minutes, 0);
    expect(sum).toBe(-360);
    await close();
    const participations = await deps.db("participations").orderBy("id").pluck("id");
    const daily = await listDailySupport(deps.db, participations);
    expect(daily.reduce((all, { minutes }) => all + minutes, 0)).toBe(3 * 480 - 360);
  });

  test("is refused while a cell is undecided, a session lies ahead, or the sheet is missing", async () => {
    const incomplete = { errors: { form: "closingIncomplete" } };
    await expect(close()).rejects.toMatchObject(incomplete);
    await write(everyCell(1));
    await expect(close(NOTHING)).rejects.toMatchObject({ errors: { sheetReason: "sheetMissing" } });
    deps.clock.set("2026-03-10T16:00:00Z");
    await expect(close()).rejects.toMatchObject(incomplete);
    expect((await deps.db("events").where({ id: eventId }).first()).state).toBe("planned");
  });

  test("whoever was only invited and did not come holds nothing up", async () => {
    await createRegistration(deps.db, eventId, { state: "invited" });
    await createRegistration(deps.db, eventId, { state: "waiting" });
    await write(everyCell(0));
    await close();
    expect((await deps.db("events").where({ id: eventId }).first()).state).toBe("closed");
  });

  test("an attached sheet is enough", async () => {
    await write(everyCell(0));
    await deps.db("documents").insert({
      project_id: projectId,
      object_type: "event",
      object_id: eventId,
      category: "attendance-sheet",
      title: "Listina",
      title_folded: "listina",
      created_at: "2026-03-12T16:00:00Z",
    });
    await close(NOTHING);
    const [event] = await deps.db("events").where({ id: eventId });
    expect(event).toMatchObject({ state: "closed", closed_by: author.userId });
  });

  test("by a number of heads needs no names and gives no hours", async () => {
    await freshEvent({ closing: "head-count" });
    await expect(close(NOTHING)).rejects.toMatchObject({ errors: { headCount: "required" } });
    const tooMany = { ...NOTHING, headCount: 20, headCountWomen: 21 };
    await expect(close(tooMany)).rejects.toMatchObject({
      errors: { headCountWomen: "womenOverHeads" },
    });
    await close({ ...NOTHING, headCount: 20, headCountWomen: 12 });
    const [event] = await deps.db("events").where({ id: eventId });
    expect(event).toMatchObject({ head_count: 20, head_count_women: 12, state: "closed" });
    expect(await deps.db("support_postings")).toEqual([]);
  });

  test("an event that is no support any more takes its hours back", async () => {
    await write(everyCell(0));
    await close();
    await reopen();
    await deps.db("events").where({ id: eventId }).update({ counts_as_support: false });
    await close();
    expect(await ledger()).toEqual(new Map());
  });

  test("asks the database as often for twenty-three people as for three", async () => {
    await write(everyCell(0));
    const few = (await statementsOf(deps.db, close)).length;
    await freshEvent();
    for (let one = 0; one < 20; one += 1)
      registrationIds.push(await createRegistration(deps.db, eventId));
    await write(registrationIds.flatMap((_, n): Cell[] => [0, 1].map((day) => [n, day, 0, 0])));
    const many = await statementsOf(deps.db, close);
    expect([few, many.length]).toEqual([25, 25]);
    expect((await ledger()).size).toBe(46);
  });

  test("is not opened again unless it is closed, nor closed twice", async () => {
    await expect(reopen()).rejects.toMatchObject({ key: "eventNotClosed" });
    await write(everyCell(0));
    await close();
    await expect(close()).rejects.toMatchObject({ key: "eventOver" });
  });
});
