import type { PaymentRequest, RequestState } from "../../../../db/queries/payment-requests.ts";
import { paths } from "../../../paths.ts";
import type { Wording } from "../words.ts";

type Step = "submit" | "decide" | "receive" | "giveBack" | "reconsider" | "withdraw" | "edit";

/** What may be done next in each state: the step to come first, then the rest. */
const STEPS: Record<RequestState, Step[]> = {
  draft: ["submit", "edit", "withdraw"],
  returned: ["submit", "edit", "withdraw"],
  submitted: ["decide", "edit", "giveBack", "withdraw"],
  approved: ["receive", "edit", "reconsider"],
  paid: ["receive", "edit"],
  withdrawn: [],
};

export function presentRequestActions(request: PaymentRequest, wording: Wording, canEdit: boolean) {
  const { show } = wording.texts.paymentRequests;
  const { projectId, id } = request;
  const at = [projectId, id] as const;
  const vouchers = { href: paths.voucherLists(...at), label: show.vouchers, icon: "download" };
  const steps = {
    submit: { href: paths.newRequestSubmission(...at), label: show.submit, icon: "check" },
    decide: { href: paths.newRequestDecision(...at), label: show.decide, icon: "check" },
    receive: { href: paths.newReceipt(...at), label: show.receive, icon: "plus" },
    giveBack: { href: paths.newRequestReturn(...at), label: show.giveBack, icon: "arrow-back-up" },
    reconsider: {
      href: paths.requestReconsideration(...at),
      label: show.reconsider,
      icon: "arrow-back-up",
      method: "post" as const,
    },
    withdraw: {
      href: paths.newRequestWithdrawal(...at),
      label: show.withdraw,
      icon: "circle-x",
      isDanger: true,
    },
    edit: { href: paths.editPaymentRequest(...at), label: show.edit, icon: "pencil" },
  };
  const [first, ...rest] = canEdit ? STEPS[request.state].map((step) => steps[step]) : [];
  const lists = request.kind === "advance" ? [] : [vouchers];
  return { primary: first ?? null, more: [...lists, ...rest] };
}
