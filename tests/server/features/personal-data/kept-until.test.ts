import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keptUntil } from "../../../../server/features/personal-data/anonymisation/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject, insert } from "../../../support/factories.ts";
import { createPaymentRequest } from "../../../support/money-factories.ts";

describe.each(engines)("how long records of participants are kept on %s", (engine) => {
  let deps: TestDeps;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
  });
  afterEach(() => deps.close());

  const projectOf = (ends_on: string) =>
    createProject(deps.db, { starts_on: "2017-01-01", ends_on, programme: "OPZ" });
  const rule = (value: string) =>
    insert(deps.db, "programme_rules", {
      ...{ programme: "OPZ", kind: "retention-years", value, valid_from: "2014-01-01" },
      ...{ source: "Rozhodnutí", created_at: "2014-01-01T00:00:00.000Z" },
    });

  test("by the longest of the projects, from the end of each", async () => {
    await rule("10 years month-end unshifted project-end");
    const projects = [await projectOf("2019-12-31"), await projectOf("2020-02-29")];
    expect(await keptUntil(deps.db, projects)).toBe("2030-03-01");
  });

  test("from the last payment, and without an end while there is none", async () => {
    await rule("10 years same-day unshifted last-payment");
    const id = await projectOf("2019-12-31");
    expect(await keptUntil(deps.db, [id])).toBeNull();
    const paid = { state: "paid", received_halere: 1 };
    await createPaymentRequest(deps.db, id, {
      ...{ kind: "final", received_on: "2020-06-15", number: 2, ...paid },
    });
    await createPaymentRequest(deps.db, id, {
      ...{ kind: "interim", received_on: "2020-03-01", number: 1, ...paid },
    });
    expect(await keptUntil(deps.db, [id])).toBe("2030-06-16");
  });

  test("without an end while no rule says", async () => {
    expect(await keptUntil(deps.db, [await projectOf("2019-12-31")])).toBeNull();
  });
});
