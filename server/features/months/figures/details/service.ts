import type { Database } from "../../../../../db/connection.ts";
import {
  countPeopleOfEvents,
  listEventsOfMonth,
  listPlansOfProjects,
  listResolutionsOfMonth,
  listRisksAssessed,
  listSourcesOfMonth,
  sumMinutesOfEvents,
  sumSupportOfMonth,
} from "../../../../../db/queries/month-details.ts";
import { listSupportedPersons } from "../../../../../db/queries/supported-persons.ts";
import { groupedBy } from "../../../../values/grouped.ts";
import { firstDayOf, monthOf } from "../../../../values/month.ts";
import { thresholdsOf } from "../../../indicators/computing/service.ts";
import type { Moment } from "../rules.ts";
import type { DetailMaterial } from "./rules.ts";

/** What details of months are made of, by project; as many queries for many projects as for one. */
export async function readDetails(
  db: Database,
  ids: readonly number[],
  moment: Moment,
): Promise<(projectId: number) => DetailMaterial> {
  const { on, asOf } = moment;
  const span = { from: firstDayOf(monthOf(on)), to: on, asOf };
  const [thresholds, support, events, risks, resolutions, sources, plans] = await Promise.all([
    thresholdsOf(db, ids),
    sumSupportOfMonth(db, ids, span),
    listEventsOfMonth(db, ids, span),
    listRisksAssessed(db, ids, moment),
    listResolutionsOfMonth(db, ids, asOf),
    listSourcesOfMonth(db, ids, asOf),
    listPlansOfProjects(db, ids, moment),
  ]);
  const eventIds = events.map(({ id }) => id);
  const [persons, people, minutes] = await Promise.all([
    listSupportedPersons(db, thresholds, moment),
    countPeopleOfEvents(db, eventIds, asOf),
    sumMinutesOfEvents(db, eventIds, moment),
  ]);
  const peopleOf = new Map(people.map((row) => [row.eventId, row.persons]));
  const minutesOf = new Map(minutes.map((row) => [row.eventId, row.minutes]));
  const held = events.map((event) => ({
    ...event,
    persons: peopleOf.get(event.id) ?? event.headCount,
    minutes: minutesOf.get(event.id) ?? 0,
  }));
  const ofProject = ({ projectId }: { projectId: number }) => projectId;
  const by = {
    persons: groupedBy(persons, ofProject),
    events: groupedBy(held, ofProject),
    risks: groupedBy(risks, ofProject),
    resolutions: groupedBy(resolutions, ofProject),
    sources: groupedBy(sources, ofProject),
    plans: groupedBy(plans, ofProject),
  };
  const supportOf = new Map(support.map((row) => [row.projectId, row]));
  const withThreshold = new Set(
    thresholds
      .filter(({ thresholdMinutes }) => thresholdMinutes !== null)
      .map(({ projectId }) => projectId),
  );
  return (projectId) => ({
    persons: by.persons.get(projectId) ?? [],
    hasThreshold: withThreshold.has(projectId),
    support: supportOf.get(projectId),
    events: by.events.get(projectId) ?? [],
    risks: by.risks.get(projectId) ?? [],
    resolutions: by.resolutions.get(projectId) ?? [],
    sources: by.sources.get(projectId) ?? [],
    plans: by.plans.get(projectId) ?? [],
  });
}
