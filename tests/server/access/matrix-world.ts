import { randomBytes } from "node:crypto";
import type { Connection, Engine } from "../../../db/connection.ts";
import { hashPassword } from "../../../server/access/passwords.ts";
import { type Browser, openTestApp, type TestApp } from "../../support/app.ts";
import { createPlanParts } from "../../support/cards.ts";
import type { TestOptions } from "../../support/deps.ts";
import { createDocument, createImport, writeFiles } from "../../support/document-factories.ts";
import { createEventParts } from "../../support/event-factories.ts";
import {
  addMember,
  createActivity,
  createDeputy,
  createIndicator,
  createMilestone,
  createPeriod,
  createProject,
  createUser,
} from "../../support/factories.ts";
import { createInternshipParts } from "../../support/internship-factories.ts";
import {
  createBudgetParts,
  createExpenditure,
  createStaffParts,
} from "../../support/money-factories.ts";
import { createOutputParts } from "../../support/output-factories.ts";
import { createOversightParts } from "../../support/oversight-factories.ts";
import { createPersonParts } from "../../support/participant-factories.ts";
import { createPublicPage } from "../../support/public-page-factories.ts";
import { createReportParts } from "../../support/report-factories.ts";
import { createRequestParts } from "../../support/request-factories.ts";
import { createEventKind, createPosting } from "../../support/training-factories.ts";
import { enterDeputies } from "./matrix-deputies.ts";

/** Somebody who knocks, what they hold, and which of the two projects they reach. */
export interface Actor {
  name: string;
  browser: Browser;
  /** Roles that count: the global ones and, in a project of theirs, the one there. */
  roles: string[];
  /** Nobody who is signed in. */
  isOut: boolean;
  reaches: { own: boolean; foreign: boolean };
}

/** Values of the parameters of an address: of the own project, of the foreign one, of nothing. */
export interface Records {
  own: Record<string, string>;
  foreign: Record<string, string>;
  missing: Record<string, string>;
}

export interface World {
  app: TestApp;
  actors: Actor[];
  records: Records;
}

const HASH = await hashPassword("tajné heslo do Osnovy");
const AT = "2026-01-10T08:00:00.000Z";
const MANY = 1_000_000;
const NO_LIMITS = { writesPerMinute: MANY, readsPerMinute: MANY, anonymousPerMinute: MANY };
const NO_RIGHTS = { withNames: false, withSheets: false, withPay: false };
const NOWHERE = { own: false, foreign: false };
const EVERYWHERE = { own: true, foreign: true };
const OWN = { own: true, foreign: false };

/** Two projects, each with one of everything, and everybody who may knock at their doors. */
export async function openWorld(engine: Engine, options: TestOptions = {}): Promise<World> {
  const app = await openTestApp(engine, { ...options, config: { limits: NO_LIMITS } });
  const own = await projectWithEverything(app.db);
  const foreign = await projectWithEverything(app.db);
  await writeFiles(app.db, app.config.dataDir);
  const records = { own, foreign, missing: missingBeside(foreign) };
  const projects = { own: Number(own.projectId), foreign: Number(foreign.projectId) };
  return { app, records, actors: await actorsOf(app, projects) };
}

async function actorsOf(
  app: TestApp,
  projects: { own: number; foreign: number },
): Promise<Actor[]> {
  const { db } = app;
  const actors: Actor[] = [];
  const enter = async (
    name: string,
    columns: Record<string, unknown>,
    given: Partial<Actor> = {},
  ): Promise<number> => {
    const userId = await createUser(db, { password_hash: HASH, ...columns });
    const browser = await app.signedInAs(userId);
    actors.push({ name, browser, roles: [name], isOut: false, reaches: NOWHERE, ...given });
    return userId;
  };
  actors.push({
    name: "visitor",
    browser: app.visitor(),
    roles: [],
    isOut: true,
    reaches: NOWHERE,
  });
  const team = new Map<string, number>();
  for (const role of ["manager", "coordinator", "finance", "reader"]) {
    const userId = await enter(role, {}, { reaches: OWN });
    await addMember(db, { projectId: projects.own, userId, role });
    team.set(role, userId);
  }
  await enter("stranger", {}, { roles: [] });
  await enter("administrator", { is_administrator: true }, { reaches: EVERYWHERE });
  await enter("management", { is_management: true }, { reaches: EVERYWHERE });
  await enter("auditor", { is_auditor: true }, { reaches: EVERYWHERE });
  await enter("founder", { is_founder: true });
  const elsewhere = await enter(
    "auditor of the other project",
    { is_auditor: true },
    { roles: ["auditor"], reaches: { own: false, foreign: true } },
  );
  await db("auditor_projects").insert({ user_id: elsewhere, project_id: projects.foreign });
  await enter(
    "auditor whose time is over",
    { is_auditor: true, audits_until_on: "2026-02-28" },
    { roles: [] },
  );
  const out = { isOut: true, roles: [], reaches: NOWHERE };
  const left = await enter("deactivated manager", {}, out);
  await addMember(db, { projectId: projects.own, userId: left });
  await db("users").where({ id: left }).update({ deactivated_at: AT });
  const late = await enter("manager whose session ended", {}, out);
  await addMember(db, { projectId: projects.own, userId: late });
  await db("sessions").where({ user_id: late }).update({ idle_expires_at: AT });
  await enterDeputies(db, enter, [team.get("manager"), team.get("coordinator")] as number[]);
  return actors;
}

