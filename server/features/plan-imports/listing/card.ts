import type { Texts } from "../../../texts/index.ts";
import { costIn } from "../../cards/fields/costs/rules.ts";
import { periodIn } from "../../cards/fields/periods/rules.ts";
import { servicesIn } from "../../cards/fields/services/rules.ts";
import { splitTexts } from "../../cards/fields/splitting/rules.ts";
import { type FoundTerm, termsIn } from "../../cards/fields/terms/rules.ts";
import type {
  AnnexWarning,
  Catalogue,
  Layout,
  RecognisedArea,
  RecognisedCard,
  Recognition,
} from "../recognition/rules.ts";

export interface Told {
  recognition: Recognition;
  catalogue: Catalogue;
  texts: Texts;
}

/** A card as programs take it: what was recognised, and what is understood of its texts. Money in crowns. */
export function listedCard({ content, warnings, ...card }: RecognisedCard, told: Told) {
  const { recognition, catalogue, texts } = told;
  const { fromYear, toYear } = periodIn(content.period);
  const { raw, bodies } = { raw: content.responsible, bodies: splitTexts(content.responsible) };
  return {
    number: content.number,
    name: content.name,
    ...placeOf(content.areaCode, recognition.areas),
    targetGroups: splitTexts(content.targetGroups),
    services: servicesIn(content.services, catalogue.services).map((found) => ({
      ...{ text: found.text, name: found.name, section: found.section },
      ...(found.proposedSection ? { proposedSection: found.proposedSection } : {}),
    })),
    period: { raw: content.period, from: fromYear, to: toYear },
    responsible: { raw, bodies },
    costs: listedCost(content, recognition.layout, catalogue),
    funding: { raw: content.funding, sources: sourcesOf(content.funding, catalogue) },
    description: content.description,
    measures: content.measures,
    projects: [...new Set(card.registrationNumbers.map(({ number }) => number))],
    warnings: warnings.map((warning) => listedWarning(warning, recognition, texts)),
    goals: content.goals === "" ? [] : content.goals.split("\n"),
    isPlaceholder: card.isPlaceholder,
  };
}

/** `1 OBLAST …` and `1.1 …`; a goal stands in the place of an area. */
function placeOf(code: string | null, areas: readonly RecognisedArea[]) {
  const titled = (wanted: string | null | undefined) => {
    const area = areas.find((one) => one.code === wanted);
    return area && area.title !== "" ? `${area.code} ${area.title}` : null;
  };
  const parent = areas.find((one) => one.code === code)?.parentCode;
  return parent
    ? { area: titled(parent), subArea: titled(code) }
    : { area: titled(code), subArea: null };
}

/** Cards of 2014–2017 say cost and sources in one field: what it says of money is the cost. */
function listedCost(
  content: RecognisedCard["content"],
  layout: Layout | null,
  catalogue: Catalogue,
) {
  const isTogether = layout === "goals" && content.costs === "";
  const cost = costIn(isTogether ? content.funding : content.costs);
  const says = cost.kind === "amount" || cost.kind === "range";
  const isSilent = isTogether && !says && namesSource(content.funding, catalogue);
  const { raw, min, max, currency, perYear, kind } = isSilent ? costIn("") : cost;
  const crowns = (halere: number | null) => (halere === null ? null : halere / 100);
  return { raw, min: crowns(min), max: crowns(max), currency, per_year: perYear, kind };
}

function namesSource(text: string, { terms }: Catalogue): boolean {
  return sourceTerms(text, terms).some(({ mentioned }) => mentioned.length > 0);
}

function sourceTerms(text: string, terms: Catalogue["terms"]) {
  const known = terms.flatMap((term) =>
    term.kind === "source" ? [{ ...term, kind: "source" as const }] : [],
  );
  return termsIn(text, "source", known);
}

function sourcesOf(text: string, { terms }: Catalogue): string[] {
  return sourceTerms(text, terms).map(nameOfSource);
}

const SIGN = /^[A-Z]{2,4}$/;

/** Plans call their region by its letters: who pays is the same under "kraj" and "LK". */
function nameOfSource({ text, term }: FoundTerm<Catalogue["terms"][number] & { kind: "source" }>) {
  if (term?.code !== "region" || SIGN.test(text)) return text;
  const signs = term.synonyms.filter((one) => SIGN.test(one));
  // "Kraj" alone says no name of a region.
  const named = /^kraj/i.test(text) ? undefined : signs.find((sign) => text[0] === sign[0]);
  return named ?? signs[0] ?? text;
}

/** A warning in words; the repair that was done for it, or proposed. */
export function listedWarning(
  { code, field, line, params = {}, repairId }: AnnexWarning,
  { cards }: Recognition,
  { planImportWarnings }: Texts,
) {
  const said = planImportWarnings.warnings[code];
  const message = typeof said === "function" ? said(params) : said;
  // One that touches two cards is kept with one of them.
  const repairs = repairId === undefined ? [] : cards.flatMap((card) => card.repairs);
  const repair = repairs.find(({ id }) => id === repairId);
  return {
    code,
    ...(field === undefined ? {} : { field }),
    ...(line === undefined ? {} : { line }),
    message: message ?? planImportWarnings.unknownWarning,
    ...(repair ? { repair: { id: repair.id, before: repair.before, after: repair.after } } : {}),
  };
}
