import type { Plan } from "../../../db/queries/plans.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import { planPill, type Wording, yearsText } from "./words.ts";

/** Pages of a plan that lie beside each other. */
const planPages = [
  "cards",
  "coverage",
  "fulfilment",
  "statements",
  "comparison",
  "actionPlans",
  "import",
] as const;
export type PlanPage = (typeof planPages)[number];

interface Action {
  href: string;
  label: string;
  icon?: string;
  method?: "post";
  isDanger?: boolean;
}

interface Shown {
  current: PlanPage;
  /** Whoever may not edit the plan has no use for its import. */
  canEdit: boolean;
  primary?: Action | null;
  more?: Action[];
}

/** The head of every page of a plan: its title and state, and the way to its other pages. */
export function presentPlanHeader(plan: Plan, shown: Shown, wording: Wording) {
  const { texts } = wording;
  const facts = [yearsText(plan, texts), plan.region].filter((fact) => fact !== null);
  const offered = planPages.filter((page) => page !== "import" || shown.canEdit);
  return {
    title: plan.title,
    pill: planPill(plan, texts),
    ...(facts.length > 0 ? { subtitle: facts.join(" · ") } : {}),
    actions: {
      primary: shown.primary ?? null,
      more: [...(shown.more ?? []), downloads(plan, texts)],
    },
    tabs: offered.map((page) => ({
      href: HREFS[page](plan.id),
      label: texts.plans.pages[page],
      isCurrent: page === shown.current,
    })),
  };
}

/** The plan, its coverage, fulfilment and action plans as files. */
function downloads({ id }: Plan, { planExports }: Texts): Action {
  return { href: paths.planFiles(id), label: planExports.title, icon: "download" };
}

const HREFS: Record<PlanPage, (planId: number) => string> = {
  cards: paths.plan,
  coverage: paths.planCoverage,
  fulfilment: paths.planFulfilment,
  statements: paths.planStatements,
  comparison: paths.planComparison,
  actionPlans: paths.actionPlans,
  import: paths.planImports,
};
