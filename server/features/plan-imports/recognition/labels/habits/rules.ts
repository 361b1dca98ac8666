import { groupedBy } from "../../../../../values/grouped.ts";
import { type AnnexField, annexFields } from "../../rules.ts";
import type { Mark } from "../scanning/rules.ts";

/** Field → its place among the labels of a card. */
export type FieldOrder = ReadonlyMap<AnnexField, number>;

/** What an annex does with labels in most of its cards. */
export interface Habits {
  order: FieldOrder;
  /** Shortened and decorated labels that so many cards have that they are its form. */
  usual: ReadonlySet<string>;
}

export function habitsOf(marks: Mark[]): Habits {
  const plausible = marks.filter(isPlausible);
  return { order: orderOf(plausible), usual: usualLabels(plausible) };
}

export function opensCard(mark: Mark): boolean {
  return mark.field === "card" || mark.field === "number";
}

function isPlausible(mark: Mark): boolean {
  if (mark.place === "inside" || mark.isLax) return false;
  return mark.separated || (mark.capital && (mark.endsLine || mark.full));
}

/** Labels written in the same way: with the same wording, a bullet, a sign behind. */
export function habitKey({ wording, bulleted, separated, endsLine, full, capital }: Mark): string {
  const isBare = !separated && !endsLine;
  // Without a sign behind it only the wording of the forms is told from prose.
  if (isBare && !(full && capital)) return "";
  return `${wording}${bulleted ? " bulleted" : ""}${isBare ? " bare" : ""}`;
}

/** At least two cards, and half of them. Items of lists are labels only where nothing else labels the field. */
function usualLabels(marks: Mark[]): Set<string> {
  const counted = [...groupedBy(marks, habitKey)].filter(([key]) => key !== "");
  const cards = ["card", "number"].map(
    (field) => marks.filter((mark) => mark.field === field).length,
  );
  const least = Math.max(2, Math.max(...cards) / 2);
  const usual = counted.filter(([, same]) => same.length >= least);
  const plain = new Set(
    usual.flatMap(([, [mark]]) => (mark?.bulleted === false ? [mark.field] : [])),
  );
  const kept = usual.filter(
    ([, [mark]]) => mark?.bulleted === false || !plain.has(mark?.field ?? "card"),
  );
  return new Set(kept.map(([key]) => key));
}

/** The order of fields in most cards; the usual one where the annex does not tell. */
function orderOf(marks: Mark[]): FieldOrder {
  const places = new Map<AnnexField, number[]>();
  let at = 0;
  for (const mark of marks) {
    at = opensCard(mark) ? 0 : at + 1;
    if (mark.field === "card") continue;
    const known = places.get(mark.field);
    if (known === undefined) places.set(mark.field, [at]);
    else known.push(at);
  }
  const ranked = annexFields.map((field, usual) => ({
    field,
    rank: middleOf(places.get(field) ?? []) ?? usual,
    usual,
  }));
  ranked.sort((a, b) => a.rank - b.rank || a.usual - b.usual);
  return new Map(ranked.map(({ field }, index) => [field, index]));
}

function middleOf(values: number[]): number | null {
  if (values.length === 0) return null;
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}
