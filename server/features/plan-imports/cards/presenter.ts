import { randomUUID } from "node:crypto";
import { paths } from "../../../paths.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { Catalogue } from "../../cards/fields/rules.ts";
import type { Wording } from "../../plans/words.ts";
import type { ComparedCard } from "../comparing/rules.ts";
import type { ComparedImport } from "../comparing/service.ts";
import type { AccountedLine } from "../recognition/rules.ts";
import { type Filter, shownCards } from "../show/rules.ts";
import { decisionPill, outcomePill } from "../words.ts";
import { presentRows } from "./rows.ts";

export interface CardPage {
  compared: ComparedImport;
  card: ComparedCard;
  filter: Filter;
  lines: readonly AccountedLine[];
  catalogue: Catalogue;
}

/** One card of the annex: what stands in the source beside what comes of it, field by field. */
export function presentCard(page: CardPage, wording: Wording) {
  const { card, compared } = page;
  const { texts } = wording;
  const { card: words, placeholder } = texts.planImports;
  const { number, name } = card.content;
  const decision = decisionPill(card, texts);
  const isOpen = compared.found.state === "read";
  return {
    pageHeader: {
      code: compared.found.fileName,
      title: `${number || words.noNumber} ${name || words.noName}`,
    },
    pills: [
      outcomePill(card, texts),
      ...(card.recognised.isPlaceholder
        ? [{ tone: "grey" as const, icon: "circle-dashed", label: placeholder }]
        : []),
      ...(decision ? [decision] : []),
    ],
    labels: { ...words, result: isOpen ? words.result : words.resultClosed },
    notices: noticesOf(page, wording),
    steps: presentSteps(page, wording),
    ...presentRows(page, wording),
    decision: isOpen ? presentDecision(page, wording) : null,
    toCard:
      card.cardId === null
        ? null
        : { href: paths.card(compared.found.planId, card.cardId), label: words.toCard },
  };
}

function noticesOf({ card, compared }: CardPage, { texts }: Wording) {
  const { card: words } = texts.planImports;
  if (compared.found.state !== "read") return [];
  const { block, content } = card;
  const twin = compared.cards.find(
    (other) => other.ordinal !== card.ordinal && other.content.number === content.number,
  );
  if (block !== null)
    return [
      {
        tone: "warning" as const,
        text: words.blocks[block],
        ...(block === "duplicate" && twin
          ? {
              href: paths.importedCard(compared.found.planId, compared.found.id, twin.ordinal),
              linkText: words.twin(content.number),
            }
          : {}),
      },
    ];
  if (card.decision === "skipped") return [];
  if (card.isChangedByHand) return [{ tone: "info" as const, text: words.changedByHand }];
  if (card.outcome === "same") return [{ tone: "info" as const, text: words.same }];
  if (card.outcome !== "changed") return [];
  return [{ tone: "info" as const, text: words.changed(card.differences.length) }];
}

/** The neighbours in the list at hand. */
function presentSteps({ card, compared, filter }: CardPage, { texts, formats }: Wording) {
  const { card: words, show } = texts.planImports;
  const { planId, id } = compared.found;
  const shown = shownCards(compared.cards, filter);
  const before = shown.findLast(({ ordinal }) => ordinal < card.ordinal);
  const after = shown.find(({ ordinal }) => ordinal > card.ordinal);
  const query = { show: filter === "all" ? null : filter };
  const href = ({ ordinal }: ComparedCard) =>
    withQuery(paths.importedCard(planId, id, ordinal), query);
  const place = shown.findIndex(({ ordinal }) => ordinal === card.ordinal) + 1;
  const position = words.position(formats.number(place), formats.number(shown.length));
  return {
    position: place === 0 ? "" : position,
    list: filter === "all" ? null : show.filters[filter],
    previous: before ? { href: href(before), label: words.previous } : null,
    next: after ? { href: href(after), label: words.next } : null,
    back: { href: withQuery(paths.planImport(planId, id), query), label: words.back },
  };
}

interface Button {
  choice: string;
  label: string;
  shortcut: string;
  isPrimary?: boolean;
}

function presentDecision({ card, compared, filter }: CardPage, { texts }: Wording) {
  const { card: words } = texts.planImports;
  const { planId, id } = compared.found;
  const query = { show: filter === "all" ? null : filter };
  return {
    action: paths.importedCardDecision(planId, id, card.ordinal),
    version: String(card.version),
    show: filter,
    submission: randomUUID(),
    buttons: buttonsOf(card, words),
    edit: {
      href: withQuery(paths.editImportedCard(planId, id, card.ordinal), query),
      label: words.edit,
    },
  };
}

function buttonsOf(
  { decision, edited, block }: ComparedCard,
  words: Wording["texts"]["planImports"]["card"],
): Button[] {
  const back = { choice: "undecided", label: words.takeBack, shortcut: "u" };
  if (decision === "skipped") return [{ ...back, isPrimary: true }];
  const accept = {
    choice: "accepted",
    label: edited ? words.acceptEdited : words.accept,
    shortcut: "a",
    isPrimary: true,
  };
  const skip = { choice: "skipped", label: words.skip, shortcut: "x" };
  const mayAccept = block === null || block === "undecided";
  const discard = { choice: "recognised", label: words.discardEdits, shortcut: "u" };
  return [
    ...(mayAccept ? [accept] : []),
    skip,
    ...(edited ? [discard] : []),
    ...(decision === "accepted" ? [back] : []),
  ];
}
