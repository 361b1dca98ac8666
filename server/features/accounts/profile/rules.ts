import type { Preferences } from "../../../../db/queries/users.ts";

/** Preferences as the form holds them. */
export function preferenceValues(stored: Preferences & { version: number }) {
  return {
    name: stored.name,
    language: stored.language,
    theme: stored.theme,
    hasShortcuts: String(stored.hasShortcuts),
    version: String(stored.version),
  };
}

const BROWSERS: [RegExp, string][] = [
  [/\bEdg(A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/Windows/, "Windows"],
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** Browser and system by which people recognise their device: `Firefox, Windows`. */
export function nameOfAgent(agent: string | null): string | undefined {
  if (!agent) return undefined;
  const nameIn = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1];
  const known = [nameIn(BROWSERS), nameIn(SYSTEMS)].filter((name) => name !== undefined);
  return known.length === 0 ? undefined : known.join(", ");
}
