import type { Database } from "../../../db/connection.ts";
import { type FormMinutes, listPendingSupport } from "../../../db/queries/pending-support.ts";
import type { ProjectSpan } from "../../../db/queries/project-locks.ts";
import {
  listBookedSupport,
  listOfferedSupport,
  listPlannedInternships,
  listSupportedParticipants,
  type SupportedParticipant,
} from "../../../db/queries/support-prospects.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { groupedBy } from "../../values/grouped.ts";
import {
  addMinutes,
  minutesOf,
  NO_SUPPORT,
  type Outlook,
  outlookOf,
  type SupportMinutes,
  type SupportProspect,
  type SupportRule,
} from "./rules.ts";
import { loadSupportRule } from "./service.ts";

export interface PersonProspect extends SupportProspect {
  person: SupportedParticipant;
  outlook: Outlook | null;
}

export interface Prospects {
  rule: SupportRule;
  people: PersonProspect[];
}

/**
 * What everybody in the project has, will have and may still have before its end. Seven statements,
 * however many people there are.
 */
export async function loadProspects(
  db: Database,
  project: ProjectSpan,
  today: CalendarDate,
  participationId?: number,
): Promise<Prospects> {
  const { id: projectId, endsOn: until } = project;
  const ahead = { projectId, from: today, until };
  const [rule, people, pending, booked, offered, internships] = await Promise.all([
    loadSupportRule(db, project),
    listSupportedParticipants(db, projectId, participationId),
    listPendingSupport(db, {
      projectId,
      ...(participationId === undefined ? {} : { participationIds: [participationId] }),
    }),
    listBookedSupport(db, ahead),
    listOfferedSupport(db, ahead),
    listPlannedInternships(db, projectId),
  ]);
  const planned = internships.map(
    ({ participationId: id, planned: all, posted }): FormMinutes => ({
      participationId: id,
      form: "in-person",
      minutes: Math.max(0, all - posted),
    }),
  );
  const lookUp = {
    pending: byPerson(pending),
    sessions: byPerson(booked),
    internships: byPerson(planned),
    offered: minutesOf(offered),
  };
  return { rule, people: people.map((person) => prospectOf(person, rule, lookUp)) };
}

interface LookUp {
  pending: (participationId: number) => SupportMinutes;
  sessions: (participationId: number) => SupportMinutes;
  internships: (participationId: number) => SupportMinutes;
  offered: SupportMinutes;
}

function prospectOf(
  person: SupportedParticipant,
  rule: SupportRule,
  { pending, sessions, internships, offered }: LookUp,
): PersonProspect {
  const { participationId: id, inPerson, electronic } = person;
  const own = sessions(id);
  const prospect: SupportProspect = {
    posted: { inPerson, electronic },
    pending: pending(id),
    booked: addMinutes(own, internships(id)),
    // What one is registered for is not offered to them once more.
    offered: addMinutes(offered, { inPerson: -own.inPerson, electronic: -own.electronic }),
  };
  return { person, ...prospect, outlook: outlookOf(prospect, rule) };
}

function byPerson(rows: readonly FormMinutes[]): (participationId: number) => SupportMinutes {
  const groups = groupedBy(rows, ({ participationId }) => participationId);
  return (participationId) => {
    const own = groups.get(participationId);
    return own ? minutesOf(own) : NO_SUPPORT;
  };
}
