import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createDocument } from "../../../support/document-factories.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createOutput, createOutputMilestone } from "../../../support/output-factories.ts";

describe.each(engines)("pictures of a project on %s", (engine) => {
  let house: TestApp;
  let projectId: number;
  let coordinator: Browser;

  beforeEach(async () => {
    house = await openTestApp(engine);
    projectId = await createProject(house.db);
    const userId = await createUser(house.db);
    await addMember(house.db, { projectId, userId, role: "coordinator" });
    coordinator = await house.signedInAs(userId);
  });
  afterEach(() => house.close());

  const picture = async (title: string, given = {}) => {
    const made = await createDocument(house.db, projectId, { title, ...given });
    const { versionId } = made;
    const seen = { media_type: "image/jpeg" };
    await house.db("document_versions").where({ id: versionId }).update(seen);
    return made;
  };

  test("those without personal data stand in a grid, the others are opened one by one", async () => {
    const { documentId, versionId } = await picture("Plakát na chodbě");
    await picture("Karta účastníka", { is_personal: true });
    await picture("Podepsaná listina", { is_signed_original: true });
    await picture("Vyřazená fotka", { archived_at: house.clock.now() });
    await createDocument(house.db, projectId, { title: "Smlouva" });
    const page = (await coordinator.get(`/projects/${projectId}/documents/pictures`)).text;
    expect(page.match(/<img [^>]*loading="lazy"/g)).toHaveLength(1);
    expect(page).toContain('alt="Plakát na chodbě"');
    expect(page).toContain(
      `src="/projects/${projectId}/documents/${documentId}/versions/${versionId}/preview"`,
    );
  });

  test("in the box of a record only an unprotected one is drawn", async () => {
    const milestoneId = await createOutputMilestone(house.db, projectId);
    const outputId = await createOutput(house.db, projectId, { milestone_id: milestoneId });
    const on = { object_type: "milestone", object_id: milestoneId };
    await picture("Titulní strana", on);
    await picture("Podpisová strana", { ...on, is_signed_original: true });
    const page = (await coordinator.get(`/projects/${projectId}/outputs/${outputId}`)).text;
    expect(page).toContain("Podpisová strana");
    expect(page.match(/class="document__thumbnail"/g)).toHaveLength(1);
  });
});
