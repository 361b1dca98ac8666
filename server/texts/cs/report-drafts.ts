import { draftedActivities } from "./report-draft-activities.ts";
import { draftedChapters } from "./report-draft-chapters.ts";
import { counted, held, joined, kindCount, kindName } from "./report-draft-words.ts";

/** Sentences that an implementation report is drafted from: short, factual, without names of people. */
export const reportDrafts = {
  ...{ counted, held, joined, kindCount, kindName },
  quoted: (title: string) => `„${title}“`,
  restOfLog: (left: number) => `Dalších ${counted("entry", left)} je v deníku projektu.`,
  restOf: (left: number) => `Další položky: ${left}.`,
  late: "Doplnění za předchozí období (zapsáno po odevzdání minulé zprávy):",
  ...draftedActivities,
  ...draftedChapters,
};
