import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { gatherDigests, planReminders } from "../../../../server/features/reminders/service.ts";
import { openSmtpMailer } from "../../../../server/mail/smtp-mailer.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { startProgram } from "../../../support/programs.ts";
import { startSmtpServer, type TestSmtpServer } from "../../../support/smtp.ts";

const AT = "2026-03-02T07:00:00Z";
const PAST = "2020-01-01T00:00:00.000Z";
const AT_ONCE = 2;

let server: TestSmtpServer;
beforeAll(async () => {
  server = await startSmtpServer();
});
afterAll(() => server.close());

describe.each(engines)("killed between any two steps on %s", (engine) => {
  /** True when the program was killed, false when it ended before its last step came. */
  async function dieAndRecover(stepsToLive: number): Promise<boolean> {
    const deps = await openTestDeps(engine, { at: AT });
    const address = `${engine}-${stepsToLive}@kraj.test`;
    const projectId = await createProject(deps.db);
    await addMember(deps.db, { projectId, userId: await createUser(deps.db, { email: address }) });
    await createMilestone(deps.db, projectId, { due_on: "2026-03-03" });
    await createMilestone(deps.db, projectId, { due_on: "2026-03-09" });
    const program = startProgram("tests/server/features/reminders/run-and-die.ts", {
      args: [String(stepsToLive)],
      env: {
        NODE_ENV: "test",
        LOG_LEVEL: "silent",
        CLOCK_START: AT,
        MAIL_PER_SECOND: "100",
        DATABASE_URL: deps.database.url,
        DATA_DIR: deps.database.folder,
        SECRET_KEY: deps.config.secretKey,
        SMTP_URL: server.url(),
        MAIL_FROM: deps.config.mailFrom,
      },
    });
    const { code, signal } = await program.ended;
    if (signal !== "SIGKILL") expect([code, program.output()]).toEqual([0, expect.anything()]);

    await deps.db("outgoing_mails").update({ lease_until: PAST }); // the dead give nothing back
    deps.clock.advance(600_000);
    const mailer = openSmtpMailer({
      url: server.url(),
      from: deps.config.mailFrom,
      requiresTls: false,
    });
    await planReminders(deps);
    await gatherDigests(deps);
    await deliverMail({ ...deps, mailer }, { owner: "afterwards", wait: async () => {} });
    mailer.close();

    expect(await deps.db("outgoing_mails").select("state")).toEqual([{ state: "sent" }]);
    const occurrences = await deps.db("reminder_occurrences").select("state");
    expect(occurrences).toEqual([{ state: "gathered" }, { state: "gathered" }]);
    const copies = server.received.filter((one) => one.envelope.to.includes(address));
    const unanswered = await deps.db("delivery_attempts").whereNull("outcome").select("id");
    expect(copies.length).toBeGreaterThanOrEqual(1);
    expect(copies.length).toBeLessThanOrEqual(1 + unanswered.length);
    for (const copy of copies) expect(copy.raw).toBe(copies[0]?.raw);
    await deps.close();
    return signal === "SIGKILL";
  }

  test("no reminder is lost, and none goes twice but where the answer was lost", async () => {
    let steps = 1;
    for (let isAlive = false; !isAlive; steps += AT_ONCE) {
      const rounds = Array.from({ length: AT_ONCE }, (_, n) => dieAndRecover(steps + n));
      isAlive = (await Promise.all(rounds)).includes(false);
    }
    expect(steps).toBeGreaterThan(15);
  }, 300_000);
});
