import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  findSupportPosting,
  listDailySupport,
  listSupportTotals,
} from "../../../../db/queries/support-postings.ts";
import {
  correctSupport,
  postSupport,
  refreshSupport,
} from "../../../../server/features/support/service.ts";
import { addDays } from "../../../../server/values/calendar-date.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject } from "../../../support/factories.ts";
import {
  createEvent,
  createParticipation,
  createSession,
} from "../../../support/training-factories.ts";
import { Book, CAP_PERCENT, THRESHOLD } from "./plain-ledger.ts";

const FIRST_DAY = "2026-01-05";
const PEOPLE = 3;
const SESSIONS = 4;

type Step =
  | { action: "session"; person: number; session: number; minutes: number; later: number }
  | {
      action: "hand";
      person: number;
      minutes: number;
      daysBack: number;
      form: "in-person" | "electronic";
    }
  | { action: "correct"; target: number; minutes: number; daysBack: number }
  | { action: "merge"; person: number; into: number }
  | { action: "undo" };

function nth<One>(all: readonly One[], index: number): One {
  return all[index] as One;
}

const person = fc.nat(PEOPLE - 1);
const minutes = fc.integer({ min: 0, max: 400 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    action: fc.constant("session" as const),
    person,
    session: fc.nat(SESSIONS - 1),
    minutes,
    later: fc.nat(5),
  }),
  fc.record({
    action: fc.constant("hand" as const),
    person,
    minutes: fc.integer({ min: 1, max: 400 }),
    daysBack: fc.nat(20),
    form: fc.constantFrom("in-person" as const, "electronic" as const),
  }),
  fc.record({
    action: fc.constant("correct" as const),
    target: fc.nat(40),
    minutes,
    daysBack: fc.nat(20),
  }),
  fc.record({ action: fc.constant("merge" as const), person, into: person }),
  fc.record({ action: fc.constant("undo" as const) }),
);

