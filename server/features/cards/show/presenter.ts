import type { HistoryLine } from "../../../../db/queries/audit-events.ts";
import { paths } from "../../../paths.ts";
import { ownerKey } from "../../../values/owner.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { withQuery } from "../../../web/query-string.ts";
import { presentContinuationBox } from "../../card-continuations/words.ts";
import { yearAsked } from "../../card-statements/rules.ts";
import { presentStatementsBox } from "../../card-statements/words.ts";
import type { Wording } from "../../plans/words.ts";
import { presentFacts } from "./facts.ts";
import { type MayDo, presentMeasures } from "./measures.ts";
import type { CardPage } from "./service.ts";

/** The page of a card; what it leads to is shown by the box of links beside. */
export function presentCard(page: CardPage, may: MayDo, wording: Wording) {
  const { plan, card, statements } = page;
  const { texts, today } = wording;
  const said = {
    ...{ planId: plan.id, cardId: card.id, yearAsked: yearAsked(plan, today) },
    canAnswer: may.answer,
  };
  return {
    pageHeader: presentHeader(page, may, wording),
    planTitle: plan.title,
    archived: card.archivedAt === null ? null : presentArchived(page, may, wording),
    notice: card.isPlaceholder ? { tone: "info", text: texts.cards.placeholderNotice } : null,
    steps: presentSteps(page, wording),
    labels: texts.cards,
    historyTitle: texts.history.title,
    description: card.description === "" ? null : card.description,
    facts: presentFacts(page, wording),
    measures: presentMeasures(page, may, wording),
    owner: presentOwner(page, may, wording),
    statementsBox: presentStatementsBox(statements, said, wording),
    continuationBox: presentContinuationBox(page.continuations, plan.id, wording),
    historyList: presentHistory(page.history as HistoryLine[], wording),
  };
}

function presentHeader(page: CardPage, may: MayDo, { texts }: Wording) {
  const { card } = page;
  const { id, planId } = card;
  const archive = {
    ...{ href: paths.cardArchiving(planId, id), label: texts.cards.archive, icon: "archive" },
    method: "post" as const,
  };
  const place = placeOf(page);
  return {
    code: texts.cards.numberOf(card.number),
    title: card.name,
    ...(place === "" ? {} : { subtitle: place }),
    actions: may.edit
      ? {
          primary: { href: paths.editCard(planId, id), label: texts.cards.edit, icon: "pencil" },
          more: [archive],
        }
      : null,
  };
}

/** `1 Péče o rodiny › 1.1 Podpora v přirozeném prostředí` */
function placeOf({ areas, card }: CardPage): string {
  const steps: string[] = [];
  let area = areas.find(({ id }) => id === card.areaId);
  while (area && steps.length < areas.length) {
    steps.unshift(`${area.code} ${area.title}`);
    const { parentId } = area;
    area = areas.find(({ id }) => id === parentId);
  }
  return steps.join(" › ");
}

function presentArchived({ plan, card }: CardPage, may: MayDo, { texts }: Wording) {
  const { archivedNotice, restore } = texts.cards;
  return {
    text: archivedNotice,
    action: may.restore ? paths.cardRestoration(plan.id, card.id) : null,
    label: restore,
  };
}

/** The cards before and after, in the order of the plan. */
function presentSteps({ card, numbers }: CardPage, { texts }: Wording) {
  const place = numbers.findIndex(({ id }) => id === card.id);
  const step = (other: { id: number; number: string } | undefined, label: (n: string) => string) =>
    other && {
      href: paths.card(card.planId, other.id),
      number: other.number,
      label: label(other.number),
    };
  return {
    previous: place > 0 ? step(numbers[place - 1], texts.cards.previous) : undefined,
    next: place >= 0 ? step(numbers[place + 1], texts.cards.next) : undefined,
  };
}

function presentOwner({ card }: CardPage, may: MayDo, { texts }: Wording) {
  const { owner } = texts.cards;
  const label = card.ownerName === null ? owner.choose : owner.change;
  return {
    title: owner.title,
    name: card.ownerName,
    href: withQuery(paths.plan(card.planId), { owner: ownerKey(card) }),
    none: owner.none,
    change: may.edit ? { href: paths.cardOwner(card.planId, card.id), label } : null,
  };
}
