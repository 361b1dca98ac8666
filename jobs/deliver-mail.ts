import { deliverMail } from "../server/features/mails/delivery/service.ts";
import type { Job } from "./job.ts";

export const deliverMailJob: Job = {
  name: "deliver-mail",
  dueKey: "each-tick",
  async run(deps, { owner, isStopping }) {
    const { sent, failed, cancelled, postponed } = await deliverMail(deps, { owner, isStopping });
    return `${sent} sent, ${failed} failed, ${cancelled} cancelled, ${postponed} postponed`;
  },
};
