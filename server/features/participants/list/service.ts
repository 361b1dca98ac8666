import type { Database } from "../../../../db/connection.ts";
import { type CodeListItem, listCodeItems } from "../../../../db/queries/code-lists.ts";
import {
  countParticipantsBySexAndAge,
  countProjectParticipants,
  listProjectParticipants,
  type ParticipantCount,
  type ParticipantFilter,
  type ParticipantLine,
} from "../../../../db/queries/participant-list.ts";
import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { foldText } from "../../../values/fold.ts";
import type { SupportRule } from "../../support/rules.ts";
import { loadSupportRule } from "../../support/service.ts";
import type { ParticipantListView } from "./schema.ts";

export interface ParticipantNumbers {
  projectId: number;
  counts: ParticipantCount[];
  rule: SupportRule;
}

export interface ParticipantList extends ParticipantNumbers {
  rows: ParticipantLine[];
  total: number;
  targetGroups: CodeListItem[];
}

/** What everybody may see: how many, never who. */
export async function loadParticipantNumbers(
  db: Database,
  project: ProjectInReach,
): Promise<ParticipantNumbers> {
  const [counts, rule] = await Promise.all([
    countParticipantsBySexAndAge(db, project.id),
    loadSupportRule(db, project),
  ]);
  return { projectId: project.id, counts, rule };
}

export async function loadParticipantList(
  db: Database,
  project: ProjectInReach,
  filter: ParticipantFilter,
  of: { page: { limit: number; offset: number }; today: string },
): Promise<ParticipantList> {
  const [numbers, rows, total, targetGroups] = await Promise.all([
    loadParticipantNumbers(db, project),
    listProjectParticipants(db, filter, of.page),
    countProjectParticipants(db, filter),
    listCodeItems(db, { lists: ["target-groups"], on: of.today }),
  ]);
  return { ...numbers, rows, total, targetGroups };
}

export interface FoundParticipants {
  projectId: number;
  rows: ParticipantLine[];
  rule: SupportRule;
}

/** Those found by name, and nothing of the page around them: whoever looks for somebody does so often. */
export async function findParticipants(
  db: Database,
  project: ProjectInReach,
  of: { words: readonly string[]; limit: number },
): Promise<FoundParticipants> {
  const filter = { projectId: project.id, words: of.words };
  const [rows, rule] = await Promise.all([
    listProjectParticipants(db, filter, { limit: of.limit, offset: 0 }),
    loadSupportRule(db, project),
  ]);
  return { projectId: project.id, rows, rule };
}

export function filterOf(projectId: number, view: ParticipantListView): ParticipantFilter {
  const { record, support, stay, group } = view;
  const targetGroupId = group === "none" ? null : group === undefined ? undefined : Number(group);
  return { projectId, record, support, stay, targetGroupId };
}

/** What is looked for by name: folded words, few enough to be asked for one by one. */
export function wordsOf(typed: string): string[] {
  return foldText(typed).split(" ").filter(Boolean).slice(0, 6);
}
