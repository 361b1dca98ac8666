import type { PaymentRequest } from "../../../../db/queries/payment-requests.ts";
import type { Period } from "../../../../db/queries/periods.ts";
import { paths } from "../../../paths.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { isOpen } from "../frame.ts";
import { requestKinds } from "../rules.ts";
import { requestName, type Wording } from "../words.ts";

type Rows = (FieldDefinition | FieldDefinition[])[];

export function presentRequestForm(
  request: PaymentRequest | null,
  { projectId, periods }: { projectId: number; periods: Period[] },
  state: FormState,
  wording: Wording,
) {
  const { form } = wording.texts.paymentRequests;
  if (request === null) return presentNew(projectId, periods, state, wording);
  const isLocked = !isOpen(request.state);
  const href = paths.paymentRequest(projectId, request.id);
  const all = openFields(periods, wording);
  return presentFormPage(
    {
      title: form.editTitle,
      code: requestName(request, wording),
      lead: isLocked ? [form.submitted] : [],
      action: href,
      hidden: ["version", ...(isLocked ? KEPT : [])],
      sections: [{ rows: isLocked ? all.flat().filter(({ name }) => !KEPT.includes(name)) : all }],
      submit: form.save,
      cancel: { href },
    },
    state,
    wording.texts,
  );
}

function presentNew(projectId: number, periods: Period[], state: FormState, wording: Wording) {
  const { form } = wording.texts.paymentRequests;
  const href = paths.paymentRequests(projectId);
  const claimsWhole = { type: "checkbox", name: "claimsWhole", label: form.claimsWhole } as const;
  return presentFormPage(
    {
      title: form.newTitle,
      action: href,
      sections: [{ rows: [...openFields(periods, wording), claimsWhole] }],
      submit: form.create,
      cancel: { href },
    },
    state,
    wording.texts,
  );
}

/** Sent along unseen once the request is submitted; the service keeps what is stored. */
const KEPT = ["number", "kind", "periodId", "advance", "income"];

function openFields(periods: Period[], { texts, formats }: Wording): Rows {
  const { form, kinds, period, crowns } = texts.paymentRequests;
  const periodOptions = periods.map(({ id, number, startsOn, endsOn }) => ({
    value: String(id),
    label: period(formats.number(number), formats.dateRange(startsOn, endsOn)),
  }));
  return [
    [
      {
        type: "number",
        name: "number",
        label: form.number,
        hint: form.numberHint,
        isRequired: true,
        width: "short",
      },
      {
        type: "select",
        name: "kind",
        label: form.kind,
        options: requestKinds.map((value) => ({ value, label: kinds[value] })),
      },
    ],
    { type: "text", name: "requestNumber", label: form.requestNumber, width: "medium" },
    {
      type: "select",
      name: "periodId",
      label: form.period,
      options: [{ value: "", label: form.noPeriodOption }, ...periodOptions],
    },
    [
      {
        type: "number",
        name: "advance",
        label: form.advance,
        hint: form.advanceHint,
        suffix: crowns,
        width: "medium",
      },
      {
        type: "number",
        name: "income",
        label: form.income,
        hint: form.incomeHint,
        suffix: crowns,
        width: "medium",
      },
    ],
    { type: "textarea", name: "note", label: form.note, maxLength: 2000, rows: 3 },
  ];
}

/** The request as the form shows it. */
export function requestValues(request: PaymentRequest, { formats }: Wording): FormValues {
  const sum = (halere: number) => (halere === 0 ? "" : formats.inputMoney(halere));
  return {
    version: String(request.version),
    number: String(request.number),
    kind: request.kind,
    requestNumber: request.requestNumber ?? "",
    periodId: String(request.periodId ?? ""),
    advance: sum(request.advanceHalere),
    income: sum(request.incomeHalere),
    note: request.note ?? "",
  };
}

/** The next number; the first is an advance. The period is the one before today's, which is over. */
export function proposedValues(
  lastNumber: number,
  periods: readonly Period[],
  today: string,
): FormValues {
  const isFirst = lastNumber === 0;
  const over = isFirst ? undefined : periods.findLast(({ endsOn }) => endsOn < today);
  return {
    number: String(lastNumber + 1),
    kind: isFirst ? "advance" : "interim",
    periodId: String(over?.id ?? ""),
    claimsWhole: "true",
  };
}
