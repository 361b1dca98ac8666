import { plural } from "../plural.ts";

const organisationsOf = (n: number) =>
  plural("cs")(n, { one: "organizace", few: "organizace", other: "organizací" });

/** Beneficiaries and partners of projects. */
export const organisations = {
  title: "Organizace",
  subtitle:
    "Příjemci a partneři projektů. Nová organizace vznikne sama, když ji někdo napíše k projektu.",
  editTitle: "Úprava organizace",
  save: "Uložit změny",
  edit: "Upravit",
  editOne: (name: string) => `Upravit: ${name}`,
  search: "Hledat podle názvu nebo IČO",
  count: (n: number) => `${n} ${organisationsOf(n)}`,
  xlsx: "Stáhnout jako Excel",
  file: "organizace",
  columns: {
    name: "Název",
    ico: "IČO",
    asBeneficiary: "Příjemce v projektech",
    asPartner: "Partner v projektech",
  },
  empty: {
    text: "Zatím tu není žádná organizace.",
    detail: "Objeví se, jakmile ji někdo napíše k projektu jako příjemce nebo partnera.",
  },
  nothingMatches: { text: "Hledání neodpovídá žádná organizace.", clear: "Zrušit hledání" },
  fields: { name: "Název", ico: "IČO" },
  history: {
    "organisation.created": "Organizace zapsána",
    "organisation.edited": "Organizace upravena",
  },
};
