import { type Id, project } from "./roots.ts";

const month = (id: Id, of: string) => `${project(id)}/months/${of}`;
const summary = (of: string) => `/summaries/${of}`;

/** Addresses of closing months, of a project and of all together. */
export const monthClosingPaths = {
  newMonthClosing: (id: Id, of: string) => `${month(id, of)}/closing/new`,
  monthClosing: (id: Id, of: string) => `${month(id, of)}/closing`,
  monthMending: (id: Id, of: string) => `${month(id, of)}/mending`,
  newMonthReopening: (id: Id, of: string) => `${month(id, of)}/reopening/new`,
  monthReopening: (id: Id, of: string) => `${month(id, of)}/reopening`,
  monthNudges: (id: Id, of: string) => `${month(id, of)}/nudges`,
  summaryMissing: (of: string) => `${summary(of)}/missing`,
  newSummaryClosing: (of: string) => `${summary(of)}/closing/new`,
  summaryClosing: (of: string) => `${summary(of)}/closing`,
  summaryNudges: (of: string) => `${summary(of)}/nudges`,
};
