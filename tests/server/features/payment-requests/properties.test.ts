import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inForce } from "../../../../db/queries/facts.ts";
import { system } from "../../../../server/change.ts";
import { reconsiderRequest } from "../../../../server/features/payment-requests/decisions/service.ts";
import { loadRequestList } from "../../../../server/features/payment-requests/list/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import {
  askedByOthers,
  type Happening,
  happened,
  heldByOthers,
  type Item,
  type PlainRequest,
  type PlainWorld,
  sumsAt,
} from "./plain-requests.ts";
import { createBudgetedProject, stepsOf } from "./world.ts";

const DAYS = ["2026-02-20", "2026-02-25", "2026-02-28", "2026-03-01", "2026-03-02"];
const LATEST = { on: "9999-12-31", asOf: "9999-12-31T00:00:00.000Z" };

/** What came of all that was tried: histories in which nothing happens would prove nothing. */
const seen = { done: 0, refused: 0, moved: 0, reconsidered: 0 };

const step = fc.record({
  act: fc.oneof(
    ...(
      [
        [9, "claim"],
        [6, "submit"],
        [9, "cut"],
        [4, "decide"],
        [2, "reconsider"],
        [2, "receive"],
        [1, "return"],
        [1, "withdraw"],
      ] as const
    ).map(([weight, act]) => ({ weight, arbitrary: fc.constant(act) })),
  ),
  request: fc.nat(2),
  item: fc.nat(4),
  part: fc.integer({ min: 0, max: 120 }),
  day: fc.nat(DAYS.length - 1),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

describe.each(engines)("requests of any history on %s", (engine) => {
  test("every total is what a plain replay comes to, on any day as known at any instant", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.noBias(fc.array(step, { minLength: 40, maxLength: 80 })),
        fc.nat(),
        async (acts, pick) => {
          const deps = await openTestDeps(engine, { at: "2026-03-02T07:30:00Z" });
          try {
            await runHistory(deps, acts, pick);
          } finally {
            await deps.close();
          }
        },
      ),
      { seed: 20_260_302, numRuns: engine === "sqlite" ? 40 : 10 },
    );
    expect(Math.min(seen.done, seen.refused)).toBeGreaterThan(100);
    expect(Math.min(seen.moved, seen.reconsidered)).toBeGreaterThan(2);
  });
});

async function runHistory(deps: TestDeps, acts: Step[], pick: number): Promise<void> {
  const money = await createBudgetedProject(deps.db);
  const { projectId } = money;
  const items = [];
  for (const [index, amount] of [100_003, 55_555, 20_001, 7, 300_000].entries()) {
    const isStaff = index % 2 === 0;
    const id = await createExpenditure(deps.db, projectId, {
      ...{ amount_halere: amount, budget_line_id: isStaff ? money.staffLine : money.serviceLine },
      document_number: `D-${index}`,
    });
    items.push({ id, amount, isStaff });
  }
  const plain: PlainWorld = { items, requests: [], log: [] };
  const steps = stepsOf(deps, projectId);
  for (let number = 2; number <= 4; number += 1) {
    const id = await steps.create({ number });
    plain.requests.push({ id, state: "draft", claims: new Map() });
  }
  const instants: string[] = [];
  for (const one of acts) {
    deps.clock.advance(60_000);
    await take(deps, projectId, plain, one);
    instants.push(deps.clock.now());
  }
  const asOf = instants[pick % instants.length] ?? deps.clock.now();
  for (const moment of [LATEST, { on: DAYS[pick % DAYS.length] ?? "", asOf }])
    await compareAt(deps, projectId, plain, moment);
  await compareKept(deps, plain);
}

interface Taking {
  deps: TestDeps;
  projectId: number;
  plain: PlainWorld;
  request: PlainRequest;
  item: Item;
  day: string;
  part: number;
}

