export type Id = number | string;

/** Under these lie the addresses of most nouns. */
export const project = (id: Id) => `/projects/${id}`;
export const event = (id: Id, eventId: Id) => `${project(id)}/events/${eventId}`;
