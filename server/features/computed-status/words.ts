import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { type CalendarDate, daysBetween } from "../../values/calendar-date.ts";
import { type BasisPoints, WHOLE } from "../../values/percent.ts";
import { healthPill, type Pill } from "../../web/health-pill.ts";
import {
  type ComputedStatus,
  computedStatus,
  type Figures,
  figureOfMeasured,
  type Measured,
  neededEachMonth,
  type Pace,
  paceOf,
} from "./rules.ts";
import type { EarlierFigures } from "./service.ts";

const DAYS_OF_MONTH = 30;

/** An indicator whose missing units say more than points: `Do cíle indikátoru 600 000 zbývá 63 (osoby)`. */
export interface MissingUnits {
  name: string;
  unit: string;
  /** Whole units. */
  missing: number;
}

export interface StatusQuestion {
  figures: Figures;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  earlier: EarlierFigures | undefined;
  missing?: MissingUnits | undefined;
}

export interface ShownStatus {
  label: string;
  pill: Pill;
  /** Why, and what pace is needed. */
  sentence: string;
}

interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

/** The computed status with the sentences that say why and what pace it takes. */
export function shownStatus(question: StatusQuestion, wording: Wording): ShownStatus {
  const { texts, today } = wording;
  const { label, notBegun } = texts.computedStatus;
  if (today < question.startsOn)
    return { label, pill: healthPill(null, texts), sentence: notBegun };
  const status = computedStatus(question.figures);
  const sentence = sentencesOf(question, status, wording).join(" ");
  return { label, pill: healthPill(status.signal, texts), sentence };
}

function sentencesOf(question: StatusQuestion, status: ComputedStatus, wording: Wording): string[] {
  const { figures } = question;
  const { texts, formats, today } = wording;
  const words = texts.computedStatus;
  const measured = status.behind ?? lowest(figures);
  if (measured === null) return [words.unknown];
  const value = figureOfMeasured(figures, measured) ?? 0;
  const late =
    figures.overdue > 0 ? [words.overdue(figures.overdue, formats.number(figures.overdue))] : [];
  if (today > question.endsOn)
    return [`${words.measured[measured]}: ${formats.percent(value)}.`, ...late];
  const time = formats.percent(figures.timeBp);
  const first =
    status.behind === null
      ? words.keepsPace(time)
      : words.behind[measured](formats.percent(value), time);
  return [first, ...paceWords(question, { measured, value }, wording), ...late];
}

/** The figure that is furthest from its whole: what there is to tell of when nothing lags. */
function lowest(figures: Figures): Measured | null {
  const all: Measured[] = ["indicators", "physical", "spent"];
  return all.reduce<Measured | null>((found, one) => {
    const value = figureOfMeasured(figures, one);
    if (value === null) return found;
    const least = found === null ? null : figureOfMeasured(figures, found);
    return least === null || value < least ? one : found;
  }, null);
}

function paceWords(
  question: StatusQuestion,
  shown: { measured: Measured; value: BasisPoints },
  wording: Wording,
): string[] {
  const { earlier, endsOn } = question;
  const { formats, today } = wording;
  const words = wording.texts.computedStatus;
  const before = earlier?.figures[shown.measured];
  if (!earlier || before === null || before === undefined) return [];
  const days = { before: earlier.on, now: today, end: endsOn };
  const pace = paceOf({ nowBp: shown.value, beforeBp: before }, days);
  if (!pace) return [];
  if (pace.perMonthBp > 0 && pace.atEndBp >= WHOLE) return [words.reaches];
  const months = Math.max(1, Math.round(daysBetween(earlier.on, today) / DAYS_OF_MONTH));
  const led =
    pace.perMonthBp > 0 ? words.pace(months, formats.percent(pace.atEndBp)) : words.stands(months);
  return shown.value >= WHOLE ? [] : [led, ...neededWords(question, { ...shown, pace }, wording)];
}

/** What it takes: whole units of an indicator where they are known, else points. */
function neededWords(
  { missing, endsOn }: StatusQuestion,
  { measured, pace }: { measured: Measured; pace: Pace },
  { texts, formats, today }: Wording,
): string[] {
  const words = texts.computedStatus;
  if (pace.neededPerMonthBp === null) return [];
  const each = missing && neededEachMonth(missing.missing, { now: today, end: endsOn });
  if (measured === "indicators" && missing && each !== undefined) {
    const count = formats.number(missing.missing);
    return [words.needsUnits(missing.name, count, missing.unit, formats.number(each))];
  }
  // A tenth of a point is fine enough.
  const points = (bp: BasisPoints) => formats.scaled(Math.round(bp / 10), 1);
  return [words.needsPoints(points(pace.neededPerMonthBp), points(Math.max(0, pace.perMonthBp)))];
}
