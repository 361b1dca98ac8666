import type { Connection } from "../../../../db/connection.ts";
import { insert } from "../../../support/factories.ts";
import type { At, EnteredMoney, Sums, Times } from "./entered-money.ts";
import { dayAt, instantAt } from "./money-days.ts";
import type { RandomMoney } from "./random-money.ts";

/** Writes down a fact of a request or a claim. */
async function tell(
  db: Connection,
  table: "payment_request_facts" | "claim_facts",
  fact: { projectId: number; of: Record<string, number>; kind: string; sums: Sums },
  times: { validOn: string; recordedAt: string; correctsId: number | null },
): Promise<number> {
  const columns = Object.entries(fact.sums).map(([name, sum]) => [`${name}_halere`, sum]);
  return insert(db, table, {
    ...{ ...fact.of, project_id: fact.projectId, kind: fact.kind },
    ...{ ...Object.fromEntries(columns), corrects_id: times.correctsId },
    ...{ valid_on: times.validOn, recorded_at: times.recordedAt },
  });
}

type Fate = RandomMoney["requests"][number]["fate"];
type When = Record<"submitted" | "decided", { validOn: string; recordedAt: string }>;

/** Both times of a claim or a request: as it was asked for, and what became of it. */
async function tellFate(
  fate: Fate,
  when: When,
  say: (kind: string, times: When["decided"] & { correctsId: number | null }) => Promise<number>,
  kinds: { asked: string; decided: string },
): Promise<void> {
  const first = await say(kinds.asked, { ...when.submitted, correctsId: null });
  if (fate === "decided") await say(kinds.decided, { ...when.decided, correctsId: null });
  if (fate === "withdrawn") await say("withdrawn", { ...when.decided, correctsId: first });
}

/** Enters a request with its claims and what became of it. */
export async function enterRequest(
  db: Connection,
  money: RandomMoney,
  { index, expenditures, entered }: At & { expenditures: number[] },
): Promise<void> {
  const given = money.requests[index];
  if (!given) return;
  const { projectId } = entered;
  const number = index + 1;
  const requestId = await insert(db, "payment_requests", {
    ...{ project_id: projectId, number, kind: "interim", created_at: instantAt(0) },
  });
  const at = given.submittedOn + given.lag;
  const decidedOn = given.submittedOn + given.decidedAfter;
  const when = {
    submitted: { validOn: dayAt(given.submittedOn), recordedAt: instantAt(at) },
    decided: { validOn: dayAt(decidedOn), recordedAt: instantAt(at + given.decidedAfter) },
  };
  const whole = await enterClaims(db, given, { requestId, expenditures, when, entered });
  const flatCut = Math.floor((given.flat * given.flatCut) / 100);
  const sumsOf: Record<string, Sums> = {
    submitted: { direct: whole.claimed, flat: given.flat },
    approved: {
      ...{ direct: whole.approved, flat: given.flat - flatCut },
      ...{ cut: whole.cut + flatCut, moved: whole.moved },
    },
  };
  const of = { payment_request_id: requestId };
  const say = async (kind: string, times: Omit<Times, "id">, sums = sumsOf[kind] ?? {}) => {
    const id = await tell(db, "payment_request_facts", { projectId, of, kind, sums }, times);
    entered.requests.push({ ...times, id, number, kind, sums });
    return id;
  };
  await tellFate(given.fate, when, say, { asked: "submitted", decided: "approved" });
  for (const { after, amount: received } of given.received) {
    const times = {
      validOn: dayAt(decidedOn + after),
      recordedAt: instantAt(decidedOn + after + 9),
    };
    await say("received", { ...times, correctsId: null }, { received });
  }
}

async function enterClaims(
  db: Connection,
  given: RandomMoney["requests"][number],
  to: { requestId: number; expenditures: number[]; when: When; entered: EnteredMoney },
) {
  const { projectId } = to.entered;
  const whole = { claimed: 0, approved: 0, cut: 0, moved: 0 };
  for (const claim of given.claims) {
    const expenditureId = to.expenditures[claim.expenditure];
    if (expenditureId === undefined) continue;
    const claimed = claim.amount + 1;
    const cut = Math.floor((claimed * claim.cut) / 200);
    const moved = Math.floor((claimed * claim.moved) / 200);
    const parts = { approved: claimed - cut - moved, cut, moved };
    const claimId = await insert(db, "claims", {
      ...{ project_id: projectId, payment_request_id: to.requestId, expenditure_id: expenditureId },
      claimed_halere: claimed,
    });
    const sumsOf: Record<string, Sums> = { claimed: { claimed }, decided: parts };
    const of = { claim_id: claimId };
    const say = async (kind: string, times: Omit<Times, "id">) => {
      const sums = sumsOf[kind] ?? {};
      const id = await tell(db, "claim_facts", { projectId, of, kind, sums }, times);
      to.entered.claims.push({ ...times, id, expenditureId, kind, sums });
      return id;
    };
    await tellFate(given.fate, to.when, say, { asked: "claimed", decided: "decided" });
    whole.claimed += claimed;
    whole.approved += parts.approved;
    whole.cut += cut;
    whole.moved += moved;
  }
  return whole;
}
