import type { BudgetLine } from "../../../../db/queries/budget-lines.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { mergedLines, reckon } from "../../budgets/trees/rules.ts";
import { unitsText } from "../versions/comparison-presenter.ts";
import type { Wording } from "../words.ts";
import { lineName } from "./presenter.ts";
import { changedBy, planned, type Transfer, type TransferOption } from "./rules.ts";
import type { DraftForTransfers } from "./service.ts";
import { presentThreshold } from "./threshold-presenter.ts";

/** A transfer asked for with the ways in which it can come out, the best first. */
export interface OfferedTransfer {
  number: number;
  from: BudgetLine;
  to: BudgetLine;
  wantedHalere: number;
  options: TransferOption[];
}

/** How each transfer can come out, before anything is saved; the best is chosen beforehand. */
export function presentTransferPreview(
  draft: DraftForTransfers,
  offered: readonly OfferedTransfer[],
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const words = texts.budgetVersions.transfer;
  const { projectId, title } = draft.version;
  const names = offered.flatMap(({ number }) =>
    ["From", "To", "Amount"].map((name) => `transfer${number}${name}`),
  );
  const best = offered.flatMap(({ options }) => options.slice(0, 1));
  const outcome = presentOutcome(draft, best, wording);
  return presentFormPage(
    {
      title: words.previewTitle,
      code: title,
      lead: outcome.lead,
      warnings: outcome.warnings,
      action: paths.budgetTransfers(projectId),
      hidden: ["isConfirmed", ...names],
      sections: offered.map((one) => ({
        title: `${lineName(one.from)} → ${lineName(one.to)}`,
        rows: [choiceField(one, wording)],
      })),
      submit: words.submit,
      cancel: { href: paths.budgetTransfers(projectId), label: words.back },
    },
    withChoices(state, offered),
    texts,
  );
}

function withChoices(state: FormState, offered: readonly OfferedTransfer[]): FormState {
  const values: FormState["values"] = { ...state.values, isConfirmed: "true" };
  for (const { number, options } of offered) {
    const name = `transfer${number}Choice`;
    const isOffered = options.some((option) => choiceValue(option) === values[name]);
    if (!isOffered && options[0]) values[name] = choiceValue(options[0]);
  }
  return { ...state, values };
}

function choiceField(
  { number, from, to, wantedHalere, options }: OfferedTransfer,
  wording: Wording,
): FieldDefinition {
  const { texts, formats } = wording;
  const words = texts.budgetVersions.transfer;
  return {
    type: "radios",
    name: `transfer${number}Choice`,
    label: words.amount,
    isRequired: true,
    options: options.map((option) => {
      return {
        value: choiceValue(option),
        label: `${formats.money(option.amountHalere)} (${nearText(option, wantedHalere, wording)})`,
        hint: [
          words.way(from.code, howText(from, option.fromWay, -option.amountHalere, wording)),
          words.way(to.code, howText(to, option.toWay, option.amountHalere, wording)),
        ].join("; "),
      };
    }),
  };
}

function nearText({ amountHalere }: TransferOption, wanted: number, { texts, formats }: Wording) {
  const words = texts.budgetVersions.transfer;
  if (amountHalere === wanted) return words.exact;
  const by = formats.money(Math.abs(amountHalere - wanted));
  return amountHalere > wanted ? words.more(by) : words.less(by);
}

function choiceValue({ amountHalere, fromWay, toWay }: TransferOption): string {
  return [amountHalere, fromWay, toWay].join(":");
}

function howText(
  line: BudgetLine,
  way: TransferOption["fromWay"],
  by: number,
  { texts, formats }: Wording,
): string {
  const words = texts.budgetVersions.transfer;
  const after = changedBy(line, way, by) ?? line;
  if (way === "units") return words.byUnits(unitsText(line, formats), unitsText(after, formats));
  const price = ({ unitPriceHalere }: BudgetLine) => formats.money(unitPriceHalere ?? 0);
  return words.byPrice(price(line), price(after));
}

/** What the sums and the chapters come to when each transfer comes out the best way. */
function presentOutcome(draft: DraftForTransfers, best: readonly Transfer[], wording: Wording) {
  const { formats, texts } = wording;
  const words = texts.budgetVersions.transfer;
  const plan = planned(draft.lines, best);
  const changed = plan.ok ? plan.changed : [];
  const now = draft.version.eligible;
  const then = reckon(mergedLines(draft.lines, changed)).sums.eligible;
  const after = draft.lines.map(
    (line) => changed.find(({ lineId }) => lineId === line.lineId) ?? line,
  );
  const threshold = presentThreshold(draft.basis, after, wording);
  const isSame = then === now;
  return {
    lead: [
      ...(isSame ? [words.sumStays(formats.money(now))] : []),
      ...(threshold && !threshold.isBeyond ? [threshold.text] : []),
    ],
    warnings: [
      ...(isSame ? [] : [words.sumMoves(formats.money(now), formats.money(then))]),
      ...(threshold?.isBeyond ? [threshold.text] : []),
    ],
  };
}
