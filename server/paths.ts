import { accountPaths } from "./paths/accounts.ts";
import { activityPaths } from "./paths/activities.ts";
import { administrationPaths } from "./paths/administration.ts";
import { attendancePaths } from "./paths/attendances.ts";
import { auditPackPaths } from "./paths/audit-packs.ts";
import { bodyPaths } from "./paths/bodies.ts";
import { budgetImportPaths } from "./paths/budget-imports.ts";
import { budgetPaths } from "./paths/budgets.ts";
import { calendarFeedPaths } from "./paths/calendar-feeds.ts";
import { commentPaths } from "./paths/comments.ts";
import { deputyPaths } from "./paths/deputies.ts";
import { documentRequirementPaths } from "./paths/document-requirements.ts";
import { documentPaths } from "./paths/documents.ts";
import { dutyPaths } from "./paths/duties.ts";
import { eventPeoplePaths } from "./paths/event-people.ts";
import { eventPaths } from "./paths/events.ts";
import { expenditurePaths } from "./paths/expenditures.ts";
import { exportPaths } from "./paths/exports.ts";
import { fundingPaths } from "./paths/funding.ts";
import { importPaths } from "./paths/imports.ts";
import { indicatorPaths } from "./paths/indicators.ts";
import { internshipPaths } from "./paths/internships.ts";
import { isEsfPaths } from "./paths/is-esf.ts";
import { logEntryPaths } from "./paths/log-entries.ts";
import { mailTextPaths } from "./paths/mail-texts.ts";
import { milestonePaths } from "./paths/milestones.ts";
import { monthClosingPaths } from "./paths/month-closing.ts";
import { outputPaths } from "./paths/outputs.ts";
import { oversightPaths } from "./paths/oversight.ts";
import { participantPaths } from "./paths/participants.ts";
import { paymentRequestPaths } from "./paths/payment-requests.ts";
import { periodPaths } from "./paths/periods.ts";
import { planPaths } from "./paths/plans.ts";
import { projectChangePaths } from "./paths/project-changes.ts";
import { projectPaths } from "./paths/projects.ts";
import { publicPagePaths } from "./paths/public-pages.ts";
import { reportPaths } from "./paths/reports.ts";
import type { Id } from "./paths/roots.ts";
import { staffPaths } from "./paths/staff.ts";
import { summaryPaths } from "./paths/summaries.ts";

/** Every address of the product. Routes are declared with `":projectId"` and the like, links with real ids. */
export const paths = {
  home: () => "/",
  health: () => "/healthz",
  ready: () => "/readyz",
  agenda: () => "/agenda",
  timeline: () => "/timeline",
  today: () => "/today",
  search: () => "/search",
  organisations: () => "/organisations",
  organisation: (id: Id) => `/organisations/${id}`,
  editOrganisation: (id: Id) => `/organisations/${id}/edit`,

  ...accountPaths,
  ...calendarFeedPaths,
  ...deputyPaths,
  ...projectPaths,
  ...activityPaths,
  ...planPaths,
  ...milestonePaths,
  ...monthClosingPaths,
  ...indicatorPaths,
  ...periodPaths,
  ...dutyPaths,
  ...paymentRequestPaths,
  ...reportPaths,
  ...logEntryPaths,
  ...documentPaths,
  ...commentPaths,
  ...outputPaths,
  ...documentRequirementPaths,
  ...importPaths,
  ...eventPaths,
  ...attendancePaths,
  ...eventPeoplePaths,
  ...internshipPaths,
  ...bodyPaths,
  ...budgetPaths,
  ...budgetImportPaths,
  ...projectChangePaths,
  ...oversightPaths,
  ...participantPaths,
  ...staffPaths,
  ...exportPaths,
  ...isEsfPaths,
  ...expenditurePaths,
  ...fundingPaths,
  ...summaryPaths,
  ...publicPagePaths,
  ...auditPackPaths,
  ...administrationPaths,
  ...mailTextPaths,
};
