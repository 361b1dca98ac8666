import type { Connection } from "../../db/connection.ts";
import { createMilestone, insert } from "./factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";

type Row = Record<string, unknown>;

/** A planned output that has begun its life as a draft. */
export async function createOutput(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  const { milestone_id = await createOutputMilestone(db, projectId), ...columns } = given;
  return insert(db, "outputs", {
    project_id: projectId,
    milestone_id,
    created_at: CREATED_AT,
    ...columns,
  });
}

export function createOutputMilestone(db: Connection, projectId: number, given: Row = {}) {
  return createMilestone(db, projectId, {
    kind: "output",
    output_kind: "document",
    title: "Metodika case managementu",
    ...given,
  });
}

/** A remark on an output that nobody has settled. */
export async function createComment(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<number> {
  return insert(db, "comments", {
    project_id: projectId,
    object_type: "output",
    object_id: given.object_id ?? (await createOutput(db, projectId)),
    body: "Doplňte zdroje.",
    created_at: CREATED_AT,
    ...given,
  });
}

/** One of everything, for the matrix of access. */
export async function createOutputParts(
  db: Connection,
  projectId: number,
): Promise<Record<string, number>> {
  const outputId = await createOutput(db, projectId);
  return { outputId, commentId: await createComment(db, projectId, { object_id: outputId }) };
}
