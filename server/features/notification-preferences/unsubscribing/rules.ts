import type {
  CategoryDefaults,
  ChosenWays,
} from "../../../../db/queries/notification-preferences.ts";
import type { Subscription } from "../../../mail/unsubscribe-token.ts";
import {
  type NotificationCategory,
  notificationCategories,
} from "../../../values/notification-ways.ts";
import { atLeastWeekly } from "../rules.ts";

/** What a letter of this kind may tell of. The monthly summary is a mail of its own. */
function categoriesOf(subscription: Subscription): NotificationCategory[] {
  if (subscription === "mails") return [];
  if (subscription !== "digest") return [subscription];
  return notificationCategories.filter((category) => category !== "summary");
}

/** The ways that take the place of a user's own: nothing, or once a week what must come. */
export function stoppedWays(categories: CategoryDefaults, subscription: Subscription): ChosenWays {
  return Object.fromEntries(
    categoriesOf(subscription).map((category) => [
      category,
      atLeastWeekly(categories, category, "off"),
    ]),
  );
}
