import type { Connection } from "../../db/connection.ts";
import { insert } from "./factories.ts";

/** A page that is written and not yet out. */
export function createPublicPage(
  db: Connection,
  projectId: number,
  given: Record<string, unknown> = {},
): Promise<number> {
  return insert(db, "public_pages", {
    project_id: projectId,
    slug: `projekt-${projectId}`,
    funding_sentence: "Projekt je spolufinancován Evropskou unií.",
    contact_function: "Projektový manažer",
    contact_office: "Krajský úřad, odbor sociálních věcí",
    created_at: "2026-01-05T08:00:00.000Z",
    ...given,
  });
}
