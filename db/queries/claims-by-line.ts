import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { EVER, inForce, type Moment } from "./facts.ts";

/** What was asked for and decided of one line's expenditure, in haléře. */
export interface LineClaims {
  /** Null: of expenditure without a line. */
  budgetLineId: number | null;
  claimed: number;
  approved: number;
  cut: number;
  moved: number;
}

/** Sums of claims by the line that their expenditure is recorded on, whatever its day, as known at the instant. */
export async function sumClaimsByLine(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<LineClaims[]> {
  const places = inForce(db, "expenditure_facts", { ...moment, on: EVER.on }, "p")
    .where("p.project_id", projectId)
    .select("p.expenditure_id", "p.budget_line_id")
    .as("e");
  return (await inForce(db, "claim_facts", moment)
    .where("f.project_id", projectId)
    .join("claims as cl", "cl.id", "f.claim_id")
    .leftJoin(places, "e.expenditure_id", "cl.expenditure_id")
    .groupBy("e.budget_line_id")
    .select({ budgetLineId: "e.budget_line_id" })
    .select(
      ["claimed", "approved", "cut", "moved"].map((one) => claimSum(db, one)),
    )) as LineClaims[];
}

/** A sum of bigints is text on PostgreSQL unless it is told. */
export function claimSum(db: Database, name: string): Knex.Raw {
  return db.raw("cast(coalesce(sum(??), 0) as bigint) as ??", [`f.${name}_halere`, name]);
}
