import { type Id, project } from "./roots.ts";

const all = (id: Id) => `${project(id)}/budget/imports`;
const one = (id: Id, importId: Id) => `${all(id)}/${importId}`;

/** Addresses of budgets that are read from files. */
export const budgetImportPaths = {
  budgetImports: all,
  budgetImport: one,
  budgetImportTexts: (id: Id, importId: Id) => `${one(id, importId)}/texts`,
  budgetImportApplication: (id: Id, importId: Id) => `${one(id, importId)}/application`,
  budgetImportDropping: (id: Id, importId: Id) => `${one(id, importId)}/dropping`,
  budgetImportUndoing: (id: Id, importId: Id) => `${one(id, importId)}/undoing`,
};
