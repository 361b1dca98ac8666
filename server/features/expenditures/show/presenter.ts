import type { ClaimOfExpenditure, RecordedFact } from "../../../../db/queries/expenditure-facts.ts";
import type { ExpenditureLine } from "../../../../db/queries/expenditure-list.ts";
import { paths } from "../../../paths.ts";
import type { Halere } from "../../../values/money.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { withQuery } from "../../../web/query-string.ts";
import { sumOf } from "../../payroll/rules.ts";
import { isSpent } from "../rules.ts";
import { isHidden, nameOf, type Reader, statePill, type Wording } from "../words.ts";
import { presentFacts, presentSums } from "./facts-presenter.ts";
import type { ExpenditurePage } from "./service.ts";

export interface Allowed {
  edit: boolean;
}

export function presentExpenditure(
  page: ExpenditurePage,
  { wording, reader, can }: { wording: Wording; reader: Reader; can: Allowed },
) {
  const { line } = page;
  const isSecret = isHidden(line, reader);
  return {
    pageHeader: presentHeader(line, wording, { reader, can }),
    labels: wording.texts.expenditures.show,
    notices: [
      ...presentNotices(page, wording),
      ...(isSecret ? [] : presentDifference(page, wording, can)),
    ],
    definitionList: presentFacts(line, wording, reader),
    sums: presentSums(line, wording, reader),
    claims: isSecret ? null : presentClaims(line.projectId, page.claims, wording),
    facts: isSecret ? [] : page.facts.map((fact) => presentFact(fact, page.facts, wording)),
    historyList: presentHistory(page.history, wording),
  };
}

function presentHeader(
  line: ExpenditureLine,
  wording: Wording,
  { reader, can }: { reader: Reader; can: Allowed },
) {
  const { texts } = wording;
  const { show, kinds } = texts.expenditures;
  const edit = paths.editExpenditure(line.projectId, line.id);
  const steps = {
    planned: { href: withQuery(edit, { state: "ordered" }), label: show.order, icon: "check" },
    ordered: { href: withQuery(edit, { state: "recorded" }), label: show.record, icon: "check" },
  };
  const step = line.state === "planned" || line.state === "ordered" ? steps[line.state] : null;
  const isOpen = can.edit && !isHidden(line, reader);
  const isLiving = line.archivedAt === null;
  return {
    title: nameOf(line, reader, texts),
    code: kinds[line.kind],
    pill: statePill(line, texts),
    actions: {
      primary: isOpen && isLiving ? step : null,
      more: isOpen ? actionsOf(line, wording, edit) : [],
    },
  };
}

function actionsOf(line: ExpenditureLine, { texts }: Wording, edit: string) {
  const { show } = texts.expenditures;
  const { projectId, id } = line;
  if (line.archivedAt !== null) {
    const href = paths.expenditureRestoration(projectId, id);
    return [{ href, label: show.restore, icon: "arrow-back-up", method: "post" }];
  }
  const withdraw = paths.newExpenditureWithdrawal(projectId, id);
  const straight = withQuery(edit, { state: "recorded" });
  return [
    ...(line.state === "planned" ? [{ href: straight, label: show.record, icon: "check" }] : []),
    { href: edit, label: isSpent(line) ? show.correct : show.edit, icon: "pencil" },
    ...(line.kind === "payroll"
      ? [{ href: paths.payroll(projectId, id), label: texts.payroll.title, icon: "list-details" }]
      : []),
    ...(line.claimedHalere > 0
      ? []
      : [{ href: withdraw, label: show.withdraw, icon: "circle-x", isDanger: true }]),
  ];
}

function presentNotices({ line, twins, overdrawn }: ExpenditurePage, { texts, formats }: Wording) {
  const { show } = texts.expenditures;
  const { projectId } = line;
  if (line.archivedAt !== null) return [{ tone: "info" as const, text: show.withdrawnNotice }];
  return [
    ...overdrawn.map(({ budgetLineId, code, name, overHalere }) => ({
      tone: "warning" as const,
      text: show.overLine(`${code} ${name}`, formats.money(overHalere)),
      href: withQuery(paths.expenditures(projectId), { line: budgetLineId }),
      linkText: show.overLineLink,
    })),
    ...twins.map((twin) => ({
      tone: "warning" as const,
      text: show.twin(formats.date(twin.validOn)),
      href: paths.expenditure(projectId, twin.id),
      linkText: show.twinLink,
    })),
  ];
}

/** The sum of pay may be corrected after its parts were written. */
function presentDifference(
  { line, item }: ExpenditurePage,
  { texts, formats }: Wording,
  can: Allowed,
) {
  const { show } = texts.expenditures;
  const difference = item ? sumOf(item) - line.amountHalere : 0;
  if (difference === 0 || line.archivedAt !== null) return [];
  const sum = formats.money(Math.abs(difference));
  const href = paths.payroll(line.projectId, line.id);
  return [
    {
      tone: "warning" as const,
      text: difference > 0 ? show.partsOver(sum) : show.partsUnder(sum),
      ...(can.edit ? { href, linkText: texts.payroll.title } : {}),
    },
  ];
}

function presentClaims(
  projectId: number,
  claims: ClaimOfExpenditure[],
  { texts, formats }: Wording,
) {
  const { show } = texts.expenditures;
  const money = (halere: Halere | null) => (halere ? formats.money(halere) : "");
  return claims.map((claim) => ({
    request: show.request(claim.requestNumber),
    href: paths.paymentRequest(projectId, claim.paymentRequestId),
    claimed: formats.money(claim.claimedHalere),
    approved: claim.approvedHalere === null ? show.undecided : formats.money(claim.approvedHalere),
    cut: money(claim.cutHalere),
    moved: money(claim.movedHalere),
    reason: claim.cutReason ?? "",
  }));
}

/** What was recorded, newest first, with what has become of it. */
function presentFact(fact: RecordedFact, all: RecordedFact[], { texts, formats }: Wording) {
  const { show, states, withoutLine, periodName } = texts.expenditures;
  const { amountHalere, lineCode, periodNumber } = fact;
  const places = [
    show.factDay(formats.date(fact.validOn)),
    lineCode ?? withoutLine,
    ...(periodNumber === null ? [] : [periodName(periodNumber)]),
  ];
  return {
    line:
      amountHalere === null
        ? show.factWithdrawn
        : show.fact(states[fact.state], formats.money(amountHalere)),
    places: places.join(" · "),
    isCorrected: all.some(({ correctsId }) => correctsId === fact.id),
    corrected: show.corrected,
    reason: fact.reason,
    by: show.by(fact.recordedByName ?? texts.history.system, formats.dateTime(fact.recordedAt)),
  };
}
