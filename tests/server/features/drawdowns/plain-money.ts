import type { EnteredMoney, Sums, Times } from "./entered-money.ts";

// The figures of money once more, in whole numbers without bounds and without any code of the product.

export interface PlainMoment {
  on: string;
  asOf: string;
}

function stands<Fact extends Times>(facts: readonly Fact[], { on, asOf }: PlainMoment): Fact[] {
  const known = facts.filter(({ recordedAt }) => recordedAt <= asOf);
  return known.filter(
    (fact) => fact.validOn <= on && !known.some(({ correctsId }) => correctsId === fact.id),
  );
}

const add = (numbers: readonly (number | null | undefined)[]): bigint =>
  numbers.reduce((sum, number) => sum + BigInt(number ?? 0), 0n);

/** To the nearest, a half away from nothing; what is rounded here is never negative but for art. 55. */
function nearest(numerator: bigint, denominator: bigint): bigint {
  const half = numerator < 0n ? -denominator : denominator;
  return (2n * numerator + half) / (2n * denominator);
}

const BASE: Record<string, (direct: bigint, staff: bigint) => bigint> = {
  "flat-rate-54a": (direct) => direct,
  "flat-rate-54b": (_direct, staff) => staff,
  "flat-rate-54c": (direct) => direct,
  "flat-rate-55": (direct, staff) => direct - staff,
  "flat-rate-56": (_direct, staff) => staff,
};

export interface PlainMoney {
  cap: bigint;
  direct: bigint;
  staff: bigint;
  ineligible: bigint;
  flat: bigint;
  claimed: bigint;
  approved: bigint;
  cut: bigint;
  received: bigint;
  events: bigint;
  planned: bigint;
  plannedOf: Map<number, bigint>;
  /** Chapter → planned, recorded, claimed, approved. */
  chapters: Map<string, [bigint, bigint, bigint, bigint]>;
  /** Request → reported and received. */
  requests: Map<number, { reported: bigint; received: bigint }>;
}

/** `lastWord`: the version approved last, whenever it takes effect; what the kept totals go by. */
export function plainMoney(money: EnteredMoney, moment: PlainMoment): PlainMoney {
  const approvals = stands(money.versions, moment).toSorted(byDayThenId);
  const version = approvals.at(-1);
  const lineOf = (lineId: number | null) => version?.lines.get(lineId ?? 0);
  const recorded = stands(money.recorded, moment).filter(({ state }) => state === "recorded");
  const isOut = (lineId: number | null) =>
    ["ineligible", "information"].includes(lineOf(lineId)?.category ?? "");
  const eligible = recorded.filter(({ lineId }) => !isOut(lineId));
  const direct = add(eligible.map(({ amount }) => amount));
  const staff = add(
    eligible.filter(({ lineId }) => lineOf(lineId)?.isStaff).map((one) => one.amount),
  );
  const flat = (version?.rates ?? []).reduce(
    (sum, { kind, rateBp }) =>
      sum + nearest((BASE[kind]?.(direct, staff) ?? 0n) * BigInt(rateBp), 10_000n),
    0n,
  );
  const facts = stands(money.requests, moment);
  const of = (kind: string, ...names: (keyof Sums)[]) =>
    add(
      facts
        .filter((fact) => fact.kind === kind)
        .flatMap(({ sums }) => names.map((name) => sums[name])),
    );
  const cut = of("approved", "cut");
  const claimed = of("submitted", "direct", "flat") - cut - of("approved", "moved");
  const approved = of("approved", "direct", "flat");
  const plannedOf = planAt(money, moment);
  const plain: PlainMoney = {
    ...{ direct, staff, flat, cut, claimed, approved, plannedOf },
    cap: BigInt(version?.eligible ?? money.total),
    ineligible: add(recorded.filter(({ lineId }) => isOut(lineId)).map(({ amount }) => amount)),
    received: of("received", "received"),
    events: add(recorded.filter(({ eventId }) => eventId !== null).map(({ amount }) => amount)),
    planned: [...plannedOf.values()].reduce((sum, one) => sum + one, 0n),
    chapters: new Map(),
    requests: requestsAt(money, moment),
  };
  plain.chapters = chaptersAt(money, moment, { plain, version, recorded });
  return plain;
}

function byDayThenId(a: Times, b: Times): number {
  return a.validOn === b.validOn ? a.id - b.id : a.validOn < b.validOn ? -1 : 1;
}

function planAt(money: EnteredMoney, moment: PlainMoment): Map<number, bigint> {
  const last = new Map<string, EnteredMoney["plans"][number]>();
  for (const plan of stands(money.plans, moment).toSorted(byDayThenId))
    last.set(`${plan.periodId}/${plan.sourceId}`, plan);
  const sums = new Map<number, bigint>();
  for (const { sourceId, amount } of last.values())
    sums.set(sourceId, (sums.get(sourceId) ?? 0n) + BigInt(amount ?? 0));
  return sums;
}

function requestsAt(money: EnteredMoney, moment: PlainMoment): PlainMoney["requests"] {
  const requests: PlainMoney["requests"] = new Map();
  for (const { number, kind, sums } of stands(money.requests, moment)) {
    const one = requests.get(number) ?? { reported: 0n, received: 0n };
    if (kind === "submitted") one.reported += add([sums.direct, sums.flat]);
    if (kind === "approved") one.reported -= add([sums.cut, sums.moved]);
    if (kind === "received") one.received += add([sums.received]);
    requests.set(number, one);
  }
  return requests;
}

function chaptersAt(
  money: EnteredMoney,
  moment: PlainMoment,
  at: {
    plain: PlainMoney;
    version: EnteredMoney["versions"][number] | undefined;
    recorded: EnteredMoney["recorded"];
  },
): PlainMoney["chapters"] {
  const { plain, version, recorded } = at;
  const chapters: PlainMoney["chapters"] = new Map();
  const put = (chapter: string, place: 0 | 1 | 2 | 3, by: bigint) => {
    const sums = chapters.get(chapter) ?? [0n, 0n, 0n, 0n];
    sums[place] += by;
    chapters.set(chapter, sums);
  };
  const chapterOf = (lineId: number | null) => version?.lines.get(lineId ?? 0)?.chapter ?? "none";
  for (const { chapter, amount } of version?.lines.values() ?? []) put(chapter, 0, BigInt(amount));
  for (const { lineId, amount } of recorded) put(chapterOf(lineId), 1, BigInt(amount ?? 0));
  put("flat", 1, plain.flat);
  const whole = { on: "9999-12-31", asOf: moment.asOf };
  const placeOf = (expenditureId: number) =>
    stands(money.recorded, whole).find((fact) => fact.expenditureId === expenditureId)?.lineId ??
    null;
  let [claimed, approved] = [0n, 0n];
  for (const claim of stands(money.claims, moment)) {
    const by = add([claim.sums.claimed]) - add([claim.sums.cut, claim.sums.moved]);
    put(chapterOf(placeOf(claim.expenditureId)), 2, by);
    put(chapterOf(placeOf(claim.expenditureId)), 3, add([claim.sums.approved]));
    claimed += by;
    approved += add([claim.sums.approved]);
  }
  put("flat", 2, plain.claimed - claimed);
  put("flat", 3, plain.approved - approved);
  return new Map([...chapters].filter(([, sums]) => sums.some((sum) => sum !== 0n)));
}
