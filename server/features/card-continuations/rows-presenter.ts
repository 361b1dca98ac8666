import type { CardLine } from "../../../db/queries/card-fulfilment.ts";
import type { PlanArea } from "../../../db/queries/plan-areas.ts";
import { paths } from "../../paths.ts";
import type { Pill } from "../../web/health-pill.ts";
import { branchesOf } from "../card-fulfilment/branches/rules.ts";
import type { ComparisonPage } from "./presenter.ts";
import type { OlderCard, OlderState } from "./rules.ts";
import type { Comparison, SideOfComparison } from "./service.ts";
import type { Wording } from "./words.ts";

/** Cards of the older plan by its areas, each with what it goes on as or might. */
export function presentOlder(page: ComparisonPage, comparison: Comparison, wording: Wording) {
  const words = wording.texts.cardContinuations.table;
  const { older, newer, compared } = comparison;
  const shown = compared.older.filter(({ state }) => page.show === null || state === page.show);
  const rows = new Map(shown.map((row) => [row.card.id, row]));
  const cards = older.cards.filter(({ id }) => rows.has(id));
  return {
    label: words.label,
    columns: { older: older.plan.title, state: words.state, newer: newer.plan.title },
    groups: groupsOf(older.areas, cards, wording).map(({ title, cards }) => ({
      title,
      rows: cards.flatMap(({ id }) => {
        const row = rows.get(id);
        return row ? [presentRow(row, page, comparison, wording)] : [];
      }),
    })),
    emptyState: cards.length > 0 ? null : { icon: "filter", text: words.nothing },
  };
}

function presentRow(
  row: OlderCard<CardLine>,
  { plan, canEdit }: ComparisonPage,
  { older, newer }: Comparison,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const words = texts.cardContinuations.table;
  const { number } = row.card;
  const places = new Map(newer.areas.map((area) => [area.id, area]));
  const reason = ({ card, scoreBp, words: shared }: OlderCard<CardLine>["offers"][number]) => {
    const why = words.reason(shared.map(({ from }) => from).join(", "), formats.percent(scoreBp));
    // Cards of one name stand in different areas of a plan.
    const place = places.get(card.areaId ?? 0);
    return place ? `${place.code} ${place.title} · ${why}` : why;
  };
  return {
    ...cardOf(older, row.card),
    pill: pillOf(row.state, wording),
    continuations: row.continuations.map(({ id, card, note }) => ({
      ...cardOf(newer, card),
      note,
      removal: canEdit
        ? {
            action: paths.continuationRemoval(plan.id, id),
            label: words.remove,
            name: words.removeOf(number, card.number),
          }
        : null,
    })),
    offers: row.offers.map((offer) => ({
      ...cardOf(newer, offer.card),
      reason: reason(offer),
      confirmation: canEdit
        ? {
            ...{ fromCardId: row.card.id, toCardId: offer.card.id },
            ...{ label: words.confirm, name: words.confirmOf(number, offer.card.number) },
          }
        : null,
      dismissal: canEdit
        ? { label: words.dismiss, name: words.dismissOf(number, offer.card.number) }
        : null,
    })),
    dismissed: canEdit
      ? row.dismissed.map(({ id, card }) => ({
          ...{ ...cardOf(newer, card), note: words.dismissed },
          action: paths.dismissedContinuationRemoval(plan.id, id),
          ...{ label: words.offerAgain, aloud: words.offerAgainOf(number, card.number) },
        }))
      : [],
  };
}

const PILLS: Record<OlderState, Pick<Pill, "tone" | "icon">> = {
  continued: { tone: "green" },
  offered: { tone: "blue", icon: "help-circle" },
  ended: { tone: "grey" },
};

function pillOf(state: OlderState, { texts }: Wording): Pill {
  return { ...PILLS[state], label: texts.cardContinuations.table[state] };
}

/** Cards of the newer plan that continue none, by its areas. */
export function presentFresh({ newer, compared }: Comparison, wording: Wording) {
  const words = wording.texts.cardContinuations.fresh;
  const offered = new Map(compared.fresh.map(({ card, isOffered }) => [card.id, isOffered]));
  const cards = newer.cards.filter(({ id }) => offered.has(id));
  const pill = (isOffered: boolean): Pill =>
    isOffered
      ? { tone: "blue", label: words.offered }
      : { tone: "green", label: words.new, icon: "plus" };
  return {
    ...{ title: words.title, lead: cards.length > 0 ? words.lead : words.none },
    groups: groupsOf(newer.areas, cards, wording).map(({ title, cards }) => ({
      title,
      rows: cards.map((card) => ({
        ...cardOf(newer, card),
        pill: pill(offered.get(card.id) ?? false),
      })),
    })),
  };
}

function cardOf({ plan }: SideOfComparison, { id, number, name }: CardLine) {
  return { number, name, href: paths.card(plan.id, id) };
}

/** Cards under the innermost area they stand in, with the way to it. */
function groupsOf(areas: readonly PlanArea[], cards: readonly CardLine[], { texts }: Wording) {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const title = (area: PlanArea | null): string => {
    if (!area) return texts.cardContinuations.table.withoutArea;
    const parent = byId.get(area.parentId ?? 0);
    const own = `${area.code} ${area.title}`;
    return parent ? `${title(parent)} › ${own}` : own;
  };
  return branchesOf(areas, cards)
    .filter((branch) => branch.cards.length > 0)
    .map(({ area, cards }) => ({ title: title(area), cards }));
}
