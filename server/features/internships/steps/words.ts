import type { InternshipState } from "../../../../db/queries/internships.ts";
import type { Texts } from "../../../texts/index.ts";
import { stepsFrom } from "../rules.ts";

/** What the step is called: on, back, or off the way. */
export function stepLabel(
  from: InternshipState,
  to: InternshipState,
  { internships: { steps } }: Texts,
): string {
  if (to === stepsFrom(from).forward || to === "cancelled") return steps.to[to];
  return from === "cancelled" ? steps.back.cancelled : steps.back[to];
}
