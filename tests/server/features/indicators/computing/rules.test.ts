import { describe, expect, test } from "vitest";
import type { ExitInForce, OutputState } from "../../../../../db/queries/counted-facts.ts";
import type { SupportedPerson } from "../../../../../db/queries/supported-persons.ts";
import {
  changesByDay,
  countOf,
  factsOf,
  NO_EVIDENCE,
  standingOn,
} from "../../../../../server/features/indicators/computing/rules.ts";

const person = (given: Partial<SupportedPerson>): SupportedPerson => ({
  projectId: 1,
  participationId: 1,
  inPersonMinutes: 2_400,
  electronicMinutes: 0,
  firstOn: "2026-01-05",
  crossedOn: null,
  isComplete: true,
  isRegistered: true,
  isFromUkraine: false,
  ...given,
});
const exit = (validOn: string, codes: string, isWithdrawn = false): ExitInForce => ({
  ...{ projectId: 1, participationId: 1, validOn, codes, isWithdrawn },
});
const output = (given: Partial<OutputState>): OutputState => ({
  milestoneId: 1,
  projectId: 1,
  activityId: 7,
  outputKind: "document",
  state: "done",
  validOn: "2026-02-01",
  ...given,
});
const at = { projectId: 1, activityId: 7, heldOn: "2026-02-01", headCount: null };

describe("facts of a computed indicator", () => {
  test("let a person go from under the threshold on the day they cross it, complete or not", () => {
    const persons = [
      person({ participationId: 1, crossedOn: "2026-02-10" }),
      person({ participationId: 2, crossedOn: "2026-02-10", isComplete: false }),
      person({ participationId: 3 }),
      person({ participationId: 4, isRegistered: false }),
      person({ participationId: 5, crossedOn: "2026-01-05" }),
    ];
    const count = (on: string, computation: "persons-over-threshold" | "persons-under-threshold") =>
      countOf(standingOn(factsOf(computation, { ...NO_EVIDENCE, persons }), on));
    expect(count("2026-01-05", "persons-over-threshold")).toBe(1);
    expect(count("2026-02-09", "persons-under-threshold")).toBe(3);
    expect(count("2026-02-10", "persons-under-threshold")).toBe(1);
    expect(count("2026-02-10", "persons-over-threshold")).toBe(2);
    expect(countOf(factsOf("persons-supported", { ...NO_EVIDENCE, persons }))).toBe(5);
  });

  test("count the result of the latest exit that stands, and each person once", () => {
    const exits = [
      exit("2026-01-31", "SPVZD|SPUKV"),
      exit("2026-03-31", "SPVZD"),
      exit("2026-05-31", "", true),
    ];
    const facts = factsOf("exits-with-qualification", { ...NO_EVIDENCE, exits });
    expect(facts).toMatchObject([{ type: "person", since: "2026-01-31", until: "2026-03-31" }]);
    const studying = factsOf("exits-in-education", { ...NO_EVIDENCE, exits });
    expect(studying).toMatchObject([{ since: "2026-01-31", until: "2026-05-31", count: 1 }]);
    expect(factsOf("exits-with-purpose-met", { ...NO_EVIDENCE, exits })).toEqual([]);
  });

  test("count an output of their kind while it is done, as it was told last", () => {
    const outputs = [
      output({ milestoneId: 1 }),
      output({ milestoneId: 2, outputKind: "position" }),
      output({ milestoneId: 3 }),
      output({ milestoneId: 3, state: "open", validOn: "2026-03-01" }),
      output({ milestoneId: 4 }),
      output({ milestoneId: 4, state: "open", validOn: "2026-02-01" }),
    ];
    const evidence = { ...NO_EVIDENCE, outputs };
    const documents = factsOf("documents-published", evidence);
    expect(standingOn(documents, "2026-02-28").map(({ id }) => id)).toEqual([1, 3]);
    expect(standingOn(documents, "2026-03-01").map(({ id }) => id)).toEqual([1]);
    expect(factsOf("positions-filled", evidence)).toMatchObject([{ id: 2, until: null }]);
  });

  test("never take attendances for persons: one person at two events attended twice", () => {
    const attendances = [1, 2].map((eventId) => ({
      ...{ projectId: 1, activityId: 7, eventId, participantId: 9, attendedOn: "2026-02-01" },
    }));
    const events = [
      { ...at, id: 1 },
      { ...at, id: 3, headCount: 40 },
    ];
    const facts = factsOf("attendances", { ...NO_EVIDENCE, attendances, events });
    expect(countOf(facts)).toBe(42);
    expect(facts.filter(({ type }) => type === "heads")).toMatchObject([{ id: 3, count: 40 }]);
    expect(countOf(factsOf("events-held", { ...NO_EVIDENCE, events }))).toBe(2);
  });

  test("of an indicator of a key activity are only its own events and outputs", () => {
    const events = [
      { ...at, id: 1 },
      { ...at, id: 2, activityId: 8 },
      { ...at, id: 3, activityId: null },
    ];
    const facts = factsOf("events-held", { ...NO_EVIDENCE, events }, [8, 9]);
    expect(facts.map(({ id }) => id)).toEqual([2]);
  });

  test("become changes by day, and days on which nothing changed are left out", () => {
    const fact = { type: "person" as const, id: 1, participantId: null, count: 1 };
    const changes = changesByDay([
      { ...fact, since: "2026-01-05", until: "2026-02-01" },
      { ...fact, since: "2026-02-01", until: null },
      { ...fact, since: "2026-01-05", until: null },
    ]);
    expect(changes).toEqual([{ on: "2026-01-05", change: 2 }]);
  });
});
