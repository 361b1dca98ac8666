import type { Database } from "../../../../db/connection.ts";
import type { Reach } from "../../../../db/queries/reach.ts";
import {
  listProjectsHeldAs,
  type ReadableProject,
} from "../../../../db/queries/readable-projects.ts";
import {
  findPersonProjects,
  listNearPersons,
  listStays,
  type RegisteredPerson,
  type RegisteredStay,
  searchRegistry,
} from "../../../../db/queries/registry.ts";
import { permissions } from "../../../access/permissions.ts";
import { Forbidden, NotFound } from "../../../errors.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { PAGE_SIZE_OF_REGISTRY } from "./rules.ts";

/**
 * Projects whose names the user may read, by the role there, or that of somebody they stand in for.
 * @throws Forbidden when there is none
 */
export async function readableProjects(
  db: Database,
  { userIds }: Pick<Reach, "userIds">,
): Promise<ReadableProject[]> {
  const projects = await listProjectsHeldAs(db, userIds, permissions["personal-data:read"]);
  if (projects.length === 0) throw new Forbidden("personal-data:read");
  return projects;
}

export interface PersonWithStays extends RegisteredPerson {
  stays: RegisteredStay[];
}

export async function findInRegistry(
  db: Database,
  projects: readonly ReadableProject[],
  words: readonly string[],
): Promise<PersonWithStays[]> {
  const projectIds = projects.map(({ id }) => id);
  const found = await searchRegistry(db, { projectIds, words, limit: PAGE_SIZE_OF_REGISTRY });
  return withStays(db, found, projectIds);
}

/** Groups of two and more persons who may be one, those with the same whole name first. */
export async function findDuplicates(
  db: Database,
  projects: readonly ReadableProject[],
): Promise<{ isSame: boolean; persons: PersonWithStays[] }[]> {
  const projectIds = projects.map(({ id }) => id);
  const near = await listNearPersons(db, projectIds, 400);
  const groups = groupedBy(await withStays(db, near, projectIds), ({ nearKey }) => nearKey);
  return [...groups.values()]
    .filter((persons) => persons.length > 1)
    .map((persons) => ({
      isSame: new Set(persons.map(({ identityKey }) => identityKey)).size < persons.length,
      persons,
    }))
    .sort((one, other) => Number(other.isSame) - Number(one.isSame));
}

/** Whose right opens some of these projects to their deputy; null where all are the viewer's own. */
export function heldForIn(readable: readonly ReadableProject[], viewerId: number): number | null {
  return readable.find(({ heldById }) => heldById !== viewerId)?.heldById ?? null;
}

async function withStays(
  db: Database,
  persons: RegisteredPerson[],
  projectIds: readonly number[],
): Promise<PersonWithStays[]> {
  const participantIds = persons.map(({ id }) => id);
  const stays = groupedBy(
    await listStays(db, { participantIds, projectIds }),
    ({ participantId }) => participantId,
  );
  return persons.map((person) => ({ ...person, stays: stays.get(person.id) ?? [] }));
}

export interface PersonScope {
  personIds: number[];
  /** Projects of the person that the user may read names in. */
  readable: ReadableProject[];
  /** Whether there are others besides. */
  hasHidden: boolean;
}

/**
 * A person as far as the user may know of them.
 * @throws NotFound when they take part in no project that the user may read
 */
export async function personScope(
  db: Database,
  projects: readonly ReadableProject[],
  participantId: number,
): Promise<PersonScope> {
  const found = await findPersonProjects(db, participantId);
  const readable = projects.filter(({ id }) => found?.projectIds.includes(id));
  if (!found || readable.length === 0) throw new NotFound("participant");
  const { personIds, projectIds } = found;
  return { personIds, readable, hasHidden: readable.length < projectIds.length };
}
