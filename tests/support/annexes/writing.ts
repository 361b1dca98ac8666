import fc from "fast-check";
import type { AnnexField } from "../../../server/features/plan-imports/recognition/rules.ts";
import type { PutAnnex } from "./content.ts";
import { fieldsOf, type LabelDefect, labelDefects, labelOf, spoiled } from "./labels.ts";
import { valueLines } from "./value-lines.ts";

/** How one hand writes a whole annex. */
export interface Style {
  width: number;
  valueAt: "same" | "tab" | "next";
  isDoubleSpaced: boolean;
  separator: string | null;
  bullet: string;
  heading: string | null;
  pageHeader: string | null;
  pageNumber: "none" | "bare" | "dashes" | "words" | "of";
  linesOfPage: number;
}

/** Numbers choose among the cards and fields that there are. */
export interface Defect {
  kind:
    | LabelDefect
    | "mid-line"
    | "glued-bullets"
    | "bullets-in-line"
    | "odd-number"
    | "no-heading";
  card: number;
  field: number;
  twist: number;
}

export interface Interleaving {
  from: number;
  /** Where it stands instead, seen from the card that lacks it. */
  distance: -1 | 1 | 2;
  run: number;
  at: number;
}

export interface WrittenLine {
  text: string;
  card?: number;
  field?: AnnexField;
}

export const style: fc.Arbitrary<Style> = fc.record({
  width: fc.constantFrom(58, 72, 90, 400),
  valueAt: fc.constantFrom("same", "tab", "next"),
  isDoubleSpaced: fc.boolean(),
  separator: fc.constantFrom(null, null, "-----------------|-----------", "____________"),
  bullet: fc.constantFrom("•", "-", "–", "*", "▪", "\uf0b7"),
  heading: fc.constantFrom("KARTA ROZVOJOVÉ AKTIVITY", "Karta rozvojové aktivity"),
  pageHeader: fc.constantFrom(null, "Plán rozvoje sociálních služeb v kraji 2024 – 2028"),
  pageNumber: fc.constantFrom("none", "bare", "dashes", "words", "of"),
  linesOfPage: fc.constantFrom(17, 29, 41),
});

export const plainStyle: Style = {
  ...{ width: 400, valueAt: "same", isDoubleSpaced: false, separator: null, bullet: "•" },
  ...{ heading: "KARTA ROZVOJOVÉ AKTIVITY", pageHeader: null, pageNumber: "none", linesOfPage: 40 },
};

export const defects: fc.Arbitrary<Defect[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Defect["kind"]>(
      ...labelDefects,
      ...(["mid-line", "glued-bullets", "bullets-in-line", "odd-number", "no-heading"] as const),
    ),
    card: fc.nat({ max: 50 }),
    field: fc.nat({ max: 50 }),
    twist: fc.nat({ max: 500 }),
  }),
  { maxLength: 6 },
);

export const interleaving: fc.Arbitrary<Interleaving> = fc.record({
  from: fc.nat({ max: 50 }),
  distance: fc.constantFrom(-1, 1, 2),
  run: fc.nat({ max: 50 }),
  at: fc.nat({ max: 50 }),
});

interface Piece {
  card: number;
  field: AnnexField;
}

/** The annex in lines; each knows which card and field it was written for. */
export function written(
  annex: PutAnnex,
  look: Style,
  spoiling: { defects?: readonly Defect[]; interleaving?: Interleaving | undefined } = {},
): WrittenLine[] {
  const runs = runsOf(annex, spoiling.interleaving);
  const lines = annex.cards.flatMap((_, index) => [
    ...areaLines(annex, index),
    ...headingLines(look, spoiling.defects ?? [], annex, index),
    ...(runs[index] ?? []).flatMap((piece, at) =>
      pieceLines(annex, look, { ...piece, isFirst: at === 0 }, spoiling.defects ?? []),
    ),
    { text: "" },
  ]);
  return onPages(spaced([...titleLines(annex), ...midLines(lines)], look), look);
}

export function textsOf(lines: readonly WrittenLine[]): string[] {
  return lines.map(({ text }) => text);
}

/** Which card and fields an interleaving touches; undefined where there is no room for it. */
export function interleavedPair(annex: PutAnnex, { from, distance, run, at }: Interleaving) {
  const fields = fieldsOf(annex.layout);
  const loser = from % annex.cards.length;
  const host = loser + distance;
  if (!annex.cards[host]) return undefined;
  // At least the number and two more fields stay with the card, and the run is cut within its host.
  const first = 3 + (run % (fields.length - 4));
  const after = first + (at % (fields.length - 1 - first));
  return { loser, host, first, after };
}

function runsOf(annex: PutAnnex, interleaving?: Interleaving): Piece[][] {
  const fields = fieldsOf(annex.layout);
  const runs = annex.cards.map((_, card) => fields.map((field) => ({ card, field })));
  const pair = interleaving && interleavedPair(annex, interleaving);
  if (!pair) return runs;
  const moved = (runs[pair.loser] ?? []).splice(pair.first);
  runs[pair.host]?.splice(pair.after + 1, 0, ...moved);
  return runs;
}

