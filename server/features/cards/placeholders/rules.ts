import { foldText } from "../../../values/fold.ts";
import type { CardContent } from "../rules.ts";

/** What is written where nothing is known yet. */
const FILLER =
  /^(?:(?:bude|budou|nutno|treba)? ?dopln\p{L}*|neobsazen\p{L}*|rezerv\p{L}*|volna? ?\p{L}*|n ?\/ ?a|x{2,}|[\s.…_?*–—-]*)$/u;

/** Whether a text says no more than that something will be said. */
export function saysNothing(text: string): boolean {
  return FILLER.test(foldText(text));
}

/** A card that only keeps its number in the plan: neither what, nor for whom, nor by which services. */
export function isPlaceholder(content: CardContent): boolean {
  const { description, targetGroups, services, responsible, measures } = content;
  return [description, targetGroups, services, responsible, ...measures].every(saysNothing);
}
