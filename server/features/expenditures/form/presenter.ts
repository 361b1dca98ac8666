import type { ActivityName } from "../../../../db/queries/activities.ts";
import type {
  ExpenditureOccasion,
  KnownSupplier,
} from "../../../../db/queries/expenditure-choices.ts";
import type { Expenditure } from "../../../../db/queries/expenditures.ts";
import type { Period } from "../../../../db/queries/periods.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition, FieldOption } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { activityOptions } from "../../activities/words.ts";
import { expenditureKinds, recordedStateOf, recordedStates } from "../rules.ts";
import { nameOf, occasionKey, occasionOptions, type Reader, type Wording } from "../words.ts";

export interface ExpenditureChoices {
  projectId: number;
  lines: FieldOption[];
  activities: ActivityName[];
  occasions: ExpenditureOccasion[];
  periods: Period[];
  suppliers: KnownSupplier[];
}

export function presentExpenditureForm(
  choices: ExpenditureChoices,
  state: FormState,
  wording: Wording,
  { reader, edited }: { reader: Reader; edited?: Expenditure },
) {
  const { texts } = wording;
  const { form } = texts.expenditures;
  const { projectId } = choices;
  const href = edited ? paths.expenditure(projectId, edited.id) : paths.expenditures(projectId);
  const page = presentFormPage(
    {
      title: edited ? form.editTitle : form.newTitle,
      ...(edited ? { code: nameOf(edited, reader, texts), hidden: ["version"] } : {}),
      action: href,
      sections: [
        documentSection(wording, reader),
        { title: form.sums, rows: [sumFields(wording)] },
        placeSection(choices, wording, { reader, chosen: state.values }),
        { title: form.contracts, isFolded: true, rows: contractFields(wording) },
        ...(edited ? [reasonSection(wording)] : []),
      ],
      submit: edited ? form.save : form.create,
      cancel: { href },
    },
    state,
    texts,
  );
  return { ...page, datalists: [{ id: "suppliers", options: supplierOptions(choices) }] };
}

function supplierOptions({ suppliers }: ExpenditureChoices) {
  return suppliers.map(({ ico, name }) => ({ value: ico, label: name }));
}

/** The expenditure as the form shows it. */
export function expenditureValues(one: Expenditure, formats: Formats): FormValues {
  const money = (halere: number | null) => (halere === null ? "" : formats.inputMoney(halere));
  return {
    version: String(one.version),
    kind: one.kind,
    state: recordedStateOf(one.state),
    ...orEmpty(one, ["documentNumber", "supplierName", "supplierIco"]),
    description: one.description,
    ...orEmpty(one, ["issuedOn", "paidOn"]),
    amount: money(one.amountHalere),
    total: money(one.totalHalere),
    net: money(one.netHalere),
    ...orEmpty(one, ["budgetLineId", "activityId"]),
    occasion: occasionValue(one),
    period: String(one.periodId ?? "none"),
    ...orEmpty(one, ["contractNumber", "orderNumber", "procurementNote"]),
  };
}

function orEmpty(one: Expenditure, names: readonly (keyof Expenditure)[]): FormValues {
  return Object.fromEntries(names.map((name) => [name, String(one[name] ?? "")]));
}

function occasionValue({ eventId, internshipId }: Expenditure): string {
  if (eventId !== null) return occasionKey({ kind: "event", id: eventId });
  return internshipId === null ? "" : occasionKey({ kind: "internship", id: internshipId });
}

function documentSection({ texts }: Wording, { readsPay }: Reader): SectionDefinition {
  const { form, fields, kinds, states } = texts.expenditures;
  const offered = expenditureKinds.filter((kind) => readsPay || kind !== "payroll");
  return {
    title: form.document,
    rows: [
      [
        {
          type: "select",
          name: "kind",
          label: fields.kind,
          options: offered.map((value) => ({ value, label: kinds[value] })),
        },
        {
          type: "select",
          name: "state",
          label: fields.state,
          hint: form.stateHint,
          options: recordedStates.map((value) => ({ value, label: states[value] })),
        },
      ],
      {
        type: "text",
        name: "description",
        label: fields.description,
        hint: form.descriptionHint,
        isRequired: true,
      },
      [
        { type: "text", name: "documentNumber", label: fields.documentNumber },
        { type: "date", name: "issuedOn", label: fields.issuedOn },
        { type: "date", name: "paidOn", label: fields.paidOn },
      ],
      [
        {
          type: "text",
          name: "supplierIco",
          label: fields.supplierIco,
          hint: form.icoHint,
          list: "suppliers",
        },
        { type: "text", name: "supplierName", label: fields.supplierName },
      ],
    ],
  };
}

function sumFields({ texts }: Wording): FieldDefinition[] {
  const { form, fields } = texts.expenditures;
  const money = (name: "amount" | "total" | "net") =>
    ({ type: "number", name, label: fields[name], suffix: form.suffix }) as const;
  return [
    { ...money("amount"), hint: form.amountHint, isRequired: true },
    { ...money("total"), hint: form.totalHint },
    money("net"),
  ];
}

function placeSection(
  choices: ExpenditureChoices,
  wording: Wording,
  { reader, chosen }: { reader: Reader; chosen: FormValues },
): SectionDefinition {
  const { form, fields } = wording.texts.expenditures;
  const select = (name: string, label: string, options: FieldOption[]): FieldDefinition => ({
    ...{ type: "select", name, label, options },
  });
  const occasions = occasionOptions(
    choices.occasions,
    reader,
    wording,
    String(chosen.occasion ?? ""),
  );
  return {
    title: form.place,
    rows: [
      select("budgetLineId", fields.budgetLineId, withKept(choices.lines, form.noLine, chosen)),
      [
        select(
          "activityId",
          fields.activityId,
          activityOptions(choices.activities, form.noActivity),
        ),
        select("occasion", fields.occasion, [{ value: "", label: form.noOccasion }, ...occasions]),
        select("period", fields.period, periodOptions(choices.periods, wording)),
      ],
    ],
  };
}

/** A line that the budget in force has no more stays on offer where it is chosen already. */
function withKept(lines: FieldOption[], none: string, chosen: FormValues): FieldOption[] {
  const kept = String(chosen.budgetLineId ?? "");
  const isGone = /^\d+$/.test(kept) && !lines.some(({ value }) => value === kept);
  return [{ value: "", label: none }, ...lines, ...(isGone ? [{ value: kept, label: kept }] : [])];
}

function periodOptions(periods: readonly Period[], { texts, formats }: Wording): FieldOption[] {
  const { form, periodName } = texts.expenditures;
  return [
    { value: "", label: form.periodByDay },
    ...periods.map(({ id, number, startsOn, endsOn }) => ({
      value: String(id),
      label: `${periodName(number)} (${formats.dateRange(startsOn, endsOn)})`,
    })),
    { value: "none", label: form.noPeriod },
  ];
}

function contractFields({ texts }: Wording): SectionDefinition["rows"] {
  const { fields } = texts.expenditures;
  return [
    [
      { type: "text", name: "contractNumber", label: fields.contractNumber },
      { type: "text", name: "orderNumber", label: fields.orderNumber },
    ],
    {
      type: "textarea",
      name: "procurementNote",
      label: fields.procurementNote,
      maxLength: 1000,
      rows: 2,
    },
  ];
}

function reasonSection({ texts }: Wording): SectionDefinition {
  const { form, fields } = texts.expenditures;
  const reason = { type: "textarea", name: "reason", label: fields.reason } as const;
  return {
    title: form.correction,
    rows: [{ ...reason, hint: form.reasonHint, maxLength: 500, rows: 2 }],
  };
}
