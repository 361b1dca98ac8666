import { event, type Id, project } from "./roots.ts";

/** Addresses of events and what is planned by them. */
export const eventPaths = {
  events: (id: Id) => `${project(id)}/events`,
  newEvent: (id: Id) => `${project(id)}/events/new`,
  event,
  editEvent: (id: Id, eventId: Id) => `${event(id, eventId)}/edit`,
  eventStep: (id: Id, eventId: Id, step: string) => `${event(id, eventId)}/${step}`,
  newEventCancellation: (id: Id, eventId: Id) => `${event(id, eventId)}/cancellation/new`,
  eventCancellation: (id: Id, eventId: Id) => `${event(id, eventId)}/cancellation`,
  eventArchive: (id: Id, eventId: Id) => `${event(id, eventId)}/archive`,
  eventRestoration: (id: Id, eventId: Id) => `${event(id, eventId)}/archive/restoration`,
  eventSessions: (id: Id, eventId: Id) => `${event(id, eventId)}/sessions`,
  newEventSession: (id: Id, eventId: Id) => `${event(id, eventId)}/sessions/new`,
  eventSession: (id: Id, eventId: Id, sessionId: Id) =>
    `${event(id, eventId)}/sessions/${sessionId}`,
  editEventSession: (id: Id, eventId: Id, sessionId: Id) =>
    `${event(id, eventId)}/sessions/${sessionId}/edit`,
  eventSessionDeletion: (id: Id, eventId: Id, sessionId: Id) =>
    `${event(id, eventId)}/sessions/${sessionId}/deletion`,
  newEventCopy: (id: Id, eventId: Id) => `${event(id, eventId)}/copies/new`,
  eventCopies: (id: Id, eventId: Id) => `${event(id, eventId)}/copies`,
  newEventSeries: (id: Id, eventId: Id) => `${event(id, eventId)}/series/new`,
  eventSeries: (id: Id, eventId: Id) => `${event(id, eventId)}/series`,
  eventConflicts: (id: Id) => `${project(id)}/events/conflicts`,
  calendar: () => "/calendar",
  activityPlan: (id: Id) => `${project(id)}/activity-plan`,
  activityPlanReports: (id: Id) => `${project(id)}/activity-plan/reports`,
  campaigns: (id: Id) => `${project(id)}/campaigns`,
  newCampaign: (id: Id) => `${project(id)}/campaigns/new`,
  campaign: (id: Id, campaignId: Id) => `${project(id)}/campaigns/${campaignId}`,
  editCampaign: (id: Id, campaignId: Id) => `${project(id)}/campaigns/${campaignId}/edit`,
  campaignArchive: (id: Id, campaignId: Id) => `${project(id)}/campaigns/${campaignId}/archive`,
  campaignRestoration: (id: Id, campaignId: Id) =>
    `${project(id)}/campaigns/${campaignId}/archive/restoration`,
  eventKinds: () => "/admin/rules/event-kinds",
  newEventKind: () => "/admin/rules/event-kinds/new",
  eventKind: (kindId: Id) => `/admin/rules/event-kinds/${kindId}`,
  editEventKind: (kindId: Id) => `/admin/rules/event-kinds/${kindId}/edit`,
};
