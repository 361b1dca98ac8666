import { type Id, project } from "./roots.ts";

const indicator = (id: Id, indicatorId: Id) => `${project(id)}/indicators/${indicatorId}`;

/** Addresses of indicators, their targets and values. */
export const indicatorPaths = {
  indicators: (id: Id) => `${project(id)}/indicators`,
  newIndicator: (id: Id) => `${project(id)}/indicators/new`,
  indicatorOrder: (id: Id) => `${project(id)}/indicators/order/edit`,
  monthValues: (id: Id) => `${project(id)}/indicators/values`,
  newMonthValues: (id: Id) => `${project(id)}/indicators/values/new`,
  indicator,
  editIndicator: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/edit`,
  indicatorPosition: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/position`,
  indicatorArchive: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/archive`,
  indicatorRestoration: (id: Id, indicatorId: Id) =>
    `${indicator(id, indicatorId)}/archive/restoration`,
  indicatorFacts: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/facts`,
  indicatorTargets: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/targets`,
  editIndicatorTargets: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/targets/edit`,
  indicatorValues: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/values`,
  newIndicatorValue: (id: Id, indicatorId: Id) => `${indicator(id, indicatorId)}/values/new`,
  valueCorrection: (id: Id, indicatorId: Id, valueId: Id) =>
    `${indicator(id, indicatorId)}/values/${valueId}/correction`,
  newValueCorrection: (id: Id, indicatorId: Id, valueId: Id) =>
    `${indicator(id, indicatorId)}/values/${valueId}/correction/new`,
};
