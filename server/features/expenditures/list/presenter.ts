import type { ExpenditureLine, OverdrawnLine } from "../../../../db/queries/expenditure-list.ts";
import { paths } from "../../../paths.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { withQuery } from "../../../web/query-string.ts";
import { isSpent, restOf } from "../rules.ts";
import {
  codeOfActivity,
  isHidden,
  nameOf,
  occasionOf,
  type Reader,
  statePill,
  type Wording,
} from "../words.ts";
import { isNarrowed, listHref, presentExpenditureFilters, presentStateTabs } from "./filters.ts";
import type { ExpenditureListView } from "./schema.ts";
import type { ExpenditureList } from "./service.ts";

export interface Allowed {
  edit: boolean;
  import: boolean;
}

export function presentExpenditureList(
  list: ExpenditureList,
  view: ExpenditureListView,
  page: number,
  { wording, reader, can }: { wording: Wording; reader: Reader; can: Allowed },
) {
  const { projectId, rows } = list;
  const { expenditures } = wording.texts;
  const total = countOf(list, view);
  return {
    pageHeader: presentHeader(projectId, view, wording, can),
    notice: overdrawnNotice(list.overdrawn, wording),
    tabs: presentStateTabs(list, view, wording),
    filterBar: presentExpenditureFilters(list, view, wording, reader),
    headers: presentHeaders(projectId, view, wording),
    labels: expenditures.columns,
    inCrowns: expenditures.inCrowns,
    assignment:
      can.edit && rows.length > 0
        ? { action: paths.newExpenditureAssignment(projectId), label: expenditures.assignChosen }
        : null,
    rows: rows.map((row) => presentRow(row, wording, reader)),
    totals: presentTotals(list, view, wording, reader),
    emptyState: rows.length > 0 ? null : emptyState(list, view, wording, can),
    pagination: presentPagination({
      page,
      total,
      summary: summary(page, total, wording),
      href: (wanted) => listHref(projectId, view, { page: wanted === 1 ? null : wanted }),
    }),
  };
}

function sumsOf({ sums }: ExpenditureList, view: ExpenditureListView) {
  return sums.filter(({ state }) =>
    view.state === "all" ? state !== "withdrawn" : state === view.state,
  );
}

export function countOf(list: ExpenditureList, view: ExpenditureListView): number {
  return sumsOf(list, view).reduce((total, { count }) => total + count, 0);
}

function presentHeader(
  projectId: number,
  view: ExpenditureListView,
  { texts }: Wording,
  can: Allowed,
) {
  const { expenditures } = texts;
  const imports = withQuery(paths.newImport(projectId), { kind: "expenditures" });
  const workbook = listHref(projectId, view, { format: "xlsx" });
  return {
    title: expenditures.title,
    subtitle: expenditures.subtitle,
    actions: {
      primary: can.edit
        ? { href: paths.newExpenditure(projectId), label: expenditures.new, icon: "plus" }
        : null,
      more: [
        ...(can.import ? [{ href: imports, label: expenditures.import, icon: "upload" }] : []),
        { href: workbook, label: expenditures.workbook, icon: "file-spreadsheet" },
      ],
    },
  };
}

function overdrawnNotice(overdrawn: OverdrawnLine[], { texts, formats }: Wording) {
  const { expenditures } = texts;
  if (overdrawn.length === 0) return null;
  const lines = overdrawn.map(({ code, name, overHalere }) =>
    expenditures.overdrawnLine(`${code} ${name}`, formats.money(overHalere)),
  );
  return { tone: "warning" as const, text: expenditures.overdrawn(lines.join(", ")) };
}

function presentHeaders(projectId: number, view: ExpenditureListView, { texts }: Wording) {
  const { columns } = texts.expenditures;
  const sortable = (by: "day" | "line" | "amount", label: string) => ({
    label,
    href: listHref(projectId, view, { sort: view.sort === by ? `-${by}` : by }),
    direction: direction(view.sort, by),
    isNumber: by === "amount",
  });
  return {
    day: sortable("day", columns.day),
    line: sortable("line", columns.line),
    amount: sortable("amount", columns.amount),
  };
}

function direction(sort: string, by: string): "ascending" | "descending" | null {
  if (sort === by) return "ascending";
  return sort === `-${by}` ? "descending" : null;
}

