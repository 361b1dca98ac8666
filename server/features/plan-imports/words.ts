import type { PlanImportState } from "../../../db/queries/plan-imports.ts";
import type { Texts } from "../../texts/index.ts";
import type { ComparedCard } from "./comparing/rules.ts";

const TONES = {
  waiting: "blue",
  reading: "blue",
  unreadable: "red",
  read: "yellow",
  applied: "green",
  undone: "grey",
  dropped: "grey",
} as const;

export function statePill(state: PlanImportState, { planImports }: Texts) {
  return { tone: TONES[state], label: planImports.states[state] };
}

/** A page of an import on which nothing can be done. */
export const NO_STEPS = {
  apply: null,
  goOn: null,
  start: null,
  adopt: null,
  others: [],
  toPlan: null,
  hint: null,
};

const OUTCOME_TONES = { new: "green", changed: "blue", same: "grey", duplicate: "red" } as const;
const OUTCOME_ICONS = { new: "plus", changed: "pencil", same: "check", duplicate: "copy" } as const;

export function outcomePill({ outcome }: Pick<ComparedCard, "outcome">, { planImports }: Texts) {
  return {
    tone: OUTCOME_TONES[outcome],
    icon: OUTCOME_ICONS[outcome],
    label: planImports.outcomes[outcome],
  };
}

/** Null where nothing needs to be said: an untroubled card that nobody has looked at is taken as it is. */
export function decisionPill({ decision, block }: ComparedCard, { planImports: words }: Texts) {
  if (block !== null) return { tone: "yellow" as const, label: words.undecided };
  if (decision === null) return null;
  const tone = decision === "skipped" ? ("grey" as const) : ("green" as const);
  const icon = { accepted: "check", edited: "pencil", skipped: "circle-minus" }[decision];
  return { tone, icon, label: words.decisions[decision] };
}
