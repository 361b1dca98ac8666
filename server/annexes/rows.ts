/**
 * A row as lines: the last line of a cell and the first one of the next are one line, apart by a tab, so that
 * a label and its value of several paragraphs read as they are seen.
 */
export function linesOfRow(cells: readonly string[][]): string[] {
  const lines: string[] = [];
  cells.forEach((cell, index) => {
    const [first = "", ...rest] = withoutLastBlanks(cell);
    if (index === 0) lines.push(first);
    else lines.push(`${lines.pop() ?? ""}\t${first}`);
    lines.push(...rest);
  });
  return lines;
}

/** A cell always ends with a paragraph, though an empty one. */
function withoutLastBlanks(cell: readonly string[]): string[] {
  const last = cell.findLastIndex((line) => line !== "");
  return cell.slice(0, last + 1);
}
