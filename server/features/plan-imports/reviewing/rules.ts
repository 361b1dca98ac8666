import type { CardContent } from "../../cards/rules.ts";
import type { Decision } from "../rules.ts";

/** `undecided` takes back whatever was decided, `recognised` what was edited as well. */
export const choices = ["accepted", "skipped", "undecided", "recognised"] as const;
export type Choice = (typeof choices)[number];

/** What was edited stays at hand, also of a card that is left out for a while. */
export function decisionOf(choice: Choice, edited: CardContent | null): Decision | null {
  if (choice === "skipped") return "skipped";
  if (edited) return "edited";
  return choice === "accepted" ? "accepted" : null;
}
