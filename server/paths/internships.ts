import { type Id, project } from "./roots.ts";

const internship = (id: Id, internshipId: Id) => `${project(id)}/internships/${internshipId}`;
const host = (id: Id, internshipId: Id, hostId: Id) =>
  `${internship(id, internshipId)}/hosts/${hostId}`;
const internshipDay = (id: Id, internshipId: Id, dayId: Id) =>
  `${internship(id, internshipId)}/days/${dayId}`;

/** Addresses of internships, their hosts and days. */
export const internshipPaths = {
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
};
