/** Requests reckoned plainly: a log of what happened, replayed for any day as it was known at any instant. */

export interface Item {
  id: number;
  amount: number;
  isStaff: boolean;
}

interface Claim {
  claimed: number;
  cut: number;
  moved: number;
}

type Claims = Map<number, Claim>;
type State = "draft" | "submitted" | "returned" | "approved" | "paid" | "withdrawn";

export interface PlainRequest {
  id: number;
  state: State;
  claims: Claims;
}

export interface Happening {
  request: number;
  kind: "submitted" | "decided" | "reconsidered" | "received" | "withdrawn";
  day: string;
  at: string;
  claims?: Claims;
  received?: number;
}

export interface Sums {
  direct: number;
  flat: number;
  approvedDirect: number;
  approvedFlat: number;
  cut: number;
  moved: number;
  received: number;
}

const ZERO: Sums = {
  ...{ direct: 0, flat: 0, approvedDirect: 0, approvedFlat: 0, cut: 0, moved: 0, received: 0 },
};

export interface PlainWorld {
  requests: PlainRequest[];
  log: Happening[];
  items: Item[];
}

/** What all requests but this one hold of an expenditure. */
export function heldByOthers({ requests }: PlainWorld, itemId: number, but: number): number {
  return requests
    .filter(({ id, state }) => id !== but && state !== "withdrawn")
    .reduce((held, { claims, state }) => {
      const claim = claims.get(itemId) ?? { claimed: 0, moved: 0 };
      const isDecided = state === "approved" || state === "paid";
      return held + claim.claimed - (isDecided ? claim.moved : 0);
    }, 0);
}

/** Puts down what happened, with the claims as they are at that instant. */
export function happened({ log }: PlainWorld, one: Happening): void {
  log.push({ ...one, claims: new Map([...(one.claims ?? [])].map(([id, c]) => [id, { ...c }])) });
}

/** What the others ask for of an expenditure by what they have submitted, less what was moved. */
export function askedByOthers({ requests, log }: PlainWorld, itemId: number, but: number): number {
  return requests
    .filter(({ id }) => id !== but)
    .reduce((asked, { id }) => {
      const own = log.filter(({ request }) => request === id);
      const submitted = standing(own, "submitted", "withdrawn")?.claims?.get(itemId)?.claimed ?? 0;
      const moved = standing(own, "decided", "reconsidered")?.claims?.get(itemId)?.moved ?? 0;
      return asked + submitted - moved;
    }, 0);
}

/** The last that came, unless it went since. */
function standing(
  known: readonly Happening[],
  comes: Happening["kind"],
  goes: Happening["kind"],
): Happening | undefined {
  const last = known.findLast(({ kind }) => kind === comes || kind === goes);
  return last?.kind === comes ? last : undefined;
}

/** The sums of a request on a day, as known at an instant. */
export function sumsAt(
  world: PlainWorld,
  request: number,
  { on, asOf }: { on: string; asOf: string },
): Sums {
  const known = world.log.filter((one) => one.request === request && one.at <= asOf);
  const asked = standing(known, "submitted", "withdrawn");
  const decided = standing(known, "decided", "reconsidered");
  const sum = (claims: Claims | undefined, isStaff: boolean, value: (claim: Claim) => number) =>
    [...(claims ?? [])]
      .filter(([id]) => !isStaff || world.items.some((item) => item.id === id && item.isStaff))
      .reduce((total, [, claim]) => total + value(claim), 0);
  const flat = rate(sum(asked?.claims, true, ({ claimed }) => claimed));
  const isAsked = asked !== undefined && asked.day <= on;
  const isDecided = decided !== undefined && decided.day <= on;
  return {
    ...ZERO,
    ...(isAsked && { direct: sum(asked.claims, false, ({ claimed }) => claimed), flat }),
    ...(isDecided && decision((isStaff, value) => sum(decided.claims, isStaff, value), flat)),
    received: known
      .filter(({ kind, day }) => kind === "received" && day <= on)
      .reduce((total, one) => total + (one.received ?? 0), 0),
  };
}

function decision(of: (isStaff: boolean, value: (claim: Claim) => number) => number, flat: number) {
  const [cut, moved] = [of(false, (c) => c.cut), of(false, (c) => c.moved)];
  const kept = rate(of(true, (c) => c.claimed - c.cut - c.moved));
  const approvedFlat = cut + moved === 0 ? flat : Math.min(flat, kept);
  const [a, b] = [rate(of(true, (c) => c.cut)), rate(of(true, (c) => c.moved))];
  const rest = flat - approvedFlat;
  const cutFlat = a + b === 0 ? rest : splitFirst(rest, a, b);
  return {
    approvedDirect: of(false, (c) => c.claimed) - cut - moved,
    approvedFlat,
    cut: cut + cutFlat,
    moved: moved + rest - cutFlat,
  };
}

/** 40 % rounded half up; the sums here are never below nought. */
function rate(staff: number): number {
  return Math.floor((staff * 4 + 5) / 10);
}

/** The first of two parts by weight: rounded down, and what is left goes to the larger remainder. */
function splitFirst(total: number, a: number, b: number): number {
  const [first, second] = [total * a, total * b];
  const floors = Math.floor(first / (a + b)) + Math.floor(second / (a + b));
  const isFirst = first % (a + b) >= second % (a + b);
  return Math.floor(first / (a + b)) + (isFirst ? total - floors : 0);
}
