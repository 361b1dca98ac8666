import { linesOf } from "../lettering.ts";
import type { FactsBlock } from "./document.ts";
import { heightOf, INK, MARGIN, need, type Pen, put, rule, SOFT, WIDE } from "./pen.ts";

const LABELS = 112;
const GAP = 10;
const PADDING = 2.5;

/** Labels on the left, texts beside them; each begins below a thin line. */
export function drawFacts(pen: Pen, { items }: FactsBlock): void {
  const { cell, smallStrong } = pen.letters;
  const height = heightOf(cell);
  for (const { label, text, isSoft } of items) {
    const labels = linesOf(label, smallStrong, LABELS);
    const texts = linesOf(text, cell, WIDE - LABELS - GAP);
    need(pen, height + 2 * PADDING);
    rule(pen, pen.y);
    pen.y -= PADDING;
    for (let at = 0; at < Math.max(labels.length, texts.length); at += 1) {
      need(pen, height);
      pen.y -= height;
      put(pen, smallStrong, labels[at] ?? "", { x: MARGIN, y: pen.y, color: SOFT });
      const x = MARGIN + LABELS + GAP;
      put(pen, cell, texts[at] ?? "", { x, y: pen.y, color: isSoft ? SOFT : INK });
    }
    pen.y -= PADDING;
  }
  pen.y -= 4;
}
