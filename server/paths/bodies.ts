import { event, type Id, project } from "./roots.ts";

const body = (id: Id, bodyId: Id) => `${project(id)}/bodies/${bodyId}`;
const minutes = (id: Id, eventId: Id) => `${event(id, eventId)}/minutes`;

/** Addresses of bodies and of minutes of their meetings. */
export const bodyPaths = {
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
};
