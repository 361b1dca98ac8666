import { createHash } from "node:crypto";
import type { Database } from "../../../db/connection.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import { findProjectParts } from "../../../db/queries/project-parts.ts";
import {
  findOwnerOfSlug,
  findPublicPage,
  findPublicProject,
  findPublishedEdition,
  insertEdition,
  insertPublicPage,
  listEditions,
  listPublicActivities,
  type PublicPage,
  type PublicPageFields,
  updatePublicPage,
  updatePublishedEdition,
} from "../../../db/queries/public-pages.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { canonicalJson } from "../../values/canonical-json.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { type PublicFacts, publicFactsOf } from "./rules.ts";
import type { PublicPageEntry } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** What the page would say now. Three queries. */
export async function publicFacts(
  db: Database,
  projectId: number,
  page: PublicPageFields,
): Promise<PublicFacts> {
  const project = await findPublicProject(db, projectId);
  if (!project) throw new NotFound("project");
  const parts = await findProjectParts(db, projectId);
  return publicFactsOf(project, parts, await listPublicActivities(db, projectId), page);
}

/** What anybody reads at the address; undefined where nothing is published. */
export async function publishedAt(
  db: Database,
  slug: string,
): Promise<{ facts: PublicFacts; publishedAt: string } | undefined> {
  const edition = await findPublishedEdition(db, slug);
  return edition && { ...edition, facts: JSON.parse(edition.facts) as PublicFacts };
}

/**
 * Writes what the page says beside the project's own record; nobody else sees it before it is published.
 * @throws InvalidInput `slug: publicSlugTaken`
 */
export async function savePublicPage(
  deps: Doing,
  author: Author,
  projectId: number,
  { entry, formOf }: { entry: PublicPageEntry; formOf: FormOf<PublicPage> },
): Promise<void> {
  const { version, ...fields } = entry;
  await change(deps, author, async ({ trx, at, record }) => {
    await lockProject(trx, projectId);
    const owner = await findOwnerOfSlug(trx, fields.slug);
    if (owner !== undefined && owner !== projectId)
      throw new InvalidInput({ slug: "publicSlugTaken" });
    const before = await findPublicPage(trx, projectId);
    const objectType = "public-page";
    if (!before) {
      const objectId = await insertPublicPage(trx, { ...fields, projectId, at });
      record({ action: "public-page.created", objectType, objectId, projectId });
      return;
    }
    const objectId = before.id;
    if (!(await updatePublicPage(trx, { id: objectId, version }, fields)))
      throw await editedMeanwhile(trx, {
        ...{ objectType, objectId, version: before.version },
        values: formOf(before),
      });
    const changes = changedFields(fieldsOf(before), fields);
    record({ action: "public-page.edited", objectType, objectId, projectId, changes });
  });
}

/** Makes public what the project's record says now, as a further edition. */
export async function publishPage(
  deps: Doing,
  author: Author,
  projectId: number,
  version: number,
): Promise<void> {
  await change(deps, author, async ({ trx, at, by, record }) => {
    await lockProject(trx, projectId);
    const page = await pageAt(trx, projectId);
    const facts = canonicalJson(await publicFacts(trx, projectId, page));
    const [last] = await listEditions(trx, page.id);
    const number = (last?.number ?? 0) + 1;
    if (!(await updatePublishedEdition(trx, { id: page.id, version }, number)))
      throw new Conflict("changedMeanwhile");
    const hash = createHash("sha256").update(facts).digest("hex");
    await insertEdition(trx, { publicPageId: page.id, number, facts, hash, at, by });
    record({
      ...{ action: "public-page.published", objectType: "public-page", objectId: page.id },
      ...{ projectId, changes: { edition: [page.publishedEdition, number] } },
    });
  });
}

/** Takes the page down; its editions stay on record. */
export async function withdrawPage(
  deps: Doing,
  author: Author,
  projectId: number,
  version: number,
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    const page = await pageAt(trx, projectId);
    if (page.publishedEdition === null) return;
    if (!(await updatePublishedEdition(trx, { id: page.id, version }, null)))
      throw new Conflict("changedMeanwhile");
    record({
      ...{ action: "public-page.withdrawn", objectType: "public-page", objectId: page.id },
      ...{ projectId, changes: { edition: [page.publishedEdition, null] } },
    });
  });
}

async function pageAt(db: Database, projectId: number): Promise<PublicPage> {
  const page = await findPublicPage(db, projectId);
  if (!page) throw new NotFound("public page");
  return page;
}

function fieldsOf(page: PublicPage): PublicPageFields {
  const {
    id: _id,
    projectId: _project,
    publishedEdition: _edition,
    version: _version,
    ...rest
  } = page;
  return rest;
}
