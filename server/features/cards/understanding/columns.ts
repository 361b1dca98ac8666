import type { CardDetails } from "../../../../db/queries/card-details.ts";
import type { CardFields } from "../../../../db/queries/cards.ts";
import { InvalidInput } from "../../../errors.ts";
import { czechSortKey } from "../../../values/fold.ts";
import { searchWords } from "../../searches/rules.ts";
import { type CardContent, textFields } from "../rules.ts";
import type { KnownWords, Understood } from "./rules.ts";

/** What a card is found by: everything that it says, with a blank at both ends. */
export function wordsOfCard(content: CardContent): string {
  const texts = [content.number, ...textFields.map((field) => content[field]), ...content.measures];
  return ` ${searchWords(texts.join("\n"))} `;
}

/** @throws InvalidInput when its area is not of the plan */
export function fieldsOf(
  { content, understood }: { content: CardContent; understood: Understood },
  { areas }: KnownWords,
): CardFields {
  const { areaCode, measures: _, ...texts } = content;
  const area = areas.find(({ code }) => code === areaCode);
  if (areaCode !== null && !area) throw new InvalidInput({ areaCode: "unknownChoice" });
  const sortKey = czechSortKey(content.number);
  const words = wordsOfCard(content);
  return { ...texts, ...understood.figures, areaId: area?.id ?? null, sortKey, words };
}

export function detailsOf(
  cards: readonly { understood: Understood }[],
  ids: readonly number[],
): CardDetails[] {
  return cards.map(({ understood: { terms, services, goals } }, index) => ({
    ...{ cardId: ids[index] as number, terms, services, goals },
  }));
}
