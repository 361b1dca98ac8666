import { plural } from "../plural.ts";

const lines = (n: number) =>
  `${n} ${plural("cs")(n, { one: "položka", few: "položky", other: "položek" })}`;
const rows = (n: number) =>
  `${n} ${plural("cs")(n, { one: "řádek", few: "řádky", other: "řádků" })}`;

/** A whole budget read from an export of IS KP21+. */
export const budgetImports = {
  title: "Načíst rozpočet",
  lead: [
    "Export rozpočtu z IS KP21+ (list Export) nebo sešit z našeho exportu. Než se něco zapíše, uvidíte celý strom a chyby po řádcích.",
    "Rozpočet se zapíše do návrhu celý, nebo vůbec. Stejný soubor načtený podruhé nic nezmění.",
  ],
  file: "Soubor",
  fileHint: "Sešit Excelu (.xlsx) nebo CSV do 10 MB, nejvýše 2 000 řádků.",
  read: "Načíst a ukázat náhled",
  recent: "Načtené soubory",
  columns: { file: "Soubor", state: "Stav", readAt: "Načteno", readBy: "Načetl(a)" },
  states: {
    read: "čeká na potvrzení",
    applied: "zapsáno do návrhu",
    undone: "vráceno",
    dropped: "zahozeno",
  },
  by: (name: string, at: string) => `${name}, ${at}`,
  tiles: {
    lines: "Položky",
    total: "Způsobilé výdaje",
    changes: "Nové a změněné",
    faults: "Řádky s chybou",
  },
  changesNote: (created: number, changed: number, removed: number) =>
    `${created} nových, ${changed} změněných, ${removed} odebraných`,
  totalBefore: (money: string) => `dosud ${money}`,
  faultsNote: "dokud nějaká je, nezapíše se nic",
  apply: "Zapsat do návrhu rozpočtu",
  drop: "Zahodit",
  undo: "Vzít zpět",
  nothing: "Není co zapsat: rozpočet je stejný.",
  begins: "Zapsáním vznikne návrh změny rozpočtu; dosavadní platí, dokud se změna neschválí.",
  beginsFirst: "Zapsáním vznikne první rozpočet projektu jako návrh.",
  changeTitle: (file: string) => `Rozpočet ze souboru ${file}`,
  missing: (names: string) => `V souboru chybí sloupec: ${names}.`,
  inUse: (codes: string) =>
    `Na položkách ${codes} jsou výdaje, v souboru ale chybí nebo jsou kapitolami. Nejdřív výdaje přesuňte.`,
  removed: "Položky, které v souboru nejsou a z návrhu zmizí",
  lost: (n: number) =>
    `V souboru chybí texty ${plural("cs")(n, { one: "jedné buňky", few: `${n} buněk`, other: `${n} buněk` })}: IS KP21+ je do sešitu nezapsal (chybí sharedStrings.xml). Čísla přečíst šla.`,
  lostAdvice:
    "Nejlépe pomůže nový export z IS KP21+. Jinak sem vložte kód, název a měrnou jednotku každého řádku v pořadí souboru; co soubor má, to se nepřepíše.",
  texts: "Kód, název a jednotka po řádcích",
  textsHint: (n: number) => `Sloupce z Excelu, celkem ${rows(n)}: kód, název, jednotka.`,
  complete: "Doplnit texty",
  preview: "Náhled rozpočtu",
  all: "Celý strom",
  onlyFaults: "Jen chybné",
  more: (shown: number, total: number) => `Ukazujeme prvních ${shown} z ${rows(total)}.`,
  row: "Řádek",
  code: "Kód",
  name: "Název",
  unit: "Jednotka",
  unitPrice: "Cena jednotky",
  units: "Počet",
  rate: "Paušál",
  amount: "Částka",
  outcome: "Co se stane",
  outcomes: { created: "nová", changed: "změna", unchanged: "beze změny", failed: "chyba" },
  lostText: "chybí",
  applied: (n: number) => `Zapsáno ${lines(n)}. Upravit je můžete v návrhu rozpočtu.`,
  toDraft: "Otevřít návrh rozpočtu",
  names: {
    code: ["kód", "kód položky", "code"],
    name: ["název", "název položky", "name"],
    unit: ["měrná jednotka (individuální)", "měrná jednotka", "jednotka", "unit"],
    unitPrice: ["cena jednotky", "jednotková cena", "unit price"],
    units: ["počet jednotek", "počet", "units"],
    amount: ["částka celkem", "částka", "amount"],
    level: ["úroveň", "level"],
    percent: ["procento", "percentage"],
    unitPreset: ["měrná jednotka (přednastavena řo)"],
    unitListed: ["měrná jednotka (z číselníku)"],
  } as Record<string, string[]>,
  fields: {
    created: "Nové položky",
    changed: "Změněné položky",
    removed: "Odebrané položky",
    eligibleHalere: "Způsobilé výdaje",
  },
  history: {
    "budget-import.applied": "Rozpočet načten ze souboru",
    "budget-import.dropped": "Soubor s rozpočtem zahozen",
    "budget-import.undone": "Načtený rozpočet vzat zpět",
  },
};
