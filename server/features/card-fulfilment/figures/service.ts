import type { Database } from "../../../../db/connection.ts";
import type { Moment } from "../../../../db/queries/facts.ts";
import { type IndicatorOfMonth, listIndicatorsOfMonth } from "../../../../db/queries/months.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { moneyOfProjects, type ProjectMoney } from "../../drawdowns/together/service.ts";
import { listCountedValues } from "../../indicators/computing/service.ts";
import { indicatorsOn } from "../../months/figures/indicators/rules.ts";

/** What a project has come to on a day. Numbers of an indicator are scaled by its decimals. */
export interface ProjectFigures {
  projectId: number;
  money: ProjectMoney;
  indicators: (Pick<
    IndicatorOfMonth,
    | "id"
    | "code"
    | "name"
    | "unit"
    | "decimals"
    | "valueType"
    | "direction"
    | "target"
    | "targetText"
  > & { achieved: number | null; achievedText: string | null; fulfilmentBp: number | null })[];
}

/**
 * Money and indicators of projects true on a day as they were known at an instant, by the same rules as in
 * their months; the order of indicators is that of their project.
 */
export async function figuresOfProjects(
  db: Database,
  projectIds: readonly number[],
  moment: Moment,
): Promise<Map<number, ProjectFigures>> {
  if (projectIds.length === 0) return new Map();
  const [money, indicators, values] = await Promise.all([
    moneyOfProjects(db, projectIds, moment),
    listIndicatorsOfMonth(db, projectIds, moment.asOf),
    listCountedValues(db, { projectIds }, moment),
  ]);
  const directions = new Map(indicators.map(({ id, direction }) => [id, direction]));
  const own = groupedBy(indicators, ({ projectId }) => projectId);
  const valuesOf = groupedBy(values, ({ indicatorId }) => indicatorId);
  return new Map(
    [...money].map(([projectId, ofProject]) => {
      const rows = own.get(projectId) ?? [];
      const counted = rows.flatMap(({ id }) => valuesOf.get(id) ?? []);
      const shown = indicatorsOn(rows, counted, moment.on).map((one) => ({
        ...{ id: one.id, code: one.code, name: one.name, unit: one.unit, decimals: one.decimals },
        ...{ valueType: one.valueType, direction: directions.get(one.id) ?? ("up" as const) },
        ...{ target: one.target, targetText: one.targetText, achieved: one.achieved },
        ...{ achievedText: one.achievedText, fulfilmentBp: one.fulfilmentBp },
      }));
      return [projectId, { projectId, money: ofProject, indicators: shown }];
    }),
  );
}