async function projectWithEverything(db: Connection): Promise<Record<string, string>> {
  const insert = async (table: string, row: Record<string, unknown>): Promise<number> =>
    (await db(table).insert(row).returning("id"))[0].id;
  const projectId = await createProject(db);
  const project_id = projectId;
  const fact = { valid_on: "2026-01-10", recorded_at: AT };
  const activityId = await createActivity(db, projectId);
  const indicatorId = await createIndicator(db, projectId);
  const colleague = await createUser(db);
  const contactId = await insert("contacts", {
    ...{ name: "Petr Malý", sort_key: "petr", email: "petr@obec.test", created_at: AT },
  });
  await createMilestone(db, projectId, { owner_contact_id: contactId });
  const ids = {
    contactId,
    projectId,
    activityId,
    indicatorId,
    periodId: await createPeriod(db, projectId),
    milestoneId: await createMilestone(db, projectId),
    expenditureId: await createExpenditure(db, projectId),
    budgetImportId: await insert("budget_imports", {
      ...{ project_id, state: "read", file_name: "Export.xlsx", sha256: "0".repeat(64) },
      ...{ cells: "[]", read_at: AT },
    }),
    memberId: await addMember(db, { projectId, userId: colleague, role: "reader" }),
    factId: await insert("activity_progress", { activity_id: activityId, percent: 10, ...fact }),
    valueId: await insert("indicator_values", { indicator_id: indicatorId, value: 5, ...fact }),
    statusId: await insert("project_statuses", {
      project_id,
      health: "on-track",
      sentence: "Jde to.",
      ...fact,
    }),
    spendId: await insert("project_spends", { project_id, spent_halere: 100, ...fact }),
    logEntryId: await insert("log_entries", {
      project_id,
      happened_on: "2026-01-10",
      body: "Kulatý stůl",
      created_at: AT,
    }),
    userId: colleague,
    deputyId: await createDeputy(db, { userId: colleague, deputyUserId: await createUser(db) }),
    feedId: await insert("calendar_feeds", { user_id: colleague, created_at: AT }),
    pageId: await createPublicPage(db, projectId),
    packId: await insert("audit_packs", {
      ...{ project_id, subject: "expenditures", has_names: false, reason: "Kontrola na místě" },
      params: JSON.stringify({ ...NO_RIGHTS, language: "cs", sample: null }),
      ...{ created_by: colleague, created_at: AT },
    }),
    ruleId: await insert("programme_rules", {
      programme: "OPZ+",
      kind: "own-share",
      valid_from: `20${10 + projectId}-01-01`,
      value: "5",
      source: "Pravidla",
      created_at: AT,
    }),
    reminderRuleId: await insert("reminder_rules", {
      ...{ key: `rule-${projectId}`, object_type: "campaign", programme: `P${projectId}` },
      ...{ days_before: "7", created_at: AT },
    }),
    itemId: await insert("code_list_items", {
      list: "districts",
      code: `district-${projectId}`,
      label_cs: "Okres",
      label_en: "District",
      position: 1,
    }),
    organisationId: await insert("organisations", {
      name: "Fokus",
      name_folded: "fokus",
      sort_key: "fokus",
      created_at: AT,
    }),
    definitionId: await insert("indicator_definitions", {
      code: `60000${projectId}`,
      name_cs: "Účastníci",
      name_en: "Participants",
      unit_cs: "osoby",
      unit_en: "persons",
      kind: "output",
      created_at: AT,
    }),
    mailId: await insert("outgoing_mails", {
      kind: "immediate",
      dedupe_key: `password-changed:${projectId}`,
      recipient_user_id: colleague,
      template: "password-changed",
      due_at: AT,
      next_attempt_at: AT,
      created_at: AT,
    }),
  };
  const person = await createPersonParts(db, projectId);
  const words = Object.entries({
    ...ids,
    ...(await createDocument(db, projectId)),
    importId: await createImport(db, projectId),
    ...(await createEventParts(db, projectId)),
    ...(await createBudgetParts(db, projectId)),
    ...(await createRequestParts(db, projectId)),
    ...(await createOversightParts(db, projectId)),
    ...(await createReportParts(db, projectId)),
    ...(await createOutputParts(db, projectId)),
    kindId: await createEventKind(db),
    campaignId: await insert("campaigns", {
      project_id,
      title: "Kampaň",
      starts_on: "2026-01-10",
      ends_on: "2026-02-10",
      created_at: AT,
    }),
    ...(await createInternshipParts(db, projectId)),
    ...(await createPlanParts(db, projectId)),
    ...(await createStaffParts(db, projectId, colleague)),
    ...person,
    postingId: await createPosting(db, person.participationId),
  }).map(([name, id]) => [name, String(id)]);
  return {
    ...Object.fromEntries(words),
    section: "progress",
    template: "digest",
    language: "cs",
    list: "districts",
    month: "2026-01",
    year: "2026",
    ruleKind: "own-share",
    category: "events",
    subject: "project",
    objectId: String(projectId),
    token: randomBytes(24).toString("base64url"),
    session: randomBytes(32).toString("hex"),
  };
}

/** Ids as long as the foreign ones, so that the answers may be compared by their length. */
function missingBeside(foreign: Record<string, string>): Record<string, string> {
  const missing = Object.entries(foreign).map(([name, id]) =>
    /^\d+$/.test(id) ? [name, "9".repeat(id.length)] : [name, id],
  );
  return {
    ...Object.fromEntries(missing),
    userId: "999",
    deputyId: "999",
    list: "communes",
    month: "2026-13",
    year: "1999",
    ruleKind: "no-shares",
    category: "nothing",
    section: "anything",
    template: "nothing",
  };
}
