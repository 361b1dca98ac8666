import type { CardDetails, CardTerm } from "../../../../db/queries/card-details.ts";
import type { CardFigures } from "../../../../db/queries/cards.ts";
import type { TermKind } from "../../../../db/queries/plan-terms.ts";
import { foldText } from "../../../values/fold.ts";
import { costIn } from "../fields/costs/rules.ts";
import { periodIn } from "../fields/periods/rules.ts";
import { servicesIn } from "../fields/services/rules.ts";
import { termsIn } from "../fields/terms/rules.ts";
import { isPlaceholder } from "../placeholders/rules.ts";
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

/**
 * What cards say by their texts: the one place where a typed card and an imported one become the same. Cards
 * of a plan say the same things over and over, so each text is read once.
 */
export function understanding(known: KnownWords): (content: CardContent) => Understood {
  const groups = once((text) => termRows("target-group", text, known));
  const bodies = once((text) => termRows("body", text, known));
  const sources = once((text) => termRows("source", text, known));
  const services = once((text) => serviceRows(text, known));
  return (content) => ({
    figures: figuresOf(content),
    terms: [
      ...groups(content.targetGroups),
      ...bodies(content.responsible),
      ...sources(content.funding),
    ],
    services: services(content.services),
    goals: goalsIn(content.goals, known),
  });
}

function once<Read>(read: (text: string) => Read): (text: string) => Read {
  const memory = new Map<string, Read>();
  return (text) => {
    const known = memory.get(text) ?? read(text);
    memory.set(text, known);
    return known;
  };
}

function figuresOf(content: CardContent): CardFigures {
  const cost = costIn(content.costs);
  const { fromYear, toYear } = periodIn(content.period);
  return {
    ...{ fromYear, toYear, costKind: cost.kind },
    costMinHalere: cost.min,
    costMaxHalere: cost.max,
    costCurrency: cost.currency,
    isCostPerYear: cost.perYear,
    isPlaceholder: isPlaceholder(content),
  };
}

/** One row for each term that a text names, or one without a term; rows of one text share its position. */
function termRows(kind: TermKind, text: string, { terms }: KnownWords): CardTerm[] {
  return termsIn(text, kind, terms).flatMap((found, position): CardTerm[] => {
    const row = { kind, position, text: found.text, folded: foldText(found.text) };
    if (found.mentioned.length === 0) return [{ ...row, termId: null }];
    return found.mentioned.map(({ id }) => ({ ...row, termId: id }));
  });
}

function serviceRows(text: string, { services }: KnownWords): Understood["services"] {
  return servicesIn(text, services).map((found) => ({
    text: found.text,
    section: found.section,
    serviceId: found.service?.id ?? null,
  }));
}

/** `SC2 …` at the beginning of a line, or the codes alone with commas between. */
function goalsIn(text: string, { areas }: KnownWords): Understood["goals"] {
  const codes = [...text.matchAll(/(?<![\p{L}\d])SC\s?(\d{1,2})(?!\d)/gu)];
  const distinct = [...new Set(codes.map(([, number]) => `SC${number}`))];
  return distinct.map((code) => ({
    code,
    areaId: areas.find((area) => area.code === code)?.id ?? null,
  }));
}
