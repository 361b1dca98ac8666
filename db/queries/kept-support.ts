import type { Database } from "../connection.ts";

/** What is kept of a person's support in a project, under the participation that stands for them. */
export interface KeptSupport {
  participantId: number;
  participationId: number;
  inPerson: number;
  electronic: number;
  thresholdOn: string | null;
}

export async function listKeptSupport(
  db: Database,
  of: { projectId: number; participantIds: readonly number[] },
): Promise<KeptSupport[]> {
  return db("participations as n")
    .join("participations as root", (on) =>
      on.on("root.id", db.raw("coalesce(n.merged_into_id, n.id)")),
    )
    .where("n.project_id", of.projectId)
    .whereIn("n.participant_id", [...of.participantIds])
    .select({
      participantId: "n.participant_id",
      participationId: "root.id",
      inPerson: "root.in_person_minutes",
      electronic: "root.electronic_minutes",
      thresholdOn: "root.threshold_on",
    });
}
