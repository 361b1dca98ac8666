import { costIn } from "../../cards/fields/costs/rules.ts";
import { periodIn } from "../../cards/fields/periods/rules.ts";
import type { Catalogue } from "../../cards/fields/rules.ts";
import { servicesIn } from "../../cards/fields/services/rules.ts";
import { type TermKind, termsIn } from "../../cards/fields/terms/rules.ts";
import type { CardContent } from "../../cards/rules.ts";
import type { Wording } from "../../plans/words.ts";
import type { ComparedField } from "../rules.ts";

/** One thing that a text was understood as. */
export interface Understood {
  label: string;
  note: string | null;
  isUnknown: boolean;
}

/** What the plan will find and count the card by, beside the words that stay as they are. */
export function understoodOf(
  field: ComparedField,
  content: CardContent,
  catalogue: Catalogue,
  wording: Wording,
): Understood[] {
  if (field === "services") return services(content.services, catalogue);
  if (field === "period") return period(content.period, wording);
  if (field === "costs") return cost(content.costs, wording);
  const kind = KINDS[field];
  return kind ? terms(content[kind.of], kind.name, catalogue) : [];
}

const KINDS: Partial<
  Record<ComparedField, { of: "targetGroups" | "responsible" | "funding"; name: TermKind }>
> = {
  targetGroups: { of: "targetGroups", name: "target-group" },
  responsible: { of: "responsible", name: "body" },
  funding: { of: "funding", name: "source" },
};

function services(text: string, catalogue: Catalogue): Understood[] {
  return servicesIn(text, catalogue.services).map((found) => ({
    label: found.service ? `§ ${found.service.section} ${found.service.name}` : found.text,
    note: found.warning === "sectionDoesNotFit" ? found.text : null,
    isUnknown: found.service === null,
  }));
}

function terms(text: string, kind: TermKind, catalogue: Catalogue): Understood[] {
  return termsIn(text, kind, catalogue.terms).map(({ text: written, term, mentioned }) => {
    const named = mentioned.map(({ label }) => label).join(", ");
    if (term) return { label: term.label, note: null, isUnknown: false };
    return { label: written, note: named === "" ? null : named, isUnknown: named === "" };
  });
}

function period(text: string, { texts }: Wording): Understood[] {
  const { fromYear, toYear } = periodIn(text);
  if (fromYear === null && toYear === null) return [];
  const { since } = texts.planImports.card;
  const label =
    toYear === null ? since(String(fromYear)) : [fromYear, toYear].filter(Boolean).join("–");
  return [{ label, note: null, isUnknown: false }];
}

function cost(text: string, { texts, formats }: Wording): Understood[] {
  const { kind, min, max, currency, perYear } = costIn(text);
  const { card: words } = texts.planImports;
  if (kind === "missing") return [];
  if (kind === "text") return [{ label: words.costText, note: null, isUnknown: false }];
  const amount = (value: number) =>
    currency === "CZK" || currency === null
      ? formats.wholeMoney(value)
      : `${formats.scaled(value, 2)} ${currency}`;
  const ends = [min, max].filter((value): value is number => value !== null);
  const label = [...new Set(ends.map(amount))].join(" – ");
  return [{ label, note: perYear ? words.perYear : null, isUnknown: false }];
}
