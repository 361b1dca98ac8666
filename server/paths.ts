import { attendancePaths } from "./attendance-paths.ts";
import { documentPaths } from "./document-paths.ts";
import { eventPaths } from "./event-paths.ts";
import { eventPeoplePaths } from "./event-people-paths.ts";
import { isEsfPaths } from "./is-esf-paths.ts";
import { participantPaths } from "./participant-paths.ts";

type Id = number | string;

const project = (id: Id) => `/projects/${id}`;
const indicator = (id: Id, indicatorId: Id) => `${project(id)}/indicators/${indicatorId}`;

const activity = (id: Id, activityId: Id) => `${project(id)}/activities/${activityId}`;
const milestone = (id: Id, milestoneId: Id) => `${project(id)}/milestones/${milestoneId}`;
const period = (id: Id, periodId: Id) => `${project(id)}/periods/${periodId}`;

const internship = (id: Id, internshipId: Id) => `${project(id)}/internships/${internshipId}`;
const host = (id: Id, internshipId: Id, hostId: Id) =>
  `${internship(id, internshipId)}/hosts/${hostId}`;
const internshipDay = (id: Id, internshipId: Id, dayId: Id) =>
  `${internship(id, internshipId)}/days/${dayId}`;

const body = (id: Id, bodyId: Id) => `${project(id)}/bodies/${bodyId}`;
const minutes = (id: Id, eventId: Id) => `${project(id)}/events/${eventId}/minutes`;

