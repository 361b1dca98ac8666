import type { Connection } from "../../db/connection.ts";
import { insert } from "./factories.ts";
import { createParticipant, createParticipation } from "./training-factories.ts";

const AT = "2026-01-05T08:00:00.000Z";
const NOTHING = {
  participations: [],
  joined: [],
  repointed: [],
  registrations: [],
  trainees: [],
  persons: [],
  filled: [],
};

/** Somebody of the project who left it, and into whom another record was merged. */
export async function createPersonParts(
  db: Connection,
  projectId: number,
): Promise<Record<"participantId" | "participationId" | "exitId" | "mergeId", number>> {
  const participantId = await createParticipant(db);
  const participationId = await createParticipation(db, projectId, {
    participant_id: participantId,
  });
  const exit = { participation_id: participationId, valid_on: "2026-01-10", recorded_at: AT };
  const mergedId = await createParticipant(db, { merged_into_id: participantId });
  const merge = { kept_id: participantId, merged_id: mergedId, merged_at: AT };
  return {
    participantId,
    participationId,
    exitId: await insert(db, "participation_exits", exit),
    mergeId: await insert(db, "participant_merges", { ...merge, moved: JSON.stringify(NOTHING) }),
  };
}
