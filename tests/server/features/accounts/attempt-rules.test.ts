import { describe, expect, test } from "vitest";
import {
  type AttemptLimit,
  type AttemptWindow,
  afterOneMore,
  signInByAccount,
  signInByAddress,
} from "../../../../server/features/accounts/attempts/rules.ts";
import { addMinutes, addSeconds } from "../../../../server/values/instant.ts";

const START = "2026-03-02T07:30:00.000Z";
const unused = (at: string): AttemptWindow => ({ attempts: 0, endsAt: at, blockedUntil: null });

/** Tries again as soon as allowed; the seconds waited before each try. */
function waitsOf(limit: AttemptLimit, tries: number): number[] {
  let now = START;
  let window = unused(now);
  return Array.from({ length: tries }, () => {
    const refused = afterOneMore(window, limit, now).waitSeconds;
    now = addSeconds(now, refused);
    window = afterOneMore(window, limit, now).window;
    return refused;
  });
}

describe("tries at an account", () => {
  test("wait longer and longer after the fifth wrong password, a quarter of an hour after the tenth", () => {
    expect(waitsOf(signInByAccount, 12)).toEqual([0, 0, 0, 0, 0, 2, 4, 8, 16, 30, 900, 0]);
  });

  test("start afresh when the window is over", () => {
    const four = { attempts: 4, endsAt: addMinutes(START, 15), blockedUntil: null };
    const later = afterOneMore(four, signInByAccount, addMinutes(START, 15));
    expect(later.window).toEqual({
      attempts: 1,
      endsAt: addMinutes(START, 30),
      blockedUntil: null,
    });
  });

  test("made while waiting are refused and do not make the wait longer", () => {
    const blocked = {
      attempts: 6,
      endsAt: addMinutes(START, 10),
      blockedUntil: addSeconds(START, 4),
    };
    const { window, waitSeconds } = afterOneMore(blocked, signInByAccount, addSeconds(START, 1));
    expect(waitSeconds).toBe(3);
    expect(window).toEqual(blocked);
  });
});

test("an address has thirty tries in five minutes and waits for the rest of them", () => {
  const waits = waitsOf(signInByAddress, 31);
  expect(waits.slice(0, 30)).toEqual(Array(30).fill(0));
  expect(waits[30]).toBe(300);
});
