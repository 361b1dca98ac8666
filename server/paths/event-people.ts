import { event, type Id } from "./roots.ts";

const certificate = (id: Id, eventId: Id, certificateId: Id) =>
  `${event(id, eventId)}/certificates/${certificateId}`;

const nominationLink = (id: Id, eventId: Id, linkId: Id) =>
  `${event(id, eventId)}/nominations/${linkId}`;

/** Addresses of what people of an event are sent and given. */
export const eventPeoplePaths = {
  certificates: (id: Id, eventId: Id) => `${event(id, eventId)}/certificates`,
  certificateDrawing: (id: Id, eventId: Id) => `${event(id, eventId)}/certificates/drawing`,
  certificate,
  newReissue: (id: Id, eventId: Id, certificateId: Id) =>
    `${certificate(id, eventId, certificateId)}/reissues/new`,
  reissues: (id: Id, eventId: Id, certificateId: Id) =>
    `${certificate(id, eventId, certificateId)}/reissues`,

  nominations: (id: Id, eventId: Id) => `${event(id, eventId)}/nominations`,
  newNomination: (id: Id, eventId: Id) => `${event(id, eventId)}/nominations/new`,
  nominationNudges: (id: Id, eventId: Id, linkId: Id) =>
    `${nominationLink(id, eventId, linkId)}/nudges`,
  nominationRevocation: (id: Id, eventId: Id, linkId: Id) =>
    `${nominationLink(id, eventId, linkId)}/revocation`,
  eventMessages: (id: Id, eventId: Id) => `${event(id, eventId)}/messages`,
  newEventMessage: (id: Id, eventId: Id) => `${event(id, eventId)}/messages/new`,
  eventMailing: (id: Id, eventId: Id) => `${event(id, eventId)}/messages/mailing`,
  eventMessageCopies: (id: Id, eventId: Id, mailId: Id) =>
    `${event(id, eventId)}/messages/${mailId}/copies`,
  certificateLink: (token: string) => `/certificates/links/${token}`,
  nomination: (token: string) => `/nominations/${token}`,
};
