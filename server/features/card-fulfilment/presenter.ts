import type { Plan } from "../../../db/queries/plans.ts";
import { paths } from "../../paths.ts";
import { withQuery } from "../../web/query-string.ts";
import { presentPlanHeader } from "../plans/header.ts";
import { presentProjects } from "./projects-presenter.ts";
import type { Fulfilment } from "./service.ts";
import { presentTree } from "./tree-presenter.ts";
import {
  isYearOver,
  measuresText,
  moneyTexts,
  notesOf,
  standingText,
  type Wording,
} from "./words.ts";

interface FulfilmentPage {
  plan: Plan;
  fulfilment: Fulfilment;
  years: readonly number[];
  canEdit: boolean;
}

export function presentFulfilment(page: FulfilmentPage, wording: Wording) {
  const { plan, fulfilment } = page;
  const words = wording.texts.cardFulfilment;
  const hasCards = fulfilment.cards.length > 0;
  return {
    pageHeader: presentPlanHeader(
      plan,
      {
        current: "fulfilment",
        canEdit: page.canEdit,
        more: hasCards ? downloads(page, wording) : [],
      },
      wording,
    ),
    title: words.title(String(fulfilment.year)),
    filterBar: hasCards ? yearFilter(page, wording) : null,
    standing: hasCards ? standingText(fulfilment, wording) : null,
    emptyState: hasCards ? null : { icon: "file-text", text: words.empty },
    tiles: hasCards ? presentTiles(fulfilment, wording) : [],
    tree: presentTree(plan.id, fulfilment, wording),
    projects: presentProjects(plan.id, fulfilment, wording),
    notes: notesOf(fulfilment, wording),
  };
}

const ICONS = { pdf: "file-text", docx: "file-text", xlsx: "file-spreadsheet" } as const;

function downloads({ plan, fulfilment }: FulfilmentPage, { texts }: Wording) {
  return (["pdf", "docx", "xlsx"] as const).map((format) => ({
    href: withQuery(paths.planFile(plan.id, "fulfilment", format), { year: fulfilment.year }),
    label: texts.planExports.download[format],
    icon: ICONS[format],
  }));
}

function yearFilter({ plan, fulfilment, years }: FulfilmentPage, { texts }: Wording) {
  const { year: label, title: yearLabel } = texts.cardFulfilment;
  return {
    action: paths.planFulfilment(plan.id),
    fields: [
      {
        ...{ type: "select", name: "year", label, value: String(fulfilment.year) },
        ...{ isAutosubmit: true, isLabelHidden: true },
        options: years.map((year) => ({ value: String(year), label: yearLabel(String(year)) })),
      },
    ],
    chips: [],
  };
}

function presentTiles(fulfilment: Fulfilment, wording: Wording) {
  const { texts, formats } = wording;
  const { sums } = fulfilment;
  const words = texts.cardFulfilment;
  const measures = measuresText(sums.measures, wording);
  const money = moneyTexts(sums.money, wording);
  return [
    {
      label: words.tiles.answered,
      value: words.partOf(formats.number(sums.answered), formats.number(sums.cards)),
      bar: { percent: Math.round((100 * sums.answered) / sums.cards) },
      note: answeredNote(fulfilment, wording),
    },
    {
      label: words.tiles.measures,
      value: measures?.label ?? words.tree.noMeasures,
      ...(measures && { bar: { percent: measures.percent } }),
    },
    {
      label: words.tiles.projects,
      value: formats.number(sums.money.projects),
      ...(sums.outside > 0 && { note: words.tiles.outside(formats.number(sums.outside)) }),
    },
    ...(money ? [{ label: words.tiles.total, value: money.total }, spentTile(money, wording)] : []),
  ];
}

/** Of a year under way nothing is missing: it is spoken of only once it is over. */
function answeredNote({ sums, ...of }: Fulfilment, { texts, formats }: Wording): string {
  const { tiles: words } = texts.cardFulfilment;
  const missing = sums.cards - sums.answered;
  if (missing === 0) return words.allAnswered;
  return isYearOver(of) ? words.answeredNote(formats.number(missing)) : words.notAskedYet;
}

function spentTile(
  { spent, spentBp, claimed }: NonNullable<ReturnType<typeof moneyTexts>>,
  { texts, formats }: Wording,
) {
  const words = texts.cardFulfilment.tiles;
  const share = spentBp === null ? [] : [words.ofTotal(formats.percent(spentBp))];
  return {
    ...{ label: words.spent, value: spent },
    ...(spentBp !== null && { bar: { percent: Math.min(100, Math.round(spentBp / 100)) } }),
    note: [...share, words.claimedOf(claimed)].join(", "),
  };
}
