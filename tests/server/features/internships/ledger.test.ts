import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listUnconfirmedDays } from "../../../../db/queries/internship-days.ts";
import type { Author } from "../../../../server/change.ts";
import { confirmHours } from "../../../../server/features/internships/confirmations/service.ts";
import {
  addDay,
  deleteDay,
  editDay,
} from "../../../../server/features/internships/days/service.ts";
import { fingerprintOf } from "../../../../server/features/internships/links/rules.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject } from "../../../support/factories.ts";
import { createHost, createTrainee } from "../../../support/internship-factories.ts";
import { createInternship } from "../../../support/training-factories.ts";

const author: Author = { userId: null, requestId: null, address: null, submission: null };

type Step =
  | { kind: "add"; day: number; hours: number }
  | { kind: "edit"; which: number; hours: number }
  | { kind: "delete"; which: number }
  | { kind: "confirm" };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("add" as const),
      day: fc.integer({ min: 2, max: 6 }),
      hours: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({
      kind: fc.constant("edit" as const),
      which: fc.nat(9),
      hours: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({ kind: fc.constant("delete" as const), which: fc.nat(9) }),
    fc.constant({ kind: "confirm" as const }),
  ),
  { minLength: 3, maxLength: 10 },
);

/** What is believed to be there, kept apart from the product. */
interface PlainDay {
  id: number;
  minutes: number;
  isConfirmed: boolean;
}

async function openWorld(deps: TestDeps) {
  const projectId = await createProject(deps.db);
  const internshipId = await createInternship(deps.db, projectId, { state: "running" });
  const trainee = await createTrainee(deps.db, { projectId, internshipId });
  const hostId = await createHost(deps.db, internshipId);
  const key = { projectId, id: internshipId };
  const common = { traineeId: trainee.traineeId, hostId, diary: null };
  const plain: PlainDay[] = [];
  return { deps, key, hostId, common, plain, participationId: trainee.participationId };
}

type World = Awaited<ReturnType<typeof openWorld>>;

async function take(step: Step, world: World): Promise<void> {
  if (step.kind === "add") return add(step, world);
  if (step.kind === "confirm") return confirm(world);
  const chosen = world.plain[step.which % Math.max(1, world.plain.length)];
  if (!chosen) return;
  if (step.kind === "edit") await edit(chosen, step.hours * 60, world);
  else await remove(chosen, world);
}

async function add(step: { day: number; hours: number }, world: World): Promise<void> {
  const { deps, key, common, plain } = world;
  if (plain.length >= 5) return;
  const hours = step.hours * 60;
  const day = { ...common, workedOn: `2026-03-0${step.day}`, hours };
  const id = await addDay(deps, author, key, day);
  plain.push({ id, minutes: hours, isConfirmed: false });
}

async function edit(chosen: PlainDay, hours: number, world: World): Promise<void> {
  const { deps, key, common } = world;
  const stored = await deps.db("internship_days").where({ id: chosen.id }).first();
  const { worked_on: workedOn, version } = stored;
  const entry = { ...common, workedOn, hours, version, reason: "Oprava" };
  await editDay(deps, author, key, { dayId: chosen.id, entry, formOf: () => ({}) });
  chosen.minutes = hours;
}

async function remove(chosen: PlainDay, { deps, key, plain }: World): Promise<void> {
  const { version } = await deps.db("internship_days").where({ id: chosen.id }).first();
  await deleteDay(deps, author, key, { dayId: chosen.id, version, reason: "Omyl" });
  plain.splice(plain.indexOf(chosen), 1);
}

async function confirm({ deps, key, hostId, plain }: World): Promise<void> {
  if (plain.every((day) => day.isConfirmed)) return;
  const of = { internshipId: key.id, hostId, until: "2026-03-09" };
  const seen = fingerprintOf(await listUnconfirmedDays(deps.db, of));
  await confirmHours(deps, author, key, { hostId, reason: "Výkaz", seen });
  for (const day of plain) day.isConfirmed = true;
}

function sumOf(rows: readonly { minutes: number }[]): number {
  return rows.reduce((sum, { minutes }) => sum + Number(minutes), 0);
}

describe.each(engines)("the ledger of internships on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-09T07:30:00Z" });
  });
  afterEach(() => deps.close());

  test("holds exactly the hours confirmed and not taken back, in whatever order", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (walk) => {
        const world = await openWorld(deps);
        for (const step of walk) await take(step, world);
        const expected = sumOf(world.plain.filter(({ isConfirmed }) => isConfirmed));
        const { participationId } = world;
        const of = { participation_id: participationId };
        const rows = await deps.db("support_postings").where(of);
        const corrected = new Set(rows.map((row) => row.corrects_id));
        const standing = sumOf(rows.filter((row) => !corrected.has(row.id)));
        const kept = await deps.db("participations").where({ id: participationId }).first();
        expect([standing, kept.in_person_minutes]).toEqual([expected, expected]);
      }),
      { seed: 20260309, numRuns: 12 },
    );
  });

  test("a person's day never exceeds 24 hours, even when two internships write at once", async () => {
    const { db } = deps;
    const projectId = await createProject(db);
    const first = await createInternship(db, projectId, { state: "running" });
    const second = await createInternship(db, projectId, { state: "running" });
    const trainee = await createTrainee(db, { projectId, internshipId: first });
    const [other] = await db("internship_trainees")
      .insert({ internship_id: second, participant_id: trainee.participantId })
      .returning("id");
    const write = async (internshipId: number, traineeId: number) =>
      addDay(
        deps,
        author,
        { projectId, id: internshipId },
        {
          traineeId,
          hostId: await createHost(db, internshipId),
          workedOn: "2026-03-03",
          hours: 800,
          diary: null,
        },
      );
    const results = await Promise.allSettled([
      write(first, trainee.traineeId),
      write(second, other.id),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
