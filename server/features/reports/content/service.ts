import type { Database } from "../../../../db/connection.ts";
import {
  listReportActivities,
  listReportIndicators,
  type ReportActivity,
  type ReportIndicator,
} from "../../../../db/queries/report-parts.ts";
import { findLastReportSubmission } from "../../../../db/queries/report-submissions.ts";
import { listReportTexts, type ReportText } from "../../../../db/queries/report-texts.ts";
import type { Report } from "../../../../db/queries/reports.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { ActivityChip } from "../drafting/chips.ts";
import type { ReportFigures } from "../drafting/figures.ts";
import { loadReportDraft } from "../drafting/service.ts";
import { countedLength, type Place, placesOf } from "../places.ts";
import { isFrozen } from "../rules.ts";
import { limitsOf, type RuledProject } from "./limits.ts";
import { plainText, type Standing, standingText } from "./rules.ts";
import type { SubmittedFacts, TextLimits } from "./submitted.ts";

/** One field of the report with what stands in it. */
export interface Field extends Place, Standing {
  /** As the official form counts it. */
  length: number;
  /** The draft as it is now; of a frozen report the text itself. */
  draft: string;
  /** What is stored of it; undefined while it is only a draft or frozen. */
  kept: ReportText | undefined;
}

export interface ReportContent {
  activities: ReportActivity[];
  indicators: ReportIndicator[];
  limits: TextLimits;
  /** Every field in the official order. */
  fields: Field[];
  figures: ReportFigures;
  /** How each key activity stands beside what was handed in before. */
  chips: Map<number, ActivityChip>;
  /** What was handed in, where the report stands as it was handed in. */
  submitted: SubmittedFacts | null;
}

/** What stands in the report: as it was handed in, or as it is being written today. */
export async function loadContent(
  db: Database,
  report: Report,
  project: RuledProject,
  today: CalendarDate,
): Promise<ReportContent> {
  if (isFrozen(report.state)) {
    const last = await findLastReportSubmission(db, report.id);
    if (last) return frozenContent(JSON.parse(last.facts) as SubmittedFacts);
  }
  return writtenContent(db, report, project, today);
}

/** The report as it is being written, whatever was handed in of it. */
export async function writtenContent(
  db: Database,
  report: Report,
  project: RuledProject,
  today: CalendarDate,
): Promise<ReportContent> {
  const { id: projectId } = project;
  // One after another: a transaction has one connection.
  const activities = await listReportActivities(db, projectId);
  const indicators = await listReportIndicators(db, projectId);
  const texts = await listReportTexts(db, report.id);
  const limits = await limitsOf(db, project);
  const order = { projectId, periodId: report.periodId, reportId: report.id, today };
  const { language } = report;
  const drafted = await loadReportDraft(db, { ...order, language, limit: limits.most });
  const kept = new Map(texts.map((text) => [text.place, text]));
  const fields = placesOf(idsOf({ activities, indicators })).map((place) => {
    const text = kept.get(place.place);
    const draft = plainText(drafted.texts.get(place.place) ?? "");
    return fieldAt(place, { ...standingText(text, draft), draft, kept: text }, limits);
  });
  const { figures, chips } = drafted;
  return { activities, indicators, limits, fields, figures, chips, submitted: null };
}

export function frozenContent(submitted: SubmittedFacts): ReportContent {
  const { activities, indicators, limits } = submitted;
  const bodies = new Map(submitted.texts.map(({ place, body }) => [place, body]));
  const fields = placesOf(idsOf(submitted)).map((place) => {
    const body = bodies.get(place.place) ?? "";
    const standing = { body, source: "frozen" as const, newer: null };
    return fieldAt(place, { ...standing, draft: body, kept: undefined }, limits);
  });
  const chips = new Map(submitted.chips);
  return {
    ...{ activities, indicators, limits, fields, figures: submitted.figures, chips },
    submitted,
  };
}

function fieldAt(
  place: Place,
  standing: Omit<Field, keyof Place | "length">,
  { newlineLength }: TextLimits,
): Field {
  return { ...place, ...standing, length: countedLength(standing.body, newlineLength) };
}

function idsOf({ activities, indicators }: Pick<ReportContent, "activities" | "indicators">) {
  return {
    activityIds: activities.map(({ id }) => id),
    indicatorIds: indicators.map(({ id }) => id),
  };
}
