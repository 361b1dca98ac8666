import type { Response } from "express";
import type { SearchHit, SearchObjectType } from "../../../db/queries/searches.ts";
import { paths } from "../../paths.ts";
import { PAGE_SIZE, presentPagination } from "../../web/pagination.ts";
import { withQuery } from "../../web/query-string.ts";
import { excerptOf, markHits, type TextPart } from "./excerpts/rules.ts";
import {
  CARDS_SHOWN,
  FIRST_OF_A_TYPE,
  type Found,
  type FoundType,
  MOST_OF_A_TYPE,
} from "./results/service.ts";
import type { SearchView } from "./schema.ts";

const ICONS: Record<SearchObjectType, string> = {
  project: "folder",
  activity: "list-tree",
  milestone: "flag",
  event: "calendar-event",
  "log-entry": "notebook",
  expenditure: "receipt",
  risk: "alert-triangle",
  control: "shield-check",
  resolution: "gavel",
};

/** Whose day is shown beside the title; a log entry has it for its title. */
const DATED: SearchObjectType[] = ["milestone", "event"];

export function presentSearch(res: Response, found: Found, view: SearchView, page: number) {
  const { searches } = res.locals.texts;
  const total = found.cards.length + found.types.reduce((sum, type) => sum + type.total, 0);
  const shown = found.types.filter(({ hits }) => hits.length > 0);
  const chosen = found.types.find(({ type }) => type === view.type);
  return {
    pageHeader: { title: searches.title },
    search: {
      action: paths.search(),
      value: view.q,
      label: searches.label,
      submit: searches.submit,
      type: view.type ?? "",
    },
    tabs: total > 0 ? presentTabs(res, found, view) : null,
    groups: [
      ...shown.map((type) => presentGroup(res, found, type, view)),
      ...presentCards(res, found, view),
    ],
    capped: chosen?.isCapped ? searches.capped(MOST_OF_A_TYPE) : null,
    pagination: chosen && chosen.total > 0 ? presentPages(res, chosen, view, page) : null,
    emptyState: shown.length + found.cards.length === 0 ? presentEmpty(res, found, view) : null,
    tips: total === 0 ? presentTips(res, found) : null,
  };
}

function presentTabs(res: Response, found: Found, view: SearchView) {
  const { searches } = res.locals.texts;
  const all = {
    href: searchHref(view, { type: null }),
    label: searches.all,
    isCurrent: view.type === undefined,
  };
  const present = found.types.filter(({ type, total }) => total > 0 || type === view.type);
  const types = present.map((one) => ({
    href: searchHref(view, { type: one.type }),
    label: searches.types[one.type],
    count: countText(res, one),
    isCurrent: view.type === one.type,
  }));
  return [all, ...types];
}

function presentGroup(res: Response, found: Found, group: FoundType, view: SearchView) {
  const { searches } = res.locals.texts;
  const hasMore = view.type === undefined && group.total > FIRST_OF_A_TYPE;
  return {
    id: `found-${group.type}`,
    title: searches.types[group.type],
    more: hasMore
      ? {
          href: searchHref(view, { type: group.type }),
          label: group.isCapped
            ? searches.showNewest(group.total, countText(res, group))
            : searches.showAll(countText(res, group)),
        }
      : null,
    hits: group.hits.map((hit) => presentHit(res, found, hit)),
  };
}

/** Cards with the words; all of a plan's are in its tree. */
function presentCards({ locals }: Response, { cards, terms }: Found, view: SearchView) {
  const [first] = cards;
  if (!first) return [];
  const { texts } = locals;
  const more = {
    href: withQuery(paths.plan(first.planId), { q: view.q }),
    label: texts.searches.inPlan,
  };
  return [
    {
      id: "found-card",
      title: texts.searches.cards,
      more: cards.length > CARDS_SHOWN ? more : null,
      hits: cards.slice(0, CARDS_SHOWN).map((card) => ({
        href: paths.card(card.planId, card.id),
        icon: "sitemap",
        title: markHits(`${card.number} ${card.name}`, terms),
        project: card.planTitle,
        date: null,
        excerpt: card.description === "" ? null : excerptOf(card.description, terms),
      })),
    },
  ];
}

function presentHit(res: Response, { terms }: Found, hit: SearchHit) {
  const { formats } = res.locals;
  const date = hit.datedOn === null ? null : formats.date(hit.datedOn);
  const isEntry = hit.objectType === "log-entry";
  return {
    href: hrefOf(hit),
    icon: ICONS[hit.objectType],
    title: isEntry ? titleOfEntry(res, hit) : markHits(hit.title, terms),
    project: hit.objectType === "project" ? null : hit.projectName,
    date: DATED.includes(hit.objectType) ? date : null,
    excerpt: hit.body === "" ? null : excerptOf(hit.body, terms),
  };
}

function titleOfEntry({ locals }: Response, hit: SearchHit): TextPart[] {
  const { texts, formats } = locals;
  const date = hit.datedOn === null ? "" : formats.date(hit.datedOn);
  return [{ text: texts.searches.logEntryOf(date), isHit: false }];
}

function hrefOf({ objectType, objectId, projectId }: SearchHit): string {
  const hrefs = {
    project: () => paths.project(projectId),
    activity: () => paths.activity(projectId, objectId),
    milestone: () => paths.milestone(projectId, objectId),
    event: () => paths.event(projectId, objectId),
    "log-entry": () => paths.logEntry(projectId, objectId),
    expenditure: () => paths.expenditure(projectId, objectId),
    risk: () => paths.risk(projectId, objectId),
    control: () => paths.control(projectId, objectId),
    resolution: () => paths.resolution(projectId, objectId),
  };
  return hrefs[objectType]();
}

function presentPages(res: Response, chosen: FoundType, view: SearchView, page: number) {
  const { searches } = res.locals.texts;
  const from = (page - 1) * PAGE_SIZE + 1;
  const to = Math.min(chosen.total, page * PAGE_SIZE);
  return presentPagination({
    page,
    total: chosen.total,
    summary: searches.shownOf(from, to, countText(res, chosen)),
    href: (number) => searchHref(view, { page: number === 1 ? null : number }),
  });
}

function presentEmpty(res: Response, { terms, types }: Found, view: SearchView) {
  const { start, nothing } = res.locals.texts.searches;
  if (terms.length === 0) return { icon: "search", text: start.text, detail: start.detail };
  const isElsewhere = types.some(({ total }) => total > 0);
  const second = { href: searchHref(view, { type: null }), label: nothing.clearType };
  return { icon: "search", text: nothing.text(view.q), ...(isElsewhere ? { second } : {}) };
}

function presentTips({ locals }: Response, { terms }: Found) {
  const { tips, nothing } = locals.texts.searches;
  return { title: tips.title, items: terms.length === 0 ? tips.items : nothing.advice };
}

/** Nobody counts further than results are shown; the words say so. */
function countText({ locals }: Response, { total, isCapped }: FoundType): string {
  return isCapped ? locals.texts.searches.moreThan(total) : String(total);
}

function searchHref(
  view: SearchView,
  changes: Partial<Record<"type" | "page", string | number | null>>,
): string {
  return withQuery(paths.search(), { q: view.q, type: view.type, ...changes });
}
