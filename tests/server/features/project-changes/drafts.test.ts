import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findChange, listChangeStates } from "../../../../db/queries/project-changes.ts";
import { change, system } from "../../../../server/change.ts";
import {
  draftChange,
  type NewProjectChange,
} from "../../../../server/features/project-changes/drafts/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createProject } from "../../../support/factories.ts";
import { createBudgetVersion } from "../../../support/money-factories.ts";

describe.each(engines)("a change of the project begun on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    projectId = await createProject(deps.db);
  });
  afterEach(() => deps.close());

  const draft = (given: Partial<NewProjectChange> = {}) =>
    change(deps, system, (one) =>
      draftChange(one, { projectId, kind: "substantial", title: "Přesun", ...given }),
    );

  test("is a draft from the day it is begun, with the first number", async () => {
    const id = await draft();
    expect(await findChange(deps.db, { projectId, id })).toMatchObject({
      number: 1,
      state: "draft",
      versionId: null,
      version: 1,
    });
    expect(await listChangeStates(deps.db, id)).toMatchObject([
      { state: "draft", validOn: "2026-03-02", correctsId: null },
    ]);
  });

  test("is refused while another is being written", async () => {
    await draft();
    await expect(draft()).rejects.toMatchObject({ key: "draftExists" });
  });

  test("is refused as a second decision, and numbered after the first", async () => {
    await createBudgetVersion(deps.db, projectId);
    await expect(draft({ kind: "decision" })).rejects.toMatchObject({ key: "decisionExists" });
    const id = await draft();
    expect(await findChange(deps.db, { projectId, id })).toMatchObject({ number: 1 });
  });
});
