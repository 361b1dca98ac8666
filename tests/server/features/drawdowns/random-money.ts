import fc from "fast-check";

/** A project's money as plain rows: days and instants are offsets in days from 1 January 2025. */
export interface RandomMoney {
  chapters: { isStaff: boolean; leaves: number }[];
  versions: {
    validOn: number;
    recordedAt: number;
    /** Amounts of leaves in haléře, taken round and round. */
    amounts: number[];
    rates: { kind: string; rateBp: number }[];
    /** A line left out of this version, if there are more. */
    without: number;
  }[];
  expenditures: {
    line: number;
    event: boolean;
    facts: { amount: number | null; line: number; validOn: number; lag: number; state: number }[];
  }[];
  requests: {
    submittedOn: number;
    lag: number;
    flat: number;
    claims: { expenditure: number; amount: number; cut: number; moved: number }[];
    fate: "submitted" | "decided" | "withdrawn";
    decidedAfter: number;
    flatCut: number;
    received: { after: number; amount: number }[];
  }[];
  shares: (number | null)[];
  plans: { period: number; source: number; amount: number | null; validOn: number; lag: number }[];
  moments: { on: number; asOf: number }[];
}

const day = fc.integer({ min: 0, max: 900 });
const lag = fc.integer({ min: 0, max: 120 });
const amount = fc.integer({ min: 0, max: 99_999_999 });
const kinds = ["flat-rate-54a", "flat-rate-54b", "flat-rate-54c", "flat-rate-55", "flat-rate-56"];

const version = fc.record({
  validOn: day,
  recordedAt: day,
  amounts: fc.array(amount, { minLength: 3, maxLength: 6 }),
  rates: fc.array(
    fc.record({ kind: fc.constantFrom(...kinds), rateBp: fc.integer({ min: 0, max: 10_000 }) }),
    { maxLength: 2 },
  ),
  without: fc.nat(6),
});

const expenditure = fc.record({
  line: fc.nat(8),
  event: fc.boolean(),
  facts: fc.array(
    fc.record({
      amount: fc.option(amount, { freq: 5 }),
      line: fc.nat(8),
      ...{ validOn: day, lag, state: fc.nat(5) },
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const request = fc.record({
  ...{ submittedOn: day, lag, flat: amount },
  claims: fc.uniqueArray(
    fc.record({ expenditure: fc.nat(7), amount, cut: fc.nat(100), moved: fc.nat(100) }),
    { maxLength: 4, selector: (claim) => claim.expenditure },
  ),
  fate: fc.constantFrom("submitted" as const, "decided" as const, "withdrawn" as const),
  decidedAfter: lag,
  flatCut: fc.nat(100),
  received: fc.array(
    fc.record({ after: lag, amount: fc.integer({ min: -999_999, max: 99_999_999 }) }),
    { maxLength: 2 },
  ),
});

/** Shares of two to four sources, mostly the whole; now and then one is unknown. */
const shares = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 4 }),
    fc.nat(9),
  )
  .map(([weights, gap]) => {
    const sum = weights.reduce((sofar, weight) => sofar + weight, 0);
    const parts = weights.map((weight) => Math.floor((weight * 1_000_000) / sum));
    const rest = 1_000_000 - parts.reduce((sofar, part) => sofar + part, 0);
    const whole = parts.map((part, index) => (index === 0 ? part + rest : part));
    return whole.map((share, index): number | null => (gap === 0 && index === 0 ? null : share));
  });

export const randomMoney: fc.Arbitrary<RandomMoney> = fc.record({
  chapters: fc.array(fc.record({ isStaff: fc.boolean(), leaves: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  versions: fc.array(version, { maxLength: 3 }),
  expenditures: fc.array(expenditure, { maxLength: 8 }),
  requests: fc.array(request, { maxLength: 3 }),
  shares,
  plans: fc.array(
    fc.record({
      ...{ period: fc.nat(2), source: fc.nat(3), amount: fc.option(amount, { freq: 5 }) },
      ...{ validOn: day, lag },
    }),
    { maxLength: 8 },
  ),
  moments: fc.array(fc.record({ on: day, asOf: fc.integer({ min: 0, max: 1_100 }) }), {
    minLength: 2,
    maxLength: 3,
  }),
});
