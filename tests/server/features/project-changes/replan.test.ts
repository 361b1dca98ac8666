import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { system } from "../../../../server/change.ts";
import { setItems } from "../../../../server/features/project-changes/items/service.ts";
import { createChange } from "../../../../server/features/project-changes/service.ts";
import { announceChange } from "../../../../server/features/project-changes/steps/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { formsOf, sentFields } from "../../../support/forms.ts";

const TODAY = "2023-05-02";

describe.each(engines)("approving a change that moves the end of the project on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let manager: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: `${TODAY}T07:30:00Z` });
    await seedCatalogues(app.db, app.clock.now());
    projectId = await createProject(app.db, {
      ...{ starts_on: "2023-05-01", ends_on: "2024-10-31", decided_on: "2023-04-12" },
    });
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId });
    manager = await app.signedInAs(userId);
    await manager.post(`/projects/${projectId}/periods/generation`, {
      ...{ months: "6", isConfirmed: "true", duties: ["1-report", "3-report"] },
    });
  });
  afterEach(() => app.close());

  const announced = async (values: Record<string, string>) => {
    const kind = { kind: "substantial", title: "Prodloužení", hasBudget: false } as const;
    const begun = { ...kind, reason: null, effectiveOn: null };
    const id = await createChange(app, system, projectId, begun);
    const record = { projectId, changeId: id, subject: "project", objectId: projectId } as const;
    await setItems(app, system, record, values);
    const { version } = await app.db("project_changes").where({ id }).first("version");
    const announcement = { version, announcedOn: TODAY, note: null };
    await announceChange(app, system, { projectId, id }, announcement);
    return id;
  };
  const approval = async (id: number) => {
    const { text } = await manager.get(`/projects/${projectId}/changes/${id}/approval/new`);
    const form = formsOf(text).find(({ action }) => action.endsWith("/approval"));
    if (!form) throw new Error("no form");
    return { text: text.replaceAll("\u00a0", " "), action: form.action, fields: sentFields(form) };
  };
  const reports = async () =>
    (await app.db("milestones").where({ duty: "report" }).orderBy("id")).map(
      ({ due_on }) => due_on,
    );
  const periods = async () =>
    (await app.db("monitoring_periods").orderBy("number")).map(({ ends_on }) => ends_on);

  test("tells what follows on the same page, and does what is ticked there", async () => {
    const { text, action, fields } = await approval(await announced({ endsOn: "2024-12-31" }));
    expect(text).toContain("Co ze změny plyne pro období a povinnosti");
    expect(text).toContain("4. období přibude: 1. 11. – 31. 12. 2024.");
    expect(text).toContain("z 31. 12. 2024 na 30. 11. 2024");
    expect((await manager.post(action, fields)).status).toBe(303);
    expect(await periods()).toEqual(["2023-10-31", "2024-04-30", "2024-10-31", "2024-12-31"]);
    expect(await reports()).toEqual(["2023-11-30", "2024-11-30", "2025-02-28"]);
  });

  test("leaves periods and duties alone where nothing is ticked", async () => {
    const { action, fields } = await approval(await announced({ endsOn: "2024-12-31" }));
    const { fitsPeriods: _, duties: __, moveIds: ___, ...rest } = fields;
    expect((await manager.post(action, rest)).status).toBe(303);
    expect(await periods()).toHaveLength(3);
    expect(await reports()).toEqual(["2023-11-30", "2024-12-31"]);
  });

  test("says nothing of it where the change moves no day", async () => {
    const { text } = await approval(await announced({ title: "Jiný název" }));
    expect(text).not.toContain("fitsPeriods");
    expect(text).not.toContain("Co ze změny plyne");
  });
});
