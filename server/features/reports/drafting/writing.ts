import type { Place } from "../places.ts";
import { doneOn } from "./chapters/done.ts";
import type { Draft } from "./draft.ts";
import type { Block } from "./fitting.ts";
import type { KeyActivity } from "./rules.ts";

type OfActivity = (draft: Draft, key: KeyActivity) => Block[];

const ACTIVITY_PARTS: Record<string, OfActivity> = {
  done: doneOn,
};

/** What can honestly be drafted for a place of the report; nothing where it cannot. */
export function blocksFor(draft: Draft, place: Place): Block[] {
  const { activityId, part } = place;
  const key = draft.digest.keys.find(({ id }) => id === activityId);
  if (key) return ACTIVITY_PARTS[part]?.(draft, key) ?? [];
  return [];
}
