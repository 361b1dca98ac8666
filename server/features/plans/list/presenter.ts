import { paths } from "../../../paths.ts";
import { withQuery } from "../../../web/query-string.ts";
import { coverageSegments, measuresProgress } from "../../cards/words.ts";
import { planPill, type Wording, yearsText } from "../words.ts";
import type { ListedPlan } from "./service.ts";

interface Shown {
  isArchived: boolean;
  canEdit: boolean;
}

export function presentPlans(
  { plans, archived }: { plans: ListedPlan[]; archived: number },
  { isArchived, canEdit }: Shown,
  wording: Wording,
) {
  const { texts } = wording;
  const add = { href: paths.newPlan(), label: texts.plans.new, icon: "plus" };
  return {
    pageHeader: {
      title: texts.plans.title,
      subtitle: texts.plans.subtitle,
      actions: {
        primary: canEdit ? add : null,
        more: [
          {
            href: paths.myCards(),
            label: texts.cardStatements.mine.title,
            icon: "clipboard-check",
          },
        ],
      },
    },
    columns: texts.plans.columns,
    rows: plans.map((plan) => presentRow(plan, wording)),
    other: presentOther(isArchived, archived, wording),
    emptyState: plans.length > 0 ? null : presentEmpty(isArchived, canEdit ? add : null, wording),
  };
}

function presentRow(plan: ListedPlan, wording: Wording) {
  const { texts, formats } = wording;
  const { partOf, partsOf } = texts.plans;
  const { cards, coverage } = plan;
  const n = (count: number) => formats.number(count);
  return {
    href: paths.plan(plan.id),
    title: plan.title,
    region: plan.region,
    years: yearsText(plan, texts),
    pill: planPill(plan, texts),
    cards: n(cards),
    coverage:
      cards === 0
        ? null
        : {
            segments: coverageSegments(coverage),
            label: partOf(n(coverage.running), n(cards)),
            words: partsOf(coverage, n),
          },
    measures: measuresProgress(plan.measures, wording),
    withoutOwner: plan.withoutOwner === 0 ? null : n(plan.withoutOwner),
    withoutOwnerHref: withQuery(paths.plan(plan.id), { owner: "nobody" }),
  };
}

/** The way to the archive where there is something in it, and back. */
function presentOther(isArchived: boolean, archived: number, { texts, formats }: Wording) {
  const { showLiving, showArchived } = texts.plans;
  if (isArchived) return { href: paths.plans(), label: showLiving };
  if (archived === 0) return null;
  const href = withQuery(paths.plans(), { state: "archived" });
  return { href, label: `${showArchived} (${formats.number(archived)})` };
}

function presentEmpty(
  isArchived: boolean,
  action: { href: string; label: string; icon: string } | null,
  { texts }: Wording,
) {
  const { nothingArchived, empty, emptyDetail } = texts.plans;
  if (isArchived) return { text: nothingArchived, icon: "archive" };
  return { text: empty, detail: emptyDetail, icon: "list-tree", ...(action ? { action } : {}) };
}
