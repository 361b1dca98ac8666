import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EVER } from "../../../../db/queries/facts.ts";
import { listEsfSupports } from "../../../../db/queries/is-esf.ts";
import { listPersonSupport } from "../../../../db/queries/person-support.ts";
import { listLedger } from "../../../../db/queries/support-ledger.ts";
import {
  findSupportPosting,
  listDailySupport,
  listSupportTotals,
} from "../../../../db/queries/support-postings.ts";
import { listSupportedPersons } from "../../../../db/queries/supported-persons.ts";
import {
  correctSupport,
  postSupport,
  refreshSupport,
} from "../../../../server/features/support/service.ts";
import { addDays } from "../../../../server/values/calendar-date.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject, insert } from "../../../support/factories.ts";
import {
  createEvent,
  createInternship,
  createOrganisation,
  createParticipation,
  createSession,
} from "../../../support/training-factories.ts";
import { PEOPLE, SESSIONS, type Step, step } from "./ledger-steps.ts";
import { Book, CAP_PERCENT, THRESHOLD } from "./plain-ledger.ts";

const FIRST_DAY = "2026-01-05";

function sumOf(entries: readonly { minutes: number }[]): number {
  return entries.reduce((sum, { minutes }) => sum + minutes, 0);
}

function nth<One>(all: readonly One[], index: number): One {
  return all[index] as One;
}

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
    const line = { key, id: null, session: step.session, person, form, on, minutes };
    book.enter({ ...line, since: deps.clock.now() });
  }

  async function enterByHand(step: Extract<Step, { action: "hand" }>, book: Book): Promise<void> {
    const { person, minutes, form } = step;
    const on = addDays(FIRST_DAY, step.daysBack);
    const posting = { participationId: nth(people, person), form, minutes, validOn: on };
    await deps.db.transaction((trx) => postSupport(trx, [posting], by()));
    const [newest] = await deps.db("support_postings").max({ id: "id" });
    const since = deps.clock.now();
    const line = { key: `hand ${since}`, id: Number(newest?.id), session: null, since };
    book.enter({ ...line, person, form, on, minutes });
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

  /** Files and numbers say the same as the book, each person under whoever stands for them. */
  async function expectCountedAlike(book: Book): Promise<void> {
    const span = { from: "2026-01-01", until: "2026-12-31", asOf: deps.clock.now() };
    const files = await listEsfSupports(deps.db, people, span);
    const project = { projectId, thresholdMinutes: THRESHOLD, electronicMost: 300 };
    const persons = await listSupportedPersons(deps.db, [project], EVER);
    for (const [index, id] of people.entries()) {
      const { inPerson: inPersonMinutes, electronic: electronicMinutes } = book.hours(index);
      const hours = { inPersonMinutes, electronicMinutes };
      const isSomething = inPersonMinutes + electronicMinutes > 0;
      const ofPerson = ({ participationId }: { participationId: number }) => participationId === id;
      expect(files.filter(ofPerson)).toMatchObject(isSomething ? [hours] : []);
      const crossedOn = book.thresholdOn(index);
      expect(persons.filter(ofPerson)).toMatchObject(isSomething ? [{ ...hours, crossedOn }] : []);
    }
  }

  /** So do the person's own pages. */
  async function expectListedAlike(book: Book): Promise<void> {
    for (const [index, id] of people.entries()) {
      if (book.standsFor.has(index)) continue;
      const { inPerson, electronic } = book.hours(index);
      const standing = (await listLedger(deps.db, id)).filter(
        (entry) => !entry.isCorrected && !entry.isRepeated,
      );
      expect(sumOf(standing)).toBe(inPerson + electronic);
      expect(sumOf(await listPersonSupport(deps.db, [id]))).toBe(inPerson + electronic);
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
        for (const moment of [...moments, EVER]) await expectTotals(book, moment);
        await expectKept(book);
        await expectCountedAlike(book);
        await expectListedAlike(book);
      },
    );
    await fc.assert(lives, { seed: 20_261_122, numRuns: 40 });
  }, 60_000);

  test("counts a day of an internship told by both records of a person once", async () => {
    const [root, other] = [nth(people, 0), nth(people, 1)];
    const internshipId = await createInternship(deps.db, projectId);
    const organisation_id = await createOrganisation(deps.db);
    const hostId = await insert(deps.db, "internship_hosts", {
      internship_id: internshipId,
      organisation_id,
    });
    const post = async (participationId: number, workedOn: string, minutes: number) => {
      const { participant_id } = await deps
        .db("participations")
        .where({ id: participationId })
        .first();
      const trainee = { internship_id: internshipId, participant_id };
      const known = await deps.db("internship_trainees").where(trainee).first("id");
      const traineeId = known?.id ?? (await insert(deps.db, "internship_trainees", trainee));
      const internshipDayId = await insert(deps.db, "internship_days", {
        internship_id: internshipId,
        trainee_id: traineeId,
        host_id: hostId,
        worked_on: workedOn,
        minutes,
        created_at: deps.clock.now(),
      });
      const posting = { participationId, internshipDayId, form: "in-person", minutes } as const;
      await deps.db.transaction((trx) =>
        postSupport(trx, [{ ...posting, validOn: workedOn }], by()),
      );
    };
    await post(root, "2026-01-05", 180);
    await post(root, "2026-01-05", 60);
    await post(other, "2026-01-05", 480);
    await post(other, "2026-01-06", 100);
    const hoursOf = async (id: number) =>
      (await deps.db("participations").where({ id }).first()).in_person_minutes;
    await mark(1, root);
    expect([await hoursOf(root), await hoursOf(other)]).toEqual([340, 0]);
    await mark(1, null);
    await deps.db.transaction((trx) => refreshSupport(trx, [root]));
    expect([await hoursOf(root), await hoursOf(other)]).toEqual([240, 580]);
  });

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
