import type { Transaction } from "../../../db/connection.ts";
import { insertCardDetails, replaceCardDetails } from "../../../db/queries/card-details.ts";
import {
  type Card,
  findCardById,
  insertCards,
  listCards,
  listNumbersTaken,
  updateCards,
  updateCardWords,
} from "../../../db/queries/cards.ts";
import {
  insertMeasures,
  type MeasurePlace,
  updateMeasurePlaces,
} from "../../../db/queries/measures.ts";
import { listAreas } from "../../../db/queries/plan-areas.ts";
import { listTerms } from "../../../db/queries/plan-terms.ts";
import { lockPlan } from "../../../db/queries/plans.ts";
import { listServices } from "../../../db/queries/social-services.ts";
import type { Change } from "../../change.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { nobody, type Owner } from "../../values/owner.ts";
import { linkNumbersInCards } from "../card-links/numbers/service.ts";
import { contentOf, findCardContent, placesOf } from "./contents/service.ts";
import { rewriteMeasures } from "./measures/rules.ts";
import type { CardContent } from "./rules.ts";
import { detailsOf, fieldsOf, wordsOfCard } from "./understanding/columns.ts";
import { type KnownWords, understanding } from "./understanding/rules.ts";

/** One new card of a plan; gives its id. */
export async function writeCard(
  one: Change,
  card: { planId: number; content: CardContent; owner?: Owner },
): Promise<number> {
  const [id] = await writeCards(one, card.planId, [card.content], card.owner);
  return id as number;
}

/**
 * New cards with all that is understood of them, set-wise; ids in their order. Areas have to be there before.
 * @throws InvalidInput when a number is taken or an area is not of the plan
 */
export async function writeCards(
  one: Change,
  planId: number,
  contents: readonly CardContent[],
  owner: Owner = nobody,
): Promise<number[]> {
  if (contents.length === 0) return [];
  const { trx, at } = one;
  const known = await wordsOf(trx, planId);
  await checkNumbers(trx, planId, contents);
  const understand = understanding(known);
  const read = contents.map((content) => ({ content, understood: understand(content) }));
  const rows = read.map((card) => ({
    ...fieldsOf(card, known),
    ...owner,
    ...{ planId, createdAt: at },
  }));
  const ids = await insertCards(trx, rows);
  await insertCardDetails(trx, detailsOf(read, ids));
  const measures = read.flatMap(({ content }, index) =>
    content.measures.map((text, place) => ({
      ...{ cardId: ids[index] as number, position: place + 1, text },
    })),
  );
  await insertMeasures(trx, measures, at);
  for (const [index, { name }] of contents.entries())
    recordCard(one, ids[index] as number, "card.created", { name: [null, name] });
  await linkNumbersInCards(
    one,
    contents.map((content, index) => ({ cardId: ids[index] as number, content })),
  );
  return ids;
}

/** What an import or a form says of a card that is there. What stays the same is left alone. */
export async function rewriteCard(
  one: Change,
  cardId: number,
  content: CardContent,
): Promise<void> {
  const card = await findCardById(one.trx, cardId);
  if (!card) throw new NotFound("card");
  await rewriteCards(one, card.planId, [{ cardId, content }]);
}

/** The same of many cards of one plan; gives the ids of those that did change. */
export async function rewriteCards(
  one: Change,
  planId: number,
  rewritten: readonly { cardId: number; content: CardContent }[],
): Promise<number[]> {
  if (rewritten.length === 0) return [];
  const { trx } = one;
  const known = await wordsOf(trx, planId);
  const ids = rewritten.map(({ cardId }) => cardId);
  const before = new Map((await listCards(trx, planId, ids)).map((card) => [card.id, card]));
  const places = await placesOf(trx, [...before.values()]);
  await checkNumbers(
    trx,
    planId,
    rewritten.map(({ content }) => content),
    ids,
  );
  const understand = understanding(known);
  const edited = rewritten.flatMap(({ cardId, content }) => {
    const card = before.get(cardId);
    if (!card) throw new NotFound("card");
    const changes = changedFields(contentOf(card, places.get(cardId) ?? []), content);
    const understood = understand(content);
    return Object.keys(changes).length === 0 ? [] : [{ card, content, understood, changes }];
  });
  const rows = edited.map((read) => ({ ...fieldsOf(read, known), id: read.card.id, planId }));
  await updateCards(trx, rows, one.at);
  for (const { card, changes } of edited) recordCard(one, card.id, "card.edited", changes);
  const editedIds = edited.map(({ card }) => card.id);
  await replaceCardDetails(trx, detailsOf(edited, editedIds));
  await keepMeasures(one, edited, places);
  await linkNumbersInCards(
    one,
    edited.map(({ card, content }) => ({ cardId: card.id, content })),
  );
  return editedIds;
}

/** After one of its measures has changed: the card is found by it, and leads where its numbers say. */
export async function followMeasures(one: Change, cardId: number): Promise<void> {
  const content = await findCardContent(one.trx, cardId);
  if (!content) throw new NotFound("card");
  await updateCardWords(one.trx, cardId, wordsOfCard(content));
  await linkNumbersInCards(one, [{ cardId, content }]);
}

export function recordCard(
  { record }: Change,
  objectId: number,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  record({ action, objectType: "card", objectId, changes });
}

async function wordsOf(trx: Transaction, planId: number): Promise<KnownWords> {
  if (!(await lockPlan(trx, planId))) throw new NotFound("plan");
  const services = await listServices(trx);
  const terms = await listTerms(trx);
  return { services, terms, areas: await listAreas(trx, planId) };
}

async function checkNumbers(
  trx: Transaction,
  planId: number,
  contents: readonly CardContent[],
  own: readonly number[] = [],
): Promise<void> {
  const numbers = contents.map(({ number }) => number);
  const isTwice = new Set(numbers).size < numbers.length;
  const taken = await listNumbersTaken(trx, planId, numbers);
  if (isTwice || taken.some(({ id }) => !own.includes(id)))
    throw new InvalidInput({ number: "cardNumberTaken" });
}

async function keepMeasures(
  { trx, at }: Change,
  edited: readonly { card: Card; content: CardContent }[],
  places: ReadonlyMap<number, MeasurePlace[]>,
): Promise<void> {
  const all = edited.map(({ card, content }) => ({
    ...{ cardId: card.id, ...rewriteMeasures(places.get(card.id) ?? [], content.measures, at) },
  }));
  const added = all.flatMap(({ cardId, added }) => added.map((one) => ({ cardId, ...one })));
  await insertMeasures(trx, added, at);
  await updateMeasurePlaces(
    trx,
    all.flatMap(({ changed }) => changed),
    at,
  );
}
