import { event, type Id, project } from "./roots.ts";

const registrations = (id: Id, eventId: Id) => `${event(id, eventId)}/registrations`;
const registration = (id: Id, eventId: Id, registrationId: Id) =>
  `${registrations(id, eventId)}/${registrationId}`;
const session = (id: Id, eventId: Id, sessionId: Id) =>
  `${event(id, eventId)}/attendance/${sessionId}`;
const hours = (id: Id) => `${project(id)}/hours`;
const postings = (id: Id, participationId: Id) => `${hours(id)}/${participationId}/postings`;

/** Who comes to an event, who was there, and the hours that follow. */
export const attendancePaths = {
  registrations,
  registrationSearch: (id: Id, eventId: Id) => `${registrations(id, eventId)}/search`,
  registeredPerson: (id: Id, eventId: Id) => `${registrations(id, eventId)}/person`,
  newRegisteredPerson: (id: Id, eventId: Id) => `${registrations(id, eventId)}/person/new`,
  pastedRegistrations: (id: Id, eventId: Id) => `${registrations(id, eventId)}/paste`,
  newPastedRegistrations: (id: Id, eventId: Id) => `${registrations(id, eventId)}/paste/new`,
  pastePreview: (id: Id, eventId: Id) => `${registrations(id, eventId)}/paste/preview`,
  participantCards: (id: Id, eventId: Id) => `${registrations(id, eventId)}/cards`,
  registrationState: (id: Id, eventId: Id, registrationId: Id) =>
    `${registration(id, eventId, registrationId)}/state`,
  registrationRemoval: (id: Id, eventId: Id, registrationId: Id) =>
    `${registration(id, eventId, registrationId)}/removal`,

  attendance: (id: Id, eventId: Id) => `${event(id, eventId)}/attendance`,
  attendanceSession: session,
  editAttendanceSession: (id: Id, eventId: Id, sessionId: Id) =>
    `${session(id, eventId, sessionId)}/edit`,
  attendanceSheet: (id: Id, eventId: Id) => `${event(id, eventId)}/sheet`,
  eventClosing: (id: Id, eventId: Id) => `${event(id, eventId)}/closing`,
  newEventClosing: (id: Id, eventId: Id) => `${event(id, eventId)}/closing/new`,
  eventReopening: (id: Id, eventId: Id) => `${event(id, eventId)}/reopening`,
  newEventReopening: (id: Id, eventId: Id) => `${event(id, eventId)}/reopening/new`,

  hours,
  personHours: (id: Id, participationId: Id) => `${hours(id)}/${participationId}`,
  supportPostings: postings,
  newSupportPosting: (id: Id, participationId: Id) => `${postings(id, participationId)}/new`,
  supportCorrection: (id: Id, participationId: Id, postingId: Id) =>
    `${postings(id, participationId)}/${postingId}/correction`,
  newSupportCorrection: (id: Id, participationId: Id, postingId: Id) =>
    `${postings(id, participationId)}/${postingId}/correction/new`,
};
