import { mapOf } from "./elements.ts";

/** Signs of fonts that hold pictures instead of letters, by their codes in the private area. */
const SIGNS = mapOf({
  F0B7: "•",
  F0A7: "▪",
  F06E: "▪",
  F06F: "☐",
  F0A8: "☐",
  F0FE: "☒",
  F0FC: "✓",
  F0D8: "➢",
  F02D: "–",
  F0E0: "→",
});

export function signOf(code: string): string {
  const known = SIGNS.get(code.toUpperCase());
  if (known !== undefined) return known;
  const point = Number.parseInt(code, 16);
  return Number.isNaN(point) || point > 0xffff ? "" : String.fromCharCode(point);
}
