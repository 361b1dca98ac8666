import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { coverageOf } from "../../../../../server/features/card-links/coverage/service.ts";
import { createCard, createCardLink } from "../../../../support/cards.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import { createProject } from "../../../../support/factories.ts";
import { createPlan } from "../../../../support/plan-factories.ts";
import { statementsOf } from "../../../../support/queries.ts";

const TODAY = "2026-03-02";

describe.each(engines)("coverage of cards on %s", (engine) => {
  let deps: TestDeps;
  let planId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    planId = await createPlan(deps.db);
  });
  afterEach(() => deps.close());

  const stateOf = async (cardId: number) =>
    (await coverageOf(deps.db, { planId }, TODAY)).get(cardId)?.state;

  async function linkedTo(project: Record<string, unknown>): Promise<number> {
    const cardId = await createCard(deps.db, planId);
    const projectId = await createProject(deps.db, project);
    await createCardLink(deps.db, cardId, { project_id: projectId });
    return cardId;
  }

  test("a card is covered by what its project is doing today", async () => {
    expect(await stateOf(await linkedTo({ phase: "running" }))).toBe("running");
    expect(await stateOf(await linkedTo({ phase: "submitted" }))).toBe("planned");
    expect(await stateOf(await linkedTo({ phase: "sustainability" }))).toBe("finished");
    const over = { phase: "running", starts_on: "2023-01-01", ends_on: "2026-03-01" };
    expect(await stateOf(await linkedTo(over))).toBe("finished");
    const lastDay = { ...over, ends_on: TODAY };
    expect(await stateOf(await linkedTo(lastDay))).toBe("running");
    const ahead = { phase: "running", starts_on: "2026-03-03", ends_on: "2027-12-31" };
    expect(await stateOf(await linkedTo(ahead))).toBe("planned");
  });

  test("an intention laid aside is worth a name, an archived project is over", async () => {
    const archived = { archived_at: "2026-02-01T08:00:00.000Z" };
    expect(await stateOf(await linkedTo({ phase: "idea", ...archived }))).toBe("named");
    expect(await stateOf(await linkedTo({ phase: "running", ...archived }))).toBe("finished");
  });

  test("the best of several links counts, and a project counts once", async () => {
    const cardId = await linkedTo({ phase: "finished" });
    const running = await createProject(deps.db, { phase: "running" });
    await createCardLink(deps.db, cardId, { project_id: running });
    await createCardLink(deps.db, cardId, { project_id: running, note: "znovu" });
    await createCardLink(deps.db, cardId, { project_name: "Nový dům" });
    const covered = (await coverageOf(deps.db, { cardIds: [cardId] }, TODAY)).get(cardId);
    expect(covered?.state).toBe("running");
    expect(covered?.projects.map(({ standing }) => standing)).toEqual(["finished", "running"]);
    expect(covered?.named).toBe(1);
    expect(covered?.links).toHaveLength(4);
  });

  test("a removed link covers nothing, an archived card is no part of its plan", async () => {
    const archived = { archived_at: "2026-02-01T08:00:00.000Z" };
    const cardId = await createCard(deps.db, planId);
    await createCardLink(deps.db, cardId, { project_name: "Nový dům", ...archived });
    expect(await stateOf(cardId)).toBe("none");
    const gone = await createCard(deps.db, planId, archived);
    expect(await stateOf(gone)).toBeUndefined();
  });

  test("is one statement, however many cards there are", async () => {
    for (let number = 0; number < 20; number += 1) await linkedTo({});
    const sent = await statementsOf(deps.db, () => coverageOf(deps.db, { planId }, TODAY));
    expect(sent).toHaveLength(1);
  });
});
