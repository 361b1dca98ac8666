import { digestSlot, gatherDigests, planReminders } from "../server/features/reminders/service.ts";
import type { Job } from "./job.ts";

/** Once a working day for each hour at which people want their digest, as soon as that hour has come. */
export const planRemindersJob: Job = {
  name: "plan-reminders",
  dueKey: digestSlot,
  async run(deps) {
    const { planned } = await planReminders(deps);
    const { digests } = await gatherDigests(deps);
    return `${planned} reminders in force, ${digests} digests made`;
  },
};
