import { type Id, project } from "./roots.ts";

const oneImport = (id: Id, importId: Id) => `${project(id)}/imports/${importId}`;

/** Addresses of tables that are read into a project. */
export const importPaths = {
  imports: (id: Id) => `${project(id)}/imports`,
  newImport: (id: Id) => `${project(id)}/imports/new`,
  import: oneImport,
  importReading: (id: Id, importId: Id) => `${oneImport(id, importId)}/reading`,
  importApplication: (id: Id, importId: Id) => `${oneImport(id, importId)}/application`,
  importDropping: (id: Id, importId: Id) => `${oneImport(id, importId)}/dropping`,
  importUndoing: (id: Id, importId: Id) => `${oneImport(id, importId)}/undoing`,
  importFailures: (id: Id, importId: Id) => `${oneImport(id, importId)}/failures`,
};
