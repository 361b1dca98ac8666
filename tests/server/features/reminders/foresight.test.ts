import { setImmediate as othersTurn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { foreseeDigests } from "../../../../server/features/reminders/foresight/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";

const WORKING_DAYS_OF_TWO_MONTHS = 40;

describe.each(engines)("foreseeing digests on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  test("lets other people be answered after each day that it foresees", async () => {
    let [isDone, turns] = [false, 0];
    await foreseeDigests(deps, 1);
    const foreseen = foreseeDigests(deps, 60).then(() => {
      isDone = true;
    });
    while (!isDone) {
      await othersTurn();
      turns += 1;
    }
    await foreseen;
    expect(turns).toBeGreaterThan(WORKING_DAYS_OF_TWO_MONTHS);
  });
});
