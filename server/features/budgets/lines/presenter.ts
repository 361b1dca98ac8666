import type { BudgetLine } from "../../../../db/queries/budget-lines.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { UNIT_PLACES } from "../amounts/rules.ts";
import type { AllowedRate } from "../rates/service.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
}

/** The form of one line; `line` is null of one that is new. */
export function presentLineForm(
  { projectId, line, rates }: { projectId: number; line: BudgetLine | null; rates: AllowedRate[] },
  state: FormState,
  wording: Wording,
) {
  const { form } = wording.texts.budgets;
  const page = presentFormPage(
    {
      title: line ? form.editTitle : form.newTitle,
      ...(line ? { code: `${line.code} ${line.name}` } : {}),
      action: line ? paths.budgetLine(projectId, line.lineId) : paths.budgetLines(projectId),
      hidden: line ? ["version"] : [],
      sections: sections(line, rates, wording),
      submit: line ? form.save : form.create,
      cancel: { href: paths.editBudget(projectId) },
    },
    state,
    wording.texts,
  );
  const removal = line?.isLeaf
    ? [
        {
          href: paths.budgetLineDeletion(projectId, line.lineId),
          label: form.delete,
          icon: "trash",
          method: "post" as const,
          isDanger: true,
        },
      ]
    : [];
  return { ...page, pageHeader: { ...page.pageHeader, actions: { more: removal } } };
}

/** A chapter is only named; of a leaf chapter 1.2 tells whether it has a price or a flat rate. */
function sections(
  line: BudgetLine | null,
  rates: AllowedRate[],
  wording: Wording,
): SectionDefinition[] {
  const { form } = wording.texts.budgets;
  const name: FieldDefinition = { type: "text", name: "name", label: form.name, isRequired: true };
  if (line && !line.isLeaf) return [{ rows: [name] }];
  const code: FieldDefinition = {
    type: "text",
    name: "code",
    label: form.code,
    hint: line ? form.codeOfLeafHint : form.codeHint,
    isRequired: true,
    width: "short",
  };
  const price: FieldDefinition[] = [
    { type: "text", name: "unit", label: form.unit, hint: form.unitHint },
    { type: "number", name: "unitPrice", label: form.unitPrice, suffix: form.crowns },
    { type: "number", name: "units", label: form.units, hint: form.unitsHint },
  ];
  const flat: SectionDefinition = {
    title: form.flatSection,
    hint: form.flatHint,
    isFolded: line === null,
    rows: rateFields(rates, wording),
  };
  if (line?.category === "flat-rate") return [{ rows: [code, name] }, flat];
  return line ? [{ rows: [code, name, price] }] : [{ rows: [code, name, price] }, flat];
}

/** The options of the programme with the most that each allows. */
export function rateFields(rates: AllowedRate[], { texts, formats }: Wording): FieldDefinition[] {
  const { form, flatRates } = texts.budgets;
  const options = rates.map(({ kind, mostBp }) => ({
    value: kind,
    label: form.upTo(flatRates[kind] ?? kind, formats.share(mostBp * 100)),
  }));
  const none = { value: "", label: form.noFlatRate };
  return [
    {
      type: "select",
      name: "flatRateKind",
      label: form.flatRateKind,
      options: [none, ...options],
    },
    {
      type: "number",
      name: "flatRate",
      label: form.flatRate,
      hint: form.flatRateHint,
      suffix: "%",
      width: "short",
    },
  ];
}

/** The line as its form shows it. */
export function lineValues(line: BudgetLine, formats: Formats): FormValues {
  const { unitPriceHalere, unitsE4, flatRateBp } = line;
  return {
    version: String(line.version),
    code: line.code,
    name: line.name,
    unit: line.unit ?? "",
    unitPrice: unitPriceHalere === null ? "" : formats.inputMoney(unitPriceHalere),
    units: unitsE4 === null ? "" : inputTrimmed(unitsE4, UNIT_PLACES, formats),
    flatRateKind: line.flatRateKind ?? "",
    flatRate: flatRateBp === null ? "" : inputTrimmed(flatRateBp, 2, formats),
  };
}

/** For a field: with the places it has and without blanks between thousands. */
function inputTrimmed(value: number, places: number, formats: Formats): string {
  return formats.inputScaled(value, places).replace(/[.,]0+$|(?<=[.,]\d*[1-9])0+$/, "");
}
