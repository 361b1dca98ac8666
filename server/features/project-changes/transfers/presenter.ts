import type { BudgetLine } from "../../../../db/queries/budget-lines.ts";
import { paths } from "../../../paths.ts";
import { rowsOffered } from "../../../values/row-fields.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import type { Wording } from "../words.ts";
import { isTransferable } from "./rules.ts";
import { TRANSFER_ROWS } from "./schema.ts";
import type { DraftForTransfers } from "./service.ts";
import { presentThreshold } from "./threshold-presenter.ts";

export function presentTransfers(
  { version, lines, basis }: DraftForTransfers,
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const words = texts.budgetVersions.transfer;
  const { projectId, title } = version;
  const options = [
    { value: "", label: words.choose },
    ...lines.filter(isTransferable).map((line) => ({
      value: String(line.lineId),
      label: words.option(lineName(line), formats.money(line.amountHalere)),
    })),
  ];
  const count = rowsOffered(state.values, "transfer", { least: 1, most: TRANSFER_ROWS });
  const threshold = presentThreshold(basis, lines, wording);
  return presentFormPage(
    {
      title: words.title,
      code: title,
      lead: [words.lead, ...(threshold && !threshold.isBeyond ? [threshold.text] : [])],
      warnings: threshold?.isBeyond ? [threshold.text] : [],
      action: paths.budgetTransfers(projectId),
      sections: Array.from({ length: count }, (_, index) => ({
        title: words.row(index + 1),
        rows: [rowOf(index + 1, options, wording)],
      })),
      submit: words.next,
      cancel: { href: paths.change(projectId, version.changeId) },
    },
    state,
    texts,
  );
}

export function lineName({ code, name }: Pick<BudgetLine, "code" | "name">): string {
  return `${code} ${name}`;
}

function rowOf(
  number: number,
  options: { value: string; label: string }[],
  { texts }: Wording,
): FieldDefinition[] {
  const words = texts.budgetVersions.transfer;
  const row = `transfer${number}`;
  return [
    { type: "select", name: `${row}From`, label: words.from, options },
    { type: "select", name: `${row}To`, label: words.to, options },
    {
      type: "number",
      name: `${row}Amount`,
      label: words.amount,
      suffix: words.crowns,
      width: "short",
    },
  ];
}
