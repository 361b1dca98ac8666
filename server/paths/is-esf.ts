import { type Id, project } from "./roots.ts";

const exports = (id: Id) => `${project(id)}/exports`;

/** Addresses of files for IS ESF. */
export const isEsfPaths = {
  esf: (id: Id) => `${exports(id)}/is-esf`,
  esfPersons: (id: Id) => `${exports(id)}/is-esf-persons.csv`,
  esfSupports: (id: Id) => `${exports(id)}/is-esf-supports.csv`,
  esfDifferences: (id: Id) => `${exports(id)}/differences`,
};
