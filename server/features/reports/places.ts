/** Sections of an implementation report in the order of the screens of IS KP21+. */
export const sections = [
  "identification",
  "progress",
  "problems",
  "activities",
  "target-group",
  "indicators",
  "horizontal-principles",
  "publicity",
  "procurement",
  "income",
  "inspections",
  "declarations",
  "documents",
] as const;
export type Section = (typeof sections)[number];

/** Whose each field of a section is: the report's, or one for every activity or indicator. */
export type Per = "report" | "activity" | "indicator";

interface SectionParts {
  per: Per;
  parts: readonly string[];
}

/** Fields of each section, in the order in which they are copied out. */
export const partsOf = {
  identification: { per: "report", parts: ["contact"] },
  progress: { per: "report", parts: ["description"] },
  problems: { per: "report", parts: ["problem", "solution"] },
  activities: { per: "activity", parts: ["done", "purpose", "outputs", "deviations", "plan"] },
  "target-group": { per: "report", parts: ["description"] },
  indicators: { per: "indicator", parts: ["comment"] },
  "horizontal-principles": {
    per: "report",
    parts: ["equal-opportunities", "gender-equality"],
  },
  publicity: { per: "report", parts: ["description"] },
  procurement: { per: "report", parts: ["description"] },
  income: { per: "report", parts: ["description"] },
  inspections: { per: "report", parts: ["description"] },
  declarations: { per: "report", parts: ["statement"] },
  documents: { per: "report", parts: ["list"] },
} as const satisfies Record<Section, SectionParts>;

export type Part = (typeof partsOf)[Section]["parts"][number];

/** One field of the official form. */
export interface Place {
  /** `problems/problem`, `activities/12/done`, `indicators/7/comment`. */
  place: string;
  section: Section;
  part: Part;
  activityId: number | null;
  indicatorId: number | null;
}

/** Ids in the order in which the official form lists them. */
export interface PlacesOf {
  activityIds: readonly number[];
  indicatorIds: readonly number[];
}

/** The name of a field; `id` is that of the activity or of the indicator it belongs to. */
export function placeOf(section: Section, part: Part, id?: number): string {
  return id === undefined ? `${section}/${part}` : `${section}/${id}/${part}`;
}

/** Every field of a report, in the official order: that of copying, printing and checking. */
export function placesOf(ids: PlacesOf): Place[] {
  return sections.flatMap((section) => placesOfSection(section, ids));
}

function placesOfSection(section: Section, ids: PlacesOf): Place[] {
  const { per, parts } = partsOf[section];
  if (per === "report")
    return parts.map((part) => ({
      place: placeOf(section, part),
      section,
      part,
      activityId: null,
      indicatorId: null,
    }));
  const owners = per === "activity" ? ids.activityIds : ids.indicatorIds;
  return owners.flatMap((id) =>
    parts.map((part) => ({
      place: placeOf(section, part, id),
      section,
      part,
      activityId: per === "activity" ? id : null,
      indicatorId: per === "indicator" ? id : null,
    })),
  );
}

/** Places that a report may do without: a period may bring no problem, income or inspection. */
export const optionalPlaces: ReadonlySet<string> = new Set([
  "problems/problem",
  "problems/solution",
  "procurement/description",
  "income/description",
  "inspections/description",
]);

/** How long a field may be, unless the rule `report-text-limit` says otherwise. */
export const TEXT_LIMIT = 2_000;
/** A count from which the writer is warned: the official form counts a new line as two. */
export const WARN_WITHIN = 50;
/** How many characters a new line counts for, unless the rule `report-newline-length` says otherwise. */
export const NEWLINE_LENGTH = 2;

/** Characters as IS KP21+ counts them: whatever is written as \r\n, \r or \n is one new line. */
export function countedLength(text: string, newlineLength: number = NEWLINE_LENGTH): number {
  const lines = text.split(/\r\n|\r|\n/);
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  return characters + (lines.length - 1) * newlineLength;
}
