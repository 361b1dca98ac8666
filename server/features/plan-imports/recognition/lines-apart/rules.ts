import { recogniseCards } from "../recognising/rules.ts";
import type { AccountedLine, Catalogue, Recognition, SourceLine } from "../rules.ts";

/** Cards of an annex; lines that its reader knows to belong to no field are kept out of them, and told. */
export function recogniseAnnex(
  lines: SourceLine[],
  catalogue: Catalogue,
  wish: { declined?: readonly string[] } = {},
): Recognition {
  const within = lines.filter(({ isApart }) => !isApart);
  const recognition = recogniseCards(within, catalogue, wish);
  if (within.length === lines.length) return recognition;
  const told = new Map(recognition.lines.map((line) => [line.number, line]));
  const apart = (line: SourceLine): AccountedLine => ({ ...line, fate: "unrecognised" });
  return { ...recognition, lines: lines.map((line) => told.get(line.number) ?? apart(line)) };
}
