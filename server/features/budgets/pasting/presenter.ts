import { paths } from "../../../paths.ts";
import { errorText } from "../../../texts/error-text.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { UNIT_PLACES } from "../amounts/rules.ts";
import { rateFields } from "../lines/presenter.ts";
import type { AllowedRate } from "../rates/service.ts";
import type { PastedRow } from "./rows/rules.ts";
import type { PastedBlock } from "./rules.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
}

/** The model of `views/budgets/paste.ejs`: the block, and below it what was read of it. */
export function presentPaste(
  {
    projectId,
    rates,
    block,
  }: { projectId: number; rates: AllowedRate[]; block: PastedBlock | null },
  state: FormState,
  wording: Wording,
) {
  const { paste } = wording.texts.budgets;
  const page = presentFormPage(
    {
      title: paste.title,
      lead: [paste.lead],
      action: paths.budgetPastes(projectId),
      sections: [
        {
          rows: [
            {
              type: "textarea",
              name: "lines",
              label: paste.lines,
              hint: paste.linesHint,
              rows: 10,
              isRequired: true,
            },
          ],
        },
        {
          title: paste.flatSection,
          hint: paste.flatHint,
          isFolded: true,
          rows: rateFields(rates, wording),
        },
      ],
      submit: paste.preview,
      cancel: { href: paths.editBudget(projectId) },
    },
    state,
    wording.texts,
  );
  return {
    ...page,
    labels: wording.texts.budgets,
    preview: block && presentPreview(block, state, wording),
  };
}

function presentPreview(block: PastedBlock, state: FormState, wording: Wording) {
  const { texts, formats } = wording;
  const { paste } = texts.budgets;
  const wrong = block.rows.filter(({ faults }) => faults.length > 0).length;
  const total = block.tree?.sums.eligible ?? 0;
  const count = block.rows.length;
  const kept = ["lines", "flatRateKind", "flatRate"].map((name) => ({
    name,
    value: String(state.values[name] ?? ""),
  }));
  return {
    notice: block.hasFaults
      ? { tone: "danger" as const, text: paste.faults(Math.max(1, wrong)) }
      : { tone: "success" as const, text: paste.right(count, formats.money(total)) },
    rows: block.rows.map((row) => presentRow(row, block, wording)),
    kept: block.hasFaults ? null : kept,
    save: paste.save(count),
  };
}

function presentRow(row: PastedRow, { tree }: PastedBlock, { texts, formats }: Wording) {
  const { line, typed } = row;
  const reckoned = tree?.lines.find(({ code }) => code === line.code)?.amountHalere;
  const price = line.unitPriceHalere;
  return {
    number: String(row.number),
    code: line.code,
    name: typed.name,
    unit: typed.unit,
    unitPrice: price === null ? typed.unitPrice : formats.scaled(price, 2),
    units: line.unitsE4 === null ? typed.units : formats.trimmed(line.unitsE4, UNIT_PLACES),
    amount: reckoned === undefined ? typed.amount : formats.scaled(reckoned, 2),
    faults: [...new Set(row.faults.map(({ message }) => errorText(texts, message)))],
    wrong: Object.fromEntries(row.faults.map(({ field }) => [field, true])) as Record<string, true>,
  };
}