/** Every address of the product. Routes are declared with `":projectId"` and the like, links with real ids. */
export const paths = {
  home: () => "/",
  signIn: () => "/sign-in",
  signOut: () => "/sign-out",
  session: () => "/session",
  health: () => "/healthz",
  ready: () => "/readyz",

  projects: () => "/projects",
  newProject: () => "/projects/new",
  project,
  editProject: (id: Id) => `${project(id)}/edit`,
  projectFavourite: (id: Id) => `${project(id)}/favourite`,
  projectFavouriteRemoval: (id: Id) => `${project(id)}/favourite/removal`,
  projectArchive: (id: Id) => `${project(id)}/archive`,
  projectRestoration: (id: Id) => `${project(id)}/archive/restoration`,
  copyProject: (id: Id) => `${project(id)}/copy`,
  projectHistory: (id: Id) => `${project(id)}/history`,
  projectStatuses: (id: Id) => `${project(id)}/status`,
  newProjectStatus: (id: Id) => `${project(id)}/status/new`,
  projectStatusCorrection: (id: Id, statusId: Id) => `${project(id)}/status/${statusId}/correction`,
  projectSpends: (id: Id) => `${project(id)}/spend`,
  newProjectSpend: (id: Id) => `${project(id)}/spend/new`,
  projectSpendCorrection: (id: Id, spendId: Id) => `${project(id)}/spend/${spendId}/correction`,
  projectToday: (id: Id) => `${project(id)}/today`,
  team: (id: Id) => `${project(id)}/team`,
  newTeamMember: (id: Id) => `${project(id)}/team/new`,
  teamMember: (id: Id, membershipId: Id) => `${project(id)}/team/${membershipId}`,
  editTeamMember: (id: Id, membershipId: Id) => `${project(id)}/team/${membershipId}/edit`,
  teamMemberRemoval: (id: Id, membershipId: Id) => `${project(id)}/team/${membershipId}/removal`,

  activities: (id: Id) => `${project(id)}/activities`,
  newActivity: (id: Id) => `${project(id)}/activities/new`,
  activityOrder: (id: Id) => `${project(id)}/activities/order/edit`,
  activity,
  editActivity: (id: Id, activityId: Id) => `${activity(id, activityId)}/edit`,
  activityPosition: (id: Id, activityId: Id) => `${activity(id, activityId)}/position`,
  activityArchive: (id: Id, activityId: Id) => `${activity(id, activityId)}/archive`,
  newActivityArchive: (id: Id, activityId: Id) => `${activity(id, activityId)}/archive/new`,
  activityRestoration: (id: Id, activityId: Id) =>
    `${activity(id, activityId)}/archive/restoration`,
  activityBaseline: (id: Id, activityId: Id) => `${activity(id, activityId)}/baseline`,
  newActivityBaseline: (id: Id, activityId: Id) => `${activity(id, activityId)}/baseline/new`,
  activityProgress: (id: Id, activityId: Id) => `${activity(id, activityId)}/progress`,
  newActivityProgress: (id: Id, activityId: Id) => `${activity(id, activityId)}/progress/new`,
  progressCorrection: (id: Id, activityId: Id, factId: Id) =>
    `${activity(id, activityId)}/progress/${factId}/correction`,
  newProgressCorrection: (id: Id, activityId: Id, factId: Id) =>
    `${activity(id, activityId)}/progress/${factId}/correction/new`,

  milestones: (id: Id) => `${project(id)}/milestones`,
  newMilestone: (id: Id) => `${project(id)}/milestones/new`,
  milestoneAssignment: (id: Id) => `${project(id)}/milestones/assignment`,
  newMilestoneAssignment: (id: Id) => `${project(id)}/milestones/assignment/new`,
  milestone,
  editMilestone: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/edit`,
  milestoneCompletion: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/completion`,
  newMilestoneCompletion: (id: Id, milestoneId: Id) =>
    `${milestone(id, milestoneId)}/completion/new`,
  milestoneReopening: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/reopening`,
  newMilestoneReopening: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/reopening/new`,
  milestoneCancellation: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/cancellation`,
  newMilestoneCancellation: (id: Id, milestoneId: Id) =>
    `${milestone(id, milestoneId)}/cancellation/new`,
  milestoneMove: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/move`,
  newMilestoneMove: (id: Id, milestoneId: Id) => `${milestone(id, milestoneId)}/move/new`,

  indicators: (id: Id) => `${project(id)}/indicators`,
  newIndicator: (id: Id) => `${project(id)}/indicators/new`,
  indicatorOrder: (id: Id) => `${project(id)}/indicators/order/edit`,
  monthValues: (id: Id) => `${project(id)}/indicators/values`,
  newMonthValues: (id: Id) => `${project(id)}/indicators/values/new`,
  indicator,
  editIndicator: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/edit`,
  indicatorPosition: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/position`,
  indicatorArchive: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/archive`,
  indicatorRestoration: (id: Id, indicatorId: Id) =>
    `${indicator(id, indicatorId)}/archive/restoration`,
  indicatorFacts: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/facts`,
  indicatorTargets: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/targets`,
  editIndicatorTargets: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/targets/edit`,
  indicatorValues: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/values`,
  newIndicatorValue: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/values/new`,
  valueCorrection: (id: Id, indicatorId: Id, valueId: Id) =>
    `${indicator(id, indicatorId)}/values/${valueId}/correction`,
  newValueCorrection: (id: Id, indicatorId: Id, valueId: Id) =>
    `${indicator(id, indicatorId)}/values/${valueId}/correction/new`,
  progress: (id: Id) => `${project(id)}/progress`,
  projectTimeline: (id: Id) => `${project(id)}/timeline`,
  periods: (id: Id) => `${project(id)}/periods`,
  newPeriod: (id: Id) => `${project(id)}/periods/new`,
  period,
  editPeriod: (id: Id, periodId: Id) => `${period(id, periodId)}/edit`,
  periodDeletion: (id: Id, periodId: Id) => `${period(id, periodId)}/deletion`,
  newPeriodDeletion: (id: Id, periodId: Id) => `${period(id, periodId)}/deletion/new`,
  periodGeneration: (id: Id) => `${project(id)}/periods/generation`,
  newPeriodGeneration: (id: Id) => `${project(id)}/periods/generation/new`,
  periodDuties: (id: Id) => `${project(id)}/periods/duties`,
  newPeriodDuties: (id: Id) => `${project(id)}/periods/duties/new`,
  projectRules: (id: Id) => `${project(id)}/rules`,
  projectRule: (id: Id, kind: string) => `${project(id)}/rules/${kind}`,
  editProjectRule: (id: Id, kind: string) => `${project(id)}/rules/${kind}/edit`,
  projectRuleRemoval: (id: Id, kind: string) => `${project(id)}/rules/${kind}/removal`,
  months: (id: Id) => `${project(id)}/months`,
  month: (id: Id, month: string) => `${project(id)}/months/${month}`,

  ...documentPaths,

  ...eventPaths,
  ...eventPeoplePaths,
  ...attendancePaths,
  ...isEsfPaths,
  ...participantPaths,

  newLogEntry: (id: Id) => `${project(id)}/progress/new`,
  logEntry: (id: Id, entryId: Id) => `${project(id)}/progress/${entryId}`,
  editLogEntry: (id: Id, entryId: Id) => `${project(id)}/progress/${entryId}/edit`,
  logEntryArchive: (id: Id, entryId: Id) => `${project(id)}/progress/${entryId}/archive`,
  logEntryRestoration: (id: Id, entryId: Id) =>
    `${project(id)}/progress/${entryId}/archive/restoration`,
  /** Written from outside a project; the form says into which. */
  logEntries: () => "/log-entries",
  newLogEntryAnywhere: () => "/log-entries/new",

  internships: (id: Id) => `${project(id)}/internships`,
  newInternship: (id: Id) => `${project(id)}/internships/new`,
  internship,
  editInternship: (id: Id, internshipId: Id) => `${internship(id, internshipId)}/edit`,
  internshipState: (id: Id, internshipId: Id) => `${internship(id, internshipId)}/state`,
  newInternshipState: (id: Id, internshipId: Id) => `${internship(id, internshipId)}/state/new`,
  internshipArchive: (id: Id, internshipId: Id) => `${internship(id, internshipId)}/archive`,
  internshipRestoration: (id: Id, internshipId: Id) =>
    `${internship(id, internshipId)}/archive/restoration`,
  trainees: (id: Id, internshipId: Id) => `${internship(id, internshipId)}/trainees`,
  newTrainee: (id: Id, internshipId: Id) => `${internship(id, internshipId)}/trainees/new`,
  traineeRemoval: (id: Id, internshipId: Id, traineeId: Id) =>
    `${internship(id, internshipId)}/trainees/${traineeId}/removal`,
  hosts: (id: Id, internshipId: Id) => `${internship(id, internshipId)}/hosts`,
  newHost: (id: Id, internshipId: Id) => `${internship(id, internshipId)}/hosts/new`,
  host,
  editHost: (id: Id, internshipId: Id, hostId: Id) => `${host(id, internshipId, hostId)}/edit`,
  hostRemoval: (id: Id, internshipId: Id, hostId: Id) =>
    `${host(id, internshipId, hostId)}/removal`,
  mentorLinks: (id: Id, internshipId: Id, hostId: Id) => `${host(id, internshipId, hostId)}/links`,
  newMentorLink: (id: Id, internshipId: Id, hostId: Id) =>
    `${host(id, internshipId, hostId)}/links/new`,
  hostConfirmations: (id: Id, internshipId: Id, hostId: Id) =>
    `${host(id, internshipId, hostId)}/confirmations`,
  newHostConfirmation: (id: Id, internshipId: Id, hostId: Id) =>
    `${host(id, internshipId, hostId)}/confirmations/new`,
  mentorLinkRevocation: (id: Id, internshipId: Id, confirmationId: Id) =>
    `${internship(id, internshipId)}/confirmations/${confirmationId}/revocation`,
  internshipDays: (id: Id, internshipId: Id) => `${internship(id, internshipId)}/days`,
  newInternshipDay: (id: Id, internshipId: Id) => `${internship(id, internshipId)}/days/new`,
  internshipDay,
  editInternshipDay: (id: Id, internshipId: Id, dayId: Id) =>
    `${internshipDay(id, internshipId, dayId)}/edit`,
  internshipDayDeletion: (id: Id, internshipId: Id, dayId: Id) =>
    `${internshipDay(id, internshipId, dayId)}/deletion`,
  newInternshipDayDeletion: (id: Id, internshipId: Id, dayId: Id) =>
    `${internshipDay(id, internshipId, dayId)}/deletion/new`,
  /** Opened by a mentor without an account. */
  mentorConfirmation: (token: string) => `/confirmations/${token}`,

  allBodies: () => "/bodies",
  bodies: (id: Id) => `${project(id)}/bodies`,
  newBody: (id: Id) => `${project(id)}/bodies/new`,
  body,
  editBody: (id: Id, bodyId: Id) => `${body(id, bodyId)}/edit`,
  bodyArchive: (id: Id, bodyId: Id) => `${body(id, bodyId)}/archive`,
  bodyRestoration: (id: Id, bodyId: Id) => `${body(id, bodyId)}/archive/restoration`,
  bodyMembers: (id: Id, bodyId: Id) => `${body(id, bodyId)}/members`,
  newBodyMember: (id: Id, bodyId: Id) => `${body(id, bodyId)}/members/new`,
  bodyMember: (id: Id, bodyId: Id, memberId: Id) => `${body(id, bodyId)}/members/${memberId}`,
  editBodyMember: (id: Id, bodyId: Id, memberId: Id) =>
    `${body(id, bodyId)}/members/${memberId}/edit`,

  minutes,
  editMinutes: (id: Id, eventId: Id) => `${minutes(id, eventId)}/edit`,
  carriedTasks: (id: Id, eventId: Id) => `${minutes(id, eventId)}/carried-tasks`,

  agenda: () => "/agenda",
  organisations: () => "/organisations",
  organisation: (id: Id) => `/organisations/${id}`,
  editOrganisation: (id: Id) => `/organisations/${id}/edit`,

  timeline: () => "/timeline",
  today: () => "/today",
  summaries: () => "/summaries",
  summary: (month: string) => `/summaries/${month}`,
  summarySheets: (month: string) => `/summaries/${month}/sheets`,
  search: () => "/search",

  invitation: (token: string) => `/invitations/${token}`,
  newPasswordReset: () => "/password-resets/new",
  passwordResets: () => "/password-resets",
  passwordReset: (token: string) => `/password-resets/${token}`,
  profile: () => "/profile",
  password: () => "/profile/password",
  editPassword: () => "/profile/password/edit",
  sessionClosure: (session: Id) => `/profile/sessions/${session}/closure`,
  otherSessionsClosure: () => "/profile/sessions/closure",

  users: () => "/admin/users",
  newUser: () => "/admin/users/new",
  user: (id: Id) => `/admin/users/${id}`,
  editUser: (id: Id) => `/admin/users/${id}/edit`,
  userInvitations: (id: Id) => `/admin/users/${id}/invitations`,
  userSessionsClosure: (id: Id) => `/admin/users/${id}/sessions/closure`,
  newUserDeactivation: (id: Id) => `/admin/users/${id}/deactivation/new`,
  userDeactivation: (id: Id) => `/admin/users/${id}/deactivation`,
  userReactivation: (id: Id) => `/admin/users/${id}/reactivation`,
  mail: () => "/admin/mail",
  mailMessage: (id: Id) => `/admin/mail/${id}`,
  mailLetter: (id: Id) => `/admin/mail/${id}/letter`,
  mailRetry: (id: Id) => `/admin/mail/${id}/retry`,
  mailRelease: () => "/admin/mail/release",
  mailPause: () => "/admin/mail/pause",
  mailPreview: () => "/admin/mail/preview",
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  rules: () => "/admin/rules",
  newRule: () => "/admin/rules/new",
  rule: (id: Id) => `/admin/rules/${id}`,
  editRule: (id: Id) => `/admin/rules/${id}/edit`,
  reminderRules: () => "/admin/rules/reminders",
  codeLists: () => "/admin/rules/code-lists",
  codeList: (list: string) => `/admin/rules/code-lists/${list}`,
  newCodeListItem: (list: string) => `/admin/rules/code-lists/${list}/new`,
  codeListItem: (list: string, id: Id) => `/admin/rules/code-lists/${list}/${id}`,
  editCodeListItem: (list: string, id: Id) => `/admin/rules/code-lists/${list}/${id}/edit`,
  audit: () => "/admin/audit",
  auditSeals: () => "/admin/audit/seals",
  appearance: () => "/admin/appearance",
  brandImages: (kind: string) => `/admin/appearance/images/${kind}`,
  brandImageRemoval: (kind: string) => `/admin/appearance/images/${kind}/removal`,
  brand: (kind: string) => `/brand/${kind}`,

  indicatorDefinitions: () => "/admin/indicator-definitions",
  newIndicatorDefinition: () => "/admin/indicator-definitions/new",
  indicatorDefinition: (id: Id) => `/admin/indicator-definitions/${id}`,
  editIndicatorDefinition: (id: Id) => `/admin/indicator-definitions/${id}/edit`,
  definitionArchive: (id: Id) => `/admin/indicator-definitions/${id}/archive`,
  definitionRestoration: (id: Id) => `/admin/indicator-definitions/${id}/archive/restoration`,
};
