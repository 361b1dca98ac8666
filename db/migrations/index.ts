import * as createAccounts from "./20261121100000-create-accounts.ts";
import * as createCodeLists from "./20261121101000-create-code-lists.ts";
import * as createProjects from "./20261121102000-create-projects.ts";
import * as createActivities from "./20261121103000-create-activities.ts";
import * as createIndicators from "./20261121104000-create-indicators.ts";
import * as createMail from "./20261121105000-create-mail.ts";
import * as createSearch from "./20261121106000-create-search.ts";
import * as guardAuditEvents from "./20261121107000-guard-audit-events.ts";
import * as createDocuments from "./20261122100000-create-documents.ts";
import * as createParticipants from "./20261122101000-create-participants.ts";
import * as createEvents from "./20261122102000-create-events.ts";
import * as createInternships from "./20261122103000-create-internships.ts";
import * as createSupport from "./20261122104000-create-support.ts";
import * as nameOutputs from "./20261122105000-name-outputs.ts";
import * as mailParticipants from "./20261122106000-mail-participants.ts";
import * as createIsEsfExports from "./20261122107000-create-is-esf-exports.ts";
import * as createBudgets from "./20261123100000-create-budgets.ts";
import * as createStaff from "./20261123101000-create-staff.ts";
import * as createExpenditures from "./20261123102000-create-expenditures.ts";
import * as archiveProjectSources from "./20261123103000-archive-project-sources.ts";
import * as createBudgetImports from "./20261123104000-create-budget-imports.ts";
import * as createReports from "./20261124100000-create-reports.ts";
import * as createOversight from "./20261124101000-create-oversight.ts";
import * as closeMonths from "./20261124102000-close-months.ts";
import * as followOutputs from "./20261124103000-follow-outputs.ts";
import * as createPublicPages from "./20261124104000-create-public-pages.ts";
import * as nameDuties from "./20261124105000-name-duties.ts";
import * as indexOpenDates from "./20261124106000-index-open-dates.ts";
import * as addressReminders from "./20261125100000-address-reminders.ts";
import * as createDeputies from "./20261125101000-create-deputies.ts";
import * as createPreferences from "./20261125102000-create-preferences.ts";
import * as createNotifications from "./20261125103000-create-notifications.ts";
import * as createCalendarFeeds from "./20261125104000-create-calendar-feeds.ts";
import * as invitePeople from "./20261125105000-invite-people.ts";
import * as createMailTexts from "./20261125106000-create-mail-texts.ts";
import * as remindOfWaiting from "./20261125107000-remind-of-waiting.ts";
import * as createPlans from "./20261126100000-create-plans.ts";
import * as createPlanImports from "./20261126101000-create-plan-imports.ts";
import * as linkCards from "./20261126102000-link-cards.ts";
import * as followCardsByYears from "./20261126103000-follow-cards-by-years.ts";
import * as findCardsByWords from "./20261126104000-find-cards-by-words.ts";
import * as readAnnexesAside from "./20261127100000-read-annexes-aside.ts";
import * as dismissContinuations from "./20261127101000-dismiss-continuations.ts";
import * as planAYearAnew from "./20261127102000-plan-a-year-anew.ts";

