import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { hoursOf } from "../../values/duration.ts";
import { countedMinutes, type SupportMinutes, type SupportRule, totalMinutes } from "./rules.ts";

export interface SupportWording {
  texts: Pick<Texts, "support">;
  formats: Formats;
}

/** `31,5 h` */
export function hoursText(minutes: number, { texts, formats }: SupportWording): string {
  return texts.support.hours(formats.number(hoursOf(minutes)));
}

export interface ThresholdBar {
  /** 0–100; null where there is no threshold. */
  percent: number | null;
  tone: "green" | "blue";
  label: string;
}

/** How far somebody is on the way to the threshold: `31/40 h`. */
export function thresholdBar(
  minutes: SupportMinutes,
  rule: SupportRule,
  wording: SupportWording,
): ThresholdBar {
  const { thresholdMinutes } = rule;
  if (thresholdMinutes === null) {
    return { percent: null, tone: "blue", label: hoursText(totalMinutes(minutes), wording) };
  }
  const counted = countedMinutes(minutes, rule);
  const { texts, formats } = wording;
  return {
    percent: percentOf(counted, thresholdMinutes),
    tone: counted >= thresholdMinutes ? "green" : "blue",
    label: texts.support.ofHours(
      formats.number(hoursOf(counted)),
      formats.number(hoursOf(thresholdMinutes)),
    ),
  };
}

/** Whole per cent; never the whole before it is reached. */
function percentOf(minutes: number, whole: number): number {
  if (minutes >= whole) return 100;
  return Math.max(0, Math.floor((minutes * 100) / whole));
}
