import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { NotificationCategory } from "../../../values/notification-ways.ts";
import type { Asked } from "./service.ts";

/** The question under a link of a letter, and what has become of it. */
export function presentUnsubscribing(
  { subscriber, subscription, address, ways }: Asked,
  { isDone, action }: { isDone: boolean; action: string },
  texts: Texts,
) {
  const { unsubscribing, categories } = texts.notificationPreferences;
  const words = unsubscribing[subscriber.kind];
  const nameOf = (category: string) => categories[category as NotificationCategory].name;
  const what = subscription === "digest" || subscription === "mails" ? null : nameOf(subscription);
  return {
    title: unsubscribing.title,
    sentence: isDone ? words.done : words.question(address ?? "", what),
    changes: Object.entries(ways).map(([category, way]) => ({
      name: nameOf(category),
      text: way === "weekly" ? unsubscribing.weekly : unsubscribing.off,
    })),
    hint: isDone ? words.doneHint : words.hint,
    submit: isDone ? null : words.submit,
    action,
    settings:
      subscriber.kind === "user"
        ? { href: paths.notifications(), label: unsubscribing.settings }
        : null,
  };
}