describe.each(engines)("the ledger of hours on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  let people: number[];
  let sessions: { id: number; on: string; form: "in-person" | "electronic" }[];

  beforeEach(async () => {
    deps = await openTestDeps(engine);
    const rule = { programme: "OPZ+", valid_from: "2021-01-01", source: "Pravidla" };
    const created_at = "2026-01-01T00:00:00.000Z";
    await deps.db("programme_rules").where({ programme: "OPZ+" }).delete();
    await deps.db("programme_rules").insert([
      { ...rule, kind: "support-threshold", value: String(THRESHOLD / 60), created_at },
      { ...rule, kind: "electronic-share-cap", value: String(CAP_PERCENT), created_at },
    ]);
    await freshProject();
  });
  afterEach(() => deps.close());

  async function freshProject(): Promise<void> {
    deps.clock.set("2026-03-02T07:30:00Z");
    projectId = await createProject(deps.db);
    people = [];
    for (let one = 0; one < PEOPLE; one += 1)
      people.push(await createParticipation(deps.db, projectId));
    const eventId = await createEvent(deps.db, projectId);
    sessions = [];
    for (let one = 0; one < SESSIONS; one += 1) {
      const on = addDays(FIRST_DAY, one * 3);
      const form = one % 2 === 1 ? "electronic" : "in-person";
      const id = await createSession(deps.db, eventId, { held_on: on, form });
      sessions.push({ id, on, form });
    }
  }

  const by = () => ({ at: deps.clock.now(), userId: null });

  async function take(step: Step, book: Book): Promise<void> {
    deps.clock.advance(3_600_000);
    if (step.action === "session") await attend(step, book);
    if (step.action === "hand") await enterByHand(step, book);
    if (step.action === "correct") await correct(step, book);
    if (step.action === "merge") await merge(step.person, step.into, book);
    if (step.action === "undo") await undo(book);
  }

  async function attend(step: Extract<Step, { action: "session" }>, book: Book): Promise<void> {
    const { person, minutes } = step;
    const session = nth(sessions, step.session);
    const on = addDays(session.on, step.later);
    const { form, id: sessionId } = session;
    const posting = { participationId: nth(people, person), sessionId, form, minutes };
    await deps.db.transaction((trx) => postSupport(trx, [{ ...posting, validOn: on }], by()));
    const key = `${person}/${step.session}`;
    book.enter({ key, id: null, person, form, on, minutes, since: deps.clock.now() });
  }

  async function enterByHand(step: Extract<Step, { action: "hand" }>, book: Book): Promise<void> {
    const { person, minutes, form } = step;
    const on = addDays(FIRST_DAY, step.daysBack);
    const posting = { participationId: nth(people, person), form, minutes, validOn: on };
    await deps.db.transaction((trx) => postSupport(trx, [posting], by()));
    const [newest] = await deps.db("support_postings").max({ id: "id" });
    const since = deps.clock.now();
    book.enter({ key: `hand ${since}`, id: Number(newest?.id), person, form, on, minutes, since });
  }

  async function correct(step: Extract<Step, { action: "correct" }>, book: Book): Promise<void> {
    const open = book.lines.filter(({ id, until }) => id !== null && until === null);
    const line = open[step.target % (open.length || 1)];
    if (!line) return;
    const posting = await findSupportPosting(deps.db, { projectId, id: line.id as number });
    if (!posting) throw new Error("the entry is gone");
    const on = addDays(FIRST_DAY, step.daysBack);
    const { minutes } = step;
    const id = await deps.db.transaction((trx) =>
      correctSupport(trx, posting, { minutes, validOn: on, note: "Přepis z listiny" }, by()),
    );
    book.enter({ ...line, id, on, minutes, since: deps.clock.now() });
  }

  async function merge(one: number, into: number, book: Book): Promise<void> {
    const isFree = !book.standsFor.has(one) && !book.standsFor.has(into);
    if (one === into || !isFree || [...book.standsFor.values()].includes(one)) return;
    book.standsFor.set(one, into);
    await mark(one, nth(people, into));
  }

  async function undo(book: Book): Promise<void> {
    const last = [...book.standsFor.keys()].at(-1);
    if (last === undefined) return;
    const stoodFor = book.standsFor.get(last) ?? 0;
    book.standsFor.delete(last);
    await mark(last, null);
    await deps.db.transaction((trx) => refreshSupport(trx, [nth(people, stoodFor)]));
  }

  async function mark(one: number, mergedIntoId: number | null): Promise<void> {
    const id = nth(people, one);
    await deps.db.transaction(async (trx) => {
      await trx("participations").where({ id }).update({ merged_into_id: mergedIntoId });
      await refreshSupport(trx, [id]);
    });
  }

  async function expectTotals(book: Book, moment: { on: string; asOf: string }): Promise<void> {
    const totals = await listSupportTotals(deps.db, projectId, moment);
    for (const [index, participationId] of people.entries()) {
      const found = totals.find((total) => total.participationId === participationId);
      const { inPerson = 0, electronic = 0 } = found ?? {};
      expect({ inPerson, electronic }).toEqual(book.hours(index, moment.on, moment.asOf));
    }
  }

  async function expectKept(book: Book): Promise<void> {
    for (const [index, id] of people.entries()) {
      const kept = await deps.db("participations").where({ id }).first();
      const { in_person_minutes: inPerson, electronic_minutes: electronic } = kept;
      expect({ inPerson, electronic }).toEqual(book.hours(index));
      expect(kept.threshold_on).toBe(book.thresholdOn(index));
    }
  }

  test("says the same as a plain book, whatever the order of postings, corrections, merges and undo", async () => {
    const lives = fc.asyncProperty(
      fc.array(step, { maxLength: 16 }),
      fc.array(fc.tuple(fc.nat(40), fc.nat(16)), { minLength: 2, maxLength: 3 }),
      async (steps, times) => {
        await freshProject();
        const start = deps.clock.now();
        const book = new Book();
        for (const one of steps) await take(one, book);
        const moments = times.map(([day, hour]) => ({
          on: addDays(FIRST_DAY, day),
          asOf: new Date(Date.parse(start) + hour * 3_600_000).toISOString(),
        }));
        const ever = { on: "9999-12-31", asOf: "9999-12-31T00:00:00.000Z" };
        for (const moment of [...moments, ever]) await expectTotals(book, moment);
        await expectKept(book);
      },
    );
    await fc.assert(lives, { seed: 20_261_122, numRuns: 40 });
  }, 60_000);

  test("keeps one standing entry of a person and a session, and writes nothing that changes nothing", async () => {
    const participationId = nth(people, 0);
    const session = nth(sessions, 0);
    const posting = { participationId, sessionId: session.id, form: "in-person" } as const;
    const post = (minutes: number) =>
      deps.db.transaction((trx) =>
        postSupport(trx, [{ ...posting, minutes, validOn: session.on }], by()),
      );
    for (const minutes of [0, 360, 360, 90, 0, 0]) await post(minutes);
    const rows = await deps.db("support_postings").orderBy("id").select("minutes", "corrects_id");
    expect(rows.map((row) => row.minutes)).toEqual([360, 90, 0]);
    expect(rows.filter((row) => row.corrects_id === null)).toHaveLength(1);
    expect(await listDailySupport(deps.db, [participationId])).toEqual([
      { participationId, form: "in-person", validOn: session.on, minutes: 0 },
    ]);
  });
});
