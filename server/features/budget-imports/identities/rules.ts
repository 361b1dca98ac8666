import { foldText } from "../../../values/fold.ts";

export interface KnownLine {
  lineId: number;
  code: string;
  name: string;
}

/**
 * Which line of the project each line of a file is: the one of its code, else the only one left of its name.
 * Lines of the file that are none of these are new.
 */
export function identitiesOf(
  known: readonly KnownLine[],
  lines: readonly { code: string; name: string }[],
): Map<string, number> {
  const byCode = new Map(known.map((line) => [line.code, line.lineId]));
  const found = new Map<string, number>();
  for (const { code } of lines) {
    const lineId = byCode.get(code);
    if (lineId !== undefined) found.set(code, lineId);
  }
  const taken = new Set(found.values());
  const left = onlyOnes(known.filter(({ lineId }) => !taken.has(lineId)));
  const fresh = onlyOnes(lines.filter(({ code }) => !found.has(code)));
  for (const [name, line] of fresh) {
    const lineId = left.get(name)?.lineId;
    if (lineId !== undefined) found.set(line.code, lineId);
  }
  return found;
}

/** By their names, those alone that no other shares. */
function onlyOnes<Line extends { name: string }>(lines: readonly Line[]): Map<string, Line> {
  const one = new Map<string, Line>();
  const several = new Set<string>();
  for (const line of lines) {
    const name = foldText(line.name);
    if (one.has(name)) several.add(name);
    one.set(name, line);
  }
  for (const name of several) one.delete(name);
  return one;
}
