import type { LineClaims } from "../../../../db/queries/claims-by-line.ts";
import type { TreeLine } from "../../../../db/queries/drawdown-series.ts";
import type { LineSum } from "../../../../db/queries/drawdowns.ts";
import type { Halere } from "../../../values/money.ts";

/** A chapter of the budget with what was drawn of it. */
export interface Chapter {
  kind: "line" | "flat" | "ineligible" | "without-line";
  code: string;
  name: string;
  planned: Halere;
  recorded: Halere;
  claimed: Halere;
  approved: Halere;
}

export interface DrawnFacts {
  lines: readonly TreeLine[];
  recorded: readonly LineSum[];
  claims: readonly LineClaims[];
  /** Flat rates together: what the lines of the tree do not carry themselves. */
  flat: { recorded: Halere; claimed: Halere; approved: Halere };
}

/** Chapters lie three deep, 1.1.1; what is shallower and has nothing below is one by itself. */
const CHAPTER_DEPTH = 3;

/**
 * The budget by chapters in the order of their codes, each with what was drawn of it: together exactly the
 * direct expenditure, the flat rates and what is not eligible. What lies on no line of the version stands apart.
 */
export function chaptersOf({ lines, recorded, claims, flat }: DrawnFacts): Chapter[] {
  const chapterOf = chapterFinder(lines);
  const chapters = new Map<string, Chapter>();
  const take = (line: TreeLine | undefined): Chapter => {
    const fresh = headOf(line && chapterOf(line));
    const known = chapters.get(fresh.kind + fresh.code) ?? fresh;
    chapters.set(fresh.kind + fresh.code, known);
    return known;
  };
  const byId = new Map(lines.map((line) => [line.budgetLineId, line]));
  for (const line of lines) {
    if (line.isLeaf && line.category !== "information") take(line).planned += line.amountHalere;
  }
  for (const { budgetLineId, halere } of recorded)
    take(byId.get(budgetLineId ?? 0)).recorded += halere;
  for (const claim of claims) {
    const chapter = take(byId.get(claim.budgetLineId ?? 0));
    chapter.claimed += claim.claimed - claim.cut - claim.moved;
    chapter.approved += claim.approved;
  }
  addFlat(chapters, flat);
  return [...chapters.values()].filter(isAnything).toSorted((a, b) => place(a) - place(b));
}

/** Flat rates are one chapter: requests tell them together. */
function addFlat(chapters: Map<string, Chapter>, flat: DrawnFacts["flat"]): void {
  const known = [...chapters.values()].find(({ kind }) => kind === "flat");
  if (!known && flat.recorded === 0 && flat.claimed === 0 && flat.approved === 0) return;
  const chapter = known ?? { ...EMPTY, kind: "flat" as const, code: "", name: "" };
  chapter.recorded += flat.recorded;
  chapter.claimed += flat.claimed;
  chapter.approved += flat.approved;
  if (!known) chapters.set("flat", chapter);
}

const EMPTY = { planned: 0, recorded: 0, claimed: 0, approved: 0 };

function headOf(line: TreeLine | undefined): Chapter {
  if (!line) return { kind: "without-line", code: "", name: "", ...EMPTY };
  if (line.category === "flat-rate") return { kind: "flat", code: "", name: "", ...EMPTY };
  const { code, name } = line;
  // What is not eligible counts to nothing but itself; lines that only inform are no place for money either.
  if (line.category === "ineligible" || line.category === "information")
    return { kind: "ineligible", code: "", name: "", ...EMPTY };
  return { kind: "line", code, name, ...EMPTY };
}

function chapterFinder(lines: readonly TreeLine[]): (line: TreeLine) => TreeLine {
  const byId = new Map(lines.map((line) => [line.budgetLineId, line]));
  return (line) => {
    const way: TreeLine[] = [];
    let at: TreeLine | undefined = line;
    // A way longer than the tree would be a circle.
    while (at && way.length <= lines.length) {
      way.unshift(at);
      at = at.parentLineId === null ? undefined : byId.get(at.parentLineId);
    }
    return way[CHAPTER_DEPTH - 1] ?? line;
  };
}

function isAnything({ planned, recorded, claimed, approved }: Chapter): boolean {
  return planned !== 0 || recorded !== 0 || claimed !== 0 || approved !== 0;
}

const PLACES = { line: 0, flat: 1, "without-line": 2, ineligible: 3 };

/** Lines stay in the order of their codes, which is the one they came in. */
function place({ kind }: Chapter): number {
  return PLACES[kind];
}
