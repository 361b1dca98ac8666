import { type ClaimSums, NO_CLAIMS } from "../../../../db/queries/claim-sums.ts";
import type { PaymentRequest } from "../../../../db/queries/payment-requests.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import type { RequestFrame } from "../frame.ts";
import { flatParts } from "../rules.ts";
import { dayField, head } from "../steps/presenter.ts";
import type { Wording } from "../words.ts";
import { decidedOf } from "./service.ts";

export function presentDecision(
  request: PaymentRequest,
  { frame, claims = NO_CLAIMS }: { frame: RequestFrame; claims: ClaimSums | undefined },
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { decision: words, crowns } = texts.paymentRequests;
  const { flatHalere: flat } = request;
  const parts = flatParts(frame.rates, decidedOf(claims), { flat, typed: null });
  const flatField: FieldDefinition = {
    type: "number",
    name: "flat",
    label: words.flat,
    hint: words.flatHint(formats.money(parts.approved), formats.money(flat)),
    suffix: crowns,
    width: "medium",
  };
  return presentFormPage(
    {
      ...head(request, words.title, wording),
      lead: leadOf(request, claims, wording),
      action: paths.requestDecision(request.projectId, request.id),
      sections: [
        {
          rows: [
            dayField("decidedOn", words.day),
            ...(flat > 0 ? [flatField] : []),
            { type: "textarea", name: "note", label: words.note, maxLength: 2000, rows: 3 },
          ],
        },
      ],
      submit: words.submit,
    },
    state,
    texts,
  );
}

function leadOf(request: PaymentRequest, claims: ClaimSums, { texts, formats }: Wording) {
  const { decision: words } = texts.paymentRequests;
  const { direct, cut, moved } = claims;
  const advance =
    request.advanceHalere === 0 ? [] : [words.advance(formats.money(request.advanceHalere))];
  if (direct === 0) return advance;
  const costs =
    cut + moved === 0
      ? words.whole(formats.money(direct + request.flatHalere))
      : words.part(formats.money(direct - cut - moved), formats.money(cut), formats.money(moved));
  return [costs, ...advance];
}
