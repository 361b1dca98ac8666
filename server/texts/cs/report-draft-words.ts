import { type PluralForms, plural } from "../plural.ts";

type Gender = "m" | "f" | "n";
type Forms = PluralForms["cs"];

const form = plural("cs");

const nouns = {
  person: { one: "osoba", few: "osoby", other: "osob" },
  woman: { one: "žena", few: "ženy", other: "žen" },
  hour: { one: "hodina", few: "hodiny", many: "hodiny", other: "hodin" },
  hourAccusative: { one: "hodinu", few: "hodiny", many: "hodiny", other: "hodin" },
  hourGenitive: { one: "hodiny", few: "hodin", many: "hodiny", other: "hodin" },
  event: { one: "akce", few: "akce", other: "akcí" },
  internship: { one: "stáž", few: "stáže", other: "stáží" },
  trainee: { one: "stážista", few: "stážisté", other: "stážistů" },
  entry: { one: "záznam", few: "záznamy", other: "záznamů" },
  certificate: { one: "osvědčení", few: "osvědčení", other: "osvědčení" },
  document: { one: "doklad", few: "doklady", other: "dokladů" },
} satisfies Record<string, Forms>;
export type Noun = keyof typeof nouns;

/** Kinds of events as the product brings them; another kind is an event with its name behind it. */
const kinds: Record<string, Forms & { gender: Gender }> = {
  training: { gender: "n", one: "školení", few: "školení", other: "školení" },
  workshop: { gender: "m", one: "workshop", few: "workshopy", other: "workshopů" },
  seminar: { gender: "m", one: "seminář", few: "semináře", other: "seminářů" },
  webinar: { gender: "m", one: "webinář", few: "webináře", other: "webinářů" },
  "round-table": { gender: "m", one: "kulatý stůl", few: "kulaté stoly", other: "kulatých stolů" },
  "working-group": {
    gender: "n",
    one: "jednání pracovní skupiny",
    few: "jednání pracovní skupiny",
    other: "jednání pracovní skupiny",
  },
  meeting: { gender: "f", one: "porada", few: "porady", other: "porad" },
  conference: { gender: "f", one: "konference", few: "konference", other: "konferencí" },
  lecture: { gender: "f", one: "přednáška", few: "přednášky", other: "přednášek" },
  "campaign-event": {
    gender: "f",
    one: "akce kampaně",
    few: "akce kampaně",
    other: "akcí kampaně",
  },
  supervision: { gender: "f", one: "supervize", few: "supervize", other: "supervizí" },
  "case-work": {
    gender: "n",
    one: "setkání k případové práci",
    few: "setkání k případové práci",
    other: "setkání k případové práci",
  },
  "peer-education": {
    gender: "n",
    one: "vzdělávání peer konzultantů",
    few: "vzdělávání peer konzultantů",
    other: "vzdělávání peer konzultantů",
  },
  consultation: { gender: "f", one: "konzultace", few: "konzultace", other: "konzultací" },
  "methodical-support": {
    gender: "n",
    one: "setkání metodické podpory",
    few: "setkání metodické podpory",
    other: "setkání metodické podpory",
  },
};

const EVENT = { gender: "f" as const, ...nouns.event };

/** `3 osoby`; the number comes printed, since hours have fractions. */
export const counted = (noun: Noun, n: number, printed = String(n)) =>
  `${printed} ${form(n, nouns[noun])}`;

/** `2 školení`, `5 akcí (Exkurze)` */
export const kindCount = (code: string, label: string, n: number) => {
  const kind = kinds[code];
  if (kind) return `${n} ${form(n, kind)}`;
  return `${n} ${form(n, EVENT)} (${label})`;
};

/** `školení`, in the middle of a sentence. */
export const kindName = (code: string, label: string) => kinds[code]?.one ?? label;

/** `Uskutečnily se 2 semináře`; of several kinds `Uskutečnilo se 5 akcí: 3 školení a 2 semináře`. */
export const held = (groups: readonly { code: string; label: string; n: number }[]) => {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const list = joined(groups.map((group) => kindCount(group.code, group.label, group.n)));
  const only = groups.length === 1 ? groups[0] : undefined;
  const gender = only ? (kinds[only.code] ?? EVENT).gender : EVENT.gender;
  const verb = past(n, "Uskutečnil", gender);
  return only ? `${verb} se ${list}` : `${verb} se ${counted("event", n)}: ${list}`;
};

/** `a, b a c` */
export function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} a ${last}`;
}

const ENDINGS: Record<Gender, Forms> = {
  m: { one: "", few: "y", other: "o" },
  f: { one: "a", few: "y", other: "o" },
  n: { one: "o", few: "a", other: "o" },
};

/** A past tense by what is counted: `zúčastnila se 1 osoba`, `zúčastnily se 2`, `zúčastnilo se 5`. */
export const past = (n: number, stem: string, gender: Gender = "f") =>
  stem + form(n, ENDINGS[gender]);

/** `31 osob, z toho 22 žen` */
export const personsOf = (n: number, women: number) => {
  const persons = counted("person", n);
  if (women === 0 || n < 2) return persons;
  return women === n ? `${persons} (ženy)` : `${persons}, z toho ${counted("woman", women)}`;
};

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
