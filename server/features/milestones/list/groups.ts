import type { MilestoneGrouping, MilestoneLine } from "../../../../db/queries/milestone-list.ts";
import { monthOf } from "../../../values/month.ts";
import { codeOfActivity, type Wording } from "../words.ts";

/** What rows of one group share, as the counts of groups name it. */
export function groupKeyOf(row: MilestoneLine, group: MilestoneGrouping): string {
  if (group === "kind") return row.kind;
  if (group === "month") return monthOf(row.dueOn);
  return group === "activity" ? String(row.activityId ?? "") : "";
}

/** The heading of the row's group; null where nothing is grouped. */
export function groupTitle(
  row: MilestoneLine,
  group: MilestoneGrouping,
  { texts, formats }: Wording,
): string | null {
  const { milestones } = texts;
  if (group === "none") return null;
  if (group === "kind") return milestones.groupsOfKind[row.kind];
  if (group === "month") return formats.monthName(monthOf(row.dueOn));
  const code = codeOfActivity(row);
  return code === null ? milestones.withoutActivity : `${code} ${row.activityTitle}`;
}
