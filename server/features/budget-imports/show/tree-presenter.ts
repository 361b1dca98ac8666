import type { BudgetImport } from "../../../../db/queries/budget-imports.ts";
import { paths } from "../../../paths.ts";
import { errorText } from "../../../texts/error-text.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { LOST_TEXT } from "../../../values/lost-text.ts";
import { withQuery } from "../../../web/query-string.ts";
import { UNIT_PLACES } from "../../budgets/amounts/rules.ts";
import { codesAbove, depthOf, parseCode } from "../../budgets/rules.ts";
import type { ComparedBudget } from "../comparing/service.ts";
import type { ImportedRow } from "../reading/rules.ts";

interface Shown {
  onlyFaults: boolean;
  texts: Texts;
  formats: Formats;
}

const MOST_ROWS = 500;
const MOST_DEPTH = 6;

const TONES = { created: "green", changed: "blue", unchanged: "grey", failed: "red" } as const;

/** The tree of the file, each row with what becomes of it and what is wrong with it. */
export function presentPreview(found: BudgetImport, compared: ComparedBudget, shown: Shown) {
  const { budgetImports: words } = shown.texts;
  const { rows } = compared;
  const chapters = new Set(rows.flatMap(({ line }) => codesAbove(line.code)));
  const wrong = rows.filter(({ faults }) => faults.length > 0);
  const wanted = shown.onlyFaults ? wrong : rows;
  const address = paths.budgetImport(found.projectId, found.id);
  return {
    tabs: [
      { href: address, label: words.all, isCurrent: !shown.onlyFaults },
      {
        href: withQuery(address, { rows: "failed" }),
        label: words.onlyFaults,
        count: String(wrong.length),
        isCurrent: shown.onlyFaults,
      },
    ],
    rows: wanted.slice(0, MOST_ROWS).map((row) => ({
      ...presentRow(row, compared, shown),
      isChapter: chapters.has(row.line.code),
    })),
    more: wanted.length > MOST_ROWS ? words.more(MOST_ROWS, wanted.length) : null,
  };
}

function presentRow(row: ImportedRow, { outcomes, tree }: ComparedBudget, shown: Shown) {
  const { texts, formats } = shown;
  const { budgetImports: words } = texts;
  const { line, typed, faults, amountHalere } = row;
  const outcome = faults.length > 0 ? "failed" : outcomes.get(line.code);
  const reckoned = tree?.lines.find(({ code }) => code === line.code);
  const amount = reckoned?.amountHalere ?? amountHalere;
  const isCode = parseCode(line.code) !== undefined;
  return {
    number: String(row.number),
    code: shownText(line.code, words.lostText),
    name: shownText(line.name, words.lostText),
    depth: isCode ? Math.min(depthOf(line.code), MOST_DEPTH) : 1,
    unit: shownText(line.unit ?? "", words.lostText),
    unitPrice:
      line.unitPriceHalere === null ? typed.unitPrice : formats.scaled(line.unitPriceHalere, 2),
    units: line.unitsE4 === null ? typed.units : formats.trimmed(line.unitsE4, UNIT_PLACES),
    ...rateOf(row, shown),
    amount: amount === null ? typed.amount : formats.scaled(amount, 2),
    pill: outcome ? { tone: TONES[outcome], label: words.outcomes[outcome] } : null,
    faults: [...new Set(faults.map(({ message }) => errorText(texts, message)))],
  };
}

function shownText(text: string, lost: string): string {
  return text === LOST_TEXT ? lost : text;
}

/** How many per cent, and below it of what. */
function rateOf({ line, percent }: ImportedRow, { formats, texts }: Shown) {
  if (line.flatRateKind === null || line.flatRateBp === null)
    return { rate: percent, rateKind: null };
  const kinds = texts.programmeRules.kinds as Record<string, string>;
  const rate = `${formats.trimmed(line.flatRateBp, 2)}\u00a0%`;
  return { rate, rateKind: kinds[line.flatRateKind] ?? null };
}
