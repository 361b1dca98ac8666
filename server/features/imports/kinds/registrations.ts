import { registerPeople } from "../../registrations/service.ts";
import { eventFields, eventFinder } from "./events.ts";
import type { RowKind } from "./kind.ts";
import { personFields, personOf } from "./persons.ts";

export const registrationKind: RowKind = {
  name: "registrations",
  permission: "registration:edit",
  hasNames: true,
  fields: [...eventFields, ...personFields],
  async prepare({ deps, author, projectId, viewerId }) {
    const findEvent = await eventFinder(deps.db, { projectId, viewerId });
    return async (values) => {
      const event = findEvent(values);
      const somebody = await personOf(deps.db, values);
      const key = { projectId, eventId: event.id };
      const registering = { state: "registered", origin: "import" } as const;
      const [id] = await registerPeople(deps, author, key, [somebody], registering);
      const outcome = id === undefined ? "unchanged" : "created";
      const before = id === undefined ? {} : { before: String(event.id) };
      return { outcome, recordType: "registration", recordId: id ?? null, ...before };
    };
  },
};
