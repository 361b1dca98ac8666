import type { ActionPlanItem } from "../../../db/queries/action-plan-items.ts";
import type { ActionPlan, ListedActionPlan } from "../../../db/queries/action-plans.ts";
import type { PlanArea } from "../../../db/queries/plan-areas.ts";
import type { Plan } from "../../../db/queries/plans.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Pill } from "../../web/health-pill.ts";
import { withQuery } from "../../web/query-string.ts";
import { presentPlanHeader } from "../plans/header.ts";
import { groupsOf } from "./areas.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

function statePill({ state, approvedOn }: ActionPlan, { texts, formats }: Wording): Pill {
  const words = texts.actionPlans;
  if (approvedOn === null) return { tone: "grey", icon: "pencil", label: words.states[state] };
  return { tone: "green", icon: "gavel", label: words.approvedOn(formats.date(approvedOn)) };
}

/** Action plans of a strategic plan by years. */
export function presentActionPlans(
  plan: Plan,
  { actionPlans, archived }: Record<"actionPlans" | "archived", readonly ListedActionPlan[]>,
  { canEdit }: { canEdit: boolean },
  wording: Wording,
) {
  const { texts, formats } = wording;
  const words = texts.actionPlans;
  const mayEdit = canEdit && plan.archivedAt === null;
  const primary = { href: paths.newActionPlan(plan.id), label: words.new, icon: "plus" };
  const header = { current: "actionPlans" as const, canEdit };
  return {
    pageHeader: presentPlanHeader(plan, mayEdit ? { ...header, primary } : header, wording),
    columns: words.columns,
    rows: actionPlans.map((one) => ({
      href: paths.actionPlan(plan.id, one.year),
      label: words.ofYear(String(one.year)),
      pill: statePill(one, wording),
      items: words.count(formats.number(one.items), one.items),
      results: words.partOf(formats.number(one.itemsWithResult), formats.number(one.items)),
    })),
    emptyState: { text: words.empty, detail: words.emptyDetail, icon: "checklist" },
    archived: mayEdit ? presentArchived(archived, wording) : null,
  };
}

/** Made by mistake and put away; they come back with all that was chosen into them. */
function presentArchived(archived: readonly ListedActionPlan[], { texts, formats }: Wording) {
  if (archived.length === 0) return null;
  const { archive, ofYear, count } = texts.actionPlans;
  return {
    title: archive.title(formats.number(archived.length)),
    items: archived.map(({ id, planId, year, items }) => ({
      label: ofYear(String(year)),
      note: count(formats.number(items), items),
      action: paths.actionPlanRestoration(planId, id),
      restore: archive.restore,
      aloud: archive.restoreOf(String(year)),
    })),
  };
}

export interface ShownActionPlan {
  plan: Plan;
  actionPlan: ActionPlan;
  items: readonly ActionPlanItem[];
  areas: readonly PlanArea[];
  canEdit: boolean;
}

/** The action plan of a year: what is to be done, by whom, until when, and what came of it. */
export function presentActionPlan(shown: ShownActionPlan, wording: Wording) {
  const { plan, actionPlan, items, areas } = shown;
  const words = wording.texts.actionPlans;
  const canEdit = shown.canEdit && plan.archivedAt === null;
  const choose = {
    href: paths.actionPlanItems(plan.id, actionPlan.year),
    label: words.choose,
    icon: "list-check",
  };
  const isDraft = actionPlan.approvedOn === null;
  return {
    pageHeader: {
      title: words.ofYear(String(actionPlan.year)),
      code: plan.title,
      pill: statePill(actionPlan, wording),
      actions: actionsOf(shown, { canEdit, isDraft, choose }, words),
    },
    note: actionPlan.note,
    labels: words,
    canEdit,
    columnCount: canEdit ? 6 : 5,
    groups: groupsOf(items, areas, words.choice.outside).map(({ title, rows }) => ({
      title,
      rows: rows.map((item) => presentItem(item, { ...shown, canEdit }, wording)),
    })),
    emptyState: {
      text: words.nothingChosen,
      detail: words.nothingChosenDetail,
      icon: "checklist",
      ...(canEdit && isDraft ? { action: choose } : {}),
    },
  };
}

function actionsOf(
  { plan, actionPlan }: ShownActionPlan,
  is: { canEdit: boolean; isDraft: boolean; choose: { href: string; label: string; icon: string } },
  words: Texts["actionPlans"],
) {
  const files = (["pdf", "docx", "xlsx"] as const).map((format) => ({
    href: withQuery(paths.planFile(plan.id, "action-plan", format), {
      year: actionPlan.year,
    }),
    label: words.files[format],
    icon: format === "xlsx" ? "file-spreadsheet" : "file-text",
  }));
  if (!is.canEdit) return { more: files };
  const edit = {
    href: paths.editActionPlan(plan.id, actionPlan.year),
    label: is.isDraft ? words.edit : words.editApproved,
    icon: "pencil",
  };
  if (!is.isDraft) return { more: [edit, ...files] };
  const away = {
    href: paths.actionPlanArchiving(plan.id, actionPlan.year),
    ...{ label: words.archive.move, icon: "archive", method: "post" as const },
  };
  return { primary: is.choose, more: [edit, ...files, away] };
}

function presentItem(
  item: ActionPlanItem,
  { plan, actionPlan, canEdit }: ShownActionPlan,
  { texts, formats, today }: Wording,
) {
  const words = texts.actionPlans;
  const isLate = item.dueOn !== null && item.dueOn < today && item.result === null;
  const name = item.measureText ?? item.cardName;
  return {
    card: `${item.cardNumber} ${item.cardName}`,
    href: paths.card(plan.id, item.cardId),
    measure: item.measureText ?? words.wholeCard,
    isWhole: item.measureText === null,
    state: item.measureState === null ? null : texts.cards.measures.states[item.measureState],
    task: item.task,
    due: item.dueOn === null ? null : formats.date(item.dueOn),
    isLate,
    owner: item.ownerName,
    result: item.result,
    edit: canEdit
      ? {
          href: paths.editActionPlanItem(plan.id, actionPlan.year, item.id),
          label: words.editItemOf(name),
        }
      : null,
  };
}