function presentRow(row: ExpenditureLine, wording: Wording, reader: Reader) {
  const { texts, formats } = wording;
  const { expenditures } = texts;
  const name = nameOf(row, reader, texts);
  return {
    id: row.id,
    href: paths.expenditure(row.projectId, row.id),
    day: formats.date(row.validOn),
    name,
    note: noteOf(row, reader, texts),
    line: row.lineCode ?? expenditures.withoutLine,
    lineName: row.lineName ?? "",
    hasLine: row.lineCode !== null,
    activity: codeOfActivity(row) ?? "",
    period: row.periodNumber === null ? "" : expenditures.periodName(row.periodNumber),
    pill: statePill(row, texts),
    isSpent: isSpent(row) && row.archivedAt === null,
    ...(isHidden(row, reader)
      ? { amount: expenditures.hidden, claimed: "", approved: "", cut: "", rest: "" }
      : presentSums(row, wording)),
    choose: row.archivedAt === null && !isHidden(row, reader) ? expenditures.chooseOne(name) : null,
  };
}

function presentSums(row: ExpenditureLine, { texts, formats }: Wording) {
  const sum = (halere: number) => (halere === 0 ? "" : formats.scaled(halere, 2));
  return {
    amount: formats.scaled(row.amountHalere, 2),
    claimed: sum(row.claimedHalere),
    approved: sum(row.approvedHalere),
    cut: row.cutHalere === 0 ? "" : texts.expenditures.cutOf(sum(row.cutHalere)),
    rest: sum(restOf(row)),
  };
}

/** Number of the document, supplier, what it was for. */
function noteOf(row: ExpenditureLine, reader: Reader, texts: Wording["texts"]): string {
  const occasion = occasionOf(row, reader.viewerId, texts);
  const document = isHidden(row, reader) ? [] : [row.documentNumber, row.supplierName];
  return [...document, occasion].filter(Boolean).join(" · ");
}

/** What is recorded of what is filtered; those who may not read pay get it without pay. */
function presentTotals(
  list: ExpenditureList,
  view: ExpenditureListView,
  { texts, formats }: Wording,
  { readsPay }: Reader,
) {
  const { expenditures } = texts;
  const recorded = sumsOf(list, view).flatMap(({ state, ...sums }) =>
    state !== "withdrawn" && isSpent({ state }) ? [sums] : [],
  );
  const add = (name: "count" | "amount" | "claimed" | "approved" | "cut") =>
    recorded.reduce((total, sums) => total + sums[name], 0);
  const money = (halere: number) => formats.scaled(halere, 2);
  return {
    label: expenditures.total,
    note: expenditures.totalNote(
      readsPay ? expenditures.count(add("count")) : expenditures.totalWithoutPay,
    ),
    amount: money(add("amount")),
    claimed: money(add("claimed")),
    approved: money(add("approved")),
    cut: add("cut") === 0 ? "" : expenditures.cutOf(money(add("cut"))),
    rest: money(add("amount") - add("claimed")),
  };
}

function summary(page: number, total: number, { texts }: Wording): string {
  const { expenditures } = texts;
  if (total <= PAGE_SIZE) return expenditures.count(total);
  const from = (page - 1) * PAGE_SIZE + 1;
  return expenditures.range(from, Math.min(from + PAGE_SIZE - 1, total), total);
}

function emptyState(
  { projectId, sums }: ExpenditureList,
  view: ExpenditureListView,
  { texts }: Wording,
  can: Allowed,
) {
  const { expenditures } = texts;
  if (isNarrowed(view) || sums.length > 0) {
    const action = { href: paths.expenditures(projectId), label: expenditures.clearFilter };
    return { text: expenditures.nothingMatches, icon: "filter", action };
  }
  const imports = withQuery(paths.newImport(projectId), { kind: "expenditures" });
  return {
    text: expenditures.empty,
    icon: "coins",
    ...(can.edit
      ? {
          detail: expenditures.emptyDetail,
          action: { href: paths.newExpenditure(projectId), label: expenditures.new, icon: "plus" },
        }
      : {}),
    ...(can.edit && can.import ? { second: { href: imports, label: expenditures.import } } : {}),
  };
}
