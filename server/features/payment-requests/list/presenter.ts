import { paths } from "../../../paths.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { Settlement } from "../rules.ts";
import { periodName, requestName, requestPill, sumOrBlank, type Wording } from "../words.ts";
import type { RequestLine, RequestList, RequestSums } from "./service.ts";

interface Of {
  projectId: number;
  canEdit: boolean;
}

export function presentRequestList(list: RequestList, wording: Wording, of: Of) {
  const { texts } = wording;
  const { paymentRequests: words } = texts;
  const create = { href: paths.newPaymentRequest(of.projectId), label: words.new, icon: "plus" };
  const sheet = {
    href: withQuery(paths.paymentRequests(of.projectId), { format: "xlsx" }),
    label: texts.milestones.workbook,
    icon: "file-spreadsheet",
  };
  return {
    pageHeader: {
      title: words.title,
      subtitle: words.subtitle,
      actions: {
        primary: of.canEdit ? create : null,
        more: list.lines.length > 0 ? [sheet] : [],
      },
    },
    labels: words.columns,
    rows: list.lines.map((line) => presentLine(line, wording)),
    total: presentSums(list.total, wording),
    settlement: presentSettlement(list, wording, of),
    emptyState: {
      text: words.empty,
      detail: words.emptyDetail,
      icon: "building-bank",
      ...(of.canEdit ? { action: create } : {}),
    },
  };
}

function presentLine({ request, sums, isDraft }: RequestLine, wording: Wording) {
  const { texts, formats } = wording;
  const { paymentRequests: words } = texts;
  const { submittedOn, decidedOn, receivedOn } = request;
  const { direct, flat, advance } = sums;
  const parts = [
    ...(advance > 0 && direct + flat > 0 ? [words.advanceNote(formats.money(advance))] : []),
    ...(flat > 0
      ? [words.directNote(formats.money(direct)), words.flatNote(formats.money(flat))]
      : []),
  ];
  return {
    href: paths.paymentRequest(request.projectId, request.id),
    name: requestName(request, wording),
    kind: [words.kinds[request.kind], periodName(request, wording)].filter(Boolean).join(", "),
    pill: requestPill(request.state, texts),
    ...presentSums(sums, wording),
    askedNotes: isDraft ? [words.draftNote] : parts,
    days: [
      ...(submittedOn === null ? [] : [words.submittedNote(formats.date(submittedOn))]),
      ...(decidedOn === null ? [] : [words.decidedNote(formats.date(decidedOn))]),
    ],
    receivedOn: receivedOn === null ? "" : formats.date(receivedOn),
  };
}

function presentSums(sums: RequestSums, wording: Wording) {
  return {
    asked: sumOrBlank(sums.advance + sums.direct + sums.flat, wording),
    approved: sumOrBlank(sums.approvedDirect + sums.approvedFlat, wording),
    cut: sumOrBlank(sums.cut, wording),
    moved: sumOrBlank(sums.moved, wording),
    received: sumOrBlank(sums.received, wording),
  };
}

function presentSettlement(
  { total, settlement, lines }: RequestList,
  { texts, formats }: Wording,
  { projectId, canEdit }: Of,
) {
  if (lines.length === 0) return null;
  const { settlement: words } = texts.paymentRequests;
  const approved = total.approvedDirect + total.approvedFlat;
  const term = (label: string, halere: number) => ({ term: label, text: formats.money(halere) });
  return {
    title: words.title,
    definitionList: [
      term(words.received, total.received),
      term(words.approved, approved),
      ...(total.income > 0 ? [term(words.income, total.income)] : []),
      ...(settlement ? settledTerms(settlement, term, words) : []),
    ],
    unknown: settlement
      ? null
      : {
          tone: "info" as const,
          text: words.unknown,
          ...(canEdit ? { href: paths.funding(projectId), linkText: words.sources } : {}),
        },
  };
}

function settledTerms(
  settlement: Settlement,
  term: (label: string, halere: number) => { term: string; text: string },
  words: Wording["texts"]["paymentRequests"]["settlement"],
) {
  return [
    term(words.entitled, settlement.entitled),
    term(words.settled, settlement.settled),
    term(words.remaining, settlement.remaining),
    ...(settlement.owed > 0 ? [term(words.owed, settlement.owed)] : []),
  ];
}
