import { deliverMailJob } from "../../../../jobs/deliver-mail.ts";
import { ownerName, runIfDue } from "../../../../jobs/job.ts";
import { planRemindersJob } from "../../../../jobs/plan-reminders.ts";
import { loadConfig } from "../../../../server/config.ts";
import { closeDeps, openDeps } from "../../../../server/open-deps.ts";

// Plans and delivers as the clockwork does, and kills itself after as many steps as it is told: a step is
// a statement that may change the database, or a message that the mail server has taken. (After a mere
// reading it would leave behind what it would have left before it.)

const stepsToLive = Number(process.argv[2]);
const deps = openDeps(loadConfig());
let steps = 0;
const step = () => {
  steps += 1;
  if (steps === stepsToLive) process.kill(process.pid, "SIGKILL");
};
deps.db.on("query-response", (_response: unknown, { sql }: { sql: string }) => {
  if (!/^select/i.test(sql)) step();
});
const { mailer } = deps;
deps.mailer = {
  ...mailer,
  async deliver(message) {
    const result = await mailer.deliver(message);
    step();
    return result;
  },
};

const run = { owner: ownerName(), isStopping: () => false };
await runIfDue(deps, planRemindersJob, run);
await runIfDue(deps, deliverMailJob, run);
await closeDeps(deps);
process.stdout.write(`lived through ${steps} steps\n`);
