import type { Router } from "express";
import type { PaymentRequest } from "../../../../db/queries/payment-requests.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { idParam } from "../../../web/id-param.ts";
import { backToRequest, requestOf, showRequestForm } from "../pages.ts";
import { receiptSchema } from "../schema.ts";
import { dayField, head } from "../steps/presenter.ts";
import { inState } from "../steps/routes.ts";
import type { Wording } from "../words.ts";
import { recordReceipt, removeReceipt } from "./service.ts";

export function addReceiptRoutes(router: Router, deps: Deps): void {
  const may = allow("payment-request:edit");
  const at = [":projectId", ":requestId"] as const;
  const receipt = form(deps, receiptSchema, {
    initial: (_req, res) => {
      const { version } = inState(res, ["approved", "paid"]);
      return { version: String(version), receivedOn: res.locals.today };
    },
    show: (_req, res, state) =>
      showRequestForm(res, presentReceipt(requestOf(res), state, res.locals)),
    save: async (req, res, entry) => {
      const { projectId, id } = requestOf(res);
      await recordReceipt(deps, authorOf(req, res), { projectId, id }, entry);
      backToRequest(res);
    },
  });
  router.get(paths.newReceipt(...at), may, receipt.show);
  router.post(paths.receipts(...at), may, receipt.submit);
  router.post(paths.receiptRemoval(...at, ":receiptId"), may, async (req, res) => {
    const { projectId, id } = requestOf(res);
    const receiptId = idParam(req.params.receiptId);
    await removeReceipt(deps, authorOf(req, res), { projectId, id }, receiptId);
    backToRequest(res);
  });
}

function presentReceipt(request: PaymentRequest, state: FormState, wording: Wording) {
  const { receipt: words, crowns } = wording.texts.paymentRequests;
  return presentFormPage(
    {
      ...head(request, words.title, wording),
      action: paths.receipts(request.projectId, request.id),
      sections: [
        {
          rows: [
            [
              dayField("receivedOn", words.day),
              {
                type: "number",
                name: "amount",
                label: words.amount,
                hint: words.amountHint,
                suffix: crowns,
                isRequired: true,
                width: "medium",
              },
            ],
            { type: "text", name: "note", label: words.note },
          ],
        },
      ],
      submit: words.submit,
    },
    state,
    wording.texts,
  );
}
