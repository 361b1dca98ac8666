import type { Database } from "../../../../db/connection.ts";
import { type FoundCard, listFoundCards } from "../../../../db/queries/card-search.ts";
import { listOwnProjectIds, type Reach } from "../../../../db/queries/reach.ts";
import {
  listSearchCandidates,
  listSearchHits,
  type SearchCandidate,
  type SearchHit,
  type SearchObjectType,
  type SearchTerm,
} from "../../../../db/queries/searches.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { parseSearch, ranked } from "../rules.ts";
import { searchTypes } from "../schema.ts";

/** Of each type, only so many of the newest matches are ranked and can be paged through. */
export const MOST_OF_A_TYPE = 200;
export const FIRST_OF_A_TYPE = 5;
export const CARDS_SHOWN = 10;
/** In more projects than that it is quicker to look at each match than to ask for the projects. */
const PROJECTS_ASKED_FOR = 50;

export interface FoundType {
  type: SearchObjectType;
  total: number;
  /** There are more than could be ranked. */
  isCapped: boolean;
  hits: SearchHit[];
}

export interface Found {
  terms: SearchTerm[];
  types: FoundType[];
  /** Cards of strategic plans, which everybody may read. */
  cards: FoundCard[];
}

/** What the reader may see of what was asked for: the first few of each type, or a page of one. */
export async function findEverywhere(
  { db }: { db: Database },
  reach: Reach,
  query: { typed: string; type: SearchObjectType | undefined; limit: number; offset: number },
): Promise<Found> {
  const terms = parseSearch(query.typed);
  if (terms.length === 0) return { terms, types: [], cards: [] };
  const ownIds = await listOwnProjectIds(db, reach.userIds);
  const own = new Set(ownIds);
  const candidates = await candidatesOf(db, reach, { terms, ownIds });
  const byType = groupedBy(candidates, ({ objectType }) => objectType);
  const matches = searchTypes.map((type) => ({
    type,
    candidates: ranked(byType.get(type) ?? [], terms, own),
  }));
  const shown = matches.flatMap(({ type, candidates }) => {
    if (query.type === undefined) return candidates.slice(0, FIRST_OF_A_TYPE);
    if (query.type !== type) return [];
    return candidates.slice(0, MOST_OF_A_TYPE).slice(query.offset, query.offset + query.limit);
  });
  const hits = await listSearchHits(db, shown);
  const types = matches.map(({ type, candidates }) => ({
    type,
    total: Math.min(candidates.length, MOST_OF_A_TYPE),
    isCapped: candidates.length > MOST_OF_A_TYPE,
    hits: hits.filter(({ objectType }) => objectType === type),
  }));
  const cards = query.type === undefined ? await listFoundCards(db, terms, CARDS_SHOWN + 1) : [];
  return { terms, types, cards };
}

/**
 * The newest matches of each type; for a reader who sees more than their own projects, those in their own as
 * well, however old.
 */
async function candidatesOf(
  db: Database,
  reach: Reach,
  { terms, ownIds }: { terms: SearchTerm[]; ownIds: number[] },
): Promise<SearchCandidate[]> {
  const own = ownIds.length > PROJECTS_ASKED_FOR ? null : ownIds;
  const within = (types: readonly SearchObjectType[], projectIds: number[] | null) =>
    listSearchCandidates(db, reach, { types, terms, projectIds, limit: MOST_OF_A_TYPE + 1 });
  if (!reach.seesEverything && !reach.isAuditor) return within(searchTypes, own);
  const anywhere = await within(searchTypes, null);
  // Fewer than could be ranked are all there are, those in their own projects among them.
  const many = [...groupedBy(anywhere, ({ objectType }) => objectType)]
    .filter(([, ofType]) => ofType.length > MOST_OF_A_TYPE)
    .map(([type]) => type);
  if (many.length === 0 || own === null) return anywhere;
  const inOwn = await within(many, own);
  const known = new Set(inOwn.map(keyOf));
  return [...inOwn, ...anywhere.filter((one) => !known.has(keyOf(one)))];
}

function keyOf({ objectType, objectId }: SearchCandidate): string {
  return `${objectType} ${objectId}`;
}
