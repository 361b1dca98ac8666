import { sealAuditDay } from "../server/features/audit-events/seals/service.ts";
import { pragueTime } from "../server/values/calendar-date.ts";
import type { Job } from "./job.ts";

/** Once a day, for the days that are over. The newest hash goes to the log, out of reach of the database. */
export const sealAuditJob: Job = {
  name: "seal-audit",
  dueKey: ({ clock }) => (pragueTime(clock.now()) >= "00:10" ? clock.today() : undefined),
  async run(deps) {
    const { sealed, head } = await sealAuditDay(deps);
    return `${sealed} days sealed, head ${head}`;
  },
};
