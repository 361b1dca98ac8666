const resolutionStates = ["planned", "submitted", "adopted", "rejected", "withdrawn"] as const;
export type ResolutionState = (typeof resolutionStates)[number];

/** What a body decides. */
export const outcomes = ["adopted", "rejected"] as const;

/** What may happen to a resolution: its noun in addresses, texts and history. */
export const resolutionSteps = ["submission", "decision", "withdrawal", "reopening"] as const;
export type ResolutionStep = (typeof resolutionSteps)[number];

const STEPS: Record<ResolutionState, readonly ResolutionStep[]> = {
  planned: ["submission", "decision", "withdrawal"],
  submitted: ["decision", "withdrawal", "reopening"],
  adopted: ["reopening"],
  rejected: ["reopening"],
  withdrawn: ["reopening"],
};

/** Steps open from a state. What was decided at the table need not have been submitted before. */
export function stepsFrom(state: ResolutionState): readonly ResolutionStep[] {
  return STEPS[state];
}

/** Where the correction of the last step leads back to. */
export function stateBefore({
  state,
  submittedOn,
}: {
  state: ResolutionState;
  submittedOn: string | null;
}): ResolutionState {
  if (state === "submitted") return "planned";
  return submittedOn === null ? "planned" : "submitted";
}
