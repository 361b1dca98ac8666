import type { FieldErrors } from "../../errors.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";

export const outputStates = ["draft", "commented", "approved", "published", "counted"] as const;
export type OutputState = (typeof outputStates)[number];

/** Kinds of output that are written; positions are filled elsewhere. */
export const writtenKinds = [
  "document",
  "methodology",
  "campaign",
  "application",
  "other",
] as const;

/** What may happen to an output: its noun in addresses, texts and history. */
export const outputSteps = ["commenting", "approval", "publication", "counting", "return"] as const;
export type OutputStep = (typeof outputSteps)[number];

interface Stage {
  state: OutputState;
  outputKind: string | null;
}

/** The indicator of documents counts those written *and published* (805 000); the rest may stay in the house. */
export function mustBePublished(outputKind: string | null): boolean {
  return outputKind === "document";
}

/** Steps open from where an output is, the next one first. */
export function stepsFrom({ state, outputKind }: Stage): OutputStep[] {
  if (state === "draft") return ["commenting", "approval"];
  if (state === "commented") return ["approval", "return"];
  if (state === "published") return ["counting", "return"];
  if (state === "counted") return ["return"];
  return mustBePublished(outputKind)
    ? ["publication", "return"]
    : ["publication", "counting", "return"];
}

/** Where an output goes that is returned: what was counted or published is still approved. */
export function stateBefore(output: {
  state: OutputState;
  publishedOn: CalendarDate | null;
}): OutputState {
  if (output.state === "counted") return output.publishedOn === null ? "approved" : "published";
  return output.state === "published" ? "approved" : "draft";
}

interface Approval {
  approvedOn: CalendarDate;
  documentId: number | null;
}

/** What stands in the way of an approval: no wording at hand, or remarks nobody has settled. */
export function approvalFaults(
  { approvedOn, documentId }: Approval,
  { today, openComments }: { today: CalendarDate; openComments: number },
): FieldErrors {
  return {
    ...(documentId === null ? { documentId: "outputNeedsDocument" } : {}),
    ...(approvedOn > today ? { approvedOn: "notInFuture" } : {}),
    ...(openComments > 0 ? { form: `outputHasComments:${openComments}` } : {}),
  };
}

export function publicationFaults(
  { publishedOn }: { publishedOn: CalendarDate },
  { today, approvedOn }: { today: CalendarDate; approvedOn: CalendarDate | null },
): FieldErrors {
  if (publishedOn > today) return { publishedOn: "notInFuture" };
  return approvedOn !== null && publishedOn < approvedOn
    ? { publishedOn: "publishedBeforeApproval" }
    : {};
}
