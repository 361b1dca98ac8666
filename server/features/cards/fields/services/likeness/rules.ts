import { areAlike, initialsOf, stemsOf, wordsOf } from "../../wording/rules.ts";

export interface CatalogueService {
  /** Of Act 108/2006 without the sign: 37, 60a. */
  section: string;
  name: string;
  synonyms: readonly string[];
}

export interface Likeness<S extends CatalogueService> {
  service: S;
  /** From 0 to 1: how much of the two names is the same. */
  score: number;
}

/** "SAS" is a beginning of two services: it supports a section, it does not decide. */
const BEGINNING_OF_INITIALS = 0.6;

interface Wording {
  stems: string[];
  initials: string;
}

const wordings = new WeakMap<CatalogueService, Wording[]>();

type Answers = Map<string, Likeness<CatalogueService> | undefined>;

/** A document repeats the same names on every card. */
const answersOf = new WeakMap<readonly CatalogueService[], Answers>();
const MOST_ANSWERS = 2_000;

/** The service of the catalogue whose name or synonym is the most like a text. */
export function mostAlike<S extends CatalogueService>(
  text: string,
  services: readonly S[],
): Likeness<S> | undefined {
  const answers = answersOf.get(services) ?? new Map();
  answersOf.set(services, answers);
  if (!answers.has(text)) {
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(text, compared(text, services));
  }
  return answers.get(text);
}

function compared<S extends CatalogueService>(
  text: string,
  services: readonly S[],
): Likeness<S> | undefined {
  const stems = stemsOf(text);
  let best: Likeness<S> | undefined;
  for (const service of services) {
    const score = scoreOf(text, stems, service);
    if (score > (best?.score ?? 0)) best = { service, score };
  }
  return best;
}

export function likenessTo(text: string, service: CatalogueService): number {
  return scoreOf(text, stemsOf(text), service);
}

function scoreOf(text: string, stems: readonly string[], service: CatalogueService): number {
  const abbreviation = text.trim();
  const isAbbreviation = /^[\p{Lu}\d+-]{2,6}$/u.test(abbreviation);
  return Math.max(
    0,
    ...wordingsOf(service).map(({ stems: known, initials }) => {
      const letters = isAbbreviation ? wordsOf(abbreviation).join("") : "";
      if (letters !== "" && letters === initials) return 1;
      if (letters.length >= 3 && initials.startsWith(letters)) return BEGINNING_OF_INITIALS;
      return shareOfSame(spelledOut(text, stems, known, initials), known);
    }),
  );
}

/** Stems of a text whose leading capitals, as SAS, stand for the first words of the known name. */
function spelledOut(
  text: string,
  stems: readonly string[],
  known: readonly string[],
  initials: string,
): readonly string[] {
  const [capitals] = /^\p{Lu}{2,5}(?=\s)/u.exec(text.trim()) ?? [];
  if (!capitals || !initials.startsWith(capitals.toLowerCase())) return stems;
  return [...known.slice(0, capitals.length), ...stems.slice(1)];
}

/** Twice what is common by what there is in both. */
function shareOfSame(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const left = [...other];
  let same = 0;
  for (const stem of one) {
    const at = left.findIndex((candidate) => areAlike(stem, candidate));
    if (at < 0) continue;
    left.splice(at, 1);
    same++;
  }
  return (2 * same) / (one.length + other.length);
}

function wordingsOf(service: CatalogueService): Wording[] {
  const known =
    wordings.get(service) ??
    [service.name, ...service.synonyms]
      .filter((name) => name.trim() !== "")
      .map((name) => ({ stems: stemsOf(name), initials: initialsOf(name) }));
  wordings.set(service, known);
  return known;
}
