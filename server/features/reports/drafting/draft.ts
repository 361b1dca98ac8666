import { formatsFor } from "../../../texts/formats.ts";
import { type Language, type Texts, textsFor } from "../../../texts/index.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { hoursOf } from "../../../values/duration.ts";
import { foldText } from "../../../values/fold.ts";
import type { Digest } from "./digest.ts";
import type { ReportFigures } from "./figures.ts";
import type { Line } from "./fitting.ts";
import type { Material } from "./material.ts";
import { firstSentence, type KeyActivity, sentenceOf } from "./rules.ts";

/** What every chapter is written from. */
export interface Draft {
  material: Material;
  digest: Digest;
  figures: ReportFigures;
  words: Words;
}

export type Words = ReturnType<typeof wordsFor>;

/** Texts and formats of the language a report is written in. */
export function wordsFor(language: Language) {
  const texts: Texts = textsFor(language);
  const formats = formatsFor(language);
  const drafts = texts.reportDrafts;
  const hoursIn = (noun: "hour" | "hourGenitive" | "hourAccusative") => (minutes: number) =>
    drafts.counted(noun, hoursOf(minutes), formats.hourCount(minutes));
  return {
    language,
    texts,
    formats,
    drafts,
    hours: hoursIn("hour"),
    /** "In the extent of", "lowered by": other cases in Czech. */
    rangeOf: hoursIn("hourGenitive"),
    byHours: hoursIn("hourAccusative"),
    ofSupport: (minutes: number) => drafts.done.hours(hoursOf(minutes), formats.hourCount(minutes)),
    percent: (percent: number) => formats.percent(percent * 100),
    days: (from: CalendarDate, to: CalendarDate) => formats.dateRange(from, to),
  };
}

interface Named {
  kindCode: string;
  kindLabelCs: string;
  kindLabelEn: string;
  title: string;
  isConfidential: boolean;
}

/** The kind of an event as somebody named it. */
export function labelOf(event: Named, { language }: Words): string {
  return language === "cs" ? event.kindLabelCs : event.kindLabelEn;
}

/** `Školení „Krizová intervence“`; of a confidential one only its kind, as everywhere that many read. */
export function eventName(event: Named, words: Words): string {
  const { drafts } = words;
  const kind = drafts.kindName(event.kindCode, labelOf(event, words));
  if (event.isConfidential) return drafts.done.event(kind, "").trim();
  const says = foldText(event.title).startsWith(foldText(kind));
  return says ? event.title : drafts.done.event(kind, drafts.quoted(event.title));
}

/** Counted by kind, the most frequent first. */
export function byKind(events: readonly Named[], words: Words) {
  const kinds = new Map<string, { code: string; label: string; n: number }>();
  for (const event of events) {
    const known = kinds.get(event.kindCode) ?? {
      ...{ code: event.kindCode, label: labelOf(event, words), n: 0 },
    };
    kinds.set(event.kindCode, { ...known, n: known.n + 1 });
  }
  return [...kinds.values()].toSorted((a, b) => b.n - a.n);
}

/** `a, b, c`: parts of a line; what is missing leaves no trace. */
export function listed(parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(", ");
}

/** Something somebody wrote, as a line of a list: whole, or its first sentence where there is little room. */
export function lineOf(text: string, weight = 0): Line {
  const whole = sentenceOf(text);
  return { text: whole, short: firstSentence(whole), weight };
}

/** One paragraph of sentences. */
export function paragraph(parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(" ");
}

export function titleOf({ code, title }: KeyActivity): string {
  return `${code} ${title}`;
}
