type Id = number | string;

const exports = (id: Id) => `/projects/${id}/exports`;

/** Addresses of files for IS ESF; part of `paths`. */
export const isEsfPaths = {
  exports,
  esfPersons: (id: Id) => `${exports(id)}/is-esf-persons.csv`,
  esfSupports: (id: Id) => `${exports(id)}/is-esf-supports.csv`,
  esfDifferences: (id: Id) => `${exports(id)}/differences`,
};
