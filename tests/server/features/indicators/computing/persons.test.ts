import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type Computation,
  countOf,
  standingOn,
} from "../../../../../server/features/indicators/computing/rules.ts";
import {
  listCountedFacts,
  listCountedValues,
} from "../../../../../server/features/indicators/computing/service.ts";
import { figureOf } from "../../../../../server/features/indicators/rules.ts";
import { addDays } from "../../../../../server/values/calendar-date.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import { createIndicator, createProject, insert } from "../../../../support/factories.ts";
import {
  createParticipation,
  createPosting,
  createSupportRules,
} from "../../../../support/training-factories.ts";
import { type Life, type Line, plainCount } from "./plain-persons.ts";

const FIRST_DAY = "2026-01-05";
const PEOPLE = 4;
const RULES = {
  "OPZ+": { programme: "OPZ+", hours: 40, cap: 100 },
  OPZ: { programme: "OPZ", hours: 32, cap: 50 },
};

/** Something that happened to the ledger or to a record; `target` picks the posting that is corrected. */
interface Step {
  action: "post" | "post" | "correct" | "complete" | "incomplete";
  person: number;
  day: number;
  minutes: number;
  isElectronic: boolean;
  target: number;
  hoursLater: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  action: fc.constantFrom("post", "post", "post", "correct", "complete", "complete", "incomplete"),
  person: fc.nat(PEOPLE - 1),
  day: fc.nat(30),
  minutes: fc.constantFrom(0, 240, 480, 720, 1_440),
  isElectronic: fc.boolean(),
  target: fc.nat(20),
  hoursLater: fc.integer({ min: 0, max: 48 }),
});

describe.each(engines)("persons counted by computed indicators on %s", (engine) => {
  let deps: TestDeps;

  beforeEach(async () => {
    deps = await openTestDeps(engine);
    await createSupportRules(deps.db, RULES["OPZ+"]);
    await createSupportRules(deps.db, RULES.OPZ);
  });
  afterEach(() => deps.close());

  async function live(projectId: number, steps: Step[], merges: boolean[]): Promise<Life> {
    const ids: number[] = [];
    for (let person = 0; person < PEOPLE; person += 1)
      ids.push(await createParticipation(deps.db, projectId));
    const life: Life = { lines: [], records: [], identity: [0, 1, 2, 3] };
    let hours = 0;
    for (const one of steps) {
      hours += one.hoursLater + 1;
      const at = new Date(Date.parse(`${FIRST_DAY}T06:00:00Z`) + hours * 3_600_000).toISOString();
      await take(ids, life, one, at);
    }
    // Each odd person may turn out to be the one before.
    for (const [pair, isMerged] of merges.entries()) {
      if (!isMerged) continue;
      life.identity[pair * 2 + 1] = pair * 2;
      await deps
        .db("participations")
        .where({ id: ids[pair * 2 + 1] })
        .update({ merged_into_id: ids[pair * 2] });
    }
    return life;
  }

  async function take(ids: number[], life: Life, one: Step, at: string): Promise<void> {
    if (one.action === "complete" || one.action === "incomplete") {
      const [person, isComplete] = [one.person, one.action === "complete"];
      life.records.push({ at, person, isComplete });
      const row = { participation_id: ids[person], is_complete: isComplete, recorded_at: at };
      await insert(deps.db, "participation_completions", row);
      return;
    }
    const open = life.lines.filter(({ id }) => !life.lines.some((other) => other.corrects === id));
    const corrected = one.action === "correct" ? open[one.target % (open.length || 1)] : undefined;
    await post(ids, life, one, { at, corrected });
  }

  async function post(
    ids: number[],
    life: Life,
    { person: given, day, minutes, isElectronic }: Step,
    { at, corrected }: { at: string; corrected: Line | undefined },
  ): Promise<void> {
    const person = corrected?.person ?? given;
    const corrects = corrected?.id ?? null;
    const on = addDays(FIRST_DAY, day);
    const id = await createPosting(deps.db, ids[person] as number, {
      form: isElectronic ? "electronic" : "in-person",
      minutes,
      valid_on: on,
      recorded_at: at,
      corrects_id: corrects,
    });
    life.lines.push({ id, at, on, person, minutes, isElectronic, corrects });
  }

  test("equal a plain computation at any two times, whatever was corrected, merged or completed", async () => {
    const lives = fc.asyncProperty(
      fc.constantFrom("OPZ+" as const, "OPZ" as const),
      fc.array(step, { minLength: 6, maxLength: 24 }),
      fc.tuple(fc.boolean(), fc.boolean()),
      fc.array(fc.tuple(fc.nat(35), fc.nat(30)), { minLength: 6, maxLength: 6 }),
      async (programme, steps, merges, times) => {
        const projectId = await createProject(deps.db, { programme, starts_on: "2025-01-01" });
        const computed = (computation: Computation) =>
          createIndicator(deps.db, projectId, { origin: "computed", computation });
        const over = await computed("persons-over-threshold");
        const under = await computed("persons-under-threshold");
        const life = await live(projectId, steps, merges);
        for (const [day, known] of times) {
          const asOf = `${addDays(FIRST_DAY, known)}T09:00:00.000Z`;
          const moment = { on: addDays(FIRST_DAY, day), asOf };
          const expected = plainCount(life, moment, RULES[programme]);
          const values = await listCountedValues(deps.db, { projectIds: [projectId] }, moment);
          const later = await listCountedFacts(
            deps.db,
            [{ id: over, projectId, activityId: null, computation: "persons-over-threshold" }],
            { on: "9999-12-31", asOf },
          );
          const figure = (id: number) =>
            figureOf(
              { valueType: "number", behaviour: "increment" },
              values.filter(({ indicatorId }) => indicatorId === id),
              moment.on,
            ).value ?? 0;
          expect({ over: figure(over), under: figure(under) }).toEqual(expected);
          // The same day read out of all that is known at the instant.
          expect(countOf(standingOn(later.get(over) ?? [], moment.on))).toBe(expected.over);
        }
      },
    );
    await fc.assert(lives, { seed: 600_000, numRuns: 50 });
  });
});
