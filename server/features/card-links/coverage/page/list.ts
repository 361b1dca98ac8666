import type { CoveredCard } from "../../../../../db/queries/card-coverage.ts";
import type { ShownLink } from "../../../../../db/queries/card-link-list.ts";
import { paths } from "../../../../paths.ts";
import type { Formats } from "../../../../texts/formats.ts";
import type { Texts } from "../../../../texts/index.ts";
import { PAGE_SIZE, pageOf, presentPagination } from "../../../../web/pagination.ts";
import { withQuery } from "../../../../web/query-string.ts";
import { calledProject, coveragePill } from "../../words.ts";
import { type Group, topArea } from "../groups/rules.ts";
import { type CoverageView, type ListedState, listedStates } from "../schema.ts";
import type { CoveragePage } from "./service.ts";

interface Shown {
  planId: number;
  page: CoveragePage;
  view: CoverageView;
  pageNumber: number;
  /** What the list is narrowed to, null for the whole plan. */
  group: Group | null;
  whole: Group;
}

interface Wording {
  texts: Texts;
  formats: Formats;
}

/** Cards by what covers them: those without a project first of all tabs. */
export function presentCardList(shown: Shown, wording: Wording) {
  const { page, view, group, whole, pageNumber } = shown;
  const words = wording.texts.cardCoverage;
  const { cardIds } = group ?? whole;
  const wanted = new Set(cardIds);
  const cards = page.cards.filter(
    ({ id }) => wanted.has(id) && (view.state === "all" || page.states.get(id) === view.state),
  );
  const { limit, offset } = pageOf(pageNumber);
  return {
    title: words.listTitle,
    labels: words.list,
    /** What all cards of the list have alike needs no column. */
    hasStates: view.state === "all",
    hasProjects: view.state !== "none",
    tabs: listedStates.map((state) => presentTab(state, shown, wording)),
    narrowed: group && {
      label: words.inGroup(group.label),
      clear: { href: hrefOf(shown, { group: null }), label: words.wholePlan },
    },
    parts: presentParts(cards.slice(offset, offset + limit), shown, wording),
    emptyState: cards.length > 0 ? null : presentEmpty(shown, wording),
    pagination: presentPagination({
      page: pageNumber,
      total: cards.length,
      summary: summaryOf(pageNumber, cards.length, wording),
      href: (number) => hrefOf(shown, { page: number === 1 ? null : number }),
    }),
  };
}

function presentTab(state: ListedState, shown: Shown, { texts, formats }: Wording) {
  const { counts, total } = shown.group ?? shown.whole;
  const count = state === "all" ? total : counts[state];
  return {
    href: hrefOf(shown, { state: state === "none" ? null : state }),
    label: texts.cardCoverage.tabs[state],
    count: formats.number(count),
    isCurrent: shown.view.state === state,
    ...(state === "none" && count > 0 ? { tone: "red" as const } : {}),
  };
}

/** Cards below the name of the area that they lie in, as they follow one another by their numbers. */
function presentParts(cards: readonly CoveredCard[], shown: Shown, wording: Wording) {
  const { areas } = shown.page;
  const parts: { title: string | null; rows: ReturnType<typeof presentCard>[] }[] = [];
  for (const card of cards) {
    const top = topArea(areas, card.areaId);
    const title = top ? `${top.code} ${top.title}` : null;
    if (parts.length === 0 || parts.at(-1)?.title !== title) parts.push({ title, rows: [] });
    parts.at(-1)?.rows.push(presentCard(card, shown, wording));
  }
  return parts;
}

function presentCard(card: CoveredCard, { planId, page }: Shown, { texts }: Wording) {
  const links = page.links.get(card.id) ?? [];
  const { noOwner } = texts.cardCoverage;
  return {
    href: paths.card(planId, card.id),
    number: card.number,
    name: card.name,
    responsible: card.responsible,
    pill: coveragePill(page.states.get(card.id) ?? "none", texts),
    projects: presentProjects(links, texts),
    owner: card.ownerName ?? noOwner,
    hasOwner: card.ownerName !== null,
  };
}

/** Each project once; those out of reach are counted. */
function presentProjects(links: readonly ShownLink[], texts: Texts) {
  const called = new Map<string, { label: string; href: string | null }>();
  for (const link of links.filter(({ isElsewhere }) => !isElsewhere)) {
    const label = calledProject(link, texts);
    const href = link.projectId === null ? null : paths.projectCards(link.projectId);
    called.set(`${link.projectId ?? label}`, { label, href });
  }
  const hidden = links.filter(({ isElsewhere }) => isElsewhere);
  const elsewhere = new Set(hidden.map(({ linkedId }) => linkedId)).size;
  return {
    named: [...called.values()],
    elsewhere: elsewhere > 0 ? texts.cardCoverage.elsewhere(elsewhere) : null,
  };
}

function summaryOf(page: number, total: number, { texts }: Wording): string {
  const words = texts.cardCoverage;
  if (total <= PAGE_SIZE) return words.count(total);
  const from = (page - 1) * PAGE_SIZE + 1;
  return words.range(from, Math.min(from + PAGE_SIZE - 1, total), total);
}

function presentEmpty({ group, view }: Shown, { texts }: Wording) {
  const words = texts.cardCoverage;
  const isGood = view.state === "none" && group === null;
  return isGood
    ? { text: words.allHaveProject, icon: "circle-check" }
    : { text: words.nothingHere, icon: "filter" };
}

type Parameters = Record<string, string | number | null>;

function hrefOf({ planId, page, view, group }: Shown, parameters: Parameters): string {
  const state = view.state === "none" ? null : view.state;
  const asked = { by: page.by, group: group?.key ?? null, state, ...parameters };
  return `${withQuery(paths.planCoverage(planId), asked)}#cards`;
}
