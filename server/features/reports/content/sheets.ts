import type { ReportActivity } from "../../../../db/queries/report-parts.ts";
import { paths } from "../../../paths.ts";
import { activityCode } from "../../activities/rules.ts";
import { type Section, sections } from "../places.ts";
import type { Words } from "../words.ts";
import type { Field, ReportContent } from "./service.ts";

/** Fields that are written on one page: those of a section, or of one key activity. */
export interface Sheet {
  section: Section;
  activity: ReportActivity | null;
  fields: Field[];
}

/** The pages of a report in the official order; a section of which the project has nothing has none. */
export function sheetsOf({ activities, fields }: ReportContent): Sheet[] {
  return sections
    .flatMap((section): Sheet[] => {
      const own = fields.filter((field) => field.section === section);
      if (section !== "activities") return [{ section, activity: null, fields: own }];
      return activities.map((activity) => ({
        section,
        activity,
        fields: own.filter(({ activityId }) => activityId === activity.id),
      }));
    })
    .filter(({ fields: own }) => own.length > 0);
}

export function isSameSheet(
  one: Pick<Sheet, "section" | "activity">,
  other: Pick<Sheet, "section" | "activity">,
): boolean {
  return one.section === other.section && one.activity?.id === other.activity?.id;
}

/** By what remarks on a sheet are kept: `progress`, `activities/12`. */
export function sheetKey({ section, activity }: Pick<Sheet, "section" | "activity">): string {
  return activity ? `${section}/${activity.id}` : section;
}

/** The sheet on which a field is written. */
export function sheetOfField(sheets: readonly Sheet[], { place }: Field): Sheet | undefined {
  return sheets.find(({ fields }) => fields.some((field) => field.place === place));
}

export function sheetHref(
  { projectId, id }: { projectId: number; id: number },
  { section, activity }: Pick<Sheet, "section" | "activity">,
): string {
  return activity
    ? paths.reportActivity(projectId, id, activity.id)
    : paths.reportSection(projectId, id, section);
}

/** `KA4 Vzdělávání`, `Publicita` */
export function sheetName(
  { section, activity }: Pick<Sheet, "section" | "activity">,
  { texts }: Words,
): string {
  if (!activity) return texts.reportTexts.sections[section];
  return `${activityCode({ ...activity, parentNumber: null })} ${activity.title}`;
}