/** Takes the step in both worlds; what the plain one does not allow has to be refused. */
async function take(
  deps: TestDeps,
  projectId: number,
  plain: PlainWorld,
  one: Step,
): Promise<void> {
  const request = plain.requests[one.request] as PlainRequest;
  const item = plain.items[one.item] as Item;
  const day = DAYS[one.day] ?? "";
  await ACTS[one.act]({ deps, projectId, plain, request, item, day, part: one.part });
}

async function allowed(isAllowed: boolean, work: () => Promise<unknown>): Promise<boolean> {
  if (isAllowed) await work();
  else await expect(work()).rejects.toThrow();
  seen[isAllowed ? "done" : "refused"] += 1;
  return isAllowed;
}

function tell(
  { plain, request, day, deps }: Taking,
  kind: Happening["kind"],
  given: Partial<Happening> = {},
): void {
  const at = deps.clock.now();
  happened(plain, { request: request.id, kind, day, at, claims: request.claims, ...given });
}

const isOpen = ({ state }: PlainRequest) => state === "draft" || state === "returned";

const ACTS: Record<Step["act"], (taking: Taking) => Promise<void>> = {
  claim: async ({ deps, projectId, plain, request, item, part }) => {
    const amount = Math.floor((item.amount * part) / 100) + (part % 7);
    const fits = amount <= item.amount - heldByOthers(plain, item.id, request.id);
    const claim = () => stepsOf(deps, projectId).claim(request.id, { [item.id]: amount });
    if (!(await allowed(isOpen(request) && (fits || amount === 0), claim))) return;
    if (amount === 0) request.claims.delete(item.id);
    else request.claims.set(item.id, { claimed: amount, cut: 0, moved: 0 });
  },
  submit: async (taking) => {
    const { deps, projectId, plain, request, day } = taking;
    const submit = () => stepsOf(deps, projectId).submit(request.id, day);
    // A returned request asks for what it did until it is submitted again.
    const fits = [...request.claims].every(([itemId, { claimed }]) => {
      const amount = plain.items.find(({ id }) => id === itemId)?.amount ?? 0;
      return askedByOthers(plain, itemId, request.id) + claimed <= amount;
    });
    const isAllowed = isOpen(request) && request.claims.size > 0 && fits;
    if (!(await allowed(isAllowed, submit))) return;
    request.state = "submitted";
    tell(taking, "submitted");
  },
  cut: async ({ deps, projectId, request, item, part }) => {
    const ids = [...request.claims.keys()];
    const id = ids[item.id % Math.max(1, ids.length)];
    const claim = id === undefined ? undefined : request.claims.get(id);
    if (request.state !== "submitted" || id === undefined || !claim) return;
    claim.cut = part % 3 === 0 ? 0 : Math.floor((claim.claimed * (part % 40)) / 100);
    claim.moved = part % 4 === 0 ? 0 : Math.floor((claim.claimed * (part % 50)) / 100);
    const { cut, moved } = claim;
    const entry = { expenditureId: id, cut, moved, reason: "Proto" };
    await stepsOf(deps, projectId).cut(request.id, [entry]);
  },
  decide: async (taking) => {
    const { deps, projectId, plain, request, part } = taking;
    const asked = plain.log.findLast(
      (one) => one.request === request.id && one.kind === "submitted",
    );
    const day = part % 4 > 0 && asked && asked.day > taking.day ? asked.day : taking.day;
    const isAllowed = request.state === "submitted" && asked !== undefined && day >= asked.day;
    const decide = () => stepsOf(deps, projectId).decide(request.id, null, day);
    if (!(await allowed(isAllowed, decide))) return;
    request.state = "approved";
    tell({ ...taking, day }, "decided");
    if ([...request.claims.values()].some(({ moved }) => moved > 0)) seen.moved += 1;
  },
  return: async ({ deps, projectId, request }) => {
    const giveBack = () => stepsOf(deps, projectId).giveBack(request.id);
    if (!(await allowed(request.state === "submitted", giveBack))) return;
    request.state = "returned";
    for (const claim of request.claims.values()) Object.assign(claim, { cut: 0, moved: 0 });
  },
  withdraw: async (taking) => {
    const { deps, projectId, request, part } = taking;
    // Nothing ever happens to it again.
    if (part < 80) return;
    const isAllowed = isOpen(request) || request.state === "submitted";
    const withdraw = () => stepsOf(deps, projectId).withdraw(request.id);
    if (!(await allowed(isAllowed, withdraw))) return;
    request.state = "withdrawn";
    tell(taking, "withdrawn");
  },
  reconsider: async (taking) => {
    const { deps, projectId, plain, request } = taking;
    const fits = [...request.claims].every(([itemId, { claimed }]) => {
      const amount = plain.items.find(({ id }) => id === itemId)?.amount ?? 0;
      return heldByOthers(plain, itemId, request.id) + claimed <= amount;
    });
    const key = { projectId, id: request.id };
    const reconsider = () => reconsiderRequest(deps, system, key);
    if (!(await allowed(request.state === "approved" && fits, reconsider))) return;
    request.state = "submitted";
    tell(taking, "reconsidered");
    seen.reconsidered += 1;
  },
  receive: async (taking) => {
    const { deps, projectId, request, part, day } = taking;
    const isAllowed = request.state === "approved" || request.state === "paid";
    const receive = () => stepsOf(deps, projectId).receive(request.id, part + 1, day);
    if (!(await allowed(isAllowed, receive))) return;
    request.state = "paid";
    tell(taking, "received", { received: part + 1 });
  },
};

