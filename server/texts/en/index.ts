import type { Texts } from "../index.ts";
import { access } from "./access.ts";
import { accounts } from "./accounts.ts";
import { actionPlans } from "./action-plans.ts";
import { activities } from "./activities.ts";
import { agenda } from "./agenda.ts";
import { annexListing } from "./annex-listing.ts";
import { appearance } from "./appearance.ts";
import { assignments } from "./assignments.ts";
import { attendances } from "./attendances.ts";
import { auditEvents } from "./audit-events.ts";
import { auditPacks } from "./audit-packs.ts";
import { bodies } from "./bodies.ts";
import { budgetImports } from "./budget-imports.ts";
import { budgetVersions } from "./budget-versions.ts";
import { budgets } from "./budgets.ts";
import { calendarFeeds } from "./calendar-feeds.ts";
import { calendars } from "./calendars.ts";
import { campaigns } from "./campaigns.ts";
import { cardContinuations } from "./card-continuations.ts";
import { cardCoverage } from "./card-coverage.ts";
import { cardFulfilment } from "./card-fulfilment.ts";
import { cardLinks } from "./card-links.ts";
import { cardStatements } from "./card-statements.ts";
import { cards } from "./cards.ts";
import { certificates } from "./certificates.ts";
import { closings } from "./closings.ts";
import { codeLists } from "./code-lists.ts";
import { comments } from "./comments.ts";
import { computedIndicators } from "./computed-indicators.ts";
import { computedStatus } from "./computed-status.ts";
import { controls } from "./controls.ts";
import { copies } from "./copies.ts";
import { deputies } from "./deputies.ts";
import { documentRequirements } from "./document-requirements.ts";
import { documents } from "./documents.ts";
import { drawdowns } from "./drawdowns.ts";
import { dueRules } from "./due-rules.ts";
import { duties } from "./duties.ts";
import { entryGrid } from "./entry-grid.ts";
import { errors } from "./errors.ts";
import { eventKinds } from "./event-kinds.ts";
import { eventMessages } from "./event-messages.ts";
import { events } from "./events.ts";
import { expenditures } from "./expenditures.ts";
import { flash } from "./flash.ts";
import { frame } from "./frame.ts";
import { funding } from "./funding.ts";
import { history } from "./history.ts";
import { home } from "./home.ts";
import { imports } from "./imports.ts";
import { indicatorDefinitions } from "./indicator-definitions.ts";
import { indicators } from "./indicators.ts";
import { internshipConfirmations } from "./internship-confirmations.ts";
import { internships } from "./internships.ts";
import { isEsf } from "./is-esf.ts";
import { logEntries } from "./log-entries.ts";
import { mailTexts } from "./mail-texts.ts";
import { mails } from "./mails.ts";
import { measures } from "./measures.ts";
import { meetings } from "./meetings.ts";
import { milestones } from "./milestones.ts";
import { moneyExports } from "./money-exports.ts";
import { monthClosing } from "./month-closing.ts";
import { months } from "./months.ts";
import { nominations } from "./nominations.ts";
import { notificationPreferences } from "./notification-preferences.ts";
import { notifications } from "./notifications.ts";
import { organisations } from "./organisations.ts";
import { outbox } from "./outbox.ts";
import { outputs } from "./outputs.ts";
import { oversight } from "./oversight.ts";
import { overview } from "./overview.ts";
import { ownRules } from "./own-rules.ts";
import { owners } from "./owners.ts";
import { participants } from "./participants.ts";
import { paymentRequests } from "./payment-requests.ts";
import { payroll } from "./payroll.ts";
import { payrollMonth } from "./payroll-month.ts";
import { periods } from "./periods.ts";
import { personalData } from "./personal-data.ts";
import { planExports } from "./plan-exports.ts";
import { planImportWarnings } from "./plan-import-warnings.ts";
import { planImports } from "./plan-imports.ts";
import { planTerms } from "./plan-terms.ts";
import { plans } from "./plans.ts";
import { positions } from "./positions.ts";
import { preparedFiles } from "./prepared-files.ts";
import { programmeRules } from "./programme-rules.ts";
import { projectChanges } from "./project-changes.ts";
import { projectForm } from "./project-form.ts";
import { projects } from "./projects.ts";
import { publicPages } from "./public-pages.ts";
import { registrations } from "./registrations.ts";
import { reminderRules } from "./reminder-rules.ts";
import { reportDrafts } from "./report-drafts.ts";
import { reportFigures } from "./report-figures.ts";
import { reportTexts } from "./report-texts.ts";
import { reports } from "./reports.ts";
import { resolutions } from "./resolutions.ts";
import { risks } from "./risks.ts";
import { searches } from "./searches.ts";
import { sheets } from "./sheets.ts";
import { socialServices } from "./social-services.ts";
import { spends } from "./spends.ts";
import { staffAccesses } from "./staff-accesses.ts";
import { standings } from "./standings.ts";
import { statuses } from "./statuses.ts";
import { storedFiles } from "./stored-files.ts";
import { summaries } from "./summaries.ts";
import { support } from "./support.ts";
import { team } from "./team.ts";
import { timelines } from "./timelines.ts";
import { timesheets } from "./timesheets.ts";
import { users } from "./users.ts";
import { voucherLists } from "./voucher-lists.ts";
import { waiting } from "./waiting.ts";

export const en: Texts = {
  annexListing,
  sheets,
  moneyExports,
  budgetImports,
  support,
  registrations,
  closings,
  attendances,
  access,
  actionPlans,
  activities,
  agenda,
  accounts,
  appearance,
  auditEvents,
  auditPacks,
  computedIndicators,
  computedStatus,
  controls,
  copies,
  cardContinuations,
  cardFulfilment,
  cardCoverage,
  cardLinks,
  cardStatements,
  certificates,
  budgetVersions,
  budgets,
  calendarFeeds,
  calendars,
  campaigns,
  cards,
  codeLists,
  comments,
  deputies,
  documentRequirements,
  documents,
  drawdowns,
  dueRules,
  duties,
  entryGrid,
  errors,
  eventKinds,
  eventMessages,
  events,
  expenditures,
  flash,
  frame,
  funding,
  history,
  home,
  imports,
  indicatorDefinitions,
  indicators,
  bodies,
  internshipConfirmations,
  internships,
  measures,
  meetings,
  isEsf,
  logEntries,
  mailTexts,
  mails,
  milestones,
  monthClosing,
  months,
  nominations,
  notificationPreferences,
  outbox,
  outputs,
  ownRules,
  owners,
  participants,
  paymentRequests,
  personalData,
  periods,
  planExports,
  planImportWarnings,
  planImports,
  planTerms,
  socialServices,
  plans,
  programmeRules,
  reminderRules,
  reports,
  reportTexts,
  reportFigures,
  projects,
  users,
  voucherLists,
  waiting,
  staffAccesses,
  standings,
  timelines,
  projectChanges,
  projectForm,
  resolutions,
  risks,
  searches,
  statuses,
  spends,
  oversight,
  overview,
  team,
  notifications,
  organisations,
  payroll,
  payrollMonth,
  timesheets,
  assignments,
  positions,
  preparedFiles,
  reportDrafts,
  publicPages,
  storedFiles,
  summaries,
};
