import type { ShownService, ShownTerm } from "../../../../db/queries/card-details.ts";
import type { TermKind } from "../../../../db/queries/plan-terms.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { yearsText } from "../../plans/words.ts";
import { speaksOfAll } from "../fields/services/rules.ts";
import type { CardPage } from "./service.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

/** What follows from a text: a word, what is to be said of it, and whether it is doubted. */
export interface Understood {
  text: string;
  code?: string;
  warning?: string;
  isMinor?: boolean;
}

export interface Fact {
  label: string;
  /** As the card says it; null where it says nothing. */
  source: string | null;
  understood: Understood[];
}

/** Fields of a card in its own words, beside what is understood of them. */
export function presentFacts(page: CardPage, words: Words): Fact[] {
  const { card } = page;
  const { fields } = words.texts.cards;
  const row = (label: string, source: string, understood: Understood[]): Fact => ({
    label,
    source: source === "" ? null : source,
    understood: source === "" ? [] : understood,
  });
  const goals = row(fields.goals, card.goals, goalsOf(page, words));
  return [
    row(fields.targetGroups, card.targetGroups, termsOf(page, "target-group", words)),
    row(fields.services, card.services, servicesOf(page, words)),
    row(fields.period, card.period, yearsOf(page, words)),
    row(fields.responsible, card.responsible, termsOf(page, "body", words)),
    row(fields.costs, card.costs, costOf(page, words)),
    row(fields.funding, card.funding, termsOf(page, "source", words)),
    // Plans of areas know no goals at all.
    ...(card.goals === "" ? [] : [goals]),
  ];
}

function termsOf({ terms }: CardPage, kind: TermKind, { texts, formats }: Words): Understood[] {
  const named = terms.filter((term) => term.kind === kind);
  const seen = new Set<string>();
  return named.flatMap((term: ShownTerm) => {
    const label = formats.language === "cs" ? term.labelCs : term.labelEn;
    const text = label ?? term.text;
    if (seen.has(text)) return [];
    seen.add(text);
    return [{ text, ...(label === null ? { warning: texts.cards.facts.unknownTerm } : {}) }];
  });
}

function servicesOf({ services }: CardPage, words: Words): Understood[] {
  return services.map((service) =>
    service.sectionKnown === null
      ? unknownService(service, words)
      : knownService({ ...service, sectionKnown: service.sectionKnown }, words),
  );
}

function knownService(
  service: ShownService & { sectionKnown: string },
  { texts, formats }: Words,
): Understood {
  const { facts } = texts.cards;
  const { section, sectionKnown } = service;
  const name = formats.language === "cs" ? service.nameCs : service.nameEn;
  const known = { code: facts.section(sectionKnown), text: name ?? service.text };
  if (section === null || section === sectionKnown) return known;
  return { ...known, warning: facts.otherSection(section, sectionKnown) };
}

/** A text about all kinds of services names none, and is not doubted. */
function unknownService({ text, section }: ShownService, { texts }: Words): Understood {
  const { facts } = texts.cards;
  const isGeneral = section === null && speaksOfAll(text);
  return {
    text,
    warning: isGeneral ? facts.notUnderstood : facts.unknownService,
    isMinor: isGeneral,
  };
}

function yearsOf({ card }: CardPage, { texts }: Words): Understood[] {
  const years = yearsText(card, texts);
  return [years === null ? minor(texts.cards.facts.notUnderstood) : { text: years }];
}

function costOf({ card }: CardPage, { texts, formats }: Words): Understood[] {
  const { facts } = texts.cards;
  const { costMinHalere: least, costMaxHalere: most, costCurrency } = card;
  if (least === null && most === null) return [minor(facts.noCost)];
  const amount = (halere: number) =>
    costCurrency === null || costCurrency === "CZK"
      ? formats.wholeMoney(halere)
      : `${formats.scaled(halere, 2)} ${costCurrency}`;
  const text = rangeText(least, most, amount, facts);
  return [{ text: card.isCostPerYear ? facts.perYear(text) : text }];
}

function rangeText(
  least: number | null,
  most: number | null,
  amount: (halere: number) => string,
  { upTo, atLeast, range }: Texts["cards"]["facts"],
): string {
  if (least === null) return upTo(amount(most ?? 0));
  if (most === null) return atLeast(amount(least));
  return least === most ? amount(least) : range(amount(least), amount(most));
}

function goalsOf({ goals }: CardPage, { texts }: Words): Understood[] {
  return goals.map(({ code, title }) => ({
    code,
    text: title ?? "",
    ...(title === null ? { warning: texts.cards.facts.unknownGoal } : {}),
  }));
}

function minor(text: string): Understood {
  return { text, isMinor: true };
}
