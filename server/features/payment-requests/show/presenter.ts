import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFormErrors } from "../../../web/form-fields.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { type ClaimRights, type ClaimView, presentClaims } from "../claims/presenter.ts";
import { periodName, requestName, requestPill, type Wording } from "../words.ts";
import { presentRequestActions } from "./actions.ts";
import { presentLines } from "./lines.ts";
import type { RequestPage } from "./service.ts";
import { presentTiles } from "./tiles.ts";

export function presentRequest(
  page: RequestPage,
  state: FormState,
  wording: Wording,
  of: ClaimRights & { view: ClaimView },
) {
  const { request } = page;
  const { texts } = wording;
  const { paymentRequests: words } = texts;
  const period = periodName(request, wording);
  return {
    pageHeader: {
      title: requestName(request, wording),
      code: request.requestNumber ?? undefined,
      pill: requestPill(request.state, texts),
      subtitle: [words.kinds[request.kind], period].filter((part) => part !== null).join(", "),
      actions: presentRequestActions(request, wording, of.canEdit),
    },
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    labels: words.show,
    columns: words.claims.columns,
    notice: noticeOf(page, wording),
    tiles: presentTiles(page, wording),
    lines: presentLines(page, wording),
    claims:
      request.kind === "advance" ? null : presentClaims(request, page.claims, state, wording, of),
    advanceText: words.claims.advance,
    receipts: presentReceipts(page, wording, of.canEdit),
    definitionList: presentFacts(page, wording),
    historyList: presentHistory(page.history, wording),
  };
}

function noticeOf({ request }: RequestPage, { texts }: Wording) {
  const { show } = texts.paymentRequests;
  const { returnedReason: reason } = request;
  if (reason === null) return null;
  return request.state === "withdrawn"
    ? { tone: "info" as const, text: show.withdrawn(reason) }
    : { tone: "warning" as const, text: show.returned(reason) };
}

function presentReceipts({ request, receipts }: RequestPage, wording: Wording, canEdit: boolean) {
  const { texts, formats } = wording;
  const { show } = texts.paymentRequests;
  return receipts.map((receipt) => ({
    day: formats.date(receipt.validOn),
    what: receipt.receivedHalere < 0 ? show.refund : show.payment,
    amount: formats.money(receipt.receivedHalere),
    note: receipt.note ?? "",
    removal: canEdit ? paths.receiptRemoval(request.projectId, request.id, receipt.id) : null,
  }));
}

function presentFacts({ request }: RequestPage, wording: Wording) {
  const { texts, formats } = wording;
  const { show, kinds } = texts.paymentRequests;
  const missing = { text: show.missing, isMissing: true };
  const fact = (term: string, text: string | null) => ({
    term,
    ...(text === null ? missing : { text }),
  });
  const day = (date: string | null) => (date === null ? null : formats.date(date));
  const { projectId, milestoneId, incomeHalere } = request;
  return [
    fact(show.kind, kinds[request.kind]),
    fact(show.requestNumber, request.requestNumber),
    fact(show.period, periodName(request, wording)),
    fact(show.submittedOn, day(request.submittedOn)),
    fact(show.decidedOn, day(request.decidedOn)),
    ...(incomeHalere > 0 ? [fact(show.income, formats.money(incomeHalere))] : []),
    ...(milestoneId === null
      ? []
      : [
          {
            term: show.milestone,
            text: show.milestoneLink,
            href: paths.milestone(projectId, milestoneId),
          },
        ]),
    fact(show.note, request.note),
  ];
}
