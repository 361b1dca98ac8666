import type { Id } from "./roots.ts";

const feed = (id: Id) => `/profile/calendar/${id}`;

/** Addresses of one's subscribed calendars, and of the calendars themselves. */
export const calendarFeedPaths = {
  calendarFeeds: () => "/profile/calendar",
  newCalendarFeed: () => "/profile/calendar/new",
  calendarFeed: feed,
  editCalendarFeed: (id: Id) => `${feed(id)}/edit`,
  calendarFeedRenewal: (id: Id) => `${feed(id)}/renewal`,
  calendarFeedRevocation: (id: Id) => `${feed(id)}/revocation`,
  calendarFile: (token: string) => `/calendar-feeds/${token}.ics`,
};
