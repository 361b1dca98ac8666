import { tidyUp } from "../server/features/housekeeping/service.ts";
import { pragueTime } from "../server/values/calendar-date.ts";
import type { Job } from "./job.ts";

/** Once a day, after three in the morning: outside the hour that the change of time skips or repeats. */
export const tidyJob: Job = {
  name: "tidy",
  dueKey: ({ clock }) => (pragueTime(clock.now()) >= "03:15" ? clock.today() : undefined),
  run: async (deps) => `${await tidyUp(deps)} old rows and files removed`,
};
