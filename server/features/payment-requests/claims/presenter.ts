import type { ClaimRow, ClaimScope } from "../../../../db/queries/claims.ts";
import type { PaymentRequest } from "../../../../db/queries/payment-requests.ts";
import { paths } from "../../../paths.ts";
import { errorText } from "../../../texts/error-text.ts";
import type { FormState } from "../../../web/form.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import { isOpen } from "../frame.ts";
import type { Wording } from "../words.ts";
import type { ClaimsOnPage } from "./rules.ts";

const claimScopes = ["all", "period", "earlier", "claimed"] as const;

export interface ClaimView {
  scope: ClaimScope;
  page: number;
}

export interface ClaimRights {
  canEdit: boolean;
  readsPay: boolean;
}

/** The table of a request: to tick while it is built, to cut while it is decided, to read afterwards. */
export function presentClaims(
  request: PaymentRequest,
  { rows, counts }: ClaimsOnPage,
  state: FormState,
  wording: Wording,
  of: ClaimRights & { view: ClaimView },
) {
  const { texts, formats } = wording;
  const { claims: words } = texts.paymentRequests;
  const mode = modeOf(request, of.canEdit);
  const { view } = of;
  const total = counts[view.scope];
  const shown = rows.map((row) => presentRow(row, state, wording, { ...of, mode }));
  const at = [request.projectId, request.id] as const;
  const [from, to] = [(view.page - 1) * PAGE_SIZE + 1, (view.page - 1) * PAGE_SIZE + rows.length];
  return {
    mode,
    labels: words,
    tabs: presentScopes(request, counts, view, wording),
    action: withQuery(mode === "cut" ? paths.cuts(...at) : paths.claims(...at), queryOf(view)),
    version: String(state.values.version ?? request.version),
    wholeAction: mode === "claim" ? paths.wholeClaims(...at) : null,
    wholeLabel: request.periodId === null ? words.whole : words.wholePeriod,
    rows: shown,
    empty: { text: words.empty, icon: "receipt" },
    pagination:
      total <= PAGE_SIZE
        ? null
        : presentPagination({
            page: view.page,
            total,
            summary: words.summary(
              ...([from, to, total].map(formats.number) as [string, string, string]),
            ),
            href: (page) => withQuery(paths.paymentRequest(...at), queryOf({ ...view, page })),
          }),
  };
}

/** While it is built everything that may be claimed is shown, then only what was. */
export function scopeOf(request: PaymentRequest, canEdit: boolean, asked: unknown): ClaimScope {
  if (!isOpen(request.state) || !canEdit) return "claimed";
  return claimScopes.find((scope) => scope === asked) ?? "all";
}

export function queryOf({ scope, page }: ClaimView) {
  return { scope: scope === "all" ? null : scope, page: page === 1 ? null : page };
}

function modeOf({ state }: PaymentRequest, canEdit: boolean): "claim" | "cut" | "read" {
  if (!canEdit) return "read";
  if (isOpen(state)) return "claim";
  return state === "submitted" ? "cut" : "read";
}

function presentScopes(
  request: PaymentRequest,
  counts: ClaimsOnPage["counts"],
  view: ClaimView,
  { texts, formats }: Wording,
) {
  if (!isOpen(request.state)) return [];
  const scopes = request.periodId === null ? (["all", "claimed"] as const) : claimScopes;
  const href = paths.paymentRequest(request.projectId, request.id);
  return scopes.map((scope) => ({
    href: withQuery(href, queryOf({ scope, page: 1 })),
    label: texts.paymentRequests.claims.scopes[scope],
    count: formats.number(counts[scope]),
    isCurrent: view.scope === scope,
  }));
}

function presentRow(
  row: ClaimRow,
  state: FormState,
  wording: Wording,
  of: ClaimRights & { mode: "claim" | "cut" | "read" },
) {
  const { texts, formats } = wording;
  const isHidden = row.kind === "payroll" && !of.readsPay;
  const words = wordsOf(row, isHidden, wording);
  const money = (halere: number) =>
    isHidden ? texts.paymentRequests.claims.hidden : formats.money(halere);
  const blank = (halere: number) => (halere === 0 ? "" : money(halere));
  return {
    id: row.expenditureId,
    isHidden,
    ...words,
    line: row.lineCode === null ? "" : `${row.lineCode} ${row.lineName}`,
    day: formats.date(row.validOn),
    amount: money(row.amountHalere),
    most: money(row.mostHalere),
    claimed: blank(row.claimedHalere),
    approved: row.approvedHalere === null ? "" : money(row.approvedHalere),
    cut: blank(row.cutHalere),
    moved: blank(row.movedHalere),
    fields: fieldsOf(row, state, wording, of.mode),
  };
}

/** What names the row; pay that may not be read is called by its kind alone. */
function wordsOf(row: ClaimRow, isHidden: boolean, { texts }: Wording) {
  const { claims: words } = texts.paymentRequests;
  const name = isHidden ? words.payroll : row.description;
  const number = isHidden ? "" : (row.documentNumber ?? words.noDocument);
  const document = row.documentNumber === null || isHidden ? name : `${number} ${name}`;
  return {
    name,
    document: number,
    supplier: isHidden ? null : row.supplierName,
    reason: isHidden ? "" : (row.cutReason ?? ""),
    labels: {
      claim: words.claimOf(document),
      amount: words.amountOf(document),
      cut: words.cutOf(document),
      moved: words.movedOf(document),
      reason: words.reasonOf(document),
    },
  };
}

/** What the row's fields hold: as typed where the form came back, otherwise as stored. */
function fieldsOf(row: ClaimRow, state: FormState, { texts, formats }: Wording, mode: string) {
  const id = String(row.expenditureId);
  const typedAt = asList(state.values.expenditure).indexOf(id);
  const typed = (name: string, stored: string) =>
    typedAt < 0 ? stored : (asList(state.values[name])[typedAt] ?? "");
  const sum = (halere: number) => (halere === 0 ? "" : formats.inputMoney(halere));
  const isPart = row.claimedHalere > 0 && row.claimedHalere < row.mostHalere;
  const error = (name: string) => {
    const key = state.errors[`${name}-${id}`];
    return key === undefined ? null : errorText(texts, key);
  };
  const field = (name: string, stored: string) => ({
    name,
    id: `${name}-${id}`,
    value: typed(name, stored),
    error: error(name),
  });
  return {
    isClaimed: typedAt < 0 ? row.claimedHalere > 0 : asList(state.values.claim).includes(id),
    amount: field("amount", isPart ? sum(row.claimedHalere) : ""),
    cuts:
      mode === "cut"
        ? [
            field("cut", sum(row.cutHalere)),
            field("moved", sum(row.movedHalere)),
            field("reason", row.cutReason ?? ""),
          ]
        : [],
  };
}

function asList(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
