import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { countedMinutes, type SupportMinutes, type SupportRule, totalMinutes } from "./rules.ts";

export interface SupportWording {
  texts: Pick<Texts, "support">;
  formats: Formats;
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
    return { percent: null, tone: "blue", label: wording.formats.hours(totalMinutes(minutes)) };
  }
  const counted = countedMinutes(minutes, rule);
  const { texts, formats } = wording;
  return {
    percent: percentOf(counted, thresholdMinutes),
    tone: counted >= thresholdMinutes ? "green" : "blue",
    label: texts.support.ofHours(formats.hourCount(counted), formats.hourCount(thresholdMinutes)),
  };
}

/** Whole per cent; never the whole before it is reached. */
function percentOf(minutes: number, whole: number): number {
  if (minutes >= whole) return 100;
  return Math.max(0, Math.floor((minutes * 100) / whole));
}
