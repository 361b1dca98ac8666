/** What mails are about, as people choose them; defaults of each are in `notification_categories`. */
export const notificationCategories = [
  "deadlines",
  "milestones",
  "events",
  "approvals",
  "comments",
  "summary",
] as const;

export type NotificationCategory = (typeof notificationCategories)[number];

/**
 * How somebody is told. `immediate`: sudden news at once, reminders of dates in the daily digest; `daily`
 * and `weekly`: both in that digest; `off`: neither.
 */
export const notificationWays = ["immediate", "daily", "weekly", "off"] as const;

export type NotificationWay = (typeof notificationWays)[number];
