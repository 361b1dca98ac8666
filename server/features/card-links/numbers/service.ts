import {
  archiveCardLinks,
  findProjectIdsByNumbers,
  type LinkKey,
  listLinkKeys,
  listLinksOfNumber,
  listMeasureIds,
  lockNumbersOfProjects,
  type NumberedLink,
  restoreCardLinks,
  updateLinkedProject,
} from "../../../../db/queries/card-link-numbers.ts";
import { insertCardLinks, type NewCardLink } from "../../../../db/queries/card-links.ts";
import type { Change } from "../../../change.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { registrationNumbersIn } from "../../cards/fields/registration-numbers/rules.ts";
import { type CardContent, textFields } from "../../cards/rules.ts";
import { compareLinks, distinctNumbers, type FoundNumber, type WantedLink } from "../rules.ts";

export interface CardNumbers {
  cardId: number;
  found: readonly FoundNumber[];
}

/** Links written cards to the projects whose numbers stand anywhere in them. */
export async function linkNumbersInCards(
  one: Change,
  cards: readonly { cardId: number; content: CardContent }[],
): Promise<void> {
  const numbers = cards.map(({ cardId, content }) => ({ cardId, found: numbersIn(content) }));
  await linkAllFoundNumbers(one, numbers);
}

/** Registration numbers in any field, those of a measure with its place. */
export function numbersIn(content: CardContent): FoundNumber[] {
  const inText = (text: string, measure: number | null) =>
    registrationNumbersIn(text).flatMap(({ number }) => (number ? [{ number, measure }] : []));
  return [
    ...textFields.flatMap((field) => inText(content[field], null)),
    ...content.measures.flatMap((text, place) => inText(text, place)),
  ];
}

/**
 * Makes the found links of cards what their texts say, measures and all written already: `found` is everything
 * that stands in the card. A number without a project is kept as a named reference and joins when it comes.
 * A fixed number of statements, the same again changes nothing.
 */
export async function linkAllFoundNumbers(
  one: Change,
  cards: readonly CardNumbers[],
): Promise<void> {
  const { trx, at, by } = one;
  const cardIds = cards.map(({ cardId }) => cardId);
  const numbers = cards.flatMap(({ found }) => distinctNumbers(found).map(({ number }) => number));
  if (numbers.length > 0) await lockNumbersOfProjects(trx);
  const standing = groupedBy(await listLinkKeys(trx, cardIds), ofCard);
  if (numbers.length === 0 && standing.size === 0) return;
  const measures = groupedBy(await listMeasureIds(trx, cardIds), ofCard);
  const projects = await findProjectIdsByNumbers(trx, [...new Set(numbers)]);
  const added: NewCardLink[] = [];
  const returned: number[] = [];
  const gone: number[] = [];
  for (const { cardId, found } of cards) {
    const wanted = distinctNumbers(found).map(({ number, measure }) => ({
      registrationNumber: number,
      projectId: projects.get(number) ?? null,
      measureId: measure === null ? null : (measures.get(cardId)?.[measure]?.id ?? null),
    }));
    const links = standing.get(cardId) ?? [];
    const difference = compareLinks(links, wanted);
    added.push(...difference.added.map((link) => foundLink(cardId, link)));
    returned.push(...difference.returned);
    gone.push(...difference.gone);
    recordFound(one, cardId, links, difference);
  }
  await insertCardLinks(trx, added, { at, userId: by });
  await restoreCardLinks(trx, returned);
  await archiveCardLinks(trx, gone, at);
}

const ofCard = ({ cardId }: { cardId: number }) => cardId;

function foundLink(cardId: number, link: WantedLink): NewCardLink {
  const rest = { activityId: null, projectName: null, note: null };
  return { ...link, ...rest, cardId, origin: "number" };
}

function recordFound(
  { record }: Change,
  cardId: number,
  links: readonly LinkKey[],
  { added, returned, gone }: ReturnType<typeof compareLinks>,
): void {
  const numbersOf = (ids: readonly number[]) =>
    links.filter(({ id }) => ids.includes(id)).map((link) => link.registrationNumber);
  const came = [...added.map((link) => link.registrationNumber), ...numbersOf(returned)];
  const went = numbersOf(gone);
  if (came.length === 0 && went.length === 0) return;
  const changes = { registrationNumber: [went, came] as [unknown, unknown] };
  record({ action: "card-link.found", objectType: "card", objectId: cardId, changes });
}

/**
 * Leads references to the project whose number has just been written, and lets go of those that named its
 * former number. What was linked by hand to the project itself stays.
 */
export async function followNumber(
  one: Change,
  projectId: number,
  { before, after }: { before: string | null; after: string | null },
): Promise<void> {
  if (before === after) return;
  const { trx } = one;
  await lockNumbersOfProjects(trx);
  if (before !== null) {
    const left = await listLinksOfNumber(trx, { number: before, projectId });
    await updateLinkedProject(trx, idsOf(left), null);
    recordFollowed(one, left, { projectId, number: before, hasJoined: false });
  }
  if (after !== null) {
    const joined = await listLinksOfNumber(trx, { number: after, projectId: null });
    await updateLinkedProject(trx, idsOf(joined), projectId);
    recordFollowed(one, joined, { projectId, number: after, hasJoined: true });
  }
}

function idsOf(links: readonly NumberedLink[]): number[] {
  return links.map(({ id }) => id);
}

/** A line at each card, which names the number only, and one at the project, which names the cards. */
function recordFollowed(
  { record }: Change,
  links: readonly NumberedLink[],
  { projectId, number, hasJoined }: { projectId: number; number: string; hasJoined: boolean },
): void {
  if (links.length === 0) return;
  const told = <T>(value: T): [unknown, unknown] => (hasJoined ? [null, value] : [value, null]);
  const action = hasJoined ? "card-link.joined" : "card-link.parted";
  for (const objectId of new Set(links.map(({ cardId }) => cardId))) {
    const changes = { registrationNumber: told(number) };
    record({ action, objectType: "card", objectId, changes });
  }
  const names = links.map(({ cardNumber, cardName }) => `${cardNumber} ${cardName}`);
  const changes = { cards: told([...new Set(names)]) };
  record({ action, objectType: "project", objectId: projectId, projectId, changes });
}
