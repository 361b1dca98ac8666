const SUB_BULLET = /^[–—-]\s+/;
const BULLET = /^[•▪●*]\s*/;

/** Measures as they are typed, each on a line of its own; a line with a dash belongs to the one above. */
export function measuresOf(typed: string): string[] {
  const measures: string[] = [];
  for (const line of typed.split("\n").map((one) => one.trim())) {
    const last = measures.length - 1;
    if (line === "") continue;
    if (SUB_BULLET.test(line) && last >= 0) measures[last] += `\n– ${line.replace(SUB_BULLET, "")}`;
    else measures.push(line.replace(BULLET, ""));
  }
  return measures.filter((text) => text !== "");
}
