import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { queueMails } from "../../server/features/mails/service.ts";
import { groupedBy } from "../../server/values/grouped.ts";
import { engines } from "../support/databases.ts";
import { openTestDeps, type TestDeps } from "../support/deps.ts";
import { createUser } from "../support/factories.ts";
import { type Program, startProgram } from "../support/programs.ts";
import { type ReceivedMessage, startSmtpServer, type TestSmtpServer } from "../support/smtp.ts";

const MAILS = 1_000;
const KILLS = 60;
const INSTANCES = 2;
const LONGEST_MS = 900_000;

/** A thousand notices that are due, to fifty people. */
async function queueThousand({ db, clock }: TestDeps): Promise<void> {
  const people: number[] = [];
  for (let n = 0; n < 50; n += 1) people.push(await createUser(db));
  await db.transaction((trx) =>
    queueMails(
      trx,
      Array.from({ length: MAILS }, (_, n) => ({
        kind: "account" as const,
        template: "password-changed" as const,
        dedupeKey: `long:${n}`,
        recipientUserId: people[n % people.length] as number,
        at: clock.now(),
      })),
    ),
  );
}

function startInstance(deps: TestDeps, server: TestSmtpServer): Program {
  return startProgram("tests/long/deliver-without-end.ts", {
    env: {
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      MAIL_PER_SECOND: "100",
      DATABASE_URL: deps.database.url,
      DATA_DIR: deps.database.folder,
      SECRET_KEY: deps.config.secretKey,
      SMTP_URL: server.url(),
      MAIL_FROM: deps.config.mailFrom,
    },
  });
}

/** The same sequence in every run: what a run does may be repeated. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

async function untilAllSent({ db }: TestDeps, instances: Program[]): Promise<void> {
  const died = Promise.race(
    instances.map(async (instance) => {
      const { code } = await instance.ended;
      throw new Error(`an instance ended by itself (${code}): ${instance.output()}`);
    }),
  );
  died.catch(() => {});
  for (let waited = 0; waited < LONGEST_MS; waited += 500) {
    const [left] = await db("outgoing_mails").whereNot("state", "sent").count({ count: "*" });
    if (Number(left?.count) === 0) return;
    await Promise.race([pause(500), died]);
  }
  throw new Error("not every mail was sent");
}

/** Nothing lost; every further copy is one that an attempt without an answer explains, the same to the byte. */
async function expectHonest({ db }: TestDeps, received: ReceivedMessage[]): Promise<number> {
  expect(await db("outgoing_mails").distinct("state")).toEqual([{ state: "sent" }]);
  expect(await db("outgoing_mails").select("id")).toHaveLength(MAILS);
  const copies = groupedBy(received, ({ email }) => email.messageId);
  expect(copies.size).toBe(MAILS);
  const unanswered = await db("delivery_attempts as a")
    .join("outgoing_mails as m", "m.id", "a.mail_id")
    .where((open) => open.whereNull("a.outcome").orWhere("a.outcome", "ambiguous"))
    .select({ messageId: "m.message_id" });
  const explained = groupedBy(unanswered, ({ messageId }) => messageId);
  for (const [messageId, same] of copies) {
    expect(same.length).toBeLessThanOrEqual(1 + (explained.get(messageId)?.length ?? 0));
    expect(new Set(same.map(({ raw }) => raw)).size).toBe(1);
  }
  return received.length - MAILS;
}

describe.each(engines)("a thousand mails and two instances on %s", (engine) => {
  test(`that are killed ${KILLS} times at random: none lost, each copy on record`, async () => {
    const deps = await openTestDeps(engine, { at: new Date().toISOString() });
    const server = await startSmtpServer();
    await queueThousand(deps);
    const chance = chances(20_261_122);
    let kills = 0;
    const live = async () => {
      let program = startInstance(deps, server);
      while (kills < KILLS) {
        await program.untilPrints(/ready/);
        await pause(20 + chance() * 300);
        kills += 1;
        await program.stop("SIGKILL");
        program = startInstance(deps, server);
      }
      return program;
    };
    const last = await Promise.all(Array.from({ length: INSTANCES }, live));
    // What the dead held is free when its lease is over; nobody helps.
    await untilAllSent(deps, last);
    await Promise.all(last.map((program) => program.stop("SIGKILL")));
    const further = await expectHonest(deps, server.received);
    process.stdout.write(`${engine}: ${kills} kills, ${further} further copies\n`);
    expect(kills).toBeGreaterThanOrEqual(KILLS);
    await server.close();
    await deps.close();
  });

  test("that are killed when the server has taken a message: one further copy a kill at most", async () => {
    const deps = await openTestDeps(engine, { at: new Date().toISOString() });
    let kills = 0;
    let program: Program | undefined;
    const server = await startSmtpServer();
    server.behave({
      message: () => {
        if (server.received.length % 25 !== 24 || kills >= 40 || !program) return "accept";
        kills += 1;
        void program.stop("SIGKILL");
        return "drop";
      },
    });
    await queueThousand(deps);
    for (let lives = 0; lives <= 40; lives += 1) {
      program = startInstance(deps, server);
      if (kills < 40) await program.ended;
      else break;
    }
    await untilAllSent(deps, program ? [program] : []);
    await program?.stop("SIGKILL");
    const further = await expectHonest(deps, server.received);
    process.stdout.write(`${engine}: ${kills} aimed kills, ${further} further copies\n`);
    expect(further).toBeLessThanOrEqual(kills);
    expect(kills).toBe(40);
    await server.close();
    await deps.close();
  });
});

test("an instance that sleeps through its lease neither marks nor sends again when it wakes", async () => {
  const deps = await openTestDeps("postgres", { at: new Date().toISOString() });
  const server = await startSmtpServer();
  const taken = new Promise<void>((resolve) => {
    server.behave({
      message: () => {
        if (server.received.length > 0) return "accept";
        resolve();
        return "silence";
      },
    });
  });
  const userId = await createUser(deps.db);
  await deps.db.transaction((trx) =>
    queueMails(trx, [
      {
        ...{ kind: "account", template: "password-changed", dedupeKey: "long:asleep" },
        ...{ recipientUserId: userId, at: deps.clock.now() },
      },
    ]),
  );
  const asleep = startInstance(deps, server);
  await taken;
  process.kill(asleep.pid, "SIGSTOP");
  const other = startInstance(deps, server);
  await untilAllSent(deps, [other]);
  process.kill(asleep.pid, "SIGCONT");
  await pause(5_000);
  const attempts = await deps.db("delivery_attempts").orderBy("id").select("outcome");
  expect(await deps.db("outgoing_mails").first("state", "attempts")).toMatchObject({
    state: "sent",
  });
  expect(attempts).toHaveLength(2);
  expect(server.received).toHaveLength(2);
  expect(new Set(server.received.map(({ raw }) => raw)).size).toBe(1);
  await Promise.all([asleep.stop("SIGKILL"), other.stop("SIGKILL")]);
  await server.close();
  await deps.close();
});
