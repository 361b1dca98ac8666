import type { Expenditure } from "../../../db/queries/expenditures.ts";
import type { PayrollItem } from "../../../db/queries/payroll-items.ts";
import type { Assignment } from "../../../db/queries/staff-assignments.ts";
import { paths } from "../../paths.ts";
import { addToMonth, type Month, monthOf, monthsFrom } from "../../values/month.ts";
import type { BasisPoints } from "../../values/percent.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import type { FieldDefinition } from "../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../web/form-page.ts";
import type { Wording } from "../positions/words.ts";
import { contractCodes, splitOf } from "./rules.ts";

export interface PayrollPage {
  expenditure: Expenditure;
  assignments: readonly Assignment[];
  project: { startsOn: string; endsOn: string };
  /** Undefined where no rule sets any. */
  levyRate: BasisPoints | undefined;
}

export function presentPayrollForm(page: PayrollPage, state: FormState, wording: Wording) {
  const { texts, formats } = wording;
  const { payroll: words } = texts;
  const { projectId, id, description, amountHalere } = page.expenditure;
  const rate = page.levyRate === undefined ? [] : [words.rule(formats.share(page.levyRate * 100))];
  return presentFormPage(
    {
      title: words.title,
      code: description,
      lead: [words.lead(formats.money(amountHalere)), ...rate],
      action: paths.payroll(projectId, id),
      hidden: state.values.version ? ["version"] : [],
      sections: sections(page, wording),
      submit: words.save,
      cancel: { href: paths.expenditure(projectId, id) },
    },
    state,
    texts,
  );
}

function sections(page: PayrollPage, wording: Wording): SectionDefinition[] {
  const { payroll: words } = wording.texts;
  const money = (name: string, label: string, hint?: string): FieldDefinition => ({
    ...{ type: "number", name, label, suffix: words.crowns },
    ...(hint ? { hint } : {}),
  });
  const hours = (name: string, label: string): FieldDefinition => ({
    ...{ type: "number", name, label, suffix: "h" },
  });
  const of: FieldDefinition[] = [
    {
      ...{ type: "select", name: "assignmentId", label: words.assignment, isRequired: true },
      options: page.assignments.map((one) => ({
        value: String(one.id),
        label: words.option(one.personName, one.positionName),
      })),
    },
    {
      ...{ type: "select", name: "month", label: words.month, isRequired: true },
      options: monthOptions(page, wording),
    },
  ];
  const code: FieldDefinition = {
    ...{ type: "select", name: "contractCode", label: words.contractCode, isRequired: true },
    options: contractCodes.map((value) => ({ value, label: words.contractCodes[value] })),
  };
  return [
    { rows: [of, code] },
    {
      title: words.sums,
      rows: [
        [
          { ...money("pay", words.pay), isRequired: true },
          money("levies", words.levies, words.leviesHint),
        ],
        [
          money("otherWithLevies", words.otherWithLevies),
          money("otherWithoutLevies", words.otherWithoutLevies),
        ],
      ],
    },
    {
      title: words.hours,
      hint: words.hoursHint,
      rows: [[hours("fundHours", words.fundHours), hours("projectHours", words.projectHours)]],
    },
  ];
}

/** The months of the project up to the present one, the latest first. */
function monthOptions({ project }: PayrollPage, { formats, today }: Wording) {
  const last = [monthOf(today), monthOf(project.endsOn)].toSorted()[0] ?? monthOf(today);
  return monthsFrom(monthOf(project.startsOn), last)
    .toReversed()
    .map((month) => ({ value: month, label: formats.monthName(month) }));
}

/** An item as the form shows it. */
export function payrollValues(
  item: PayrollItem,
  { formats }: Pick<Wording, "formats">,
): FormValues {
  const money = (halere: number) => (halere === 0 ? "" : formats.inputMoney(halere));
  return {
    version: String(item.version),
    assignmentId: String(item.assignmentId),
    month: item.month,
    contractCode: item.contractCode,
    pay: formats.inputMoney(item.payHalere),
    otherWithLevies: money(item.otherWithLeviesHalere),
    levies: formats.inputMoney(item.leviesHalere),
    otherWithoutLevies: money(item.otherWithoutLeviesHalere),
    fundHours: formats.inputScaled(item.fundHoursE2, 2),
    projectHours: formats.inputScaled(item.projectHoursE2, 2),
  };
}

/** A proposal: the document's sum parted by the rate of levies, for whoever is paid from its line. */
export function proposedValues(
  page: PayrollPage,
  { formats }: Pick<Wording, "formats">,
): FormValues {
  const { expenditure, assignments, levyRate } = page;
  const held = assignments.find(({ budgetLineId }) => budgetLineId === expenditure.budgetLineId);
  const code = { employment: "Smlouva", dpc: "DPC", dpp: "DPP" } as const;
  const { pay, levies } = splitOf(expenditure.amountHalere, levyRate ?? 0);
  return {
    assignmentId: String(held?.id ?? ""),
    month: monthBefore(expenditure.validOn),
    contractCode: held ? code[held.contract] : "Smlouva",
    pay: formats.inputMoney(pay),
    levies: formats.inputMoney(levies),
  };
}

/** Pay is paid in the month after. */
function monthBefore(day: string): Month {
  return addToMonth(monthOf(day), -1);
}
