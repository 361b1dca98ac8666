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
import { addToMonth, firstDayOf, lastDayOf, monthOf } from "../../../values/month.ts";
import { spendingOfProjects } from "../../drawdowns/spending/service.ts";
import { listCountedValues } from "../../indicators/computing/service.ts";
import { milestonesThen } from "../milestones/rules.ts";
import { readDetails } from "./details/service.ts";
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
  const details = await readDetails(db, projectIds, moment);
  const material = sortedByProject(rows, details, moment);
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
  const earlierOn = lastDayOf(addToMonth(monthOf(on), -1));
  const [spends, spendings, log, logActivities, milestones, states, moves, agenda] =
    await Promise.all([
      listSpendsInForce(db, ids, moment),
      spendingOfProjects(db, ids, { ...moment, earlierOn }),
      listLogOfMonth(db, ids, days),
      listLogActivitiesOfMonth(db, ids, days),
      listMilestonesOfMonth(db, ids, asOf),
      listStatesOfMilestones(db, ids),
      listMovesOfMilestones(db, ids),
      listAgenda(db, ahead),
    ]);
  return {
    ...{ projects, indicators, values, activities, percents, statuses, spends },
    spendings,
    ...{ log, logActivities, milestones, states, moves, agenda },
  };
}

/** Gives each project its own rows, each of them looked at once. */
function sortedByProject(
  rows: Rows,
  details: (projectId: number) => Material["details"],
  moment: Moment,
): (project: ProjectOfMonth) => Material {
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
    spendings: groupedBy(rows.spendings, ({ projectId }) => projectId),
    log: groupedBy(rows.log, ({ projectId }) => projectId),
    logActivities: groupedBy(rows.logActivities, ({ entryId }) => projectOfEntry.get(entryId)),
    milestones: groupedBy(milestonesThen(rows, moment), ({ id }) => placeOf.get(id)),
    agenda: groupedBy(
      rows.agenda.filter(({ objectType }) => objectType !== "milestone"),
      ({ projectId }) => projectId,
    ),
  };
  return (project) => {
    const own = <Row>(rows: Map<number | undefined, Row[]>): Row[] => rows.get(project.id) ?? [];
    return {
      project,
      indicators: own(by.indicators),
      values: own(by.values),
      activities: own(by.activities),
      percents: own(by.percents),
      statuses: own(by.statuses),
      spends: own(by.spends),
      spendings: own(by.spendings),
      log: own(by.log),
      logActivities: own(by.logActivities),
      milestones: own(by.milestones),
      agenda: own(by.agenda),
      details: details(project.id),
    };
  };
}
