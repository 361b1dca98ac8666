import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { queueMail, queueMails } from "../../../../server/features/mails/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createUser } from "../../../support/factories.ts";

describe.each(engines)("the ledger of mails on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  test("takes one mail of a key, whoever asks again", async () => {
    const userId = await createUser(deps.db);
    const ask = () =>
      deps.db.transaction((trx) =>
        queueMail(trx, {
          kind: "account",
          template: "invitation",
          dedupeKey: "invitation:1",
          recipientUserId: userId,
          at: deps.clock.now(),
        }),
      );
    const first = await ask();
    expect(first).toBeGreaterThan(0);
    expect(await ask()).toBeUndefined();
    expect(await deps.db("outgoing_mails").select("id", "state", "params")).toEqual([
      { id: first, state: "pending", params: "{}" },
    ]);
  });

  test("takes a thousand at once, and tells which of them were not there yet", async () => {
    const recipientUserId = await createUser(deps.db);
    const at = deps.clock.now();
    const queue = (from: number, to: number) =>
      deps.db.transaction((trx) =>
        queueMails(
          trx,
          Array.from({ length: to - from }, (_, n) => ({
            ...({ kind: "account", template: "password-changed" } as const),
            ...{ dedupeKey: `many:${from + n}`, recipientUserId, at },
          })),
        ),
      );
    expect(await queue(0, 1_000)).toHaveLength(1_000);
    expect(await queue(600, 1_600)).toHaveLength(600);
    expect(await deps.db("outgoing_mails").select("id")).toHaveLength(1_600);
  });
});
