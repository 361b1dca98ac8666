import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Pill } from "../../web/health-pill.ts";
import { levelOf, type RiskLevel, type RiskState, scoreOf, type Trend } from "./rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

interface Placed {
  probability: number;
  impact: number;
}

const TONES: Record<RiskLevel, Pill["tone"]> = { low: "green", medium: "yellow", high: "red" };

export function levelTone(placed: Placed): Pill["tone"] {
  return TONES[levelOf(placed)];
}

/** `vysoké, 20`: never told by colour alone. */
export function levelPill(placed: Placed, { texts, formats }: Wording): Pill {
  const { levels, levelOf: words } = texts.risks;
  const label = words(levels[levelOf(placed)], formats.number(scoreOf(placed)));
  return { tone: levelTone(placed), label };
}

const STATES: Record<RiskState, Pick<Pill, "tone" | "icon">> = {
  open: { tone: "blue", icon: "eye" },
  occurred: { tone: "red", icon: "alert-octagon" },
  closed: { tone: "grey", icon: "circle-check" },
};

export function statePill(state: RiskState, { risks }: Texts): Pill {
  return { ...STATES[state], label: risks.states[state] };
}

const ARROWS: Record<Trend, string> = {
  worse: "trending-up",
  better: "trending-down",
  same: "arrow-right",
};

export interface TrendMark {
  icon: string;
  label: string;
  isWorse: boolean;
}

/** An arrow with its words; null of a first assessment. */
export function trendMark(
  trend: Trend | null,
  before: number | null,
  { texts, formats }: Wording,
): TrendMark | null {
  if (trend === null || before === null) return null;
  const { trends, trendFrom } = texts.risks;
  const word = trends[trend];
  const label = trend === "same" ? word : trendFrom(word, formats.number(before));
  return { icon: ARROWS[trend], label, isWorse: trend === "worse" };
}

/** `3 – střední` */
export function markText(mark: number, words: readonly string[], { texts, formats }: Wording) {
  return texts.risks.mark(formats.number(mark), words[mark - 1] ?? "");
}