function titleLines({ layout, goals }: PutAnnex): WrittenLine[] {
  if (layout === "areas") return [];
  return [
    { text: "PLÁN ROZVOJE SOCIÁLNÍCH SLUŽEB" },
    { text: "2014 - 2017" },
    ...goals.map(({ code, title }) => ({ text: `${code} ${title}` })),
    { text: "" },
  ];
}

function areaLines({ areas, cards }: PutAnnex, index: number): WrittenLine[] {
  const code = cards[index]?.areaCode;
  if (cards[index - 1]?.areaCode === code) return [];
  const area = areas.find(({ subAreas }) => subAreas.some((one) => one.code === code));
  const sub = area?.subAreas.find((one) => one.code === code);
  if (!area || !sub) return [];
  const opens =
    area.subAreas[0] === sub ? [{ text: `${area.code} ${area.title}` }, { text: "" }] : [];
  return [...opens, { text: `${sub.code} ${sub.title}` }, { text: "" }];
}

function headingLines(
  look: Style,
  all: readonly Defect[],
  annex: PutAnnex,
  index: number,
): WrittenLine[] {
  const isMissing = defectsOf(all, annex, index).some(({ kind }) => kind === "no-heading");
  return isMissing || look.heading === null ? [] : [{ text: look.heading }, { text: "" }];
}

function defectsOf(all: readonly Defect[], { cards }: PutAnnex, index: number): Defect[] {
  return all.filter(({ card }) => card % cards.length === index);
}

const MAY_STAND_MID_LINE = new Set<AnnexField>(["period", "responsible", "costs", "funding"]);
const MID = "\u0000";

function pieceLines(
  annex: PutAnnex,
  look: Style,
  { card, field }: Piece & { isFirst: boolean },
  all: readonly Defect[],
): WrittenLine[] {
  const fields = fieldsOf(annex.layout);
  const mine = defectsOf(all, annex, card);
  const ofField = mine.filter((one) => fields[one.field % fields.length] === field);
  const label = labelOf(annex.layout, field);
  const defect = ofField.find((one) => isLabelDefect(one.kind));
  const told = defect ? spoiled(label, field, defect.kind as LabelDefect, defect.twist) : [label];
  const value = valueLines(annex, look, card, field, mine);
  const isMid =
    MAY_STAND_MID_LINE.has(field) && !defect && ofField.some(({ kind }) => kind === "mid-line");
  const lines = joinedToLabel(told, value, look, defect?.kind);
  const marked = isMid ? [MID + (lines[0] ?? ""), ...lines.slice(1)] : lines;
  const separator = look.separator === null ? [] : [{ text: look.separator }];
  return [...marked.map((text) => ({ text, card, field })), ...separator];
}

function isLabelDefect(kind: Defect["kind"]): kind is LabelDefect {
  return labelDefects.some((one) => one === kind);
}

function joinedToLabel(
  label: readonly string[],
  value: readonly string[],
  { valueAt, width }: Style,
  defect: Defect["kind"] | undefined,
): string[] {
  const last = label.at(-1) ?? "";
  const isLong = value.length > 1 || `${last} ${value[0]}`.length > width;
  // A label without its colon can only be known when it stands alone.
  const isAlone = !/[:：;–*]$/.test(last) && (defect !== undefined || valueAt !== "tab");
  if (valueAt === "next" || isLong || isAlone) return [...label, ...value];
  return [...label.slice(0, -1), `${last}${valueAt === "tab" ? "\t" : " "}${value[0] ?? ""}`];
}

/** A field whose label stands in the line of another's value. */
function midLines(lines: readonly WrittenLine[]): WrittenLine[] {
  const joined: WrittenLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const text = line.text.replace(MID, "");
    if (line.text.startsWith(MID) && last?.field) last.text += ` ${text}`;
    else joined.push({ ...line, text });
  }
  return joined;
}

function spaced(lines: readonly WrittenLine[], { isDoubleSpaced }: Style): WrittenLine[] {
  return isDoubleSpaced ? lines.flatMap((line) => [line, { text: "" }]) : [...lines];
}

function onPages(lines: readonly WrittenLine[], look: Style): WrittenLine[] {
  const pages = Math.ceil(lines.length / look.linesOfPage);
  return Array.from({ length: pages }, (_, page) => [
    ...(look.pageHeader === null ? [] : [{ text: look.pageHeader }, { text: "" }]),
    ...lines.slice(page * look.linesOfPage, (page + 1) * look.linesOfPage),
    ...pageNumber(look.pageNumber, page + 1, pages),
  ]).flat();
}

function pageNumber(kind: Style["pageNumber"], page: number, pages: number): WrittenLine[] {
  const ways: Record<Style["pageNumber"], string | null> = {
    none: null,
    bare: `${page}`,
    dashes: `- ${page} -`,
    words: `Strana ${page} z ${pages}`,
    of: `${page}/${pages}`,
  };
  const told = ways[kind];
  return told === null ? [] : [{ text: "" }, { text: told }];
}
