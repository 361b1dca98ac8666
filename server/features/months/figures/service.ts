import type { Database } from "../../../../db/connection.ts";
import { listAgenda } from "../../../../db/queries/agenda.ts";
import {
  listActivitiesOfMonth,
  listIndicatorsOfMonth,
  listLogActivitiesOfMonth,
  listLogOfMonth,
  listMilestonesOfMonth,
  listMovesOfMilestones,
  listPercentsInForce,
  listProjectsOfMonth,
  listSpendsInForce,
  listStatesOfMilestones,
  listStatusesInForce,
  type ProjectOfMonth,
} from "../../../../db/queries/months.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { firstDayOf, monthOf } from "../../../values/month.ts";
import { listCountedValues } from "../../indicators/computing/service.ts";
import { milestonesThen } from "../milestones/rules.ts";
import type { MonthFacts } from "./facts.ts";
import { assembleFacts, lastDayAhead, type Material, type Moment, readingDay } from "./rules.ts";

/**
 * The figures of projects on a day, as they were known at an instant; the month is that of the day. As many
 * queries for many projects as for one.
 */
export async function figuresOfProjects(
  db: Database,
  projectIds: readonly number[],
  moment: Moment,
): Promise<Map<number, MonthFacts>> {
  if (projectIds.length === 0) return new Map();
  const rows = await readRows(db, projectIds, moment);
  const material = sortedByProject(rows, moment);
  return new Map(
    rows.projects.map((project) => [project.id, assembleFacts(material(project), moment)]),
  );
}

/** The same of one project; undefined where there is none. */
export async function projectFigures(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<MonthFacts | undefined> {
  return (await figuresOfProjects(db, [projectId], moment)).get(projectId);
}

type Rows = Awaited<ReturnType<typeof readRows>>;

async function readRows(db: Database, ids: readonly number[], moment: Moment) {
  const { on, asOf } = moment;
  const days = { from: firstDayOf(monthOf(on)), to: on, asOf };
  const today = readingDay(moment);
  const ahead = { today, from: today, to: lastDayAhead(moment), projectIds: ids };
  const [projects, indicators, values, activities, percents, statuses] = await Promise.all([
    listProjectsOfMonth(db, ids),
    listIndicatorsOfMonth(db, ids, asOf),
    listCountedValues(db, { projectIds: ids }, moment),
    listActivitiesOfMonth(db, ids, asOf),
    listPercentsInForce(db, ids, moment),
    listStatusesInForce(db, ids, moment),
  ]);
  const [spends, log, logActivities, milestones, states, moves, agenda] = await Promise.all([
    listSpendsInForce(db, ids, moment),
    listLogOfMonth(db, ids, days),
    listLogActivitiesOfMonth(db, ids, days),
    listMilestonesOfMonth(db, ids, asOf),
    listStatesOfMilestones(db, ids),
    listMovesOfMilestones(db, ids),
    listAgenda(db, ahead),
  ]);
  return {
    ...{ projects, indicators, values, activities, percents, statuses, spends },
    ...{ log, logActivities, milestones, states, moves, agenda },
  };
}

/** Gives each project its own rows, each of them looked at once. */
function sortedByProject(rows: Rows, moment: Moment): (project: ProjectOfMonth) => Material {
  const projectOf = new Map(rows.indicators.map(({ id, projectId }) => [id, projectId]));
  const projectOfActivity = new Map(rows.activities.map(({ id, projectId }) => [id, projectId]));
  const placeOf = new Map(rows.milestones.map(({ id, projectId }) => [id, projectId]));
  const projectOfEntry = new Map(rows.log.map(({ id, projectId }) => [id, projectId]));
  const by = {
    indicators: groupedBy(rows.indicators, ({ projectId }) => projectId),
    values: groupedBy(rows.values, ({ indicatorId }) => projectOf.get(indicatorId)),
    activities: groupedBy(rows.activities, ({ projectId }) => projectId),
    percents: groupedBy(rows.percents, ({ activityId }) => projectOfActivity.get(activityId)),
    statuses: groupedBy(rows.statuses, ({ projectId }) => projectId),
    spends: groupedBy(rows.spends, ({ projectId }) => projectId),
    log: groupedBy(rows.log, ({ projectId }) => projectId),
    logActivities: groupedBy(rows.logActivities, ({ entryId }) => projectOfEntry.get(entryId)),
    milestones: groupedBy(milestonesThen(rows, moment), ({ id }) => placeOf.get(id)),
    agenda: groupedBy(
      rows.agenda.filter(({ objectType }) => objectType !== "milestone"),
      ({ projectId }) => projectId,
    ),
  };
  return (project) => ({
    project,
    indicators: by.indicators.get(project.id) ?? [],
    values: by.values.get(project.id) ?? [],
    activities: by.activities.get(project.id) ?? [],
    percents: by.percents.get(project.id) ?? [],
    statuses: by.statuses.get(project.id) ?? [],
    spends: by.spends.get(project.id) ?? [],
    log: by.log.get(project.id) ?? [],
    logActivities: by.logActivities.get(project.id) ?? [],
    milestones: by.milestones.get(project.id) ?? [],
    agenda: by.agenda.get(project.id) ?? [],
  });
}
