import type { Database } from "../../../../db/connection.ts";
import type { Moment } from "../../../../db/queries/facts.ts";
import {
  type ApprovedVersion,
  type LineOfVersion,
  type LineSpending,
  listApprovedVersions,
  listLinesOfVersions,
  sumSpendingByLine,
} from "../../../../db/queries/spending.ts";
import { groupedBy } from "../../../values/grouped.ts";
import type { Halere } from "../../../values/money.ts";
import { flatRatesOf, recordedTogether } from "../rules.ts";

/** What a project has spent by a day, flat rates included; there only once it has eligible expenditure. */
export interface Spending {
  projectId: number;
  on: string;
  spentHalere: Halere;
  /** The day of the last expenditure. */
  validOn: string;
}

/**
 * The spending of many projects on a day and on an earlier one, as `drawdownAt` says it of one: three queries
 * for all of them, one while nobody has any.
 */
export async function spendingOfProjects(
  db: Database,
  projectIds: readonly number[],
  moment: Moment & { earlierOn: string },
): Promise<Spending[]> {
  const sums = await sumSpendingByLine(db, projectIds, moment);
  if (sums.length === 0) return [];
  const ids = [...new Set(sums.map(({ projectId }) => projectId))];
  const versions = await listApprovedVersions(db, ids, moment);
  const lineIds = sums.flatMap(({ budgetLineId }) => budgetLineId ?? []);
  const lines = await listLinesOfVersions(db, {
    versionIds: [...new Set(versions.map(({ versionId }) => versionId))],
    lineIds: [...new Set(lineIds)],
  });
  const of = {
    versions: groupedBy(versions, ({ projectId }) => projectId),
    lines: groupedBy(lines, ({ versionId }) => versionId),
  };
  const days = [moment.earlierOn, moment.on];
  return [...groupedBy(sums, ({ projectId }) => projectId)].flatMap(([projectId, own]) =>
    days.flatMap((on) => {
      const counted = on === moment.on ? own : own.filter(({ isEarlier }) => isEarlier);
      const version = versionOn(of.versions.get(projectId) ?? [], on);
      const spent = spentOf(counted, of.lines.get(version?.versionId ?? 0) ?? []);
      return spent ? [{ projectId, on, ...spent }] : [];
    }),
  );
}

function versionOn(versions: readonly ApprovedVersion[], on: string): ApprovedVersion | undefined {
  return versions.findLast(({ validOn }) => validOn <= on);
}

function spentOf(sums: readonly LineSpending[], lines: readonly LineOfVersion[]) {
  const lineOf = new Map(lines.map((line) => [line.budgetLineId, line]));
  const recorded = recordedTogether(
    sums.map((sum) => {
      const line = lineOf.get(sum.budgetLineId ?? 0);
      return { ...sum, category: line?.category ?? null, isStaff: line?.isStaff ?? false };
    }),
  );
  if (recorded.lastOn === null) return undefined;
  const rates = lines.flatMap(({ flatRateKind: kind, flatRateBp: rateBp }) =>
    kind === null || rateBp === null ? [] : [{ kind, rateBp }],
  );
  const spentHalere = recorded.direct + flatRatesOf(rates, recorded);
  return { spentHalere, validOn: recorded.lastOn };
}
