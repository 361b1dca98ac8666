import type { Draft } from "../../drafts/rules.ts";
import { areaCodeOf, type CardNumber } from "../../numbers/rules.ts";
import type { AnnexWarning, RecognisedArea } from "../../rules.ts";
import type { FoundHeading } from "../../tails/rules.ts";

export interface Placing {
  areas: RecognisedArea[];
  /** Ordinal → code of the innermost area that the card stands under. */
  codes: Map<number, string>;
  /** Ordinal → what is doubted of its place. */
  doubts: Map<number, AnnexWarning[]>;
  warnings: AnnexWarning[];
}

/** Areas with their cards: by the heading that a card stands under, by its number where that heading is missing. */
export function placeCards(
  drafts: Draft[],
  headings: FoundHeading[],
  goals: ReadonlyMap<string, string>,
): Placing {
  const placing: Placing = { areas: [], codes: new Map(), doubts: new Map(), warnings: [] };
  const known = new Map<string, RecognisedArea>();
  let at = 0;
  let stands: string | null = null;
  drafts.forEach((draft, index) => {
    const passed = headings.slice(at).filter(({ before }) => before <= draft.ordinal);
    at += passed.length;
    for (const heading of passed) stands = addHeading(known, heading, draft.number, stands);
    // Goals one after another are a list of them, no card stands under the last.
    if (passed.filter(({ kind }) => kind === "goal").length > 1) stands = null;
    const next = drafts[index + 1]?.number ?? null;
    const code = place({
      draft,
      next,
      stands,
      known,
      goals,
      placing,
      titled: titledCodes(headings),
    });
    if (code !== null) placing.codes.set(draft.ordinal, code);
  });
  addGoals(known, goals);
  placing.areas = [...known.values()].sort(byCode);
  return placing;
}

function titledCodes(headings: FoundHeading[]): Set<string | null> {
  return new Set(headings.map(({ code }) => code));
}

function addHeading(
  known: Map<string, RecognisedArea>,
  heading: FoundHeading,
  next: CardNumber | null,
  stands: string | null,
): string | null {
  const code = heading.code ?? next?.prefix.split(".")[0] ?? null;
  if (code === null) return stands;
  const before = known.get(code);
  if (before === undefined || before.title === "")
    known.set(code, areaOf(code, heading.title, heading.kind));
  addParent(known, code);
  return code;
}

function areaOf(code: string, title: string, kind: RecognisedArea["kind"]): RecognisedArea {
  const parentCode = kind === "sub-area" ? (code.split(".")[0] ?? null) : null;
  return { code, title, parentCode, kind };
}

function addParent(known: Map<string, RecognisedArea>, code: string): void {
  const [parent, inner] = code.split(".");
  if (inner !== undefined && parent !== undefined && !known.has(parent))
    known.set(parent, areaOf(parent, "", "area"));
}

interface Card {
  draft: Draft;
  next: CardNumber | null;
  stands: string | null;
  known: Map<string, RecognisedArea>;
  goals: ReadonlyMap<string, string>;
  placing: Placing;
  titled: Set<string | null>;
}

function place(card: Card): string | null {
  const { draft, stands, known } = card;
  if (draft.number === null) return stands;
  const own = areaCodeOf(draft.number);
  if (stands === own) return own;
  if (draft.number.layout === "goals") return ofGoal(card, own);
  if (stands !== null && standsElsewhere(card, own, stands)) {
    doubt(card, { code: "number-outside-area", field: "number", params: { area: stands } });
    return stands;
  }
  if (!known.has(own)) {
    known.set(own, areaOf(own, "", "sub-area"));
    addParent(known, own);
    card.placing.warnings.push({ code: "area-missing", params: { area: own } });
  }
  return own;
}

/** The number names another area than the heading: an area of its own elsewhere, or one that ends with this card. */
function standsElsewhere({ titled, next }: Card, own: string, stands: string): boolean {
  if (!stands.includes(".")) return false;
  return titled.has(own) || (next !== null && areaCodeOf(next) === stands);
}

function ofGoal(card: Card, own: string): string {
  const { known, goals, stands, placing } = card;
  if (stands?.startsWith("SC")) {
    doubt(card, { code: "number-outside-area", field: "number", params: { area: stands } });
  }
  if (!known.has(own)) {
    known.set(own, areaOf(own, goals.get(own) ?? "", "goal"));
    if (!goals.has(own)) placing.warnings.push({ code: "area-missing", params: { area: own } });
  }
  return own;
}

function doubt({ placing, draft }: Card, warning: AnnexWarning): void {
  placing.doubts.set(draft.ordinal, [...(placing.doubts.get(draft.ordinal) ?? []), warning]);
}

function addGoals(known: Map<string, RecognisedArea>, goals: ReadonlyMap<string, string>): void {
  for (const [code, title] of goals) {
    const area = known.get(code);
    if (area === undefined) known.set(code, areaOf(code, title, "goal"));
    else if (area.title === "") area.title = title;
  }
}

function byCode(a: RecognisedArea, b: RecognisedArea): number {
  const [left, right] = [partsOf(a.code), partsOf(b.code)];
  return (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? -1) - (right[1] ?? -1);
}

function partsOf(code: string): number[] {
  return code.replace(/^\D+/, "").split(".").map(Number);
}
