import type { Knex } from "knex";
import type { Database, Transaction } from "../connection.ts";
import { isAppearing, isEligibleLine, withLine } from "./claim-places.ts";
import type { ExpenditureKind } from "./expenditures.ts";

/** Which expenditure a page of a request shows. */
export type ClaimScope = "all" | "period" | "earlier" | "claimed";

export interface ClaimFilter {
  projectId: number;
  requestId: number;
  /** The version of the budget whose lines are meant; null where there is none. */
  versionId: number | null;
  /** Without a period everything is of the request. */
  period: { startsOn: string; endsOn: string } | null;
}

/** An expenditure as a request may claim it, or as it claims it already. Sums in haléře. */
export interface ClaimRow {
  expenditureId: number;
  kind: ExpenditureKind;
  documentNumber: string | null;
  supplierName: string | null;
  description: string;
  validOn: string;
  lineCode: string | null;
  lineName: string | null;
  amountHalere: number;
  /** What this request claims of it and what it could claim at most. */
  claimedHalere: number;
  mostHalere: number;
  /** Decided, or proposed while the request is undecided. */
  approvedHalere: number | null;
  cutHalere: number;
  movedHalere: number;
  cutReason: string | null;
}

/** Expenditure of a request's page by line, then day. */
export async function listClaimRows(
  db: Database,
  filter: ClaimFilter,
  page: { scope: ClaimScope; limit: number; offset: number },
): Promise<ClaimRow[]> {
  const rows = await offered(db, filter, page.scope)
    .orderByRaw("l.code_key is null, l.code_key, e.valid_on, e.id")
    .limit(page.limit)
    .offset(page.offset)
    .select(ROW(db));
  return rows as ClaimRow[];
}

/** The same rows of these expenditures alone: what a form has just sent. */
export async function listClaimRowsOf(
  db: Database,
  filter: ClaimFilter,
  expenditureIds: readonly number[],
): Promise<ClaimRow[]> {
  return (await offered(db, filter, "all")
    .whereIn("e.id", [...expenditureIds])
    .select(ROW(db))) as ClaimRow[];
}

export async function countClaimRows(
  db: Database,
  filter: ClaimFilter,
): Promise<Record<ClaimScope, number>> {
  const count = (scope: ClaimScope) =>
    db.raw("(?) as ??", [offered(db, filter, scope).count("*"), scope]);
  const [row] = await db.select([
    count("all"),
    count("period"),
    count("earlier"),
    count("claimed"),
  ]);
  return {
    all: Number(row.all),
    period: Number(row.period),
    earlier: Number(row.earlier),
    claimed: Number(row.claimed),
  };
}

const ROW = (db: Database) => ({
  expenditureId: "e.id",
  kind: "e.kind",
  documentNumber: "e.document_number",
  supplierName: "e.supplier_name",
  description: "e.description",
  validOn: "e.valid_on",
  lineCode: "l.code",
  lineName: "l.name",
  amountHalere: "e.amount_halere",
  claimedHalere: db.raw("coalesce(c.claimed_halere, 0)"),
  mostHalere: db.raw("e.amount_halere - e.claimed_halere + coalesce(c.claimed_halere, 0)"),
  approvedHalere: "c.approved_halere",
  cutHalere: db.raw("coalesce(c.cut_halere, 0)"),
  movedHalere: db.raw("coalesce(c.moved_halere, 0)"),
  cutReason: "c.cut_reason",
});

function offered(db: Database, filter: ClaimFilter, scope: ClaimScope): Knex.QueryBuilder {
  const query = withLine(db, filter.versionId)
    .leftJoin("claims as c", (join) => {
      join
        .on("c.expenditure_id", "e.id")
        .andOn("c.payment_request_id", db.raw("?", [filter.requestId]))
        .andOn("c.claimed_halere", ">", db.raw("0"));
    })
    .where("e.project_id", filter.projectId);
  if (scope === "claimed") return query.whereNotNull("c.id");
  return query
    .where((either) =>
      either
        .whereNotNull("c.id")
        .orWhere(
          (open) => void isEligibleLine(open.whereRaw("e.amount_halere > e.claimed_halere")),
        ),
    )
    .where((place) => isAppearing(place, filter.period, scope));
}

/** What a form asks for of an expenditure; nothing takes its claim out of the request again. */
export interface ClaimWish {
  expenditureId: number;
  claimedHalere: number;
}

/** Puts what is asked for in place of what was; what was once submitted stays as a row that asks for nothing. */
export async function putClaims(
  trx: Transaction,
  request: { projectId: number; id: number },
  wishes: readonly ClaimWish[],
): Promise<void> {
  const asked = wishes.filter(({ claimedHalere }) => claimedHalere > 0);
  if (asked.length > 0)
    await trx("claims")
      .insert(
        asked.map((wish) => ({
          project_id: request.projectId,
          payment_request_id: request.id,
          expenditure_id: wish.expenditureId,
          claimed_halere: wish.claimedHalere,
        })),
      )
      .onConflict(["payment_request_id", "expenditure_id"])
      .merge(["claimed_halere"]);
  const left = wishes.filter(({ claimedHalere }) => claimedHalere === 0);
  if (left.length > 0)
    await dropClaims(
      trx,
      request.id,
      left.map(({ expenditureId }) => expenditureId),
    );
}

