import type { Database } from "../../../../db/connection.ts";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import type { Moment } from "../../../../db/queries/facts.ts";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import { listRisksAt } from "../../../../db/queries/risk-assessments.ts";
import {
  countRisksByState,
  listRiskPlaces,
  listRisks,
  type RiskFilter,
  type RiskSort,
} from "../../../../db/queries/risk-list.ts";
import { nobody, parseOwnerKey } from "../../../values/owner.ts";
import type { RiskListView } from "./schema.ts";

interface Of {
  projectId: number;
  view: RiskListView;
  now: Moment;
}

/** One page of the list with the matrix and the choices around it; six queries. */
export async function loadRiskList(
  db: Database,
  { projectId, view, now }: Of,
  page: { limit: number; offset: number },
) {
  const filter = filterOf(projectId, view);
  const [risks, counts, places, activities, owners] = await Promise.all([
    listRisks(db, filter, { sort: sortOf(view), page }),
    countRisksByState(db, filter),
    listRiskPlaces(db, filter),
    listActivityNames(db, projectId),
    listPossibleOwners(db, projectId),
  ]);
  const previous = await previousScores(
    db,
    risks.map(({ id }) => id),
    now,
  );
  return { projectId, risks, counts, places, activities, owners, previous };
}

export type RiskList = Awaited<ReturnType<typeof loadRiskList>>;

/** Every risk of the view, for a workbook. */
export async function loadRiskLines(db: Database, { projectId, view, now }: Of) {
  const risks = await listRisks(db, filterOf(projectId, view), { sort: sortOf(view) });
  const ids = risks.map(({ id }) => id);
  const previous = await previousScores(db, ids, now);
  return risks.map((risk) => ({ ...risk, previousScore: previous.get(risk.id) ?? null }));
}

export type RiskLine = Awaited<ReturnType<typeof loadRiskLines>>[number];

/** What was thought of each before the assessment that stands. */
async function previousScores(db: Database, riskIds: number[], now: Moment) {
  const assessed = riskIds.length === 0 ? [] : await listRisksAt(db, { riskIds }, now);
  return new Map(assessed.map(({ riskId, previousScore }) => [riskId, previousScore]));
}

function filterOf(projectId: number, { state, activity, owner }: RiskListView): RiskFilter {
  return {
    projectId,
    state,
    activityId: activity === "" ? undefined : activity === "none" ? null : Number(activity),
    owner: owner === "nobody" ? nobody : parseOwnerKey(owner),
  };
}

function sortOf({ sort }: RiskListView): RiskSort {
  const by = sort.replace("-", "") as RiskSort["by"];
  return { by, isDescending: sort.startsWith("-") };
}
