import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { gatherDigests, planReminders } from "../../../../server/features/reminders/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { type PlainMail, plainReminders, plusDays, type Thing } from "./plain-reminders.ts";

const FIRST_DAY = "2026-01-05";
const LAST_DAY = "2035-12-31";

type Roll = (sides: number) => number;

/** The same numbers in every run. */
function dice(seed: number): Roll {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe.each(engines)("ten years of reminders on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  let people: number[];
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    people = [];
    for (let n = 0; n < 3; n += 1)
      people.push(await createUser(deps.db, { email: `person${n}@kraj.test` }));
    projectId = await createProject(deps.db, { ends_on: "2036-12-31" });
    for (const [n, userId] of people.entries())
      await addMember(deps.db, { projectId, userId, role: n === 0 ? "manager" : "coordinator" });
  });
  afterEach(() => deps.close());

  const change = (thing: Thing, columns: object) =>
    deps.db("milestones").where({ id: thing.id }).update(columns);
  const anybody = (roll: Roll) => people[roll(people.length)] ?? 0;

  async function enter(things: Map<number, Thing>, day: string, roll: Roll) {
    const dueOn = plusDays(day, roll(80) - 5);
    const owner = anybody(roll);
    const given = { title: "Termín", due_on: dueOn, owner_user_id: owner };
    const id = await createMilestone(deps.db, projectId, given);
    things.set(id, { id, owner, dueOn, doneOn: null });
  }

  const turns: ((thing: Thing, day: string, roll: Roll) => Promise<unknown>)[] = [
    (thing, day) => {
      thing.doneOn = day;
      return change(thing, { done_on: day });
    },
    (thing, _day, roll) => {
      thing.dueOn = plusDays(thing.dueOn, roll(60) - 20);
      const { dueOn } = thing;
      return change(thing, { due_on: dueOn, remind_on: dueOn, shifted_on: dueOn });
    },
    (thing, _day, roll) => {
      thing.owner = anybody(roll);
      return change(thing, { owner_user_id: thing.owner });
    },
  ];

  async function life(things: Map<number, Thing>, day: string, roll: Roll) {
    const open = [...things.values()].filter((thing) => thing.doneOn === null);
    const event = roll(40);
    if (event === 39 || open.length === 0) return enter(things, day, roll);
    const thing = open[roll(open.length)];
    if (thing) await turns[event]?.(thing, day, roll);
  }

  async function morning(day: string): Promise<PlainMail[]> {
    deps.clock.set(`${day}T07:30:00Z`);
    const before = deps.mailer.sent.length;
    await planReminders(deps);
    await gatherDigests(deps);
    await deliverMail(deps, { owner: "test", wait: async () => {} });
    return deps.mailer.sent.length > before ? whatWasTold(day) : [];
  }

  async function whatWasTold(day: string): Promise<PlainMail[]> {
    const rows = await deps
      .db("reminder_occurrences as o")
      .join("outgoing_mails as m", "m.id", "o.mail_id")
      .where("m.dedupe_key", "like", `%:${day}`)
      .where("m.state", "sent")
      .orderBy(["o.recipient_user_id", "o.object_id"])
      .select({ person: "o.recipient_user_id", thing: "o.object_id" });
    const mails = new Map<number, number[]>();
    for (const { person, thing } of rows) mails.set(person, [...(mails.get(person) ?? []), thing]);
    return [...mails].map(([person, ids]) => ({ day, person, things: ids }));
  }

  test("are exactly those of the plain computation, over holidays, moves, completions and outages", async () => {
    const roll = dice(2026);
    const things = new Map<number, Thing>();
    const plain = plainReminders();
    const expected: PlainMail[] = [];
    const told: PlainMail[] = [];
    let outage = 0;
    for (let day = FIRST_DAY; day <= LAST_DAY; day = plusDays(day, 1)) {
      await life(things, day, roll);
      outage = Math.max(outage - 1, roll(150) === 0 ? 1 + roll(6) : 0);
      if (outage > 0) continue;
      told.push(...(await morning(day)));
      expected.push(...plain(day, things.values()));
    }
    expect(told).toEqual(expected);
    expect(deps.mailer.sent).toHaveLength(expected.length);
    expect(expected.length).toBeGreaterThan(500);
  }, 120_000);
});
