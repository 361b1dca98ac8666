import type { Card } from "../../../../db/queries/cards.ts";
import { lockPlan } from "../../../../db/queries/plans.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { findCardContent } from "../contents/service.ts";
import { type CardKey, livingCardAt } from "../keeping/service.ts";
import type { EditedCard, NewCard } from "../schema.ts";
import { rewriteCard, writeCard } from "../service.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** A card typed by hand; projects whose numbers stand in it are linked at once. Gives its id. */
export async function createCard(
  deps: Doing,
  author: Author,
  planId: number,
  content: NewCard,
): Promise<number> {
  return change(deps, author, async (one) => {
    const plan = await lockPlan(one.trx, planId);
    if (!plan) throw new NotFound("plan");
    if (plan.archivedAt !== null) throw new Conflict("planArchived");
    return writeCard(one, { planId, content });
  });
}

/**
 * Measures are edited one by one and stay as they are.
 * @throws EditedMeanwhile when the form was opened on another version of the card
 */
export async function editCard(
  deps: Doing,
  author: Author,
  key: CardKey,
  { entry, formOf }: { entry: EditedCard; formOf: FormOf<Card> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const card = await livingCardAt(one.trx, key);
    const { version, ...texts } = entry;
    if (card.version !== version)
      throw await editedMeanwhile(one.trx, {
        ...{ objectType: "card", objectId: card.id, version: card.version },
        values: formOf(card),
      });
    const { measures } = await contentAt(one.trx, card.id);
    await rewriteCard(one, card.id, { ...texts, measures });
  });
}

async function contentAt(trx: Parameters<typeof findCardContent>[0], cardId: number) {
  const content = await findCardContent(trx, cardId);
  if (!content) throw new NotFound("card");
  return content;
}
