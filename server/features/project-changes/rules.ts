export const changeKinds = ["decision", "insubstantial", "substantial"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What people may begin by themselves; the decision comes with the first budget. */
export const requestKinds = ["insubstantial", "substantial"] as const;

export const changeStates = ["draft", "announced", "approved", "rejected"] as const;
export type ChangeState = (typeof changeStates)[number];

/** What may happen to a change: its noun in addresses, texts and history. */
export const changeSteps = [
  "announcement",
  "approval",
  "rejection",
  "reopening",
  "correction",
] as const;
export type ChangeStep = (typeof changeSteps)[number];

interface Stage {
  kind: ChangeKind;
  state: ChangeState;
}

/**
 * Steps open from where a change is. The decision is the authority's own: it is neither announced to it nor
 * rejected by it.
 */
export function stepsFrom({ kind, state }: Stage): ChangeStep[] {
  if (state === "approved") return ["correction"];
  if (state === "rejected") return ["reopening"];
  if (state === "announced")
    return kind === "decision" ? ["approval", "reopening"] : ["approval", "rejection", "reopening"];
  return kind === "decision" ? ["approval"] : ["announcement", "rejection"];
}
