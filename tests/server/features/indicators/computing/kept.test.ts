import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../../db/seeds/catalogues.ts";
import type { Author } from "../../../../../server/change.ts";
import { AppError } from "../../../../../server/errors.ts";
import { saveCells } from "../../../../../server/features/attendances/service.ts";
import { closeEvent, reopenEvent } from "../../../../../server/features/closings/service.ts";
import { editSession } from "../../../../../server/features/events/sessions/service.ts";
import { computations } from "../../../../../server/features/indicators/computing/rules.ts";
import { refreshComputedIndicators } from "../../../../../server/features/indicators/computing/service.ts";
import { createIndicator } from "../../../../../server/features/indicators/service.ts";
import { recordExit } from "../../../../../server/features/participants/exits/service.ts";
import { participantSchema } from "../../../../../server/features/participants/form/schema.ts";
import {
  cardOf,
  editParticipant,
  versionOf,
} from "../../../../../server/features/participants/form/service.ts";
import {
  mergeParticipants,
  undoMerge,
} from "../../../../../server/features/participants/merges/service.ts";
import { postByHand } from "../../../../../server/features/support/ledger/service.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import { createProject, createUser, insert } from "../../../../support/factories.ts";
import {
  createEvent,
  createParticipant,
  createParticipation,
  createRegistration,
  createSession,
} from "../../../../support/training-factories.ts";

/** A closing with an undecided cell, a merge of who is merged: what the house refuses changes nothing. */
function refused(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

const ACTIONS = ["attend", "close", "post", "merge", "undo", "edit", "leave", "move"] as const;
const WALK = fc.array(
  fc.record({
    action: fc.constantFrom(...ACTIONS),
    person: fc.nat(2),
    other: fc.integer({ min: 1, max: 2 }),
    number: fc.nat(9),
  }),
  { minLength: 8, maxLength: 16 },
);
type Step = typeof WALK extends fc.Arbitrary<(infer One)[]> ? One : never;

describe.each(engines)("figures kept of computed indicators on %s", (engine) => {
  let deps: TestDeps;
  let author: Author;
  let projectId: number;
  let eventId: number;
  let sessionId: number;
  let people: { participantId: number; participationId: number; registrationId: number }[];

  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-12T16:00:00Z" });
    const userId = await createUser(deps.db);
    author = { userId, requestId: null, address: null, submission: null };
    await seedCatalogues(deps.db, deps.clock.now());
    await deps.db("programme_rules").where({ kind: "support-threshold" }).update({ value: "8" });
  });
  afterEach(() => deps.close());

  async function freshProject(): Promise<void> {
    projectId = await createProject(deps.db, { starts_on: "2025-01-01", ends_on: "2027-12-31" });
    for (const computation of computations)
      await createIndicator(deps, author, {
        projectId,
        name: computation,
        unit: "osoby",
        target: 9,
        computation,
      } as never);
    eventId = await createEvent(deps.db, projectId);
    sessionId = await createSession(deps.db, eventId);
    people = [];
    for (let one = 0; one < 3; one += 1) {
      const participant_id = await createParticipant(deps.db);
      const participationId = await createParticipation(deps.db, projectId, { participant_id });
      const record = { participation_id: participationId, is_complete: true };
      await insert(deps.db, "participation_completions", {
        ...record,
        recorded_at: "2026-01-05T08:00:00.000Z",
      });
      const registrationId = await createRegistration(deps.db, eventId, { participant_id });
      people.push({ participantId: participant_id, participationId, registrationId });
    }
  }

  const steps: Record<(typeof ACTIONS)[number], (step: Step) => Promise<unknown>> = {
    attend: ({ person, number }) => {
      const key = { projectId, eventId, sessionId, countsAsSupport: true };
      const cells = people.map(({ registrationId }, index) => {
        const isAway = index === person && number % 3 > 0;
        return { registrationId, state: isAway ? "absent" : "present", minutes: null } as const;
      });
      return saveCells(deps, author, key, cells);
    },
    close: async () => {
      const { state } = await deps.db("events").where({ id: eventId }).first();
      if (state === "closed") return reopenEvent(deps, author, eventId, "Chyba v listině");
      const entry = { headCount: null, headCountWomen: null, sheetReason: "U lektora" };
      return closeEvent(deps, author, eventId, entry);
    },
    post: ({ person, number }) => {
      const entry = { minutes: 60 * (number + 1), note: "Ručně", form: "in-person" } as const;
      const key = { projectId, participationId: nth(person).participationId };
      return postByHand(deps, author, key, { ...entry, validOn: `2026-03-0${number || 1}` });
    },
    merge: ({ person, other }) =>
      mergeParticipants(deps, author, {
        keptId: nth(person).participantId,
        mergedId: nth((person + other) % 3).participantId,
      }),
    undo: async () => {
      const merge = await deps.db("participant_merges").whereNull("undone_at").max({ id: "id" });
      return undoMerge(deps, author, Number(merge[0]?.id ?? 0));
    },
    edit: async ({ person, number }) => {
      const key = { projectId, id: nth(person).participationId };
      const version = versionOf(await cardOf(deps, deps.db, key));
      const entry = participantSchema.parse({
        firstName: "Alena",
        surname: `Zkušební${person}`,
        bornOn: number % 2 === 0 ? "1980-05-01" : "",
        enteredOn: "2025-02-01",
        isFromUkraine: number % 3 === 0 ? "no" : "yes",
        version: String(version),
      });
      return editParticipant(deps, author, key, { entry, formOf: () => ({}) });
    },
    leave: ({ person, number }) => {
      const key = { projectId, id: nth(person).participationId };
      const codes = [number % 2 === 0 ? "SPUKV" : "SPVZD"];
      const entry = { validOn: "2026-03-11", codes, note: null, isWithdrawn: number === 9 };
      return recordExit(deps, author, key, entry as never);
    },
    move: async ({ number }) => {
      const { version } = await deps.db("events").where({ id: eventId }).first();
      const day = { heldOn: `2026-03-0${number || 1}`, startsAt: "09:00", endsAt: "15:00" };
      const where = { place: null, topic: null, form: "in-person", supportMinutes: 360 } as const;
      const entry = { ...day, ...where, hourMinutes: "60", version } as const;
      return editSession(deps, author, { projectId, id: eventId, sessionId }, entry);
    },
  };

  function nth(person: number) {
    const found = people[person];
    if (!found) throw new Error("nobody");
    return found;
  }

  const kept = () =>
    deps
      .db("indicators")
      .where({ project_id: projectId })
      .orderBy("id")
      .select("computation", "achieved", "achieved_on");

  test("are what the facts come to, whatever was done and refused before", async () => {
    const done = new Map<string, number>();
    const walks = fc.asyncProperty(WALK, async (walk) => {
      await freshProject();
      for (const step of walk) {
        deps.clock.advance(1000);
        await steps[step.action](step).then(() => {
          done.set(step.action, (done.get(step.action) ?? 0) + 1);
        }, refused);
      }
      const shown = await kept();
      await deps.db.transaction((trx) => refreshComputedIndicators(trx, projectId));
      expect(shown).toEqual(await kept());
    });
    await fc.assert(walks, { seed: 20_261_122, numRuns: 12 });
    for (const action of ACTIONS) expect(done.get(action), action).toBeGreaterThan(1);
  }, 60_000);
});
