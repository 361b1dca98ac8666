import { findReadableFeed } from "../../db/queries/calendar-feeds.ts";
import { feedToken } from "../../server/features/calendar-feeds/rules.ts";
import type { TestApp } from "./app.ts";
import { insert } from "./factories.ts";

type Row = Record<string, unknown>;

/** A subscription of everything of a person, unless told otherwise. */
export function createFeed(app: TestApp, userId: number, given: Row = {}): Promise<number> {
  const made = { user_id: userId, created_at: "2026-01-05T08:00:00.000Z" };
  return insert(app.db, "calendar_feeds", { ...made, ...given });
}

/** Under which it is read, signed with the key in use or another. */
export async function addressOfFeed(
  app: TestApp,
  id: number,
  key = app.config.secretKey,
): Promise<string> {
  const feed = await findReadableFeed(app.db, id);
  if (!feed) throw new Error("no such feed");
  return `/calendar-feeds/${feedToken(key, feed)}.ics`;
}
