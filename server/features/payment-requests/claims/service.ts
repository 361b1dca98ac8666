import {
  claimWholeScope,
  listClaimedIds,
  listClaimRowsOf,
  putClaims,
  putCuts,
} from "../../../../db/queries/claims.ts";
import {
  type PaymentRequest,
  updateRequestEdition,
} from "../../../../db/queries/payment-requests.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile } from "../../../edited-meanwhile.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { refreshExpenditureKept } from "../../expenditures/service.ts";
import { loadFrame } from "../frame.ts";
import { type RequestKey, recordRequest, requestAt } from "../keeping.ts";
import { type ClaimEntry, type CutEntry, claimWishes, cutWishes } from "./rules.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** Rows of a page as a form sends them; `version` is that of the request the form was opened on. */
interface Rows<Entry> {
  version?: number;
  entries: readonly Entry[];
  readsPay: boolean;
}

/**
 * Claims what the rows of a page ask for, and lets go of those unticked.
 * @throws InvalidInput `amount-<expenditure>` for each row that asks for more than is left
 * @throws EditedMeanwhile when somebody else has claimed or let go of anything since
 */
export async function saveClaims(
  deps: Doing,
  author: Author,
  key: RequestKey,
  { version, entries, readsPay }: Rows<ClaimEntry>,
): Promise<void> {
  await change(deps, author, async (one) => {
    const request = await buildable(one, key);
    await checkEdition(one, request, version);
    const { filter } = await loadFrame(one.trx, request);
    const ids = entries.map(({ expenditureId }) => expenditureId);
    const rows = await listClaimRowsOf(one.trx, filter, ids);
    // Who may not read pay claims the whole rest or nothing: no answer tells a sum of it.
    const pay = new Set(
      rows.filter(({ kind }) => kind === "payroll").map((row) => row.expenditureId),
    );
    const read = entries.map((entry) =>
      !readsPay && pay.has(entry.expenditureId) ? { ...entry, amount: null } : entry,
    );
    const { wishes, errors } = claimWishes(read, rows);
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    await putClaims(one.trx, request, wishes);
    await updateRequestEdition(one.trx, request.id);
    await refreshExpenditureKept(one.trx, ids);
    const claimed = wishes.filter(({ claimedHalere }) => claimedHalere > 0).length;
    recordRequest(one, key, "payment-request.claimed", { claims: [null, claimed] });
  });
}

/** Claims everything the period has, or all that is offered. */
export async function claimWhole(
  deps: Doing,
  author: Author,
  key: RequestKey,
  scope: "period" | "all",
): Promise<void> {
  await change(deps, author, async (one) => {
    const request = await buildable(one, key);
    const claims = await claimWithin(one, request, scope);
    recordRequest(one, key, "payment-request.claimed", { claims: [null, claims] });
  });
}

/** The same within a change that has begun. @returns how much expenditure the request claims now */
export async function claimWithin(
  { trx }: Change,
  request: PaymentRequest,
  scope: "period" | "all",
): Promise<number> {
  const { filter } = await loadFrame(trx, request);
  await claimWholeScope(trx, filter, scope);
  await updateRequestEdition(trx, request.id);
  const ids = await listClaimedIds(trx, request.id);
  await refreshExpenditureKept(trx, ids);
  return ids.length;
}

async function buildable(one: Change, key: RequestKey): Promise<PaymentRequest> {
  const request = await requestAt(one, key, { from: ["draft", "returned"] });
  if (request.kind === "advance") throw new Conflict("advanceWithoutClaims");
  return request;
}

/** Rows that another editor has saved meanwhile would be undone by those of an older page. */
async function checkEdition(
  { trx }: Change,
  { id, version }: PaymentRequest,
  opened: number | undefined,
): Promise<void> {
  if (opened === undefined || opened === version) return;
  const current = { objectType: "payment-request", objectId: id, version };
  throw await editedMeanwhile(trx, { ...current, values: {} });
}

/** Proposes what of the claims is cut or moved; it counts once the request is decided. */
export async function saveCuts(
  deps: Doing,
  author: Author,
  key: RequestKey,
  { version, entries, readsPay }: Rows<CutEntry>,
): Promise<void> {
  await change(deps, author, async (one) => {
    const request = await requestAt(one, key, { from: ["submitted"] });
    await checkEdition(one, request, version);
    const { filter } = await loadFrame(one.trx, request);
    const ids = entries.map(({ expenditureId }) => expenditureId);
    const rows = (await listClaimRowsOf(one.trx, filter, ids)).filter(
      ({ claimedHalere, kind }) => claimedHalere > 0 && (readsPay || kind !== "payroll"),
    );
    const { wishes, errors } = cutWishes(entries, rows);
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    await putCuts(one.trx, request, wishes);
    await updateRequestEdition(one.trx, request.id);
    const changed = wishes.filter(({ cutHalere, movedHalere }) => cutHalere + movedHalere > 0);
    recordRequest(one, key, "payment-request.cut", { claims: [null, changed.length] });
  });
}
