import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listMissingDocuments } from "../../../../db/queries/required-documents.ts";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { missingDocumentCounts } from "../../../../server/features/document-requirements/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createDocument } from "../../../support/document-factories.ts";
import { createProject, createUser } from "../../../support/factories.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import {
  createOutputMilestone,
  createRequirement,
  createWaiver,
} from "../../../support/output-factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createEvent,
  createEventKind,
  createInternship,
} from "../../../support/training-factories.ts";

const UNTIL = { until: "2026-03-31" };

describe.each(engines)("papers that a project lacks on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;

  beforeEach(async () => {
    deps = await openTestDeps(engine);
    projectId = await createProject(deps.db, { starts_on: "2025-01-01", ends_on: "2026-04-30" });
  });
  afterEach(() => deps.close());

  const lacking = async (until = UNTIL) =>
    (await listMissingDocuments(deps.db, { projectIds: [projectId], ...until })).map(
      ({ code, objectId }) => [code, objectId],
    );

  test("the poster is owed from the first day, the final report from the last", async () => {
    await createRequirement(deps.db, { code: "poster" });
    await createRequirement(deps.db, { code: "final", subject_kind: "finished" });
    expect(await lacking({ until: "2024-12-31" })).toEqual([]);
    expect(await lacking({ until: "2025-01-01" })).toEqual([["poster", projectId]]);
    expect(await lacking({ until: "2026-04-30" })).toEqual([
      ["poster", projectId],
      ["final", projectId],
    ]);
  });

  test("a project that has not begun owes nothing", async () => {
    await createRequirement(deps.db);
    await deps.db("projects").where({ id: projectId }).update({ phase: "submitted" });
    expect(await lacking()).toEqual([]);
  });

  test("the poster is there once it was uploaded as the poster; its photo is another paper", async () => {
    const poster = await createRequirement(deps.db, { code: "poster" });
    await createRequirement(deps.db, { code: "photo" });
    const category = "publicity";
    await createDocument(deps.db, projectId, { category, requirement_id: poster });
    expect(await lacking()).toEqual([["photo", projectId]]);
  });

  test("any attendance sheet of the event will do, but one of another event or in the archive not", async () => {
    await createRequirement(deps.db, {
      ...{ code: "sheet", subject: "event", category: "attendance-sheet" },
      is_met_by_category: true,
    });
    const paper = (eventId: number, given = {}) =>
      createDocument(deps.db, projectId, {
        ...{ object_type: "event", object_id: eventId, category: "attendance-sheet" },
        ...given,
      });
    const [complete, archived, empty] = [
      await createEvent(deps.db, projectId),
      await createEvent(deps.db, projectId),
      await createEvent(deps.db, projectId),
    ];
    await paper(complete);
    await paper(archived, { archived_at: deps.clock.now() });
    await paper(empty, { category: "minutes" });
    expect(await lacking()).toEqual([
      ["sheet", archived],
      ["sheet", empty],
    ]);
  });

  test("where the signed original is asked for, an unsigned copy does not do", async () => {
    await createRequirement(deps.db, {
      ...{ code: "sheet", subject: "event", category: "attendance-sheet" },
      ...{ is_met_by_category: true, is_signed_original: true },
    });
    const eventId = await createEvent(deps.db, projectId);
    const paper = { object_type: "event", object_id: eventId, category: "attendance-sheet" };
    await createDocument(deps.db, projectId, paper);
    expect(await lacking()).toEqual([["sheet", eventId]]);
    await createDocument(deps.db, projectId, { ...paper, is_signed_original: true });
    expect(await lacking()).toEqual([]);
  });

  test("a requirement of a kind asks that kind alone: of event, of closing, of output, of expenditure", async () => {
    const { db } = deps;
    const talk = await createEventKind(db, { code: "talk" });
    const eventId = await createEvent(db, projectId, { kind_id: talk, closing: "login-list" });
    await createEvent(db, projectId);
    await createRequirement(db, { code: "talk", subject: "event", subject_kind: "talk" });
    await createRequirement(db, { code: "log", subject: "event", subject_kind: "login-list" });
    const done = { done_on: "2026-03-01" };
    const output = await createOutputMilestone(db, projectId, done);
    await createOutputMilestone(db, projectId, { ...done, output_kind: "position" });
    await createRequirement(db, { code: "text", subject: "output", subject_kind: "document" });
    const invoice = await createExpenditure(db, projectId);
    await createExpenditure(db, projectId, { kind: "travel" });
    await createRequirement(db, {
      code: "invoice",
      subject: "expenditure",
      subject_kind: "invoice",
    });
    expect(await lacking()).toEqual([
      ["invoice", invoice],
      ["text", output],
      ["talk", eventId],
      ["log", eventId],
    ]);
  });

  test("what is cancelled, archived, planned, not over or of pay owes nothing", async () => {
    const { db } = deps;
    for (const subject of ["event", "internship", "output", "expenditure"])
      await createRequirement(db, { subject });
    await createEvent(db, projectId, { state: "cancelled" });
    await createEvent(db, projectId, { archived_at: deps.clock.now() });
    await createEvent(db, projectId, { ends_on: "2026-04-01" });
    await createEvent(db, projectId, { starts_on: null, ends_on: null });
    await createInternship(db, projectId, { state: "cancelled" });
    await createOutputMilestone(db, projectId);
    await createExpenditure(db, projectId, { state: "planned" });
    await createExpenditure(db, projectId, { kind: "payroll" });
    expect(await lacking()).toEqual([]);
  });

  test("a requirement asks only for what came while it was valid", async () => {
    await createRequirement(deps.db, { subject: "internship", valid_from: "2026-03-07" });
    await createRequirement(deps.db, { subject: "internship", valid_to: "2026-03-05" });
    await createInternship(deps.db, projectId);
    expect(await lacking()).toEqual([]);
  });

  test("a waived paper is not missing until the waiver is taken back", async () => {
    const requirement_id = await createRequirement(deps.db, { code: "poster" });
    const waiver = await createWaiver(deps.db, projectId, { requirement_id });
    expect(await lacking()).toEqual([]);
    await deps
      .db("document_waivers")
      .where({ id: waiver })
      .update({ archived_at: deps.clock.now() });
    expect(await lacking()).toEqual([["poster", projectId]]);
  });

  test("a confidential event is named to its coordinator alone", async () => {
    const viewerId = await createUser(deps.db);
    await createRequirement(deps.db, { subject: "event" });
    const secret = { is_confidential: true, owner_user_id: viewerId, title: "Supervize týmu" };
    await createEvent(deps.db, projectId, secret);
    const [unnamed] = await listMissingDocuments(deps.db, { projectIds: [projectId], ...UNTIL });
    expect(unnamed?.label).toBeNull();
    const scope = { projectIds: [projectId], ...UNTIL, viewerId };
    expect((await listMissingDocuments(deps.db, scope))[0]?.label).toBe("Supervize týmu");
  });

  test("many projects are asked in one statement, each for its own", async () => {
    const other = await createProject(deps.db);
    const outside = await createProject(deps.db);
    await createRequirement(deps.db, { subject: "event" });
    await createEvent(deps.db, other);
    await createEvent(deps.db, other);
    await createEvent(deps.db, outside);
    const of = { projectIds: [projectId, other], ...UNTIL };
    expect((await listMissingDocuments(deps.db, of)).map((row) => row.projectId)).toEqual([
      other,
      other,
    ]);
    expect([...(await missingDocumentCounts(deps.db, of))]).toEqual([[other, 2]]);
    expect(await statementsOf(deps.db, () => listMissingDocuments(deps.db, of))).toHaveLength(1);
  });

  test("the catalogue asks every running project for its decision, poster, photo and web note", async () => {
    await seedCatalogues(deps.db, deps.clock.now());
    await seedCatalogues(deps.db, deps.clock.now());
    expect((await lacking()).map(([code]) => code)).toEqual([
      ...["grant-decision", "poster-a3", "poster-photo", "web-note"],
    ]);
  });
});
