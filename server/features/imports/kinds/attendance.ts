import { z } from "zod";
import { findAttendanceOf, findRegistrationOf } from "../../../../db/queries/import-twins.ts";
import { InvalidInput } from "../../../errors.ts";
import { optionalDecimal } from "../../../values/fields.ts";
import { parse } from "../../../web/form.ts";
import { attendanceStates } from "../../attendances/rules.ts";
import { saveCells } from "../../attendances/service.ts";
import { registerPeople } from "../../registrations/service.ts";
import { eventFields, eventFinder, sessionFinder } from "./events.ts";
import { codeOfWord, type RowKind, type Writing } from "./kind.ts";
import { personFields, personOf } from "./persons.ts";

const cellSchema = z.object({
  state: z.enum(attendanceStates),
  minutes: optionalDecimal(0, { least: 0, most: 1_440 }),
});

export const attendanceKind: RowKind = {
  name: "attendance",
  permission: "attendance:record",
  hasNames: true,
  fields: [
    ...eventFields,
    { name: "heldOn", isRequired: true },
    { name: "startsAt" },
    ...personFields,
    { name: "state", isRequired: true },
    { name: "minutes" },
  ],
  async prepare(writing) {
    const { deps, author, projectId } = writing;
    const findEvent = await eventFinder(deps.db, writing);
    const findSession = sessionFinder(deps.db);
    return async (values) => {
      const event = findEvent(values);
      const session = await findSession(event.id, values);
      const state = codeOfWord(values.state ?? "", (texts) => texts.imports.attendance);
      const cell = parse(cellSchema, { state, minutes: values.minutes });
      const registrationId = await registrationOf(writing, event.id, values);
      const place = { sessionId: session.id, registrationId };
      const current = await findAttendanceOf(deps.db, place);
      const minutes = cell.state === "left-early" ? cell.minutes : null;
      const isSame = current?.state === cell.state && current.minutes === minutes;
      const recordType = "attendance";
      if (isSame) return { outcome: "unchanged", recordType, recordId: registrationId };
      const key = { projectId, eventId: event.id, sessionId: session.id };
      const { countsAsSupport } = event;
      const entry = { registrationId, state: cell.state, minutes };
      await saveCells(deps, author, { ...key, countsAsSupport }, [entry]);
      const was = { state: current?.state ?? null, minutes: current?.minutes ?? null };
      return {
        outcome: current ? "changed" : "created",
        recordType,
        recordId: registrationId,
        before: JSON.stringify({ eventId: event.id, sessionId: session.id, ...was }),
      };
    };
  },
};

/** Who came without being registered is registered by coming. */
async function registrationOf(
  { deps, author, projectId }: Writing,
  eventId: number,
  values: Record<string, string>,
): Promise<number> {
  const somebody = await personOf(deps.db, values);
  if ("participantId" in somebody) {
    const { participantId } = somebody;
    const known = await findRegistrationOf(deps.db, { eventId, participantId });
    if (known) return known.id;
  }
  const registering = { state: "registered", origin: "import" } as const;
  const [id] = await registerPeople(deps, author, { projectId, eventId }, [somebody], registering);
  if (id === undefined) throw new InvalidInput({ form: "unknownPerson" });
  return id;
}
