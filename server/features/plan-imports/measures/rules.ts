/** Further lines of a measure, as recognition writes them and as people type them. */
const SUB_BULLET = /^[-–—◦]\s*/;
const BULLET = /^[•*▪·]\s*/;

/** Measures as a text to be edited, one a line; its sub-bullets below it. */
export function measuresText(measures: readonly string[]): string {
  return measures.map((one) => one.trim()).join("\n");
}

/** The measures of an edited text: a line that begins with a dash belongs to the measure above it. */
export function measuresIn(text: string): string[] {
  const measures: string[] = [];
  for (const typed of text.split("\n")) {
    const line = typed.trim();
    const above = measures.length - 1;
    if (line === "") continue;
    if (SUB_BULLET.test(line) && above >= 0)
      measures[above] = `${measures[above]}\n– ${line.replace(SUB_BULLET, "")}`;
    else measures.push(line.replace(BULLET, ""));
  }
  return measures;
}
