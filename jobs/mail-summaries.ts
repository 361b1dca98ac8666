import { monthDue, reportDueMonths } from "../server/features/months/reporting/service.ts";
import type { Job } from "./job.ts";

/**
 * Once a month, on the third working day of the next one, unless the month was closed and mailed before; what an
 * outage held up is made up for.
 */
export const mailSummariesJob: Job = {
  name: "mail-summaries",
  dueKey: monthDue,
  async run(deps, { isStopping }) {
    const { months, projects, mails, isComplete } = await reportDueMonths(deps, isStopping);
    // Only a run that fails is begun again by the next process.
    if (!isComplete) throw new Error("stopped before every month was reported");
    return `${months.join(", ") || "no month"}: ${projects} projects reported, ${mails} mails made`;
  },
};
