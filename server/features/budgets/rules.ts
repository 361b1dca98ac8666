/** Deeper than any chapter of the programme; each part has at most four figures. */
const CODE = /^[1-9]\d{0,3}(?:\.[1-9]\d{0,3}){0,7}$/;
const PART_FIGURES = 4;

/** 1 eligible and 2 ineligible expenditure; 3 and 4 are told for information alone. */
export const roots = ["1", "2", "3", "4"] as const;

const lineCategories = ["eligible", "direct", "flat-rate", "ineligible", "information"] as const;
export type LineCategory = (typeof lineCategories)[number];

/**
 * The code of a line as it is written: `1.1.4.2`. Blanks inside are let be, the papers of payment requests
 * break codes by them, and so is a dot at the end. `undefined` for anything that is not a code.
 */
export function parseCode(typed: string): string | undefined {
  if (typed.length > 60) return undefined;
  const code = typed.replace(/\s+/g, "").replace(/\.$/, "");
  return CODE.test(code) ? code : undefined;
}

/** By what lines are put in order: "1.1.10" after "1.1.9". */
export function codeKey(code: string): string {
  return code
    .split(".")
    .map((part) => part.padStart(PART_FIGURES, "0"))
    .join(".");
}

/** The code of the chapter above; null of a root. */
export function parentCode(code: string): string | null {
  const end = code.lastIndexOf(".");
  return end === -1 ? null : code.slice(0, end);
}

/** Codes of the chapters above, from the root down. */
export function codesAbove(code: string): string[] {
  const parts = code.split(".");
  return parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join("."));
}

/** The code that a new line below this chapter would have; without a chapter nothing is offered. */
export function nextCodeUnder(chapter: string, codes: readonly string[]): string {
  if (parseCode(chapter) === undefined) return "";
  const below = codes.filter((code) => parentCode(code) === chapter);
  const last = below.map((code) => Number(code.split(".").at(-1)));
  return `${chapter}.${Math.max(0, ...last) + 1}`;
}

export function depthOf(code: string): number {
  return code.split(".").length;
}

/** What a line is by its chapter; undefined under a root that a budget does not have. */
export function categoryOf(code: string): LineCategory | undefined {
  if (isWithin(code, "1.1")) return "direct";
  if (isWithin(code, "1.2")) return "flat-rate";
  const [root = ""] = code.split(".");
  if (root === "1") return "eligible";
  if (root === "2") return "ineligible";
  return root === "3" || root === "4" ? "information" : undefined;
}

const STAFF_CHAPTERS = ["1.1.1", "1.1.2", "1.1.3"];

/** Contracts of employment and both kinds of agreement: what flat rates of staff costs are taken of. */
export function isStaffCode(code: string): boolean {
  return STAFF_CHAPTERS.some((chapter) => isWithin(code, chapter));
}

/** Whether expenditure may be put on the line: documents belong to leaves, what a flat rate pays needs none. */
export function takesExpenditure(line: { isLeaf: boolean; category: LineCategory }): boolean {
  return line.isLeaf && line.category !== "flat-rate" && line.category !== "information";
}

function isWithin(code: string, chapter: string): boolean {
  return code === chapter || code.startsWith(`${chapter}.`);
}