/** The explicit list, so that names are the same under tsx, vitest and compiled code. Never rename a released one. */
export const migrations = [
  { name: "20261121100000-create-accounts", up: createAccounts.up, down: createAccounts.down },
  { name: "20261121101000-create-code-lists", up: createCodeLists.up, down: createCodeLists.down },
  { name: "20261121102000-create-projects", up: createProjects.up, down: createProjects.down },
  {
    name: "20261121103000-create-activities",
    up: createActivities.up,
    down: createActivities.down,
  },
  {
    name: "20261121104000-create-indicators",
    up: createIndicators.up,
    down: createIndicators.down,
  },
  { name: "20261121105000-create-mail", up: createMail.up, down: createMail.down },
  { name: "20261121106000-create-search", up: createSearch.up, down: createSearch.down },
  {
    name: "20261121107000-guard-audit-events",
    up: guardAuditEvents.up,
    down: guardAuditEvents.down,
  },
  { name: "20261122100000-create-documents", up: createDocuments.up, down: createDocuments.down },
  {
    name: "20261122101000-create-participants",
    up: createParticipants.up,
    down: createParticipants.down,
  },
  { name: "20261122102000-create-events", up: createEvents.up, down: createEvents.down },
  {
    name: "20261122103000-create-internships",
    up: createInternships.up,
    down: createInternships.down,
  },
  { name: "20261122104000-create-support", up: createSupport.up, down: createSupport.down },
  { name: "20261122105000-name-outputs", up: nameOutputs.up, down: nameOutputs.down },
  {
    name: "20261122106000-mail-participants",
    up: mailParticipants.up,
    down: mailParticipants.down,
  },
  {
    name: "20261122107000-create-is-esf-exports",
    up: createIsEsfExports.up,
    down: createIsEsfExports.down,
  },
  { name: "20261123100000-create-budgets", up: createBudgets.up, down: createBudgets.down },
  { name: "20261123101000-create-staff", up: createStaff.up, down: createStaff.down },
  {
    name: "20261123102000-create-expenditures",
    up: createExpenditures.up,
    down: createExpenditures.down,
  },
  {
    name: "20261123103000-archive-project-sources",
    up: archiveProjectSources.up,
    down: archiveProjectSources.down,
  },
  {
    name: "20261123104000-create-budget-imports",
    up: createBudgetImports.up,
    down: createBudgetImports.down,
  },
  { name: "20261124100000-create-reports", up: createReports.up, down: createReports.down },
  { name: "20261124101000-create-oversight", up: createOversight.up, down: createOversight.down },
  { name: "20261124102000-close-months", up: closeMonths.up, down: closeMonths.down },
  { name: "20261124103000-follow-outputs", up: followOutputs.up, down: followOutputs.down },
  {
    name: "20261124104000-create-public-pages",
    up: createPublicPages.up,
    down: createPublicPages.down,
  },
  { name: "20261124105000-name-duties", up: nameDuties.up, down: nameDuties.down },
  {
    name: "20261124106000-index-open-dates",
    up: indexOpenDates.up,
    down: indexOpenDates.down,
  },
  {
    name: "20261125100000-address-reminders",
    up: addressReminders.up,
    down: addressReminders.down,
  },
  { name: "20261125101000-create-deputies", up: createDeputies.up, down: createDeputies.down },
  {
    name: "20261125102000-create-preferences",
    up: createPreferences.up,
    down: createPreferences.down,
  },
  {
    name: "20261125103000-create-notifications",
    up: createNotifications.up,
    down: createNotifications.down,
  },
  {
    name: "20261125104000-create-calendar-feeds",
    up: createCalendarFeeds.up,
    down: createCalendarFeeds.down,
  },
  { name: "20261125105000-invite-people", up: invitePeople.up, down: invitePeople.down },
  { name: "20261125106000-create-mail-texts", up: createMailTexts.up, down: createMailTexts.down },
  { name: "20261125107000-remind-of-waiting", up: remindOfWaiting.up, down: remindOfWaiting.down },
  {
    name: "20261126100000-create-plans",
    up: createPlans.up,
    down: createPlans.down,
  },
  {
    name: "20261126101000-create-plan-imports",
    up: createPlanImports.up,
    down: createPlanImports.down,
  },
  {
    name: "20261126102000-link-cards",
    up: linkCards.up,
    down: linkCards.down,
  },
  {
    name: "20261126103000-follow-cards-by-years",
    up: followCardsByYears.up,
    down: followCardsByYears.down,
  },
  {
    name: "20261126104000-find-cards-by-words",
    up: findCardsByWords.up,
    down: findCardsByWords.down,
  },
  {
    name: "20261127100000-read-annexes-aside",
    up: readAnnexesAside.up,
    down: readAnnexesAside.down,
  },
  {
    name: "20261127101000-dismiss-continuations",
    up: dismissContinuations.up,
    down: dismissContinuations.down,
  },
  {
    name: "20261127102000-plan-a-year-anew",
    up: planAYearAnew.up,
    down: planAYearAnew.down,
  },
];
