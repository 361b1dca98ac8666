import {
  findProjectIdsByNumbers,
  lockNumbersOfProjects,
} from "../../../../db/queries/card-link-numbers.ts";
import {
  bringBackCardLink,
  declineCardLink,
  findStoredLink,
  type StoredLink,
} from "../../../../db/queries/card-links.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { findCardContent } from "../../cards/contents/service.ts";
import { checkUnlinked, livingCard } from "../keeping.ts";
import { numbersIn } from "../numbers/service.ts";
import { added, recordLink, removed, toldOf } from "../recording.ts";
import { calledCard } from "../rules.ts";
import type { LinkKey } from "../service.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** Takes a link away: the text of the card does not bring it back, only a person does. */
export async function removeLink(deps: Doing, author: Author, key: LinkKey): Promise<void> {
  await change(deps, author, async (one) => {
    const link = await linkAt(one, key);
    if (link.archivedAt !== null) return;
    const card = await livingCard(one, link.cardId);
    await declineCardLink(one.trx, link.id, one.at);
    const { ofCard } = await toldOf(one, link);
    const changes = { ofCard: removed(ofCard), ofProject: removed({ card: calledCard(card) }) };
    recordLink(one, "card-link.removed", { card, projectId: link.projectId }, changes);
  });
}

/**
 * Brings back what somebody has taken away. Where the text does not say the number any longer, it is from now
 * on a link that this person has made.
 * @throws Conflict `linkedAlready` when it was linked anew meanwhile
 */
export async function restoreLink(deps: Doing, author: Author, key: LinkKey): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await linkAt(one, key);
    if (before.archivedAt === null) return;
    if (!before.isDeclined) throw new Conflict("archived");
    const card = await livingCard(one, before.cardId);
    const link = await asOfToday(one, before);
    await checkFree(one, link);
    await bringBackCardLink(one.trx, link);
    const { ofCard } = await toldOf(one, link);
    const changes = { ofCard: added(ofCard), ofProject: added({ card: calledCard(card) }) };
    recordLink(one, "card-link.restored", { card, projectId: link.projectId }, changes);
  });
}

/** Numbers were given and texts were written while the link was away. */
async function asOfToday(one: Change, link: StoredLink): Promise<StoredLink> {
  const { registrationNumber: number, cardId } = link;
  if (number === null) return link;
  await lockNumbersOfProjects(one.trx);
  const projectId = (await findProjectIdsByNumbers(one.trx, [number])).get(number) ?? null;
  const activityId = projectId === link.projectId ? link.activityId : null;
  const content = await findCardContent(one.trx, cardId);
  const isSaid = content !== undefined && numbersIn(content).some((one) => one.number === number);
  return { ...link, projectId, activityId, origin: isSaid ? link.origin : "hand" };
}

async function checkFree(one: Change, link: StoredLink): Promise<void> {
  try {
    await checkUnlinked(one, link, "link");
  } catch (error) {
    throw error instanceof InvalidInput ? new Conflict("linkedAlready") : error;
  }
}

async function linkAt({ trx }: Change, key: LinkKey): Promise<StoredLink> {
  const link = await findStoredLink(trx, key);
  if (!link) throw new NotFound("card link");
  return link;
}
