import type { CardDetails, CardTerm } from "../../../../db/queries/card-details.ts";
import type { CardFigures } from "../../../../db/queries/cards.ts";
import type { TermKind } from "../../../../db/queries/plan-terms.ts";
import { foldText } from "../../../values/fold.ts";
import type { CardContent } from "../rules.ts";

/** Words of the catalogues, with the ids under which they are kept. */
export interface KnownWords {
  services: { id: number; section: string; name: string; synonyms: string[] }[];
  terms: { id: number; kind: TermKind; code: string; label: string; synonyms: string[] }[];
  /** Of the plan that the card belongs to. */
  areas: { id: number; code: string }[];
}

export interface Understood extends Omit<CardDetails, "cardId"> {
  figures: CardFigures;
}

/** What a card says by its texts; the one place where a typed card and an imported one become the same. */
export function understand(content: CardContent, known: KnownWords): Understood {
  return {
    figures: {
      ...{ fromYear: null, toYear: null, isPlaceholder: false },
      ...{ costKind: content.costs === "" ? "missing" : "text", costMinHalere: null },
      ...{ costMaxHalere: null, costCurrency: null, isCostPerYear: false },
    },
    terms: [
      ...termsIn("target-group", content.targetGroups, known),
      ...termsIn("body", content.responsible, known),
      ...termsIn("source", content.funding, known),
    ],
    services: [],
    goals: goalsIn(content.goals, known),
  };
}

function termsIn(kind: TermKind, text: string, known: KnownWords): CardTerm[] {
  return (text === "" ? [] : [text]).map((written) => {
    const folded = foldText(written);
    const term = known.terms.find(
      (one) =>
        one.kind === kind &&
        [one.code, one.label, ...one.synonyms].some((word) => foldText(word) === folded),
    );
    return { kind, text: written, folded, termId: term?.id ?? null };
  });
}

function goalsIn(text: string, { areas }: KnownWords): Understood["goals"] {
  const codes = [...text.matchAll(/\bSC\s?(\d{1,2})\b/g)].map(([, number]) => `SC${number}`);
  return [...new Set(codes)].map((code) => ({
    code,
    areaId: areas.find((area) => area.code === code)?.id ?? null,
  }));
}