async function compareAt(
  deps: TestDeps,
  projectId: number,
  plain: PlainWorld,
  moment: { on: string; asOf: string },
): Promise<void> {
  const { lines, total } = await loadRequestList(deps.db, projectId, moment);
  const expected = plain.requests.map(({ id }) => sumsAt(plain, id, moment));
  const names = Object.keys(expected[0] ?? {}) as (keyof (typeof expected)[number])[];
  for (const name of names)
    expect([name, total[name]]).toEqual([name, expected.reduce((sum, one) => sum + one[name], 0)]);
  for (const [index, { sums, isDraft }] of lines.entries())
    if (!isDraft) expect(sums).toMatchObject(expected[index] ?? {});
  const asked = await inForce(deps.db, "claim_facts", moment)
    .join("claims as c", "c.id", "f.claim_id")
    .groupBy("c.payment_request_id")
    .select("c.payment_request_id as id")
    .sum({ claimed: "f.claimed_halere", approved: "f.approved_halere" });
  const byRequest = new Map(
    (asked as { id: number; claimed: number; approved: number }[]).map((one) => [one.id, one]),
  );
  for (const [index, { id }] of plain.requests.entries()) {
    expect(Number(byRequest.get(id)?.claimed ?? 0)).toBe(expected[index]?.direct);
    expect(Number(byRequest.get(id)?.approved ?? 0)).toBe(expected[index]?.approvedDirect);
  }
}

/** What is kept beside the records is what the facts come to, and no expenditure is held beyond its sum. */
async function compareKept(deps: TestDeps, plain: PlainWorld): Promise<void> {
  for (const { id, state } of plain.requests) {
    const sums = sumsAt(plain, id, LATEST);
    expect(await deps.db("payment_requests").where({ id }).first()).toMatchObject({
      ...{ state, direct_halere: sums.direct, flat_halere: sums.flat, cut_halere: sums.cut },
      ...{ approved_direct_halere: sums.approvedDirect, approved_flat_halere: sums.approvedFlat },
      ...{ moved_halere: sums.moved, received_halere: sums.received },
    });
  }
  for (const { id, amount } of plain.items) {
    const row = await deps.db("expenditures").where({ id }).first("claimed_halere");
    expect(row.claimed_halere).toBe(heldByOthers(plain, id, 0));
    expect(row.claimed_halere).toBeLessThanOrEqual(amount);
  }
  const totals = await deps.db("drawdown_totals").first();
  const all = plain.requests.map(({ id }) => sumsAt(plain, id, LATEST));
  const claimed = all.reduce((sum, one) => sum + one.direct + one.flat - one.cut - one.moved, 0);
  expect(totals?.claimed_halere ?? 0).toBe(claimed);
}
