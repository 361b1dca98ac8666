import type { Database } from "../connection.ts";
import type { MeasureState } from "./measures.ts";

/** A measure as it leaves the house with its card. */
export interface ExportedMeasure {
  cardId: number;
  position: number;
  text: string;
  state: MeasureState;
  dueOn: string | null;
  proof: string | null;
  ownerName: string | null;
}

/** Living measures of living cards of a plan, in their order. */
export async function listExportedMeasures(
  db: Database,
  planId: number,
): Promise<ExportedMeasure[]> {
  return db("measures as m")
    .join("cards as x", "x.id", "m.card_id")
    .leftJoin("users as u", "u.id", "m.owner_user_id")
    .leftJoin("contacts as c", "c.id", "m.owner_contact_id")
    .where("x.plan_id", planId)
    .whereNull("x.archived_at")
    .whereNull("m.archived_at")
    .orderBy(["x.sort_key", "x.id", "m.position", "m.id"])
    .select({ cardId: "m.card_id", position: "m.position", text: "m.text", state: "m.state" })
    .select({ dueOn: "m.due_on", proof: "m.proof" })
    .select({ ownerName: db.raw("coalesce(u.name, c.name)") });
}
