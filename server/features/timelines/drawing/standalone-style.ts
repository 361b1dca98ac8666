const PAGE_PART = "/* 3 Page";

/** A drawing to be saved: the printed `file` rendition with the style that it needs by itself. */
export function standaloneFile(svg: string, css: string): string {
  return svg.replace(/>/, () => `><style>${standaloneStyle(css)}</style>`);
}

/**
 * From the text of timeline.css: marks and texts without the rules of the page, in plain light colours,
 * since programs that open the file know no variables.
 */
export function standaloneStyle(css: string): string {
  const end = css.indexOf(PAGE_PART);
  if (end < 0) throw new Error(`timeline.css has lost its part "${PAGE_PART}"`);
  const drawing = css.slice(0, end).replace(/\/\*.*?\*\//gs, "");
  const declaration = /(--timeline-[\w-]+):\s*light-dark\(([^,]+),[^)]+\);/g;
  const colours = new Map(
    [...drawing.matchAll(declaration)].map(([, name, light]) => [name, light?.trim()]),
  );
  return drawing
    .replace(declaration, "")
    .replace(/var\((--timeline-[\w-]+)\)/g, (_, name: string) => {
      const colour = colours.get(name);
      if (!colour) throw new Error(`timeline.css has no colour ${name}`);
      return colour;
    })
    .replace(/[\w.]+\s*\{\s*\}/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
