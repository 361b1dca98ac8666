import { plural } from "../plural.ts";
import { dueRules } from "./due-rules.ts";

type FieldValues = Record<
  string,
  Record<string, string> | ((stored: string) => string | undefined)
>;

const count = (forms: { one: string; few: string; many?: string; other: string }) => (n: number) =>
  plural("cs")(n, forms);
const months = count({ one: "měsíc", few: "měsíce", other: "měsíců" });
const days = count({ one: "den", few: "dny", other: "dní" });
const characters = count({ one: "znak", few: "znaky", other: "znaků" });
const hours = count({ one: "hodina", few: "hodiny", other: "hodin" });

/** Rules of the programmes: data with a source and days of validity, never constants. */
export const programmeRules = {
  title: "Pravidla programů",
  subtitle:
    "Podle těchto hodnot systém počítá období, termíny zpráv a hranice. U projektu platí verze podle data rozhodnutí.",
  tabs: {
    rules: "Pravidla",
    codeLists: "Číselníky",
    eventKinds: "Druhy akcí",
    indicators: "Indikátory",
    socialServices: "Sociální služby",
    planTerms: "Pojmy plánů",
    documents: "Povinné dokumenty",
    reminders: "Upozorňování",
  },
  add: "Nová verze pravidla",
  columns: {
    rule: "Pravidlo",
    value: "Hodnota",
    validity: "Platnost",
    source: "Zdroj",
    state: "Stav",
  },
  confirmed: "Potvrzeno",
  unconfirmed: "Ověřte v rozhodnutí",
  unconfirmedNote:
    "Hodnoty označené „Ověřte v rozhodnutí“ jsou zvyklosti programu. Závazné je rozhodnutí o poskytnutí dotace: porovnejte ho, hodnotu případně opravte a potvrďte.",
  since: (on: string) => `od ${on}`,
  ended: "ukončeno",
  future: "začne platit",
  nothing: "Program zatím nemá žádné pravidlo.",
  values: {
    months: (n: number, text: string) => `${text} ${months(n)}`,
    days: (n: number, text: string) => `${text} ${days(n)}`,
    hours: (n: number, text: string) => `${text} ${hours(n)}`,
    characters: (n: number, text: string) => `${text} ${characters(n)}`,
  },
  form: {
    newTitle: "Nová verze pravidla",
    newLead: "Dosavadní verze téhož pravidla skončí den před začátkem nové.",
    programme: "Program",
    kind: "Pravidlo",
    value: "Hodnota",
    valueHints: {
      months: "Počet měsíců.",
      days: "Počet dní.",
      hours: "Počet hodin.",
      characters: "Počet znaků.",
      percent: "Celá procenta.",
      share: "Procenta, nejvýše tři desetinná místa.",
      due: "Kolik jednotek po rozhodném dni; 0 znamená v ten den.",
    },
    choiceTitle: "Které pravidlo dostane novou verzi",
    choose: "Pokračovat",
    unit: "Jednotka",
    anchor: "Rozhodný den",
    monthEnd: "Když je rozhodný den poslední v měsíci, je termín",
    weekend: "Když termín padne na víkend nebo svátek",
    validFrom: "Platí od",
    validTo: "Platí do",
    source: "Zdroj",
    sourceHint: "Předpis, článek nebo dokument, ze kterého hodnota je.",
    isConfirmed: "Hodnota je ověřena v rozhodnutí nebo v pravidlech programu",
    save: "Uložit",
    history: "Historie pravidla",
  },
  kinds: {
    "period-length": "Délka sledovaného období",
    "interim-report-offset": "Průběžná zpráva a žádost o platbu",
    "final-report-offset": "Závěrečná zpráva a žádost o platbu",
    "advance-request-offset": "Zálohová žádost o platbu č. 1",
    "poster-offset": "Plakát A3",
    "web-note-offset": "Informace na webu a sociálních sítích",
    "activity-plan-offset": "Plán aktivit",
    "timesheet-offset": "Měsíční výkazy práce",
    "participant-exit-offset": "Data výstupu účastníků",
    "support-threshold": "Hranice bagatelní podpory osoby",
    "electronic-share-cap": "Nejvyšší podíl elektronické podpory",
    "exit-results-window": "Zjištění výsledků po ukončení účasti",
    "indicator-alert": "Varovná hranice plnění indikátorů",
    "eu-share": "Podíl EU",
    "own-share": "Vlastní podíl kraje",
    "flat-rate-54a": "Paušál do 7 % přímých nákladů",
    "flat-rate-54b": "Paušál do 15 % přímých osobních nákladů",
    "flat-rate-54c": "Paušál do 25 % přímých nákladů",
    "flat-rate-55": "Paušál na přímé osobní náklady",
    "flat-rate-56": "Paušál na ostatní náklady z osobních",
    "transfer-threshold": "Hranice podstatné změny rozpočtu",
    "report-text-limit": "Nejdelší text pole zprávy o realizaci",
    "report-newline-length": "Za kolik znaků se ve zprávě počítá nový řádek",
    "employer-levies": "Odvody zaměstnavatele z mezd",
    "retention-years": "Uchování dokumentů podle rozhodnutí",
    "levy-years": "Uchování dokumentů po dobu vyměření odvodu",
    "retention-years-eu": "Uchování dokumentů podle nařízení EU",
  } as Record<string, string>,
  history: {
    "rule.created": "Přidána verze pravidla",
    "rule.edited": "Pravidlo upraveno",
  } as Record<string, string>,
  fields: {
    value: "Hodnota",
    validFrom: "Platí od",
    validTo: "Platí do",
    source: "Zdroj",
    isConfirmed: "Ověřeno",
  } as Record<string, string>,
  fieldValues: { value: dueRules.stored } as FieldValues,
};
