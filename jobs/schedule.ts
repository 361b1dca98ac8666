import { checkFilesJob } from "./check-files.ts";
import { deliverMailJob } from "./deliver-mail.ts";
import type { Job } from "./job.ts";
import { lookForPapersJob } from "./look-for-papers.ts";
import { mailSummariesJob } from "./mail-summaries.ts";
import { planRemindersJob } from "./plan-reminders.ts";
import { prepareFilesJob } from "./prepare-files.ts";
import { readAnnexesJob } from "./read-annexes.ts";
import { remindOfCardsJob } from "./remind-of-cards.ts";
import { remindOfEventsJob } from "./remind-of-events.ts";
import { sealAuditJob } from "./seal-audit.ts";
import { tidyJob } from "./tidy.ts";

/**
 * The timetable. The clock ticks each minute and asks every job in this order whether it is due; all days
 * and hours are those of Prague.
 *
 *   look-for-papers  daily after 0:20
 *   plan-reminders   working days, at each hour at which somebody wants their digest (7:30 unless changed)
 *   mail-summaries   monthly, on the third working day of the next month from 7:30
 *   remind-of-events daily after 8:00
 *   remind-of-cards  working days after 0:30; letters leave at each person's hour
 *   deliver-mail     each minute
 *   prepare-files    each minute: what the process that took the order did not finish
 *   read-annexes     each minute: what the process that took the annex did not read
 *   seal-audit       daily after 0:10
 *   tidy             daily after 3:15
 *   check-files      daily after 3:45
 */
export const schedule: Job[] = [
  lookForPapersJob,
  planRemindersJob,
  mailSummariesJob,
  remindOfEventsJob,
  remindOfCardsJob,
  deliverMailJob,
  prepareFilesJob,
  readAnnexesJob,
  sealAuditJob,
  tidyJob,
  checkFilesJob,
];

export function findJob(name: string): Job | undefined {
  return schedule.find((job) => job.name === name);
}
