import { checkStoredFiles } from "../server/features/stored-files/service.ts";
import { pragueTime } from "../server/values/calendar-date.ts";
import type { Job } from "./job.ts";

/** Once a day, after what is nobody's was tidied away. */
export const checkFilesJob: Job = {
  name: "check-files",
  dueKey: ({ clock }) => (pragueTime(clock.now()) >= "03:45" ? clock.today() : undefined),
  run: async (deps) => `${await checkStoredFiles(deps)} stored files missing`,
};
