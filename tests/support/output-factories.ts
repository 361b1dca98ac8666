import type { Connection } from "../../db/connection.ts";
import { counter } from "./counting.ts";
import { createMilestone, insert } from "./factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";

const nextNumber = counter();

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
  const requirementId = await createRequirement(db);
  return {
    ...{ outputId, requirementId },
    commentId: await createComment(db, projectId, { object_id: outputId }),
    waiverId: await createWaiver(db, projectId, { requirement_id: requirementId }),
  };
}

/** A paper that records of a kind owe; whatever hangs on the record under its category does. */
export function createRequirement(db: Connection, given: Row = {}): Promise<number> {
  const count = nextNumber();
  return insert(db, "document_requirements", {
    code: `paper-${count}`,
    subject: "project",
    name_cs: `Listina ${count}`,
    name_en: `Paper ${count}`,
    category: "publicity",
    valid_from: "2021-01-01",
    position: count,
    created_at: CREATED_AT,
    ...given,
  });
}

/** A paper the project need not have; of the project itself unless told otherwise. */
export function createWaiver(db: Connection, projectId: number, given: Row = {}): Promise<number> {
  return insert(db, "document_waivers", {
    project_id: projectId,
    object_type: "project",
    object_id: projectId,
    reason: "Projekt žádný plakát nemá.",
    created_at: CREATED_AT,
    ...given,
  });
}
