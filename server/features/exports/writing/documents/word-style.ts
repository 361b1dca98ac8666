import type { Tone } from "./document.ts";

export const SOFT = "56616F";
export const ACCENT = "1D4F91";
export const COLOURS: Record<Tone | "ink" | "shade" | "line", string> = {
  green: "1B6B3A",
  yellow: "8F5E00",
  red: "B3261E",
  blue: "1D4F91",
  grey: "56616F",
  ink: "1C212B",
  shade: "EFF2F6",
  line: "D9DEE5",
};

/** For areas, which need not be read. */
export const FILLS: Record<Tone, string> = {
  green: "33995C",
  yellow: "DE9E1A",
  red: "C7382E",
  blue: "1F72B4",
  grey: "9EA8B5",
};

/** What lies between the margins, in twentieths of a point. */
export const INNER = 9_906;

/** Sizes of letters are told in halves of a point. */
export function half(points: number): number {
  return points * 2;
}
