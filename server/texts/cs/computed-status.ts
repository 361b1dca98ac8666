import { plural } from "../plural.ts";

const items = plural("cs");

/** What the figures say by themselves, beside what the manager says. */
export const computedStatus = {
  label: "Podle údajů",
  byManager: "Podle manažera",
  disagreement: "Údaje vycházejí hůř, než jak projekt hodnotí manažer.",
  unknown: "Z údajů zatím stav určit nejde: chybí cílové hodnoty nebo procenta plnění.",
  notBegun: "Projekt ještě nezačal.",
  measured: { physical: "Věcný pokrok", indicators: "Indikátory", spent: "Čerpání" },
  behind: {
    physical: (value: string, time: string) =>
      `Věcný pokrok je na ${value}, času uplynulo ${time}.`,
    indicators: (value: string, time: string) =>
      `Indikátory jsou na ${value}, času uplynulo ${time}.`,
    spent: (value: string, time: string) => `Čerpání je na ${value}, času uplynulo ${time}.`,
  },
  keepsPace: (time: string) => `Plnění drží krok s časem, uplynulo ho ${time}.`,
  over: (value: string) => `Projekt skončil na ${value}.`,
  overdue: (n: number, count: string) =>
    `Po termínu ${items(n, { one: "je", few: "jsou", other: "je" })} ${count} ${items(n, { one: "položka", few: "položky", other: "položek" })}.`,
  pace: (months: number, atEnd: string) =>
    `Tempem ${items(months, { one: "posledního", few: "posledních", other: "posledních" })} ${months} ${items(months, { one: "měsíce", few: "měsíců", other: "měsíců" })} skončí na ${atEnd}.`,
  stands: (months: number) =>
    `Za ${items(months, { one: "poslední", few: "poslední", other: "posledních" })} ${months} ${items(months, { one: "měsíc", few: "měsíce", other: "měsíců" })} se nepohnulo.`,
  reaches: "Tímto tempem cíle dosáhne.",
  needsPoints: (needed: string, now: string) =>
    `Do konce je potřeba ${needed} procentního bodu měsíčně, zatím to je ${now}.`,
  needsUnits: (indicator: string, missing: string, unit: string, each: string) =>
    `Do cíle indikátoru ${indicator} zbývá ${missing} (${unit}), tedy ${each} měsíčně.`,
};
