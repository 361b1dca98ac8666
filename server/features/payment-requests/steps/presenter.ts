import type { PaymentRequest } from "../../../../db/queries/payment-requests.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import type { Asking } from "../sums.ts";
import { requestName, type Wording } from "../words.ts";

export function presentSubmission(
  request: PaymentRequest,
  { claims, flat, room }: Asking,
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { submission: words } = texts.paymentRequests;
  const costs = claims.direct + flat;
  const over = room === null ? 0 : costs - room;
  return presentFormPage(
    {
      ...head(request, words.title, wording),
      lead: [
        words.lead(formats.money(costs + request.advanceHalere)),
        ...(request.milestoneId === null ? [] : [words.duty]),
      ],
      warnings: over > 0 ? [words.over(formats.money(over))] : [],
      action: paths.requestSubmission(request.projectId, request.id),
      sections: [{ rows: [dayField("submittedOn", words.day)] }],
      submit: words.submit,
    },
    state,
    texts,
  );
}

export function presentReturn(request: PaymentRequest, state: FormState, wording: Wording) {
  const { giving: words } = wording.texts.paymentRequests;
  return presentFormPage(
    {
      ...head(request, words.title, wording),
      lead: [words.lead],
      action: paths.requestReturn(request.projectId, request.id),
      sections: [{ rows: [reasonField(words.reason)] }],
      submit: words.submit,
    },
    state,
    wording.texts,
  );
}

export function presentWithdrawal(request: PaymentRequest, state: FormState, wording: Wording) {
  const { withdrawal: words } = wording.texts.paymentRequests;
  const { cancel, ...page } = head(request, words.title, wording);
  return presentFormPage(
    {
      ...page,
      lead: [words.lead],
      action: paths.requestWithdrawal(request.projectId, request.id),
      sections: [{ rows: [reasonField(words.reason)] }],
      submit: words.submit,
      isDanger: true,
      cancel: { ...cancel, label: words.back },
    },
    state,
    wording.texts,
  );
}

export function head(request: PaymentRequest, title: string, wording: Wording) {
  const href = paths.paymentRequest(request.projectId, request.id);
  return { title, code: requestName(request, wording), hidden: ["version"], cancel: { href } };
}

export function dayField(name: string, label: string): FieldDefinition {
  return { type: "date", name, label, isRequired: true, width: "short" };
}

function reasonField(label: string): FieldDefinition {
  return { type: "textarea", name: "reason", label, maxLength: 2000, rows: 4, isRequired: true };
}
