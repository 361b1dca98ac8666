import type { ComparedPlan } from "../../../db/queries/card-continuations.ts";
import type { Plan } from "../../../db/queries/plans.ts";
import { paths } from "../../paths.ts";
import type { FormState } from "../../web/form.ts";
import { presentFormErrors } from "../../web/form-fields.ts";
import { withQuery } from "../../web/query-string.ts";
import { presentPlanHeader } from "../plans/header.ts";
import { presentByHand } from "./by-hand-presenter.ts";
import { presentFresh, presentOlder } from "./rows-presenter.ts";
import { type ComparisonShow, comparisonShows } from "./schema.ts";
import type { Comparison } from "./service.ts";
import { type Wording, yearsOf } from "./words.ts";

export interface ComparisonPage {
  plan: Plan;
  others: readonly ComparedPlan[];
  comparison: Comparison | null;
  show: ComparisonShow | null;
  canEdit: boolean;
  /** Of the form that links two cards by hand. */
  state: FormState;
}

export function presentComparison(page: ComparisonPage, wording: Wording) {
  const { plan, comparison, canEdit, show } = page;
  const shown = { current: "comparison" as const, canEdit };
  return {
    pageHeader: presentPlanHeader(plan, shown, wording),
    formErrors: presentFormErrors(page.state, wording.texts),
    filterBar: page.others.length > 0 ? chooser(page, wording) : null,
    emptyState: comparison ? null : emptyState(page, wording),
    tiles: comparison ? presentTiles(page, comparison, wording) : [],
    older: comparison && show !== "fresh" ? presentOlder(page, comparison, wording) : null,
    fresh:
      comparison && (show === null || show === "fresh") ? presentFresh(comparison, wording) : null,
    byHand: comparison && canEdit ? presentByHand(page, comparison, wording) : null,
    action: paths.continuations(plan.id),
    dismissalAction: paths.dismissedContinuations(plan.id),
    hidden: shownNow(page, comparison),
    form: { submission: page.state.submission },
  };
}

/** What every form of the page says, so that it comes back to what was shown. */
function shownNow({ plan, show }: ComparisonPage, comparison: Comparison | null) {
  if (!comparison) return [];
  const other = { name: "with", value: String(otherPlan(plan, comparison).id) };
  return show === null ? [other] : [other, { name: "show", value: show }];
}

function emptyState({ others }: ComparisonPage, { texts }: Wording) {
  const words = texts.cardContinuations;
  if (others.length > 0) return { icon: "transfer", text: words.chooseFirst };
  return {
    icon: "transfer",
    text: words.nothingToCompare,
    detail: words.nothingToCompareDetail,
  };
}

function chooser(page: ComparisonPage, wording: Wording) {
  const { plan, others, comparison } = page;
  const words = wording.texts.cardContinuations;
  const other = comparison && otherPlan(plan, comparison);
  return {
    action: paths.planComparison(plan.id),
    fields: [
      {
        ...{ type: "select", name: "with", label: words.choose },
        ...{ isAutosubmit: true, isLabelHidden: true },
        value: other ? String(other.id) : "",
        options: [
          ...(other ? [] : [{ value: "", label: words.choosePlan }]),
          ...others.map((one) => ({
            value: String(one.id),
            label: [one.title, yearsOf(one, wording)].filter(Boolean).join(", "),
          })),
        ],
      },
    ],
    chips: comparison ? shownChips(page, comparison, wording) : [],
  };
}

function shownChips(page: ComparisonPage, comparison: Comparison, { texts }: Wording) {
  const { show } = page;
  if (show === null) return [];
  const label = texts.cardContinuations.show[show];
  return [{ label, href: hrefOf(page, comparison, null) }];
}

export function otherPlan(plan: Plan, { older, newer }: Comparison): ComparedPlan {
  return older.plan.id === plan.id ? newer.plan : older.plan;
}

function hrefOf({ plan }: ComparisonPage, comparison: Comparison, show: ComparisonShow | null) {
  const other = otherPlan(plan, comparison);
  return withQuery(paths.planComparison(plan.id), { with: other.id, show });
}

function countsOf({ compared }: Comparison): Record<ComparisonShow, number> {
  const inState = (state: string) => compared.older.filter((row) => row.state === state).length;
  return {
    ...{ continued: inState("continued"), offered: inState("offered") },
    ...{ ended: inState("ended"), fresh: compared.fresh.length },
  };
}

function presentTiles(page: ComparisonPage, comparison: Comparison, wording: Wording) {
  const { texts, formats } = wording;
  const words = texts.cardContinuations.tiles;
  const { older, newer } = comparison;
  const names = { older: shortName(older.plan, wording), newer: shortName(newer.plan, wording) };
  const notes: Record<ComparisonShow, string> = {
    continued: words.ofOlder(names.older),
    offered: words.toDecide,
    ended: words.ofOlder(names.older),
    fresh: words.ofNewer(names.newer),
  };
  const counts = countsOf(comparison);
  return comparisonShows.map((show) => ({
    label: words[show],
    value: formats.number(counts[show]),
    note: notes[show],
    href: hrefOf(page, comparison, show),
  }));
}

/** `2014–2017`, or the whole title where a plan has no years. */
function shortName(plan: ComparedPlan, wording: Wording): string {
  return yearsOf(plan, wording) ?? plan.title;
}
