import { paths } from "../../../paths.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { Wording } from "../../plans/words.ts";
import type { ComparedCard } from "../comparing/rules.ts";
import type { ComparedImport } from "../comparing/service.ts";
import { decisionPill, outcomePill } from "../words.ts";
import type { ImportPage } from "./presenter.ts";
import { type Filter, filters, shownCards } from "./rules.ts";

/** Cards of the annex under the areas they lie in. */
export function presentList({ compared, filter }: ImportPage, wording: Wording) {
  const { found, cards } = compared;
  const { texts, formats } = wording;
  const { show: words } = texts.planImports;
  const address = paths.planImport(found.planId, found.id);
  const counts = filters.map((one) => ({ one, count: shownCards(cards, one).length }));
  const offered = counts.filter(
    ({ one, count }) => one === "all" || one === filter || (count > 0 && count < cards.length),
  );
  return {
    tabs: offered.map(({ one, count }) => ({
      href: withQuery(address, { show: one === "all" ? null : one }),
      label: words.filters[one],
      count: formats.number(count),
      isCurrent: one === filter,
      ...(one === "blocked" ? { tone: "yellow" as const } : {}),
    })),
    groups: groupsOf(compared, shownCards(cards, filter)).map(({ title, cards: rows }) => ({
      title: title ?? words.without,
      rows: rows.map((card) => presentRow(card, { compared, filter }, wording)),
    })),
  };
}

interface Group {
  title: string | null;
  cards: ComparedCard[];
}

/** In the order of the annex; a new group wherever the area changes. */
function groupsOf({ areas, findings }: ComparedImport, cards: readonly ComparedCard[]): Group[] {
  const titles = new Map(
    [...findings.areas, ...areas].map(({ code, title }) => [code, `${code} ${title}`.trim()]),
  );
  const groups: Group[] = [];
  for (const card of cards) {
    const { areaCode } = card.content;
    const title = areaCode === null ? null : (titles.get(areaCode) ?? areaCode);
    const last = groups.at(-1);
    if (last && last.title === title) last.cards.push(card);
    else groups.push({ title, cards: [card] });
  }
  return groups;
}

function presentRow(
  card: ComparedCard,
  { compared, filter }: { compared: ComparedImport; filter: Filter },
  { texts }: Wording,
) {
  const { planId, id } = compared.found;
  const { show: words, card: cardWords, placeholder } = texts.planImports;
  const { recognised, content, proposals, isChangedByHand } = card;
  const repairs = new Set(recognised.repairs.map((repair) => repair.id));
  const warnings = recognised.warnings.filter(({ repairId }) => !repairs.has(repairId ?? ""));
  return {
    number: content.number || cardWords.noNumber,
    name: content.name || cardWords.noName,
    href: withQuery(paths.importedCard(planId, id, card.ordinal), {
      show: filter === "all" ? null : filter,
    }),
    outcome: outcomePill(card, texts),
    note: isChangedByHand ? words.changedByHand : recognised.isPlaceholder ? placeholder : null,
    proposals: proposals > 0 ? words.proposals(proposals) : null,
    warnings: warnings.length > 0 ? words.warnings(warnings.length) : null,
    decision: decisionPill(card, texts),
  };
}
