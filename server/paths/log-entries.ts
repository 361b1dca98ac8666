import { type Id, project } from "./roots.ts";

/** Addresses of the log. */
export const logEntryPaths = {
  progress: (id: Id) => `${project(id)}/progress`,
  newLogEntry: (id: Id) => `${project(id)}/progress/new`,
  logEntry: (id: Id, entryId: Id) => `${project(id)}/progress/${entryId}`,
  editLogEntry: (id: Id, entryId: Id) => `${project(id)}/progress/${entryId}/edit`,
  logEntryArchive: (id: Id, entryId: Id) => `${project(id)}/progress/${entryId}/archive`,
  logEntryRestoration: (id: Id, entryId: Id) =>
    `${project(id)}/progress/${entryId}/archive/restoration`,
  /** Written from outside a project; the form says into which. */
  logEntries: () => "/log-entries",
  newLogEntryAnywhere: () => "/log-entries/new",
};
