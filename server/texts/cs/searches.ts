import { plural } from "../plural.ts";

const results = (n: number) =>
  plural("cs")(n, { one: "výsledek", few: "výsledky", many: "výsledku", other: "výsledků" });

/** Search over projects, activities, milestones and the log. */
export const searches = {
  title: "Hledání",
  label: "Co hledáte",
  submit: "Hledat",
  tabs: "Druhy výsledků",
  all: "Vše",
  types: {
    project: "Projekty",
    activity: "Klíčové aktivity",
    milestone: "Milníky",
    event: "Akce",
    "log-entry": "Deník projektu",
    expenditure: "Výdaje",
    risk: "Rizika",
    control: "Kontroly",
    resolution: "Usnesení",
  },
  cards: "Karty strategických plánů",
  inPlan: "Hledat v celém plánu",
  count: (n: number) => `${n} ${results(n)}`,
  /** Where counting stops. */
  moreThan: (n: number) => `více než ${n}`,
  shownOf: (from: number, to: number, total: string) => `${from}–${to} z ${total}`,
  showAll: (count: string) => `Zobrazit všechny (${count})`,
  showNewest: (n: number, count: string) => `Zobrazit ${n} nejnovějších (celkem ${count})`,
  logEntryOf: (date: string) => `Záznam z ${date}`,
  capped: (n: number) =>
    `Výsledků je více než ${n}, ukazujeme ${n} nejnovějších. Přidejte další slovo, nebo použijte uvozovky.`,
  start: {
    text: "Napište, co hledáte: slovo z názvu, z deníku nebo registrační číslo.",
    detail:
      "Prohledávají se projekty, klíčové aktivity, milníky a deníky projektů, ke kterým máte přístup.",
  },
  nothing: {
    text: (query: string) => `Pro „${query}“ jsme nic nenašli.`,
    advice: [
      "Zkuste méně slov nebo jen začátek slova.",
      "Háčky, čárky a velikost písmen nerozhodují.",
      "Registrační číslo lze napsat i bez teček, lomítek a úvodních nul.",
    ],
    clearType: "Hledat ve všem",
  },
  tips: {
    title: "Jak hledat",
    items: [
      "Více slov: nalezené musí obsahovat všechna, poslední může být nedopsané.",
      "Slova v uvozovkách musí stát za sebou: „kulatý stůl“.",
      "Háčky, čárky a velikost písmen nerozhodují.",
      "Registrační číslo najdete celé i podle části, s tečkami i bez nich.",
    ],
  },
};
