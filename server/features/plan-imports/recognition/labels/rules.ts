import type { AnnexField } from "../rules.ts";

/** A wording of a label; folded. `full` is the wording of the forms, others are shortened or written otherwise. */
export interface Wording {
  field: AnnexField | "card";
  letters: string;
  words: number;
  full: boolean;
}

const FULL: Record<AnnexField | "card", string[]> = {
  card: ["karta rozvojove aktivity", "karta aktivity"],
  number: ["cislo aktivity", "cislo rozvojove aktivity", "cislo karty"],
  name: ["nazev aktivity", "nazev rozvojove aktivity", "nazev karty"],
  goals: [
    "vazba na strategicky cil",
    "vazba na strategicke cile",
    "vazba na dalsi strategicke cile",
    "vazba na dalsi strategicky cil",
  ],
  targetGroups: ["cilove skupiny uzivatelu", "cilova skupina uzivatelu"],
  services: [
    "dotcene druhy socialnich sluzeb",
    "dotceny druh socialni sluzby",
    "dotcene druhy socialni sluzby",
  ],
  period: ["doba realizace", "termin realizace", "obdobi realizace"],
  responsible: ["odpovednost za realizaci", "zodpovednost za realizaci"],
  costs: ["predpokladane naklady", "predpokladana vyse nakladu"],
  funding: ["zdroje financovani", "zdroj financovani", "financovani"],
  description: [
    "popis aktivity",
    "popis aktivity a jeji vystupy",
    "popis aktivity a jejich vystupu",
    "popis aktivity a vystupy",
  ],
  measures: [
    "opatreni vedouci k naplneni",
    "opatreni vedouci k naplneni aktivity",
    "opatreni vedouci k naplneni cile",
    "opatreni k naplneni",
  ],
};

const SHORTENED: Record<AnnexField | "card", string[]> = {
  card: ["karta", "karta c", "karta cislo"],
  number: ["cislo", "kod aktivity", "oznaceni aktivity", "poradove cislo", "kod", "c aktivity"],
  name: ["nazev", "jmeno aktivity", "nazev opatreni", "aktivita"],
  goals: [
    "vazba na cil",
    "vazba na cile",
    "strategicke cile",
    "vazba na dalsi cile",
    "vazby na cile",
  ],
  targetGroups: [
    "cilova skupina",
    "cilove skupiny",
    "cilove skupiny klientu",
    "cilova skupina klientu",
    "cilove skupiny osob",
  ],
  services: [
    "dotcene druhy sluzeb",
    "dotcene sluzby",
    "dotcene socialni sluzby",
    "dotcena sluzba",
    "druhy socialnich sluzeb",
    "druh socialni sluzby",
    "druhy sluzeb",
    "druh sluzby",
    "socialni sluzby",
    "sluzby",
  ],
  period: [
    "doba trvani",
    "realizace",
    "termin",
    "obdobi",
    "doba",
    "terminy",
    "harmonogram",
    "termin plneni",
  ],
  responsible: [
    "odpovednost",
    "zodpovednost",
    "odpovedny subjekt",
    "odpovedne subjekty",
    "zodpovedny subjekt",
    "odpovedna osoba",
    "odpovida",
    "realizator",
    "realizatori",
  ],
  costs: [
    "naklady",
    "odhadovane naklady",
    "odhad nakladu",
    "financni naklady",
    "vyse nakladu",
    "celkove naklady",
  ],
  funding: ["zdroje", "financni zdroje", "zdroj", "zpusob financovani"],
  description: [
    "popis",
    "popis a vystupy",
    "popis a jeji vystupy",
    "strucny popis",
    "popis realizace",
  ],
  measures: [
    "opatreni",
    "navrhovana opatreni",
    "opatreni vedouci k cili",
    "opatreni vedouci k naplneni cilu",
  ],
};

export const wordings: Wording[] = [...worded(FULL, true), ...worded(SHORTENED, false)];

function worded(table: Record<AnnexField | "card", string[]>, full: boolean): Wording[] {
  return Object.entries(table).flatMap(([field, texts]) =>
    texts.map((text) => ({
      field: field as AnnexField | "card",
      letters: text.replaceAll(" ", ""),
      words: text.split(" ").length,
      full,
    })),
  );
}
