import type { ChosenWays } from "../../../../db/queries/notification-preferences.ts";
import {
  findCategoryDefaults,
  listPreferences,
  lockAccount,
  replaceWays,
  touchAccount,
} from "../../../../db/queries/notification-preferences.ts";
import {
  findSubscriber,
  refuseMail,
  type SubscriberRecord,
  withdrawAgreement,
} from "../../../../db/queries/subscribers.ts";
import { type Change, change, system } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import type { Unsubscribing } from "../../../mail/unsubscribe-token.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { stoppedWays } from "./rules.ts";

type OwnDeps = Pick<Deps, "db" | "clock">;

export interface Asked extends Unsubscribing {
  address: string | null;
  /** Of a user: how they will be told instead. */
  ways: ChosenWays;
}

/** What a link is about; somebody deactivated, archived or anonymised is as missing as a missing one. */
export async function askedOf({ db }: Pick<Deps, "db">, asked: Unsubscribing): Promise<Asked> {
  const { address } = await subscriberOf(db, asked);
  const ways = stoppedWays(await findCategoryDefaults(db), asked.subscription);
  return { ...asked, address, ways };
}

async function subscriberOf(
  db: Deps["db"] | Change["trx"],
  { subscriber }: Unsubscribing,
): Promise<SubscriberRecord> {
  const found = await findSubscriber(db, subscriber);
  if (!found) throw new NotFound("subscriber");
  return found;
}

/** Stops what the link is about; doing so again changes nothing. */
export async function unsubscribe(
  deps: OwnDeps,
  asked: Unsubscribing,
  requestId: string,
): Promise<void> {
  await change(deps, { ...system, requestId }, async (changing) => {
    const subscriber = await subscriberOf(changing.trx, asked);
    const { kind } = asked.subscriber;
    if (kind === "user") await stopCategories(changing, asked);
    else if (!subscriber.hasStopped) await stopMails(changing, kind, subscriber.id);
  });
}

/** In every project alike: what was chosen for one of them is dropped. */
async function stopCategories({ trx, record }: Change, asked: Unsubscribing): Promise<void> {
  const userId = asked.subscriber.id;
  // Mail programs and their relays may send the one click several times at once.
  await lockAccount(trx, userId);
  const preferences = (await listPreferences(trx, [userId])).get(userId);
  if (!preferences) throw new NotFound("user");
  const ways = stoppedWays(preferences.categories, asked.subscription);
  const before = Object.fromEntries(
    Object.keys(ways).map((category) => {
      const key = category as keyof ChosenWays;
      return [category, preferences.everywhere[key] ?? preferences.categories[key].way];
    }),
  );
  const inProjects = [...preferences.inProjects.values()];
  const isSame = Object.keys(ways).every((category) => !inProjects.some((own) => category in own));
  const changes = changedFields(before, ways);
  if (isSame && Object.keys(changes).length === 0) return;
  await replaceWays(trx, { userId, ways, isEverywhere: true });
  await touchAccount(trx, preferences);
  record({ action: "notifications.stopped", objectType: "user", objectId: userId, changes });
}

async function stopMails(
  { trx, at, record }: Change,
  kind: "contact" | "participant",
  id: number,
): Promise<void> {
  if (kind === "contact") await withdrawAgreement(trx, id);
  else await refuseMail(trx, { id, at });
  record({ action: `${kind}.mails-stopped`, objectType: kind, objectId: id });
}
