import type { ReportActivity, ReportIndicator } from "../../../db/queries/report-parts.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Pill } from "../../web/health-pill.ts";
import { activityCode } from "../activities/rules.ts";
import { indicatorTitle } from "../indicators/words.ts";
import type { ActivityChip } from "./drafting/chips.ts";
import type { Place } from "./places.ts";
import type { ReportState } from "./rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

export type Words = Pick<Wording, "texts" | "formats">;

const LOOKS: Record<ReportState, Pick<Pill, "tone" | "icon">> = {
  draft: { tone: "grey", icon: "pencil" },
  checking: { tone: "blue", icon: "eye" },
  ready: { tone: "blue", icon: "checklist" },
  submitted: { tone: "blue", icon: "send" },
  returned: { tone: "yellow", icon: "arrow-back-up" },
  accepted: { tone: "green", icon: "circle-check" },
};

export function reportPill(state: ReportState, { reports }: Texts): Pill {
  return { ...LOOKS[state], label: reports.states[state] };
}

const CHIP_TONES: Record<ActivityChip, Pill["tone"]> = {
  done: "green",
  unchanged: "grey",
  changed: "yellow",
};

export function chipPill(chip: ActivityChip, { texts }: Words): Pick<Pill, "tone" | "label"> {
  return { tone: CHIP_TONES[chip], label: texts.reportFigures.chips[chip] };
}

/** `Zpráva o realizaci č. 2` */
export function reportName({ number }: { number: number }, { texts, formats }: Words): string {
  return texts.reports.nameOf(formats.number(number));
}

/** `2. období, 1. 11. 2025 – 30. 4. 2026` */
export function periodOfReport(
  report: { periodNumber: number; startsOn: CalendarDate; endsOn: CalendarDate },
  { texts, formats }: Words,
): string {
  const span = formats.dateRange(report.startsOn, report.endsOn);
  return texts.reports.periodOf(formats.number(report.periodNumber), span);
}

/** What the fields of a report belong to. */
export interface Owners {
  activities: readonly ReportActivity[];
  indicators: readonly ReportIndicator[];
}

/** `KA4 Vzdělávání`, `600 000 Účastníci`; null of a field that belongs to the whole report. */
export function ownerName(place: Place, { activities, indicators }: Owners): string | null {
  const activity = activities.find(({ id }) => id === place.activityId);
  if (activity) return `${activityCode({ ...activity, parentNumber: null })} ${activity.title}`;
  const indicator = indicators.find(({ id }) => id === place.indicatorId);
  return indicator ? indicatorTitle(indicator) : null;
}

/** `KA4 Vzdělávání: Co se v období uskutečnilo` */
export function placeName(place: Place, owners: Owners, { texts }: Words): string {
  const { parts, sections, partHeading } = texts.reportTexts;
  const owner = ownerName(place, owners) ?? sections[place.section];
  return partHeading(owner, parts[place.part]);
}
