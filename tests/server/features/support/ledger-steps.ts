import fc from "fast-check";

export const PEOPLE = 3;
export const SESSIONS = 4;

/** What may happen to the ledger of a project, in any order. */
export type Step =
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

const person = fc.nat(PEOPLE - 1);
const minutes = fc.integer({ min: 0, max: 400 });
export const step: fc.Arbitrary<Step> = fc.oneof(
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
