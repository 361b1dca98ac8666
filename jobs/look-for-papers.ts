import { refreshAllAwaitedDocuments } from "../server/features/document-requirements/service.ts";
import { pragueTime } from "../server/values/calendar-date.ts";
import type { Job } from "./job.ts";

/** Once a day before the digests: by then events have ended and papers have come to be owed. */
export const lookForPapersJob: Job = {
  name: "look-for-papers",
  dueKey: ({ clock }) => (pragueTime(clock.now()) >= "00:20" ? clock.today() : undefined),
  run: async (deps) => `${await refreshAllAwaitedDocuments(deps)} projects lack papers`,
};
