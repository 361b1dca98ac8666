import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const organisationsOf = (n: number) =>
  plural("en")(n, { one: "organisation", other: "organisations" });

export const organisations: Texts["organisations"] = {
  title: "Organisations",
  subtitle:
    "Beneficiaries and partners of projects. A new one comes by itself when somebody writes it to a project.",
  editTitle: "Edit organisation",
  save: "Save changes",
  edit: "Edit",
  editOne: (name) => `Edit: ${name}`,
  search: "Search by name or IČO",
  count: (n) => `${n} ${organisationsOf(n)}`,
  xlsx: "Download as Excel",
  file: "organisations",
  columns: {
    name: "Name",
    ico: "IČO",
    asBeneficiary: "Beneficiary in projects",
    asPartner: "Partner in projects",
  },
  empty: {
    text: "There is no organisation yet.",
    detail: "It appears as soon as somebody writes it to a project as beneficiary or partner.",
  },
  nothingMatches: { text: "No organisation matches the search.", clear: "Clear the search" },
  fields: { name: "Name", ico: "IČO" },
  history: {
    "organisation.created": "Organisation added",
    "organisation.edited": "Organisation edited",
  },
};
