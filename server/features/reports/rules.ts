import type { CalendarDate } from "../../values/calendar-date.ts";

export const reportStates = [
  "draft",
  "checking",
  "ready",
  "submitted",
  "returned",
  "accepted",
] as const;
export type ReportState = (typeof reportStates)[number];

/** What may happen to a report: its noun in addresses, texts and history. */
export const reportSteps = [
  "check",
  "approval",
  "rework",
  "submission",
  "return",
  "acceptance",
  "reopening",
] as const;
export type ReportStep = (typeof reportSteps)[number];

const STEPS: Record<ReportState, readonly ReportStep[]> = {
  draft: ["check"],
  returned: ["check"],
  checking: ["approval", "rework"],
  ready: ["submission", "rework"],
  submitted: ["acceptance", "return", "reopening"],
  accepted: ["reopening"],
};

/** Steps open from a state, the one that leads on first. */
export function stepsFrom(state: ReportState): readonly ReportStep[] {
  return STEPS[state];
}

/** Texts change until the report is ready; what is ready is being copied out. */
export function isWritable(state: ReportState): boolean {
  return state === "draft" || state === "checking" || state === "returned";
}

/** What was handed in stands as it was; a returned report is written on again. */
export function isFrozen(state: ReportState): boolean {
  return state === "submitted" || state === "accepted";
}

export interface StateFact {
  state: ReportState;
  validOn: CalendarDate;
  answerBy: CalendarDate | null;
}

export interface KeptState {
  state: ReportState;
  answerBy: CalendarDate | null;
  submittedOn: CalendarDate | null;
  acceptedOn: CalendarDate | null;
}

/** What is kept beside a report, from the facts of its state that stand, the latest first. */
export function keptStateOf(facts: readonly StateFact[]): KeptState {
  const submitted = facts.findIndex(({ state }) => state === "submitted");
  const returned = facts.findIndex(({ state }) => state === "returned");
  const waits = returned >= 0 && (submitted < 0 || returned < submitted);
  const latest = facts[0];
  return {
    state: latest?.state ?? "draft",
    answerBy: waits ? (facts[returned]?.answerBy ?? null) : null,
    submittedOn: facts[submitted]?.validOn ?? null,
    acceptedOn: latest?.state === "accepted" ? latest.validOn : null,
  };
}

/** The number of a new report: that of its period unless another report has it. */
export function numberFor(periodNumber: number, taken: readonly number[]): number {
  return taken.includes(periodNumber) ? Math.max(...taken) + 1 : periodNumber;
}
