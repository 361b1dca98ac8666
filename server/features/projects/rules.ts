import type { ProjectParts } from "../../../db/queries/project-parts.ts";
import type { ProjectRecord } from "../../../db/queries/project-records.ts";
import { sourcesInWords } from "../funding/sources/rules.ts";

export const phases = [
  "idea",
  "application",
  "submitted",
  "running",
  "finished",
  "sustainability",
  "archived",
] as const;
export const healths = ["on-track", "at-risk", "off-track", "on-hold"] as const;

/** The project as its history tells it: names and shares rather than ids. */
export function historyOfProject({
  record,
  parts,
}: {
  record: ProjectRecord;
  parts: ProjectParts;
}) {
  const { id, version, isExample, createdAt, archivedAt, beneficiaryId, ...fields } = record;
  const labelsOf = (list: string) =>
    parts.codeItems.filter((item) => item.list === list).map((item) => item.labelCs);
  return {
    ...fields,
    goals: parts.goals,
    sources: sourcesInWords(parts.sources),
    partners: parts.partners.map(({ name }) => name),
    partnersWithFunds: parts.partners.filter(({ hasFunds }) => hasFunds).map(({ name }) => name),
    districts: labelsOf("districts"),
    municipalities: labelsOf("municipalities"),
    targetGroups: labelsOf("target-groups"),
  };
}

/** How many specific goals a project has at most, and how long one is. */
export const MOST_GOALS = 30;
export const GOAL_LENGTH = 500;
