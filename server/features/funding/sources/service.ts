import type { Transaction } from "../../../../db/connection.ts";
import { listPlannedAmounts } from "../../../../db/queries/drawdown-plans.ts";
import { EVER } from "../../../../db/queries/facts.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { findProjectRecord, touchProject } from "../../../../db/queries/project-records.ts";
import {
  insertSource,
  listSources,
  type NewSource,
  type ProjectSource,
  removeSource,
  updateSource,
} from "../../../../db/queries/project-sources.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { sourcesInWords } from "./rules.ts";

/** A source as it is to be; without an id it is a new one. `row` is its place in the form, for messages. */
export type SourceToBe = NewSource & { id?: number | null; row?: number };

/**
 * The project has these sources and no others; those with an id stay what they were under a new name, kind or share.
 * @throws InvalidInput where a source that is still planned of would disappear, or an id is not the project's
 */
export async function saveSources(
  trx: Transaction,
  { projectId, at, sources }: { projectId: number; at: string; sources: readonly SourceToBe[] },
): Promise<void> {
  const stored = await listSources(trx, projectId);
  const known = new Set(stored.map(({ id }) => id));
  const foreign = sources.findIndex(({ id }) => id && !known.has(id));
  if (foreign >= 0)
    throw new InvalidInput({ [fieldOf(sources[foreign], foreign)]: "unknownChoice" });
  await removeMissing(trx, { projectId, at, stored, kept: new Set(sources.map(({ id }) => id)) });
  for (const [index, { id, kind, name, sharePpm }] of sources.entries()) {
    const source = { kind, name, sharePpm, position: index + 1 };
    if (id) await updateSource(trx, { id, ...source });
    else await insertSource(trx, { projectId, ...source });
  }
}

function fieldOf(source: SourceToBe | undefined, index: number): string {
  return `source${source?.row ?? index + 1}Name`;
}

async function removeMissing(
  trx: Transaction,
  of: {
    projectId: number;
    at: string;
    stored: readonly ProjectSource[];
    kept: ReadonlySet<number | null | undefined>;
  },
): Promise<void> {
  const gone = of.stored.filter(({ id }) => !of.kept.has(id));
  if (gone.length === 0) return;
  const plans = await listPlannedAmounts(trx, of.projectId, EVER);
  for (const { id } of gone) {
    if (plans.some(({ sourceId, halere }) => sourceId === id && halere > 0)) {
      // The form shows the stored sources in their order, and its version says that they have not changed.
      const row = of.stored.findIndex((source) => source.id === id) + 1;
      throw new InvalidInput({ [`source${row}Name`]: "sourceIsPlanned" });
    }
    await removeSource(trx, { id, at: of.at });
  }
}

export interface FundedProject {
  version: number;
  sources: ProjectSource[];
}

/** Changes the sources alone, for those who keep the money and not the whole record. */
export async function editSources(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  edit: {
    projectId: number;
    version: number;
    sources: readonly SourceToBe[];
    formOf: FormOf<FundedProject>;
  },
): Promise<void> {
  const { projectId, version, sources } = edit;
  await change(deps, author, async ({ trx, at, record }) => {
    await lockProject(trx, projectId);
    const project = await findProjectRecord(trx, projectId);
    if (!project) throw new NotFound("project");
    const before = await listSources(trx, projectId);
    const subject = { objectType: "project", objectId: projectId };
    if (project.version !== version) {
      const values = edit.formOf({ version: project.version, sources: before });
      throw await editedMeanwhile(trx, { ...subject, version: project.version, values });
    }
    await touchProject(trx, projectId);
    await saveSources(trx, { projectId, at, sources });
    const changes = changedFields(
      { sources: sourcesInWords(before) },
      { sources: sourcesInWords(await listSources(trx, projectId)) },
    );
    record({ action: "project.edited", ...subject, projectId, changes });
  });
}
