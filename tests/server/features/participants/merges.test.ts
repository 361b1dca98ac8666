import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Author, system } from "../../../../server/change.ts";
import {
  mergeParticipants,
  undoMerge,
} from "../../../../server/features/participants/merges/service.ts";
import {
  openDisadvantage,
  sealDisadvantage,
  sealKeys,
} from "../../../../server/features/personal-data/seal/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject } from "../../../support/factories.ts";
import {
  createEvent,
  createParticipant,
  createParticipation,
  createPosting,
  createRegistration,
} from "../../../support/training-factories.ts";

const author: Author = system;

describe.each(engines)("merging of persons on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  const merge = (keptId: number, mergedId: number) =>
    mergeParticipants(deps, author, { keptId, mergedId });
  const participation = (id: number) => deps.db("participations").where({ id }).first();
  const person = (id: number) => deps.db("participants").where({ id }).first();

  /** Everything that a merge may touch, without counters of editions. */
  async function state() {
    const rows = async (table: string) =>
      (await deps.db(table).orderBy("id")).map(({ version: _, ...row }) => row);
    return {
      participants: await rows("participants"),
      participations: await rows("participations"),
      registrations: await rows("registrations"),
      postings: await rows("support_postings"),
    };
  }

  test("moves what only the other one has, and fills in what the first one lacks", async () => {
    const kept = await createParticipant(deps.db, { sex: null });
    const merged = await createParticipant(deps.db, { sex: "POHMUZI", municipality: "Liberec" });
    const projectId = await createProject(deps.db);
    const id = await createParticipation(deps.db, projectId, { participant_id: merged });
    const eventId = await createEvent(deps.db, projectId);
    const registration = await createRegistration(deps.db, eventId, { participant_id: merged });
    await merge(kept, merged);
    expect(await participation(id)).toMatchObject({ participant_id: kept, merged_into_id: null });
    const moved = await deps.db("registrations").where({ id: registration }).first();
    expect(moved.participant_id).toBe(kept);
    expect(await person(kept)).toMatchObject({ sex: "POHMUZI", municipality: "Liberec" });
    expect(await person(merged)).toMatchObject({ merged_into_id: kept });
    const [{ moved: text }] = await deps.db("participant_merges");
    expect(text).not.toContain("Liberec");
  });

  test("in the same project adds hours up under the first one, from the earlier entry", async () => {
    const projectId = await createProject(deps.db);
    const [one, other] = [await createParticipant(deps.db), await createParticipant(deps.db)];
    const kept = await createParticipation(deps.db, projectId, {
      participant_id: one,
      entered_on: "2026-02-01",
    });
    const merged = await createParticipation(deps.db, projectId, {
      participant_id: other,
      entered_on: "2025-06-01",
      exited_on: "2026-02-10",
      exit_codes: "SPUKV",
      education: "VZJN",
    });
    await deps.db("participation_exits").insert({
      participation_id: merged,
      codes: "SPUKV",
      valid_on: "2026-02-10",
      recorded_at: deps.clock.now(),
    });
    await createPosting(deps.db, kept, { minutes: 100 });
    await createPosting(deps.db, merged, { minutes: 60, form: "electronic" });
    await merge(one, other);
    expect(await participation(kept)).toMatchObject({
      in_person_minutes: 100,
      electronic_minutes: 60,
      entered_on: "2025-06-01",
      exited_on: "2026-02-10",
      education: "VZJN",
    });
    expect(await participation(merged)).toMatchObject({
      merged_into_id: kept,
      participant_id: other,
      in_person_minutes: 0,
    });
  });

  test("takes the answer about disadvantage over, sealed for its new place", async () => {
    const projectId = await createProject(deps.db);
    const [one, other] = [await createParticipant(deps.db), await createParticipant(deps.db)];
    const kept = await createParticipation(deps.db, projectId, { participant_id: one });
    const merged = await createParticipation(deps.db, projectId, { participant_id: other });
    const keys = sealKeys(deps.config);
    const answer = { answer: "given" as const, codes: ["SPOZ"] };
    await deps
      .db("participations")
      .where({ id: merged })
      .update({
        disadvantage_sealed: sealDisadvantage(keys, merged, answer),
        is_disadvantage_settled: true,
      });
    const before = await state();
    const id = await merge(one, other);
    const { disadvantage_sealed } = await participation(kept);
    expect(openDisadvantage(keys, kept, disadvantage_sealed)).toEqual(answer);
    await undoMerge(deps, author, id);
    expect(await state()).toEqual(before);
  });

  test("is not done with oneself, twice, or with somebody anonymised", async () => {
    const [one, other] = [await createParticipant(deps.db), await createParticipant(deps.db)];
    const gone = await createParticipant(deps.db, { anonymised_at: deps.clock.now() });
    await expect(merge(one, one)).rejects.toMatchObject({ key: "mergeWithItself" });
    await expect(merge(one, gone)).rejects.toMatchObject({ key: "changedMeanwhile" });
    await merge(one, other);
    await expect(merge(one, other)).rejects.toMatchObject({ key: "changedMeanwhile" });
  });

  test("is taken back from the last one on; what was written since stays where it is", async () => {
    const projectId = await createProject(deps.db);
    const [a, b, c] = [
      await createParticipant(deps.db),
      await createParticipant(deps.db),
      await createParticipant(deps.db, { email: "c@kraj.test" }),
    ];
    const first = await merge(b, c);
    const second = await merge(a, b);
    await expect(undoMerge(deps, author, first)).rejects.toMatchObject({
      key: "laterMergeStands",
    });
    await deps.db("participants").where({ id: a }).update({ email: "nova@kraj.test" });
    const since = await createParticipation(deps.db, projectId, { participant_id: a });
    await undoMerge(deps, author, second);
    expect(await person(a)).toMatchObject({ email: "nova@kraj.test" });
    expect(await person(c)).toMatchObject({ merged_into_id: b });
    expect(await participation(since)).toMatchObject({ participant_id: a });
    await undoMerge(deps, author, first);
    expect(await person(b)).toMatchObject({ email: null });
  });
});