async function dropClaims(
  trx: Transaction,
  requestId: number,
  expenditureIds: readonly number[],
): Promise<void> {
  const those = () =>
    trx("claims")
      .where({ payment_request_id: requestId })
      .whereIn("expenditure_id", [...expenditureIds]);
  const neverSubmitted = trx("claim_facts").whereRaw("claim_facts.claim_id = claims.id");
  await those()
    .whereNotExists(neverSubmitted.select(trx.raw("1")))
    .delete();
  await those().update({ claimed_halere: 0 });
}

/** Claims the whole rest of everything the scope offers, in two statements however much there is. */
export async function claimWholeScope(
  trx: Transaction,
  filter: ClaimFilter,
  scope: Exclude<ClaimScope, "claimed">,
): Promise<void> {
  const rest = () =>
    isAppearing(
      isEligibleLine(
        withLine(trx, filter.versionId)
          .where("e.project_id", filter.projectId)
          .whereRaw("e.amount_halere > e.claimed_halere"),
      ),
      filter.period,
      scope,
    );
  const own = trx("claims").where({ payment_request_id: filter.requestId });
  await own
    .clone()
    .whereIn("expenditure_id", rest().select("e.id"))
    .update({
      claimed_halere: trx.raw(
        "claims.claimed_halere + (select x.amount_halere - x.claimed_halere from expenditures x where x.id = claims.expenditure_id)",
      ),
    });
  const columns = ["project_id", "payment_request_id", "expenditure_id", "claimed_halere"];
  await trx(trx.raw("?? (??, ??, ??, ??)", ["claims", ...columns])).insert(
    rest()
      .whereNotIn("e.id", own.clone().select("expenditure_id"))
      .select(
        "e.project_id",
        trx.raw("cast(? as integer)", [filter.requestId]),
        "e.id",
        trx.raw("e.amount_halere - e.claimed_halere"),
      ),
  );
}

export async function listClaimedIds(db: Database, requestId: number): Promise<number[]> {
  const rows = await db("claims")
    .where({ payment_request_id: requestId })
    .orderBy("expenditure_id")
    .select({ id: "expenditure_id" });
  return rows.map(({ id }) => id);
}

/** What is proposed to be cut and moved of a claim; nothing of either takes the proposal back. */
export interface CutWish {
  expenditureId: number;
  claimedHalere: number;
  cutHalere: number;
  movedHalere: number;
  reason: string | null;
}

export async function putCuts(
  trx: Transaction,
  request: { projectId: number; id: number },
  wishes: readonly CutWish[],
): Promise<void> {
  if (wishes.length === 0) return;
  await trx("claims")
    .insert(
      wishes.map((wish) => ({
        project_id: request.projectId,
        payment_request_id: request.id,
        expenditure_id: wish.expenditureId,
        claimed_halere: wish.claimedHalere,
        cut_halere: wish.cutHalere,
        moved_halere: wish.movedHalere,
        cut_reason: wish.reason,
      })),
    )
    .onConflict(["payment_request_id", "expenditure_id"])
    .merge(["cut_halere", "moved_halere", "cut_reason"]);
}

/** Nothing is proposed any more: the request goes back to who submitted it. */
export async function clearCuts(trx: Transaction, requestId: number): Promise<void> {
  await trx("claims")
    .where({ payment_request_id: requestId })
    .update({ cut_halere: null, moved_halere: null, cut_reason: null });
}

/** What is neither cut nor moved is approved. */
export async function decideClaims(trx: Transaction, requestId: number): Promise<void> {
  await trx("claims")
    .where({ payment_request_id: requestId })
    .where("claimed_halere", ">", 0)
    .update({
      cut_halere: trx.raw("coalesce(cut_halere, 0)"),
      moved_halere: trx.raw("coalesce(moved_halere, 0)"),
      approved_halere: trx.raw(
        "claimed_halere - coalesce(cut_halere, 0) - coalesce(moved_halere, 0)",
      ),
    });
}

/** Claims are undecided again; what was cut and moved stays as the proposal. */
export async function undecideClaims(trx: Transaction, requestId: number): Promise<void> {
  await trx("claims").where({ payment_request_id: requestId }).update({ approved_halere: null });
}

/** Whether something this request moved has been claimed by another one since. */
export async function isMovedClaimedElsewhere(db: Database, requestId: number): Promise<boolean> {
  const row = await db("claims as c")
    .join("expenditures as e", "e.id", "c.expenditure_id")
    .where("c.payment_request_id", requestId)
    .whereRaw("e.amount_halere - e.claimed_halere < c.moved_halere")
    .first("c.id");
  return row !== undefined;
}
