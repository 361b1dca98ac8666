import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ResolutionState,
  type ResolutionStep,
  resolutionSteps,
  stateBefore,
  stepsFrom,
} from "../../../../server/features/resolutions/rules.ts";

interface Progress {
  state: ResolutionState;
  submittedOn: string | null;
}

const PLANNED: Progress = { state: "planned", submittedOn: null };

test("whatever steps it took, taking back leads to where it began, in two steps at most", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...resolutionSteps), { maxLength: 12 }), (wanted) => {
      const last = wanted.reduce(taken, PLANNED);
      const back = taken(taken(last, "reopening"), "reopening");
      expect(back).toEqual(PLANNED);
    }),
    { seed: 20_261_122 },
  );
});

/** Where a step leads; one that is not open leads nowhere. */
function taken(from: Progress, step: ResolutionStep): Progress {
  if (!stepsFrom(from.state).includes(step)) return from;
  if (step === "submission") return { state: "submitted", submittedOn: "2026-03-01" };
  if (step === "decision") return { ...from, state: "adopted" };
  if (step === "withdrawal") return { ...from, state: "withdrawn" };
  const state = stateBefore(from);
  return { state, submittedOn: state === "planned" ? null : from.submittedOn };
}
