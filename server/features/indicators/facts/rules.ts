import { groupedBy } from "../../../values/grouped.ts";
import { type CountedFact, countOf } from "../computing/rules.ts";

/**
 * Facts as they may be listed: who was at a confidential event is never told, only how many. The sum stays
 * the same.
 */
export function withoutConfidential(
  facts: readonly CountedFact[],
  events: ReadonlyMap<number, { isConfidential: boolean }>,
): CountedFact[] {
  const isHidden = ({ type, id }: CountedFact) =>
    type === "attendance" && (events.get(id)?.isConfidential ?? true);
  const hidden = groupedBy(facts.filter(isHidden), ({ id }) => id);
  const heads = [...hidden].map(([id, own]) => ({
    type: "heads" as const,
    id,
    participantId: null,
    since: own.reduce((first, { since }) => (since < first ? since : first), "9999-12-31"),
    until: null,
    count: countOf(own),
  }));
  return [...facts.filter((fact) => !isHidden(fact)), ...heads].sort(byDay);
}

function byDay(a: CountedFact, b: CountedFact): number {
  if (a.since !== b.since) return a.since < b.since ? -1 : 1;
  return a.id - b.id || (a.participantId ?? 0) - (b.participantId ?? 0);
}
