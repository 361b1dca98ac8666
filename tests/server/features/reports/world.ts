import type { Engine } from "../../../../db/connection.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import {
  addMember,
  createActivity,
  createIndicator,
  createPeriod,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { formsOf } from "../../../support/forms.ts";
import { createReportDuty } from "../../../support/report-factories.ts";

export interface ReportWorld {
  house: TestApp;
  projectId: number;
  periodId: number;
  nextPeriodId: number;
  activityId: number;
  indicatorId: number;
  dutyId: number;
  manager: Browser;
  /** Another browser with a role in the project; a stranger without one. */
  as(role: string | null): Promise<Browser>;
  /** Address of a report, or of something below it. */
  at(reportId: number, rest?: string): string;
  /** Starts the report of a period by its form. */
  begin(periodId?: number, fields?: Record<string, string>): Promise<number>;
  stored(reportId: number): Promise<Record<string, unknown>>;
  /** Takes a step by its form, on the version that is stored. */
  take(
    reportId: number,
    step: string,
    fields?: Record<string, string>,
  ): Promise<Awaited<ReturnType<Browser["post"]>>>;
  /** Writes on a sheet as its page would send it, with the texts given by place changed. */
  write(
    reportId: number,
    sheet: string,
    texts: Record<string, string>,
    browser?: Browser,
  ): Promise<Awaited<ReturnType<Browser["post"]>>>;
}

/** A project with two periods, one key activity and one indicator, in the middle of the second period. */
export async function openReportWorld(engine: Engine): Promise<ReportWorld> {
  const house = await openTestApp(engine, { at: "2026-02-10T09:00:00.000Z" });
  const { db } = house;
  const projectId = await createProject(db, { starts_on: "2025-07-01", ends_on: "2027-06-30" });
  const periodId = await createPeriod(db, projectId, {
    ...{ number: 1, starts_on: "2025-07-01", ends_on: "2025-12-31" },
  });
  const nextPeriodId = await createPeriod(db, projectId, {
    ...{ number: 2, starts_on: "2026-01-01", ends_on: "2026-06-30" },
  });
  const activityId = await createActivity(db, projectId, { number: "1", title: "Vzdělávání" });
  const indicatorId = await createIndicator(db, projectId, { code: "600000", target: 40 });
  const dutyId = await createReportDuty(db, projectId, { periodId, due_on: "2026-02-28" });
  const as = async (role: string | null) => {
    const userId = await createUser(db);
    if (role) await addMember(db, { projectId, userId, role });
    return house.signedInAs(userId);
  };
  const manager = await as("manager");
  const at = (reportId: number, rest = "") => `/projects/${projectId}/reports/${reportId}${rest}`;
  const stored = async (id: number) => (await db("reports").where({ id }).first()) ?? {};
  return {
    ...{
      house,
      projectId,
      periodId,
      nextPeriodId,
      activityId,
      indicatorId,
      dutyId,
      manager,
      as,
      at,
    },
    stored,
    begin: async (of = periodId, fields = {}) => {
      const address = `/projects/${projectId}/reports`;
      const answer = await manager.post(address, {
        periodId: String(of),
        language: "cs",
        ...fields,
      });
      if (answer.status !== 303) throw new Error(`${answer.status}: ${answer.text}`);
      return Number(/reports\/(\d+)$/.exec(answer.headers.location ?? "")?.[1]);
    },
    take: async (reportId, step, fields = {}) => {
      const { version } = await stored(reportId);
      return manager.post(at(reportId, `/${step}`), { version: String(version), ...fields });
    },
    write: async (reportId, sheet, texts, browser = manager) => {
      const address = at(reportId, sheet);
      const page = await browser.get(address);
      return browser.post(address, { ...fieldsOf(page.text), ...named(texts) });
    },
  };
}

export function named(texts: Record<string, string>): Record<string, string> {
  const entries = Object.entries(texts);
  return Object.fromEntries(
    entries.map(([place, body]) => [`text-${place.replaceAll("/", "-")}`, body]),
  );
}

/** The fields of the form for writing as a page holds them, without the marks of who opened it. */
export function fieldsOf(html: string): Record<string, string> {
  const form = formsOf(html).find(({ action }) => /\/(sections|activities)\//.test(action));
  if (!form) throw new Error("the page has no form to write in");
  const sent = form.fields.filter(({ name }) => !name.startsWith("_"));
  return Object.fromEntries(sent.map(({ name, value }) => [name, value]));
}