type Step = { kind: "merge"; kept: number; merged: number } | { kind: "undo"; which: number };

const PERSONS = 5;
const someone = fc.nat({ max: PERSONS - 1 });
const steps = fc.array(
  fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant("merge" as const), kept: someone, merged: someone }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("undo" as const), which: fc.nat({ max: 4 }) }),
    },
  ),
  { maxLength: 9 },
);
/** Which of the persons take part in which of two projects, with how many minutes. */
const minutes = fc.array(
  fc.array(fc.option(fc.nat({ max: 500 }), { nil: null }), { minLength: 2, maxLength: 2 }),
  { minLength: PERSONS, maxLength: PERSONS },
);

describe("any order of merges and of taking them back", () => {
  test("leaves the hours of everybody what they come to, and all taken back is the beginning", async () => {
    await fc.assert(
      fc.asyncProperty(minutes, steps, async (given, plan) => {
        const deps = await openTestDeps("sqlite");
        try {
          await playAndCompare(deps, given, plan);
        } finally {
          await deps.close();
        }
      }),
      { seed: 20260322, numRuns: 20 },
    );
  });
});

interface Registry {
  given: (number | null)[][];
  persons: number[];
  projects: number[];
}

/** The plain computation: which person each one is counted as, and the same before each standing merge. */
interface Groups {
  now: number[];
  before: { mergeId: number; groups: number[] }[];
}

async function playAndCompare(deps: TestDeps, given: (number | null)[][], plan: Step[]) {
  const registry = await fill(deps, given);
  const begin = await picture(deps);
  const groups: Groups = { now: registry.persons.map((_, index) => index), before: [] };
  for (const step of plan) {
    if (step.kind === "merge") await mergeTwo(deps, registry, groups, step);
    else await undoOne(deps, groups, step.which);
    await compareHours(deps, registry, groups.now);
  }
  while (groups.before.length > 0) await undoOne(deps, groups, 0);
  expect(await picture(deps)).toEqual(begin);
}

async function fill({ db }: TestDeps, given: Registry["given"]): Promise<Registry> {
  const projects = [await createProject(db), await createProject(db)];
  const persons: number[] = [];
  for (const index of given.keys()) {
    const email = index % 2 === 0 ? `osoba${index}@kraj.test` : null;
    persons.push(await createParticipant(db, { email }));
  }
  const places = given.flatMap((own, index) =>
    own.flatMap((amount, place) => (amount === null ? [] : [{ index, place, amount }])),
  );
  for (const { index, place, amount } of places) {
    const id = await createParticipation(db, projects[place] as number, {
      participant_id: persons[index],
      entered_on: `2025-0${1 + ((index + place) % 5)}-01`,
      in_person_minutes: amount,
    });
    await createPosting(db, id, { minutes: amount });
  }
  return { given, persons, projects };
}

async function mergeTwo(
  deps: TestDeps,
  { persons }: Registry,
  groups: Groups,
  { kept, merged }: { kept: number; merged: number },
) {
  const { now } = groups;
  const isPossible = kept !== merged && now[kept] === kept && now[merged] === merged;
  const pair = { keptId: persons[kept] as number, mergedId: persons[merged] as number };
  const done = mergeParticipants(deps, system, pair);
  if (!isPossible) return expect(done).rejects.toThrow();
  groups.before.push({ mergeId: await done, groups: now });
  groups.now = now.map((group) => (group === merged ? kept : group));
}

/** The last but `which` one; where later ones touch the same persons, the product refuses. */
async function undoOne(deps: TestDeps, groups: Groups, which: number) {
  if (which > 0) return;
  const last = groups.before.pop();
  if (!last) return;
  await undoMerge(deps, system, last.mergeId);
  groups.now = last.groups;
}

async function compareHours({ db }: TestDeps, registry: Registry, groups: number[]) {
  const { given, persons, projects } = registry;
  for (const [place, project_id] of projects.entries()) {
    const expected = new Map<number, number>();
    for (const [index, own] of given.entries()) {
      const amount = own[place] ?? null;
      if (amount === null) continue;
      const head = persons[groups[index] as number] as number;
      expected.set(head, (expected.get(head) ?? 0) + amount);
    }
    const rows = await db("participations").where({ project_id }).whereNull("merged_into_id");
    expect(rows).toHaveLength(expected.size);
    const kept = rows.map((row): [number, number] => [row.participant_id, row.in_person_minutes]);
    expect(new Map(kept)).toEqual(expected);
  }
}

async function picture({ db }: TestDeps) {
  const without = async (table: string) =>
    (await db(table).orderBy("id")).map(({ version: _, ...row }) => row);
  return {
    persons: await without("participants"),
    participations: await without("participations"),
  };
}
