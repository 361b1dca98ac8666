import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Engine } from "../../../../db/connection.ts";
import { listActiveRules } from "../../../../db/queries/reminder-rules.ts";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { gatherDigests, planReminders } from "../../../../server/features/reminders/service.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createMilestone,
  createPeriod,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import { plusDays } from "./plain-days.ts";
import {
  type Person,
  type PlainMail,
  plainReminders,
  type Thing,
  type Way,
  type World,
} from "./plain-reminders.ts";

const FIRST_DAY = "2026-01-05";
const ROLES = ["manager", "manager", "coordinator", "coordinator", "finance", null];
const KINDS = ["milestone", "report", "publicity", "task"];
const CATEGORIES = ["deadlines", "milestones"];
const WAYS: Way[] = ["daily", "daily", "weekly", "off"];

type Roll = (sides: number) => number;

/** The same numbers in every run. */
function dice(seed: number): Roll {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export interface Years {
  lastDay: string;
  /** So many mails at least, or nothing was compared. */
  leastMails: number;
}

/** People, what they owe and what befalls them, day by day from 2026 on, beside the plain computation of it. */
export function describeYears(engine: Engine, { lastDay, leastMails }: Years): void {
  describe(`years of reminders on ${engine}`, () => years(engine, { lastDay, leastMails }));
}

function years(engine: Engine, { lastDay, leastMails }: Years): void {
  let deps: TestDeps;
  let projectId: number;
  let world: World;
  let things: Thing[];
  let periods: number;
  let outage: number;
  let roll: Roll;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    roll = dice(2026);
    things = [];
    periods = 0;
    outage = 0;
    projectId = await createProject(deps.db, { ends_on: "2036-12-31" });
    await insert(deps.db, "reminder_rules", {
      ...{ key: "tasks", object_type: "milestone", kind: "task", days_before: "10,2" },
      ...{ overdue_after: 2, category: "milestones", recipients: "owner" },
      ...{ escalate_manager_after: 3, created_at: "2026-01-01T08:00:00.000Z" },
    });
    world = {
      people: new Map(),
      contacts: new Map(),
      rules: await plainRules(),
      mandatory: new Set(["deadlines"]),
    };
    for (const [n, role] of ROLES.entries()) await enterPerson(n, role);
    for (const name of ["Ivana Hostová", "Petr Malý"]) {
      const given = { name, sort_key: name, email: "host@obec.test" };
      const created_at = "2026-01-01T08:00:00.000Z";
      world.contacts.set(await insert(deps.db, "contacts", { ...given, created_at }), {
        agrees: false,
      });
    }
  });
  afterEach(() => deps.close());

  async function plainRules() {
    return (await listActiveRules(deps.db)).map((rule) => ({
      ...{ type: rule.objectType, kind: rule.kind, steps: rule.daysBefore },
      ...{ after: rule.overdueAfter, every: rule.overdueEvery, category: rule.category },
      ...{ recipients: rule.recipients, managersAfter: rule.escalateManagerAfter },
    }));
  }

  async function enterPerson(n: number, role: string | null) {
    const isAdministrator = role === null;
    const weekdays = n === 2 ? [2, 4] : [1, 2, 3, 4, 5];
    const id = await createUser(deps.db, {
      ...{ email: `person${n}@kraj.test`, is_administrator: isAdministrator },
      ...{ digest_days: weekdays.join(","), digest_at: n % 2 ? "07:30" : "06:00" },
    });
    const person = { id, isGone: false, isAdministrator, role, pause: null, deputies: [] };
    world.people.set(id, { ...person, weekdays, ways: {} });
    if (role !== null) await addMember(deps.db, { projectId, userId: id, role });
  }

  const one = <Item>(items: Iterable<Item>) => {
    const list = [...items];
    return list[roll(list.length)] as Item;
  };
  const users = (person: Person) => deps.db("users").where({ id: person.id });
  const spanFrom = (day: string) => {
    const from = plusDays(day, roll(10));
    return [from, plusDays(from, roll(15))] as const;
  };

  async function enter(day: string) {
    const dueOn = plusDays(day, roll(80) - 5);
    if (roll(8) === 0) {
      periods += 1;
      const number = periods;
      const id = await createPeriod(deps.db, projectId, { number, ends_on: dueOn });
      const passing = { type: "period", kind: "period-end", passes: true, owner: null };
      things.push({ ...passing, id, dueOn, doneOn: null });
      return;
    }
    const kind = one(KINDS);
    const id = await createMilestone(deps.db, projectId, { title: "Termín", kind, due_on: dueOn });
    const thing = { type: "milestone", id, kind, owner: null, passes: false, doneOn: null, dueOn };
    things.push(thing);
    await handOver(thing);
  }

  async function handOver(thing: Thing) {
    const [person, contact] = [one(world.people.keys()), one(world.contacts.keys())];
    const to = roll(6);
    thing.owner = to === 0 ? null : to === 1 ? { contact } : { person };
    await change(thing, {
      owner_user_id: to > 1 ? person : null,
      owner_contact_id: to === 1 ? contact : null,
    });
  }

  const change = (thing: Thing, columns: object) =>
    deps.db("milestones").where({ id: thing.id }).update(columns);

  const turns: ((thing: Thing, person: Person, day: string) => Promise<unknown>)[] = [
    (thing, _, day) => {
      thing.doneOn = day;
      return change(thing, { done_on: day });
    },
    (thing) => {
      thing.dueOn = plusDays(thing.dueOn, roll(60) - 20);
      const { dueOn } = thing;
      return change(thing, { due_on: dueOn, remind_on: dueOn, shifted_on: dueOn });
    },
    (thing) => handOver(thing),
    (_, person, day) => {
      person.pause = spanFrom(day);
      const [paused_from_on, paused_until_on] = person.pause;
      return users(person).update({ paused_from_on, paused_until_on });
    },
    async (_, person, day) => {
      const [from, until] = spanFrom(day);
      const id = one(world.people.keys());
      const names = person.deputies.some((other) => other.until >= from);
      if (id === person.id || names) return;
      person.deputies.push({ id, from, until });
      await insert(deps.db, "deputies", {
        ...{ user_id: person.id, deputy_user_id: id, from_on: from, until_on: until },
        created_at: deps.clock.now(),
      });
    },
    (_, person, day) => {
      person.isGone = !person.isGone && !person.isAdministrator && roll(2) === 0;
      return users(person).update({ deactivated_at: person.isGone ? `${day}T05:00:00Z` : null });
    },
    async (_, person) => {
      if (person.isAdministrator) return;
      const userId = person.id;
      if (person.role !== null) {
        await deps.db("memberships").where({ user_id: userId }).delete();
        person.role = null;
      } else {
        person.role = one(["manager", "coordinator", "finance"]);
        await addMember(deps.db, { projectId, userId, role: person.role });
      }
    },
    async (_, person) => {
      const category = one(CATEGORIES);
      const way = one(WAYS);
      person.ways[category] = way;
      const own = { user_id: person.id, category };
      await deps.db("notification_preferences").where(own).delete();
      await deps.db("notification_preferences").insert({ ...own, way });
    },
    async () => {
      const [id, contact] = one(world.contacts);
      contact.agrees = !contact.agrees;
      const agreed_to_mail_at = contact.agrees ? deps.clock.now() : null;
      await deps.db("contacts").where({ id }).update({ agreed_to_mail_at });
    },
  ];

  async function life(day: string) {
    const open = things.filter((thing) => thing.doneOn === null && !thing.passes);
    const event = roll(45);
    if (event > 42 || open.length === 0) return enter(day);
    // What is open is closed twice as often as anything else happens, so that it does not pile up.
    const turn = turns[event === turns.length ? 0 : event];
    await turn?.(one(open), one(world.people.values()), day);
  }

  async function morning(day: string): Promise<PlainMail[]> {
    deps.clock.set(`${day}T07:30:00Z`);
    const before = deps.mailer.sent.length;
    const run = { name: "plan-reminders", period_key: day, started_at: deps.clock.now() };
    await deps.db("job_runs").insert(run);
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
      .select({ recipient: "o.recipient", type: "o.object_type", id: "o.object_id" });
    const mails = new Map<string, string[]>();
    for (const { recipient, type, id } of rows)
      mails.set(recipient, [...(mails.get(recipient) ?? []), `${type} ${id}`]);
    return [...mails]
      .map(([recipient, ids]) => ({ day, recipient, things: ids.toSorted() }))
      .toSorted((a, b) => (a.recipient < b.recipient ? -1 : 1));
  }

  /** Once in a while nothing runs for some days. */
  function isOut(): boolean {
    outage = Math.max(outage - 1, roll(150) === 0 ? 1 + roll(6) : 0);
    return outage > 0;
  }

  test("are day by day those of the plain computation, over holidays, moves, absences, leavers and outages", async () => {
    const plain = plainReminders();
    const mails: PlainMail[] = [];
    for (let day = FIRST_DAY; day <= lastDay; day = plusDays(day, 1)) {
      await life(day);
      if (isOut()) continue;
      const expected = plain(day, things, world);
      expect(await morning(day)).toEqual(expected);
      mails.push(...expected);
      things = things.filter(
        (thing) => thing.doneOn === null && !(thing.passes && thing.dueOn < day),
      );
    }
    expect(deps.mailer.sent).toHaveLength(mails.length);
    expect(mails.length).toBeGreaterThan(leastMails);
    const reasons = await deps.db("reminder_occurrences").distinct("because").orderBy("because");
    const all = ["deputy", "escalation", "owner", "role", "stand-in"];
    expect(reasons.map(({ because }) => because)).toEqual(all);
    expect(mails.some(({ recipient }) => recipient.startsWith("contact:"))).toBe(true);
  }, 1_700_000);
}
