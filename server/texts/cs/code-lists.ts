import { plural } from "../plural.ts";

const items = (n: number) => plural("cs")(n, { one: "položka", few: "položky", other: "položek" });

/** Lists that projects choose from, kept by the administrator. */
export const codeLists = {
  title: "Číselníky",
  subtitle: "Seznamy, ze kterých se v projektech vybírá.",
  lists: {
    programmes: "Programy",
    "target-groups": "Cílové skupiny",
    districts: "Okresy",
    municipalities: "Obce s rozšířenou působností",
    "esf-sex": "Pohlaví (IS ESF)",
    "esf-labour-status": "Postavení na trhu práce (IS ESF)",
    "esf-education": "Nejvyšší dosažené vzdělání (IS ESF)",
    "esf-disadvantage": "Typ znevýhodnění (IS ESF)",
    "esf-exit": "Situace po ukončení účasti (IS ESF)",
  },
  count: (n: number, text: string) => `${text} ${items(n)}`,
  columns: {
    list: "Číselník",
    items: "Položek",
    label: "Název",
    code: "Kód",
    validity: "Platnost",
  },
  add: "Přidat položku",
  always: "bez omezení",
  since: (on: string) => `od ${on}`,
  until: (on: string) => `do ${on}`,
  ended: "Už neplatí",
  nothing: "Číselník zatím nemá žádnou položku.",
  form: {
    newTitle: "Přidat položku",
    editTitle: "Upravit položku",
    code: "Kód",
    codeHint: "Písmena, číslice, tečka a pomlčka. Později ho nelze změnit.",
    fixedCode: (code: string) => `Kód: ${code}`,
    labelCs: "Název česky",
    labelEn: "Název anglicky",
    position: "Pořadí",
    validFrom: "Platí od",
    validTo: "Platí do",
    validToHint: "Položka se po tomto dni přestane nabízet; kde už je vybraná, zůstane.",
    save: "Uložit",
  },
  history: {
    "code-list-item.created": "Položka číselníku přidána",
    "code-list-item.edited": "Položka číselníku upravena",
  } as Record<string, string>,
  fields: {
    labelCs: "Název česky",
    labelEn: "Název anglicky",
    validFrom: "Platí od",
    validTo: "Platí do",
  } as Record<string, string>,
};
