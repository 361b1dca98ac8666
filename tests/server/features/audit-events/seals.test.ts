import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWritable } from "../../../../db/append-only.ts";
import { change, system } from "../../../../server/change.ts";
import { eventLine } from "../../../../server/features/audit-events/seals/rules.ts";
import {
  checkSeals,
  sealAuditDay,
} from "../../../../server/features/audit-events/seals/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createUser } from "../../../support/factories.ts";

describe.each(engines)("seals of the audit log on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-02T07:30:00Z" });
  });
  afterEach(() => deps.close());

  const happen = async (times: number, action = "project.edited") => {
    for (let n = 0; n < times; n += 1) {
      await change(deps, system, async ({ record }) =>
        record({ action, objectType: "project", objectId: n, changes: { title: ["a", "š"] } }),
      );
    }
  };
  const seals = () => deps.db("audit_seals").orderBy("day").select("day", "events");
  const intact = async () =>
    (await checkSeals(deps.db, { limit: 100 })).map(({ day, isIntact }) => [day, isIntact]);

  /** Three days of events, two of them sealed. */
  const twoSealedDays = async () => {
    await happen(3);
    deps.clock.advanceDays(1);
    await happen(2);
    deps.clock.advanceDays(1);
    await happen(1);
    return sealAuditDay(deps);
  };

  test("cover each day that is over, one after another, and the day at hand not yet", async () => {
    const { sealed, head } = await twoSealedDays();
    expect(sealed).toBe(2);
    expect(head).toMatch(/^[0-9a-f]{64}$/);
    expect(await seals()).toEqual([
      { day: "2026-03-02", events: 3 },
      { day: "2026-03-03", events: 2 },
    ]);
    expect(await intact()).toEqual([
      ["2026-03-03", true],
      ["2026-03-02", true],
    ]);
  });

  test("are made once, and for all days of an outage, quiet ones too", async () => {
    await twoSealedDays();
    expect((await sealAuditDay(deps)).sealed).toBe(0);
    deps.clock.advanceDays(4);
    expect((await sealAuditDay(deps)).sealed).toBe(4);
    expect((await seals()).map(({ events }) => events)).toEqual([3, 2, 1, 0, 0, 0]);
    expect((await intact()).every(([, isIntact]) => isIntact)).toBe(true);
  });

  test("need nothing while nothing has happened", async () => {
    expect(await sealAuditDay(deps)).toEqual({ sealed: 0, head: "0".repeat(64) });
  });

  test("take the day from the clock in Prague", async () => {
    deps.clock.set("2026-03-02T22:59:59Z");
    await happen(1);
    deps.clock.set("2026-03-02T23:00:00Z");
    await happen(1);
    await sealAuditDay(deps);
    expect(await seals()).toEqual([{ day: "2026-03-02", events: 1 }]);
  });

  test("stay right when the clock was put back", async () => {
    await happen(1);
    deps.clock.advanceDays(1);
    await happen(1);
    deps.clock.advanceDays(-1);
    await happen(1);
    deps.clock.advanceDays(3);
    await sealAuditDay(deps);
    const counts = (await seals()).map(({ events }) => events);
    expect(counts.reduce((sum, events) => sum + events, 0)).toBe(3);
    expect((await intact()).every(([, isIntact]) => isIntact)).toBe(true);
  });

  describe("are broken", () => {
    beforeEach(async () => {
      await createUser(deps.db, { id: 1 });
      await twoSealedDays();
      await makeWritable(deps.db, "audit_events");
    });
    const first = () => deps.db("audit_events").where({ id: 2 });

    test.each([
      ["a changed event", () => first().update({ changes: "{}" })],
      ["a changed author", () => first().update({ address: "10.0.0.x" })],
      ["a name put to what was done for nobody", () => first().update({ on_behalf_of_id: 1 })],
      ["a removed event", () => first().delete()],
      [
        "a changed seal",
        () => deps.db("audit_seals").where({ day: "2026-03-02" }).update({ events: 4 }),
      ],
    ])("by %s", async (_what, tamper) => {
      await tamper();
      expect((await intact()).find(([day]) => day === "2026-03-02")).toEqual(["2026-03-02", false]);
    });

    test("and the next one too when a day was sealed anew over a change", async () => {
      await first().update({ changes: "{}" });
      await deps
        .db("audit_seals")
        .where({ day: "2026-03-02" })
        .update({ hash: "f".repeat(64) });
      expect(await intact()).toEqual([
        ["2026-03-03", false],
        ["2026-03-02", false],
      ]);
    });
  });

  test("cannot be got around: the database itself refuses to change an event", async () => {
    await happen(1);
    await expect(deps.db("audit_events").update({ changes: "{}" })).rejects.toThrow("append-only");
    await expect(deps.db("audit_events").delete()).rejects.toThrow("append-only");
  });

  test("cover whom something was done for, and are the same as ever where there is nobody", () => {
    const event = {
      ...{ id: 1, at: "2026-03-02T07:30:00.000Z", requestId: null, actorId: 2, address: null },
      ...{ action: "project.edited", objectType: "project", objectId: 3, projectId: 3 },
      ...{ outcome: "done", changes: "{}" },
    };
    const [alone, forJana, forEva] = [null, 4, 5].map((onBehalfOfId) =>
      eventLine({ ...event, onBehalfOfId }),
    );
    expect(alone).toBe(
      '[1,"2026-03-02T07:30:00.000Z",null,2,null,"project.edited","project",3,3,"done","{}"]',
    );
    expect(new Set([alone, forJana, forEva]).size).toBe(3);
  });

  test("hold over more events than are read at once", async () => {
    const event = { at: deps.clock.now(), action: "x", object_type: "y" };
    for (let n = 0; n < 5; n += 1) {
      await deps.db("audit_events").insert(Array.from({ length: 450 }, () => event));
    }
    deps.clock.advanceDays(1);
    await sealAuditDay(deps);
    expect(await seals()).toEqual([{ day: "2026-03-02", events: 2_250 }]);
    expect(await intact()).toEqual([["2026-03-02", true]]);
  });
});
