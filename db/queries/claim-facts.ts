import type { Transaction } from "../connection.ts";
import { EVER, inForce } from "./facts.ts";

// Both times of claims, written for a whole request at once.

interface Stamp {
  validOn: string;
  recordedAt: string;
  recordedBy: number | null;
}

const COLUMNS = [
  ...["claim_id", "project_id", "kind"],
  ...["claimed_halere", "approved_halere", "cut_halere", "moved_halere"],
  ...["reason", "valid_on", "recorded_at", "recorded_by", "corrects_id"],
];

/** The fact of a claim that stands, of one kind. */
const standing = (kind: "claimed" | "decided") => `(select f.id from claim_facts f
  where f.claim_id = c.id and f.kind = '${kind}'
    and not exists (select 1 from claim_facts later where later.corrects_id = f.id))`;

/** Every claim of a request as it is asked for; one taken out since the last submission is withdrawn. */
export async function recordClaimed(
  trx: Transaction,
  requestId: number,
  stamp: Stamp,
): Promise<void> {
  const from = `from claims c where c.payment_request_id = ?
    and (c.claimed_halere > 0 or ${standing("claimed")} is not null)`;
  await append(trx, stamp, {
    kind: "case when c.claimed_halere > 0 then 'claimed' else 'withdrawn' end",
    sums: ["nullif(c.claimed_halere, 0)", "null", "null", "null"],
    reason: "null",
    corrects: standing("claimed"),
    from,
    requestId,
  });
}

/** What is asked for no longer: the request was withdrawn. */
export async function recordClaimsWithdrawn(
  trx: Transaction,
  requestId: number,
  stamp: Stamp,
): Promise<void> {
  await append(trx, stamp, {
    kind: "'withdrawn'",
    sums: ["null", "null", "null", "null"],
    reason: "null",
    corrects: standing("claimed"),
    from: `from claims c where c.payment_request_id = ? and ${standing("claimed")} is not null`,
    requestId,
  });
}

/** What was decided of every claim, after the claims themselves tell it. */
export async function recordDecided(
  trx: Transaction,
  requestId: number,
  stamp: Stamp,
): Promise<void> {
  await append(trx, stamp, {
    kind: "'decided'",
    sums: ["null", "c.approved_halere", "c.cut_halere", "c.moved_halere"],
    reason: "c.cut_reason",
    corrects: standing("decided"),
    from: "from claims c where c.payment_request_id = ? and c.claimed_halere > 0",
    requestId,
  });
}

/** The whole decision is taken back: a row without sums corrects each. */
export async function recordUndecided(
  trx: Transaction,
  requestId: number,
  stamp: Stamp,
): Promise<void> {
  await append(trx, stamp, {
    kind: "'decided'",
    sums: ["null", "null", "null", "null"],
    reason: "null",
    corrects: standing("decided"),
    from: `from claims c where c.payment_request_id = ? and ${standing("decided")} is not null`,
    requestId,
  });
}

/**
 * Whether more of some expenditure of a request is asked for than there is: a returned request asks for what it
 * did until it is submitted again, though its claims may have let go of it.
 */
export async function isClaimedTwice(
  trx: Transaction,
  { projectId, requestId }: { projectId: number; requestId: number },
): Promise<boolean> {
  const own = trx("claims")
    .where({ payment_request_id: requestId })
    .where("claimed_halere", ">", 0)
    .select("expenditure_id");
  const row = await inForce(trx, "claim_facts", EVER)
    .where("f.project_id", projectId)
    .join("claims as cl", "cl.id", "f.claim_id")
    .join("expenditures as e", "e.id", "cl.expenditure_id")
    .whereIn("cl.expenditure_id", own)
    .groupBy("cl.expenditure_id", "e.amount_halere")
    .havingRaw("sum(coalesce(f.claimed_halere, 0) - coalesce(f.moved_halere, 0)) > e.amount_halere")
    .first("cl.expenditure_id");
  return row !== undefined;
}

async function append(
  trx: Transaction,
  { validOn, recordedAt, recordedBy }: Stamp,
  rows: {
    kind: string;
    sums: string[];
    reason: string;
    corrects: string;
    from: string;
    requestId: number;
  },
): Promise<void> {
  await trx.raw(
    `insert into claim_facts (${COLUMNS.join(", ")})
     select c.id, c.project_id, ${rows.kind}, ${rows.sums.join(", ")}, ${rows.reason}, ?, ?, ?, ${rows.corrects}
     ${rows.from}`,
    [validOn, recordedAt, recordedBy, rows.requestId],
  );
}
