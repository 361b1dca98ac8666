import { type CardContent, textFields } from "../cards/rules.ts";
import type { RecognisedArea, RecognisedCard, Recognition, Repair } from "./recognition/rules.ts";

/** What the whole annex says, kept beside its lines and cards. */
export interface Findings
  extends Pick<
    Recognition,
    "layout" | "title" | "region" | "fromYear" | "toYear" | "areas" | "warnings"
  > {
  /** Lines by their fate; blank ones are no noise worth counting. */
  counts: Record<"field" | "heading" | "noise" | "unrecognised" | "blank", number>;
  /** Repairs that touch more cards than the one they are told with. */
  shared: { ordinal: number; repair: Repair }[];
}

export type Decision = "accepted" | "edited" | "skipped";
export type Outcome = "new" | "changed" | "same" | "duplicate";

/** A card of the annex with what was decided of it. */
export interface ReviewedCard {
  ordinal: number;
  recognised: RecognisedCard;
  edited: CardContent | null;
  decision: Decision | null;
  version: number;
}

/** What an annex that stands in the plan said of a card. */
export interface EarlierSaying {
  content: CardContent;
  /** What was written of it, if it was not left out. */
  cardId: number | null;
  isSkipped: boolean;
}

/** What is to be written of the card. */
export function contentOf({ edited, recognised }: Pick<ReviewedCard, "edited" | "recognised">) {
  return edited ?? recognised.content;
}

/** Repairs of the card that nobody has turned down. */
export function proposalsOf(
  { recognised }: Pick<ReviewedCard, "recognised">,
  declined: ReadonlySet<string>,
): Repair[] {
  return recognised.repairs.filter(({ id }) => !declined.has(id));
}

export function findingsOf(recognition: Recognition): Findings {
  const { layout, title, region, fromYear, toYear, areas, warnings } = recognition;
  const counts = { field: 0, heading: 0, noise: 0, unrecognised: 0, blank: 0 };
  for (const { fate, reason } of recognition.lines)
    counts[fate === "noise" && reason === "blank" ? "blank" : fate] += 1;
  const shared = recognition.cards.flatMap(({ ordinal, repairs }) =>
    repairs.filter(({ others }) => others.length > 0).map((repair) => ({ ordinal, repair })),
  );
  return { layout, title, region, fromYear, toYear, areas, warnings, counts, shared };
}

/** Whether both say the same, apart from blanks at their ends. */
export function saysTheSame(one: CardContent, other: CardContent): boolean {
  return differingFields(one, other).length === 0;
}

export type ComparedField = (typeof textFields)[number] | "number" | "areaCode" | "measures";

const comparedFields = ["number", "areaCode", ...textFields, "measures"] as const;

export function differingFields(one: CardContent, other: CardContent): ComparedField[] {
  return comparedFields.filter((field) => plainText(one[field]) !== plainText(other[field]));
}

/** A field as a text: measures one a line. */
export function plainText(value: string | string[] | null): string {
  const text = Array.isArray(value) ? value.map((one) => one.trim()).join("\n") : (value ?? "");
  return text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}

/** Areas that the plan does not have by their codes, or calls otherwise; one without a heading changes no title. */
export function differingAreas(
  found: readonly RecognisedArea[],
  known: readonly { code: string; title: string }[],
): RecognisedArea[] {
  const titles = new Map(known.map(({ code, title }) => [code, title]));
  return found.filter(({ code, title }) =>
    title === "" ? !titles.has(code) : titles.get(code) !== title,
  );
}
