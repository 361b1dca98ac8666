import { readDueAnnexes } from "../server/features/plan-imports/reading/running/service.ts";
import type { Job } from "./job.ts";

export const readAnnexesJob: Job = {
  name: "read-annexes",
  dueKey: "each-tick",
  async run(deps, { isStopping }) {
    const { read, unread } = await readDueAnnexes(deps, isStopping);
    return `${read} read, ${unread} not read`;
  },
};
