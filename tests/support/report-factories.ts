import { createHash } from "node:crypto";
import type { Connection } from "../../db/connection.ts";
import type { ReportFigures } from "../../server/features/reports/drafting/figures.ts";
import { canonicalJson } from "../../server/values/canonical-json.ts";
import { createMilestone, createPeriod, insert } from "./factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";

type Row = Record<string, unknown>;

const NOBODY = {
  ...{ events: 0, persons: 0, women: 0, heads: 0, supported: 0, newlySupported: 0 },
  ...{ supportedToDate: 0, minutes: 0, electronicMinutes: 0, minutesToDate: 0, lateMinutes: 0 },
  ...{ entered: 0, exited: 0, reachedThreshold: 0 },
};
const NO_MONEY = {
  ...{ budgetHalere: null, spentHalere: null, spentBeforeHalere: null, incrementHalere: null },
  ...{ directHalere: 0, flatHalere: 0, periods: [], requests: [] },
};
/** Figures of a period in which nothing happened. */
const NO_FIGURES: ReportFigures = {
  period: { id: 0, number: 1, from: "2025-01-01", to: "2025-06-30", isLast: false },
  ...{ sinceSubmission: null, timeBp: 1_000, physicalBp: null, physicalBeforeBp: null },
  ...{ indicators: [], activities: [], events: [], people: NOBODY, money: NO_MONEY },
  told: { entries: [], events: [], internships: [], milestones: [] },
};

/** A report being written; for the period given, or for one of its own. */
export async function createReport(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  const { period_id = await createPeriod(db, projectId), ...columns } = given;
  const id = await insert(db, "reports", {
    ...{ project_id: projectId, period_id, number: 1, created_at: CREATED_AT },
    ...columns,
  });
  await createReportState(db, id, { state: columns.state ?? "draft" });
  return id;
}

export function createReportState(db: Connection, reportId: number, given: Row = {}) {
  return insert(db, "report_states", {
    ...{ report_id: reportId, state: "draft", valid_on: "2026-01-05", recorded_at: CREATED_AT },
    ...given,
  });
}

/** What was handed in of a report, with the texts given by place. */
export function createSubmission(
  db: Connection,
  reportId: number,
  given: Row & { texts?: Record<string, string> } = {},
): Promise<number> {
  const { texts = {}, ...columns } = given;
  const facts = canonicalJson({
    project: { title: "Podpora služeb", shortName: "Podpora", registrationNumber: null },
    report: {
      ...{ number: 1, periodNumber: 1, startsOn: "2025-01-01", endsOn: "2025-06-30" },
      ...{ language: "cs", fileNumber: null },
    },
    limits: { most: 2_000, warnFrom: 1_950, newlineLength: 2 },
    ...{ activities: [], indicators: [], figures: NO_FIGURES, chips: [] },
    texts: Object.entries(texts).map(([place, body]) => ({ place, body })),
  });
  return insert(db, "report_submissions", {
    ...{ report_id: reportId, number: 1, submitted_on: "2026-01-20", facts },
    hash: createHash("sha256").update(facts).digest("hex"),
    recorded_at: "2026-01-20T08:00:00.000Z",
    ...columns,
  });
}

/** The duty to hand in the report of a period. */
export function createReportDuty(
  db: Connection,
  projectId: number,
  { periodId, ...given }: Row & { periodId: number },
): Promise<number> {
  return createMilestone(db, projectId, {
    ...{ kind: "report", origin: "rule", title: "Zpráva o realizaci č. 1", period_id: periodId },
    ...given,
  });
}

/** A report that is being written anew, for tests that only need one to be there. */
export async function createReportParts(
  db: Connection,
  projectId: number,
): Promise<{ reportId: number; submissionNumber: number }> {
  const period_id = await createPeriod(db, projectId, {
    ...{ number: 2, starts_on: "2025-07-01", ends_on: "2025-12-31" },
  });
  const reportId = await createReport(db, projectId, {
    ...{ period_id, submitted_on: "2026-01-20" },
  });
  await createSubmission(db, reportId);
  return { reportId, submissionNumber: 1 };
}
