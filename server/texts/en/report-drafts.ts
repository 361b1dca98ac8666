import type { Texts } from "../index.ts";
import { draftedActivities } from "./report-draft-activities.ts";
import { draftedChapters } from "./report-draft-chapters.ts";
import { counted, held, joined, kindCount, kindName } from "./report-draft-words.ts";

export const reportDrafts: Texts["reportDrafts"] = {
  ...{ counted, held, joined, kindCount, kindName },
  quoted: (title) => `“${title}”`,
  restOfLog: (left) => `${counted("entry", left)} more in the project log.`,
  restOf: (left) => `Further items: ${left}.`,
  late: "Added for earlier periods (written after the last report was submitted):",
  ...draftedActivities,
  ...draftedChapters,
};
