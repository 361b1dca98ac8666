import type { Database } from "../../../../db/connection.ts";
import { listHistory } from "../../../../db/queries/audit-events.ts";
import { listMilestoneMoves, listMilestoneStates } from "../../../../db/queries/milestone-facts.ts";
import type { Milestone } from "../../../../db/queries/milestones.ts";
import { findOutputOfMilestone } from "../../../../db/queries/outputs.ts";

const HISTORY_SHOWN = 30;

/** Everything on the page of one milestone; three queries, of an output four. */
export async function loadMilestonePage(db: Database, milestone: Milestone) {
  const { id } = milestone;
  const [moves, states, history, output] = await Promise.all([
    listMilestoneMoves(db, id),
    listMilestoneStates(db, id),
    listHistory(db, { objectType: "milestone", objectId: id, limit: HISTORY_SHOWN }),
    milestone.kind === "output" ? findOutputOfMilestone(db, id) : undefined,
  ]);
  return { milestone, moves, states, history, output };
}

export type MilestonePage = Awaited<ReturnType<typeof loadMilestonePage>>;
