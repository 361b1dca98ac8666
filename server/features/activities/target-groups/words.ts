import type { TargetGroup } from "../../../../db/queries/activity-target-groups.ts";
import type { Formats } from "../../../texts/formats.ts";

export function targetGroupLabel(group: TargetGroup, formats: Formats): string {
  return formats.language === "en" ? group.labelEn : group.labelCs;
}
