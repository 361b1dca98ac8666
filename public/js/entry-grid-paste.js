// What a spreadsheet puts on the clipboard: rows of cells divided by tabs, quoted where they hold a line break.

const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g;

export function pastedCells(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.replace(/[\r\n]+$/, "").matchAll(CELL)) {
    rows.at(-1).push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  return rows;
}

/** A number as Excel shows it, ready to be typed: without a sign of per cent and zeros nobody asked for. */
export function pastedNumber(text, decimals) {
  const bare = text.replace(/\s*%$/, "");
  const [, whole, separator, fraction = ""] = /^(.*)([.,])(\d+)$/.exec(bare) ?? [];
  const kept = fraction.replace(/0+$/, "");
  if (fraction.length <= decimals || kept.length > decimals) return bare;
  return kept === "" ? whole : whole + separator + kept;
}
