import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import {
  type FieldDefinition,
  presentFields,
  presentFormErrors,
} from "../../../web/form-fields.ts";
import type { Reading } from "../../drawdowns/words.ts";
import { canSplit } from "../sources/rules.ts";
import { sumOf } from "./rules.ts";
import { cellName, totalName } from "./schema.ts";
import { type DrawdownPlan, rowOfPeriod } from "./service.ts";

/** The grid: a row for each period, a field for each source and one for the whole of the period. */
export function presentPlanForm(
  state: FormState,
  { projectId, plan }: { projectId: number; plan: DrawdownPlan },
  { texts, formats }: Reading,
) {
  const words = texts.funding.plan;
  const field = (name: string, label: string): FieldDefinition => ({
    ...{ type: "number", name, label, isLabelHidden: true },
  });
  const fields = (definitions: FieldDefinition[]) => presentFields(definitions, state, texts);
  return {
    pageHeader: { title: words.formTitle },
    lead: canSplit(plan.sources) ? words.formLead : words.formLeadNoShares,
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.drawdownPlan(projectId),
    hidden: fields([{ type: "hidden", name: "version", label: "" }]),
    keys: words.keys,
    columns: [words.columns.period, ...plan.sources.map(({ name }) => name), words.columns.sum],
    rows: plan.periods.map(({ id, number, startsOn, endsOn }) => {
      const name = words.period(number);
      return {
        name,
        range: formats.dateRange(startsOn, endsOn),
        fields: fields([
          ...plan.sources.map((source) =>
            field(cellName(id, source.id), words.cell(name, source.name)),
          ),
          field(totalName(id), words.total(name)),
        ]),
      };
    }),
    formFooter: { submit: words.save, cancel: { href: paths.funding(projectId) } },
  };
}

export function storedPlan(plan: DrawdownPlan, formats: Formats): FormValues {
  const typed = (halere: number | null) => (halere === null ? "" : formats.scaled(halere, 2));
  const rows = plan.periods.flatMap(({ id }) => {
    const row = rowOfPeriod(plan, id);
    const cells = plan.sources.map((source, index): [string, string] => [
      cellName(id, source.id),
      typed(row[index] ?? null),
    ]);
    return [...cells, [totalName(id), typed(sumOf(row))] as [string, string]];
  });
  return { version: String(plan.version), ...Object.fromEntries(rows) };
}
