import { prepareDue } from "../server/features/prepared-files/service.ts";
import type { Job } from "./job.ts";

export const prepareFilesJob: Job = {
  name: "prepare-files",
  dueKey: "each-tick",
  async run(deps, { isStopping }) {
    const { prepared, failed } = await prepareDue(deps, isStopping);
    return `${prepared} prepared, ${failed} failed`;
  },
};
