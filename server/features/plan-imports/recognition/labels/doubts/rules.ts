import { foldText } from "../../../../../values/fold.ts";
import { groupedBy } from "../../../../../values/grouped.ts";
import type { Draft } from "../../drafts/rules.ts";
import type { AnnexWarning } from "../../rules.ts";
import type { Mark } from "../scanning/rules.ts";

/** Wording → its letters with their diacritics, as most labels of the annex have them. */
export type Spellings = ReadonlyMap<string, string>;

export function spellingsOf(drafts: Draft[]): Spellings {
  const whole = marksOf(drafts).filter((mark) => foldText(lettersOf(mark)) === mark.wording);
  const spellings = new Map<string, string>();
  for (const [wording, marks] of groupedBy(whole, (mark) => mark.wording))
    spellings.set(wording, usualOf(marks.map(lettersOf)));
  return spellings;
}

/** Of two that are as frequent the one with more diacritics: they are lost more often than invented. */
function usualOf(written: string[]): string {
  const forms = [...groupedBy(written, (form) => form)].map(([form, all]) => ({
    ...{ form, count: all.length, bare: [...form].filter((letter) => letter <= "z").length },
  }));
  const [usual] = forms.sort((one, other) => other.count - one.count || one.bare - other.bare);
  return usual?.form ?? "";
}

/** What is odd about the labels of a card. */
export function labelWarnings(
  draft: Draft,
  spellings: Spellings,
  lineOf: (row: number) => number,
): AnnexWarning[] {
  return [...draft.headings, ...draft.sections].flatMap(({ mark, field }) => {
    if (mark === null) return [];
    const where = {
      line: lineOf(mark.row),
      params: { text: mark.written },
      ...(field !== null && field !== "card" && { field }),
    };
    return doubtsOf(mark, spellings).map((code) => ({ code, ...where }));
  });
}

function doubtsOf(mark: Mark & { keepsWords?: boolean }, spellings: Spellings): string[] {
  const codes: string[] = [];
  if (isMisspelt(mark, spellings)) codes.push("label-misspelt");
  if (mark.place === "inside" && mark.field !== "card") codes.push("label-inside-line");
  if (mark.keepsWords) codes.push("label-in-sentence");
  return codes;
}

function isMisspelt(mark: Mark, spellings: Spellings): boolean {
  if (mark.wrong > 0) return true;
  const letters = lettersOf(mark);
  const usual = spellings.get(mark.wording);
  return usual !== undefined && foldText(letters) === mark.wording && letters !== usual;
}

function marksOf(drafts: Draft[]): Mark[] {
  return drafts.flatMap(({ headings, sections }) =>
    [...headings, ...sections].flatMap(({ mark }) => mark ?? []),
  );
}

function lettersOf({ written }: Mark): string {
  return written.normalize("NFC").toLowerCase().replace(/\P{L}/gu, "");
}
