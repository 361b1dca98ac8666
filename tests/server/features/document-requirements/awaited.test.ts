import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listMissingDocuments } from "../../../../db/queries/required-documents.ts";
import { lookForPapersJob } from "../../../../jobs/look-for-papers.ts";
import { system } from "../../../../server/change.ts";
import { listAgenda } from "../../../../server/features/agenda/service.ts";
import { refreshAllAwaitedDocuments } from "../../../../server/features/document-requirements/service.ts";
import {
  removeWaiver,
  waiveDocument,
} from "../../../../server/features/document-requirements/waivers/service.ts";
import {
  archiveDocument,
  restoreDocument,
} from "../../../../server/features/documents/archive/service.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createDocument } from "../../../support/document-factories.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createRequirement } from "../../../support/output-factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createEvent } from "../../../support/training-factories.ts";

describe.each(engines)("papers that were to be there on %s", (engine) => {
  let house: TestApp;
  let projectId: number;
  let managerId: number;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-03-20T07:30:00Z" });
    managerId = await createUser(house.db);
    projectId = await createProject(house.db, { starts_on: "2026-03-01" });
    await addMember(house.db, { projectId, userId: managerId });
  });
  afterEach(() => house.close());

  const awaited = async () => {
    const rows = await listAgenda(house.db, {
      today: house.clock.today(),
      objectTypes: ["awaited-document"],
    });
    return rows.map(({ projectId: id, count, dueOn }) => ({ id, count, dueOn }));
  };

  test("are one line of the project: how many it lacks, due with the first of them", async () => {
    await createRequirement(house.db, { due_days: 30 });
    await createRequirement(house.db, { subject: "event", category: "minutes" });
    await createEvent(house.db, projectId, { starts_on: "2026-03-04", ends_on: "2026-03-04" });
    await createEvent(house.db, projectId, { starts_on: "2026-03-21", ends_on: "2026-03-21" });
    await createProject(house.db, { phase: "submitted" });
    expect(await refreshAllAwaitedDocuments(house)).toBe(1);
    expect(await awaited()).toEqual([{ id: projectId, count: 2, dueOn: "2026-03-18" }]);
    house.clock.set("2026-03-22T07:30:00Z");
    expect(await awaited()).toEqual([{ id: projectId, count: 2, dueOn: "2026-03-18" }]);
    const run = { owner: "test", isStopping: () => false };
    expect(await lookForPapersJob.run(house, run)).toBe("1 projects lack papers");
    expect(await awaited()).toEqual([{ id: projectId, count: 3, dueOn: "2026-03-18" }]);
  });

  test("of a project are looked for a year after its end, then no more", async () => {
    await createRequirement(house.db, { due_days: 30 });
    await house.db("projects").update({ ends_on: "2026-03-31" });
    await refreshAllAwaitedDocuments(house);
    house.clock.set("2027-03-31T07:30:00Z");
    expect(await awaited()).toHaveLength(1);
    house.clock.set("2027-04-01T07:30:00Z");
    expect(await awaited()).toEqual([]);
  });

  test("are gone from there with the last paper, with its waiver, and come back with the archive", async () => {
    const poster = await createRequirement(house.db);
    const photo = await createRequirement(house.db);
    const { documentId } = await createDocument(house.db, projectId, { requirement_id: poster });
    await refreshAllAwaitedDocuments(house);
    expect(await awaited()).toEqual([{ id: projectId, count: 1, dueOn: "2026-03-15" }]);
    const manager = await house.signedInAs(managerId);
    const papers = `/projects/${projectId}/documents`;
    const waiver = { objectType: "project", objectId: String(projectId), reason: "Nevisí" };
    const waived = await manager.post(`${papers}/waivers`, {
      ...{ ...waiver, requirementId: String(photo) },
    });
    expect(waived.status).toBe(303);
    expect(await awaited()).toEqual([]);
    expect((await manager.post(`${papers}/${documentId}/archive`, {})).status).toBe(303);
    expect(await awaited()).toEqual([{ id: projectId, count: 1, dueOn: "2026-03-15" }]);
    expect((await manager.post(`${papers}/${documentId}/archive/restoration`, {})).status).toBe(
      303,
    );
    expect(await awaited()).toEqual([]);
    const { id } = await house.db("document_waivers").first("id");
    expect((await manager.post(`${papers}/waivers/${id}/removal`, {})).status).toBe(303);
    expect(await awaited()).toHaveLength(1);
  });

  test("are as many there as the checklist says, whatever comes, goes and is waived", async () => {
    const papers: { requirementId: number; documentId: number }[] = [];
    for (let n = 0; n < 3; n += 1) {
      const requirementId = await createRequirement(house.db);
      const of = { requirement_id: requirementId };
      papers.push({ requirementId, ...(await createDocument(house.db, projectId, of)) });
    }
    const until = { until: house.clock.today() };
    const steps: Record<string, (paper: (typeof papers)[number]) => Promise<unknown>> = {
      archive: ({ documentId: id }) =>
        archiveDocument(house, system, { projectId, id, viewerId: managerId }),
      restore: ({ documentId: id }) =>
        restoreDocument(house, system, { projectId, id, viewerId: managerId }),
      waive: ({ requirementId }) =>
        waiveDocument(house, system, {
          ...{ projectId, viewerId: managerId },
          entry: { requirementId, objectType: "project", objectId: projectId, reason: "Není" },
        }),
      claim: async ({ requirementId }) => {
        const waiver = await house
          .db("document_waivers")
          .where({ requirement_id: requirementId, archived_at: null })
          .first("id");
        if (waiver) await removeWaiver(house, system, { projectId, id: waiver.id });
      },
    };
    const step = fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat({ max: 2 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (taken) => {
        for (const [name, place] of taken) {
          await steps[name]?.(papers[place] as (typeof papers)[number]);
          const missing = await listMissingDocuments(house.db, {
            projectIds: [projectId],
            ...until,
          });
          const [line] = await awaited();
          expect(line?.count ?? 0).toBe(missing.length);
          expect(line?.dueOn).toBe(missing.map(({ dueOn }) => dueOn).toSorted()[0]);
        }
      }),
      { seed: 20261122, numRuns: 15 },
    );
  });

  test("are looked for in as many statements for one project as for many", async () => {
    await createRequirement(house.db);
    const cost = async () =>
      (await statementsOf(house.db, () => refreshAllAwaitedDocuments(house))).length;
    const one = await cost();
    for (let n = 0; n < 5; n += 1) await createProject(house.db);
    expect(await cost()).toBe(one);
  });
});
