import type { Risk } from "../../../../db/queries/risks.ts";
import { paths } from "../../../paths.ts";
import { dueCell } from "../../../web/due-cell.ts";
import { PAGE_SIZE, presentPagination } from "../../../web/pagination.ts";
import { codeOfActivity } from "../../milestones/words.ts";
import { scoreOf, trendOf } from "../rules.ts";
import { levelPill, statePill, trendMark, type Wording } from "../words.ts";
import { isNarrowed, listHref, presentRiskFilters, presentStateTabs } from "./filters.ts";
import { presentMatrix } from "./matrix.ts";
import type { RiskListView } from "./schema.ts";
import type { RiskList } from "./service.ts";

interface Shown {
  view: RiskListView;
  page: number;
  canEdit: boolean;
}

export function presentRiskList(list: RiskList, shown: Shown, wording: Wording) {
  const { view, page } = shown;
  const { projectId, counts } = list;
  const { risks } = wording.texts;
  return {
    pageHeader: presentHeader(list, shown, wording),
    tabs: presentStateTabs(list, view, wording),
    filterBar: presentRiskFilters(list, view, wording),
    labels: risks.columns,
    headers: presentHeaders(projectId, view, wording),
    rows: list.risks.map((risk) => presentRow(risk, list, wording)),
    matrix: presentMatrix(projectId, list.places, wording),
    emptyState: list.risks.length > 0 ? null : presentEmpty(list, shown, wording),
    isEmpty: counts.all === 0 && counts.archived === 0 && !isNarrowed(view),
    pagination: presentPagination({
      page,
      total: counts[view.state],
      summary: summary(page, counts[view.state], wording),
      href: (wanted) => listHref(projectId, view, { page: wanted === 1 ? null : wanted }),
    }),
  };
}

function presentHeader({ projectId }: RiskList, { view, canEdit }: Shown, { texts }: Wording) {
  const { risks } = texts;
  const add = { href: paths.newRisk(projectId), label: risks.new, icon: "plus" };
  const sheet = {
    href: listHref(projectId, view, { format: "xlsx" }),
    label: risks.workbook,
    icon: "file-spreadsheet",
  };
  return {
    title: risks.title,
    subtitle: risks.subtitle,
    actions: { primary: canEdit ? add : null, more: [sheet] },
  };
}

function presentHeaders(projectId: number, view: RiskListView, { texts }: Wording) {
  const { columns } = texts.risks;
  const sortable = (by: "score" | "review" | "number", label: string, first: "" | "-" = "") => {
    const other = first === "" ? "-" : "";
    const sort = view.sort === `${first}${by}` ? `${other}${by}` : `${first}${by}`;
    const direction = view.sort === by ? "ascending" : view.sort === `-${by}` ? "descending" : null;
    return { label, href: listHref(projectId, view, { sort }), direction };
  };
  return {
    risk: sortable("number", columns.risk),
    level: sortable("score", columns.level, "-"),
    review: sortable("review", columns.review),
  };
}

function presentRow(risk: Risk, { projectId, previous }: RiskList, wording: Wording) {
  const { texts, formats } = wording;
  const { risks } = texts;
  const code = codeOfActivity(risk);
  const before = previous.get(risk.id) ?? null;
  const note = [risks.numberOf(formats.number(risk.number)), ...(code === null ? [] : [code])];
  return {
    href: paths.risk(projectId, risk.id),
    title: risk.title,
    note: note.join(" · "),
    level: levelPill(risk, wording),
    trend: trendMark(trendOf(scoreOf(risk), before), before, wording),
    state: risk.state === "open" ? null : statePill(risk.state, texts),
    owner: risk.ownerName ?? risks.nobody,
    hasOwner: risk.ownerName !== null,
    review: presentReview(risk, wording),
  };
}

/** When it is to be looked at again, as due days are shown everywhere. */
export function presentReview({ state, nextReviewOn }: Risk, wording: Wording) {
  if (state === "closed" || nextReviewOn === null) return null;
  return dueCell({ dueOn: nextReviewOn, doneOn: null, cancelledOn: null }, wording);
}

function summary(page: number, total: number, { texts }: Wording): string {
  const { risks } = texts;
  if (total <= PAGE_SIZE) return risks.count(total);
  const from = (page - 1) * PAGE_SIZE + 1;
  return risks.range(from, Math.min(from + PAGE_SIZE - 1, total), total);
}

function presentEmpty({ projectId, counts }: RiskList, shown: Shown, { texts }: Wording) {
  const { risks } = texts;
  if (counts.all > 0 || isNarrowed(shown.view)) {
    const clear = { href: paths.risks(projectId), label: risks.filter.clear };
    return { text: risks.nothingHere, icon: "filter", action: clear };
  }
  return {
    text: risks.empty,
    detail: risks.emptyDetail,
    icon: "alert-triangle",
    ...(shown.canEdit
      ? { action: { href: paths.newRisk(projectId), label: risks.new, icon: "plus" } }
      : {}),
  };
}
