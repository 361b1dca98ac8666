export const riskStates = ["open", "occurred", "closed"] as const;
export type RiskState = (typeof riskStates)[number];

/** Marks of probability and of impact, from the least on. */
export const marks = [1, 2, 3, 4, 5] as const;

export type RiskLevel = "low" | "medium" | "high";

interface Placed {
  probability: number;
  impact: number;
}

export function scoreOf({ probability, impact }: Placed): number {
  return probability * impact;
}

const MEDIUM_FROM = 5;
const HIGH_FROM = 15;

/** How grave a risk is by the product of its marks: from 5 medium, from 15 high. */
export function levelOf(placed: Placed): RiskLevel {
  const score = scoreOf(placed);
  if (score >= HIGH_FROM) return "high";
  return score >= MEDIUM_FROM ? "medium" : "low";
}

export type Trend = "worse" | "better" | "same";

/** Which way it went since the assessment before; null of a first one. */
export function trendOf(score: number, before: number | null): Trend | null {
  if (before === null) return null;
  if (score === before) return "same";
  return score > before ? "worse" : "better";
}
