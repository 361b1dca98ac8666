import type { MeasurePlace } from "../../../../db/queries/measures.ts";
import { foldText } from "../../../values/fold.ts";

export interface RewrittenMeasures {
  added: { position: number; text: string }[];
  /** Moved, reworded in case and accents only, archived or brought back. */
  changed: MeasurePlace[];
}

/**
 * What a rewritten list of measures does to those that are there. One whose words stay keeps its state, owner
 * and links wherever it moves, one that was archived comes back, one whose words are gone is archived.
 */
export function rewriteMeasures(
  before: readonly MeasurePlace[],
  texts: readonly string[],
  at: string,
): RewrittenMeasures {
  const waiting = byWords(before);
  const added: RewrittenMeasures["added"] = [];
  const kept = new Map<number, MeasurePlace>();
  for (const [index, text] of texts.entries()) {
    const position = index + 1;
    const measure = waiting.get(foldText(text))?.shift();
    if (measure) kept.set(measure.id, { ...measure, position, text, archivedAt: null });
    else added.push({ position, text });
  }
  const after = before.map((one) => kept.get(one.id) ?? archived(one, at));
  return { added, changed: after.filter((one, index) => !isSame(one, before[index])) };
}

function archived(measure: MeasurePlace, at: string): MeasurePlace {
  return { ...measure, archivedAt: measure.archivedAt ?? at };
}

function isSame(one: MeasurePlace, other: MeasurePlace | undefined): boolean {
  return (
    one.position === other?.position &&
    one.text === other.text &&
    one.archivedAt === other.archivedAt
  );
}

/** Living ones first, so that nothing comes back while one with the same words is there. */
function byWords(measures: readonly MeasurePlace[]): Map<string, MeasurePlace[]> {
  const groups = new Map<string, MeasurePlace[]>();
  const living = measures.filter(({ archivedAt }) => archivedAt === null);
  const gone = measures.filter(({ archivedAt }) => archivedAt !== null);
  for (const measure of [...living, ...gone]) {
    const words = foldText(measure.text);
    groups.set(words, [...(groups.get(words) ?? []), measure]);
  }
  return groups;
}
