import type { ReportActivity, ReportIndicator } from "../../../../db/queries/report-parts.ts";
import type { ReportLanguage } from "../../../../db/queries/reports.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { ActivityChip } from "../drafting/chips.ts";
import type { ReportFigures } from "../drafting/figures.ts";

/** How long a field may be and how a new line counts, by the rules that bind the project. */
export interface TextLimits {
  most: number;
  /** The writer is warned from so many characters. */
  warnFrom: number;
  newlineLength: number;
}

/**
 * What is handed in, as it is frozen: nothing that is shown of a submitted report is read from anywhere
 * else. Fields are only ever added, so that what was frozen long ago can be shown.
 */
export interface SubmittedFacts {
  project: { title: string; shortName: string; registrationNumber: string | null };
  report: {
    number: number;
    periodNumber: number;
    startsOn: CalendarDate;
    endsOn: CalendarDate;
    language: ReportLanguage;
    fileNumber: string | null;
  };
  limits: TextLimits;
  activities: ReportActivity[];
  indicators: ReportIndicator[];
  texts: { place: string; body: string }[];
  figures: ReportFigures;
  chips: [activityId: number, chip: ActivityChip][];
}
