import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { claimSum } from "./claims-by-line.ts";
import type { ExpenditureKind, RecordedState } from "./expenditures.ts";
import { inForce, type Moment } from "./facts.ts";

/** An expenditure as its facts had it at a moment; sums in haléře. */
export interface ExportedExpenditure {
  factId: number;
  expenditureId: number;
  kind: ExpenditureKind;
  state: RecordedState;
  validOn: string;
  amount: number;
  documentNumber: string | null;
  supplierName: string | null;
  supplierIco: string | null;
  description: string;
  issuedOn: string | null;
  paidOn: string | null;
  total: number | null;
  net: number | null;
  contractNumber: string | null;
  orderNumber: string | null;
  lineCode: string | null;
  lineName: string | null;
  activityNumber: string | null;
  activityParentNumber: string | null;
  eventTitle: string | null;
  eventIsConfidential: boolean;
  isInternship: boolean;
  periodNumber: number | null;
}

/** Behind which row the next page begins. */
export interface ExportPlace {
  validOn: string;
  factId: number;
}

const COLUMNS = {
  factId: "f.id",
  expenditureId: "f.expenditure_id",
  kind: "e.kind",
  state: "f.state",
  validOn: "f.valid_on",
  amount: "f.amount_halere",
  documentNumber: "e.document_number",
  supplierName: "e.supplier_name",
  supplierIco: "e.supplier_ico",
  description: "e.description",
  issuedOn: "e.issued_on",
  paidOn: "e.paid_on",
  total: "e.total_halere",
  net: "e.net_halere",
  contractNumber: "e.contract_number",
  orderNumber: "e.order_number",
  lineCode: "l.code",
  lineName: "l.name",
  activityNumber: "a.number",
  activityParentNumber: "ap.number",
  eventTitle: "ev.title",
  eventIsConfidential: "ev.is_confidential",
  internshipId: "f.internship_id",
  periodNumber: "mp.number",
};

/** In the order of their days, by pages: a long export never holds the one connection of SQLite. */
export async function listExpendituresToExport(
  db: Database,
  key: { projectId: number; versionId: number | null },
  moment: Moment,
  page: { after: ExportPlace | null; limit: number },
): Promise<ExportedExpenditure[]> {
  const query = inForce(db, "expenditure_facts", moment)
    .where("f.project_id", key.projectId)
    .whereNotNull("f.amount_halere")
    .join("expenditures as e", "e.id", "f.expenditure_id")
    .leftJoin("budget_line_versions as l", (join: Knex.JoinClause) => {
      join
        .on("l.budget_line_id", "f.budget_line_id")
        .andOn("l.budget_version_id", db.raw("?", [key.versionId ?? 0]));
    })
    .leftJoin("activities as a", "a.id", "f.activity_id")
    .leftJoin("activities as ap", "ap.id", "a.parent_id")
    .leftJoin("events as ev", "ev.id", "f.event_id")
    .leftJoin("monitoring_periods as mp", "mp.id", "f.period_id")
    .orderBy(["f.valid_on", "f.id"])
    .limit(page.limit);
  const { after } = page;
  if (after)
    query.where((later: Knex.QueryBuilder) => {
      later.where("f.valid_on", ">", after.validOn).orWhere((same) => {
        same.where("f.valid_on", after.validOn).where("f.id", ">", after.factId);
      });
    });
  const rows = await query.select(COLUMNS);
  return rows.map(({ internshipId, ...row }: ExportedRow) => ({
    ...row,
    eventIsConfidential: Boolean(row.eventIsConfidential),
    isInternship: internshipId !== null,
  }));
}

type ExportedRow = Omit<ExportedExpenditure, "isInternship"> & { internshipId: number | null };

export interface ClaimsAtMoment {
  expenditureId: number;
  claimed: number;
  approved: number;
  cut: number;
  moved: number;
  /** How many requests asked for it, and how many of them are decided. */
  claims: number;
  decided: number;
}

/** What requests had made of these expenditures at a moment. */
export async function sumClaimsAt(
  db: Database,
  expenditureIds: readonly number[],
  moment: Moment,
): Promise<ClaimsAtMoment[]> {
  // A decision taken back stands as a row without sums.
  const counted = (kind: string, of: string, name: string) =>
    db.raw(
      `cast(sum(case when f.kind = ? and f.${of}_halere is not null then 1 else 0 end) as bigint) as ??`,
      [kind, name],
    );
  return (await inForce(db, "claim_facts", moment)
    .join("claims as cl", "cl.id", "f.claim_id")
    .whereIn("cl.expenditure_id", expenditureIds)
    .groupBy("cl.expenditure_id")
    .select({ expenditureId: "cl.expenditure_id" })
    .select(["claimed", "approved", "cut", "moved"].map((one) => claimSum(db, one)))
    .select(
      counted("claimed", "claimed", "claims"),
      counted("decided", "approved", "decided"),
    )) as ClaimsAtMoment[];
}
