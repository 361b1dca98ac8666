import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "../../../../db/connection.ts";
import { drawdownAt } from "../../../../server/features/drawdowns/service.ts";
import { moneyOfProjects } from "../../../../server/features/drawdowns/together/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject, insert } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { enterMoney } from "./entered-money.ts";
import { dayAt, instantAt } from "./money-days.ts";
import { plainMoney } from "./plain-money.ts";
import { randomMoney } from "./random-money.ts";

const declarations = fc.array(
  fc.record({ validOn: fc.nat(900), lag: fc.nat(100), amount: fc.option(fc.nat(9_999_999)) }),
  { maxLength: 3 },
);

describe.each(engines)("money of many projects on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  test("is of each what is told of it alone and by a plain computation, at any moment", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ money: randomMoney, declared: declarations }), {
          minLength: 1,
          maxLength: 3,
        }),
        async (worlds) => {
          const entered = await deps.db.transaction(async (trx) => {
            const db = trx as unknown as Connection;
            const all = [];
            for (const { money, declared } of worlds) {
              const one = await enterMoney(db, money);
              for (const { validOn, lag, amount } of declared)
                await insert(db, "project_spends", {
                  ...{ project_id: one.projectId, spent_halere: amount, valid_on: dayAt(validOn) },
                  recorded_at: instantAt(validOn + lag),
                });
              all.push(one);
            }
            return all;
          });
          const ids = entered.map(({ projectId }) => projectId);
          for (const { on, asOf } of worlds.flatMap(({ money }) => money.moments)) {
            const moment = { on: dayAt(on), asOf: instantAt(asOf) };
            const together = await moneyOfProjects(deps.db, ids, moment);
            expect([...together.keys()].toSorted()).toEqual(ids.toSorted());
            for (const one of entered) {
              const money = together.get(one.projectId);
              const plain = plainMoney(one, moment);
              const alone = await drawdownAt(deps.db, one.projectId, moment);
              expect(money?.spent).toBe(alone.spent);
              expect(money?.claimed).toBe(Number(plain.claimed));
              expect(money?.total).toBe(alone.budget?.eligible ?? one.total);
            }
          }
        },
      ),
      { seed: 20_261_126, numRuns: engine === "sqlite" ? 20 : 8 },
    );
  }, 120_000);

  test("is unknown where nothing was said, and costs the same for many as for one", async () => {
    const { db } = deps;
    const moment = { on: "2026-12-31", asOf: "2027-01-01T00:00:00.000Z" };
    expect(await statementsOf(db, () => moneyOfProjects(db, [], moment))).toEqual([]);
    const ids = [await createProject(db, { total_halere: null })];
    const known = { total: null, spent: null, claimed: 0 };
    expect([...(await moneyOfProjects(db, ids, moment)).values()]).toEqual([known]);
    const forOne = await statementsOf(db, () => moneyOfProjects(db, ids, moment));
    for (let more = 0; more < 4; more += 1) ids.push(await createProject(db));
    const forMany = await statementsOf(db, () => moneyOfProjects(db, ids, moment));
    expect(forMany).toHaveLength(forOne.length);
  });
});
