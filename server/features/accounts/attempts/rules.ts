import { addMinutes, addSeconds, secondsBetween } from "../../../values/instant.ts";

/** Tries counted under one key: an account or an address, known or not. */
export interface AttemptWindow {
  attempts: number;
  endsAt: string;
  blockedUntil: string | null;
}

export interface AttemptLimit {
  windowMinutes: number;
  /** Tries let through in one window. */
  most: number;
  /** Seconds to wait after this many tries of the window, 0 for none. */
  pauseAfter: (attempts: number) => number;
}

const noPause = () => 0;
const LOCK_SECONDS = 15 * 60;

export const signInByAddress: AttemptLimit = { windowMinutes: 5, most: 30, pauseAfter: noPause };

/** From the fifth wrong password 2, 4, 8, 16 and 30 seconds, after the tenth a quarter of an hour. */
export const signInByAccount: AttemptLimit = {
  windowMinutes: 15,
  most: 10,
  pauseAfter: (attempts) => {
    if (attempts >= 10) return LOCK_SECONDS;
    return attempts < 5 ? 0 : Math.min(2 ** (attempts - 4), 30);
  },
};

export const resetByAccount: AttemptLimit = { windowMinutes: 30, most: 5, pauseAfter: noPause };
export const resetByAddress: AttemptLimit = { windowMinutes: 60, most: 20, pauseAfter: noPause };

/**
 * The window after one more try, or how long to wait instead. A try counts before its outcome is known,
 * so that many sent at once cannot slip through together.
 */
export function afterOneMore(
  before: AttemptWindow,
  limit: AttemptLimit,
  now: string,
): { window: AttemptWindow; waitSeconds: number } {
  const { blockedUntil } = before;
  if (blockedUntil !== null && blockedUntil > now) return refused(before, now, blockedUntil);
  const isOver = before.endsAt <= now;
  if (!isOver && before.attempts >= limit.most) return refused(before, now, before.endsAt);
  const attempts = isOver ? 1 : before.attempts + 1;
  const pause = limit.pauseAfter(attempts);
  const window = {
    attempts,
    endsAt: isOver ? addMinutes(now, limit.windowMinutes) : before.endsAt,
    blockedUntil: pause > 0 ? addSeconds(now, pause) : null,
  };
  return { window, waitSeconds: 0 };
}

function refused(window: AttemptWindow, now: string, until: string) {
  return { window, waitSeconds: Math.max(1, secondsBetween(now, until)) };
}
