import { dueRules } from "./due-rules.ts";
import { programmeRules } from "./programme-rules.ts";

/** Rules as they bind one project: those of its programme, and what its grant decision sets otherwise. */
export const ownRules = {
  title: "Pravidla projektu",
  byDecision: (programme: string, on: string) =>
    `Platí pravidla programu ${programme} ke dni rozhodnutí ${on}. Co rozhodnutí stanoví jinak, zapište s důvodem.`,
  byStart: (programme: string, on: string) =>
    `Datum rozhodnutí není zapsáno, proto platí pravidla programu ${programme} k začátku projektu ${on}. Co rozhodnutí stanoví jinak, zapište s důvodem.`,
  unconfirmedNote:
    "Hodnoty označené „Ověřte v rozhodnutí“ jsou zvyklosti programu. Porovnejte je s rozhodnutím o poskytnutí dotace tohoto projektu.",
  origin: "Odkud je",
  actions: "Úpravy",
  own: "vlastní pravidlo projektu",
  common: (since: string) => `program, verze od ${since}`,
  because: (reason: string) => `Důvod: ${reason}`,
  instead: (value: string) => `místo ${value}`,
  insteadOfNothing: "program hodnotu nestanoví",
  missing: "Program hodnotu nestanoví.",
  set: "Nastavit jinak",
  edit: "Upravit",
  remove: "Vrátit se k pravidlu programu",
  commonSays: (value: string, since: string, source: string) =>
    `Program: ${value} (verze od ${since}). Zdroj: ${source}`,
  commonMissing: "Program hodnotu nestanoví.",
  offsetNote:
    "Zapsané termíny se samy nepřesunou. Které už pravidlu neodpovídají, ukáže stránka povinností.",
  reason: "Důvod odchylky",
  reasonHint: "Proč pro tento projekt platí jiná hodnota než v programu.",
  link: "Všechna pravidla projektu",
  history: {
    "own-rule.created": "Nastaveno vlastní pravidlo projektu",
    "own-rule.edited": "Vlastní pravidlo projektu upraveno",
    "own-rule.removed": "Návrat k pravidlu programu",
  } as Record<string, string>,
  fields: {
    kind: "Pravidlo",
    value: "Hodnota",
    reason: "Důvod odchylky",
    source: "Zdroj",
    isConfirmed: "Ověřeno",
  } as Record<string, string>,
  fieldValues: { kind: programmeRules.kinds, value: dueRules.stored } as Record<
    string,
    Record<string, string> | ((stored: string) => string | undefined)
  >,
};
