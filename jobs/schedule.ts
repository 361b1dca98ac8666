import { deliverMailJob } from "./deliver-mail.ts";
import type { Job } from "./job.ts";
import { planRemindersJob } from "./plan-reminders.ts";
import { tidyJob } from "./tidy.ts";

/**
 * The timetable. The clock ticks each minute and asks every job in this order whether it is due; all days
 * and hours are those of Prague.
 *
 *   plan-reminders   working days, at each hour at which somebody wants their digest (7:30 unless changed)
 *   deliver-mail     each minute
 *   tidy             daily after 3:15
 */
export const schedule: Job[] = [planRemindersJob, deliverMailJob, tidyJob];

export function findJob(name: string): Job | undefined {
  return schedule.find((job) => job.name === name);
}
