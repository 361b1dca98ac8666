import type { Database } from "../../../../db/connection.ts";
import {
  type AuditPack,
  findAuditPack,
  listPackedCertificates,
  listPackedDocuments,
  type PackedDocument,
} from "../../../../db/queries/audit-packs.ts";
import type { PreparedFile } from "../../../../db/queries/prepared-files.ts";
import { findProjectRecord } from "../../../../db/queries/project-records.ts";
import { NotFound } from "../../../errors.ts";
import { formatsFor } from "../../../texts/formats.ts";
import { textsFor } from "../../../texts/index.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { canOpen } from "../../documents/rules.ts";
import { writeExport } from "../../exports/service.ts";
import type { Preparer, PreparingDeps } from "../../prepared-files/kinds.ts";
import { entryPath } from "../../prepared-files/zip/rules.ts";
import { writeZip, type ZipEntry } from "../../prepared-files/zip/service.ts";
import { type Collection, collect } from "../collecting/service.ts";
import type { PackParams } from "../rules.ts";
import { packCode, packTitle } from "../words.ts";
import { type PackTable, tablesOf } from "./tables.ts";

/** Makes the ZIP of a pack: facts in workbooks, papers as they were stored, and the list of their hashes. */
export const prepareAuditPack: Preparer = async (deps, order, told) => {
  const { db, clock, config } = deps;
  const pack = await packOf(db, order);
  const params = JSON.parse(pack.params) as PackParams;
  const at = clock.now();
  const moment = { on: pragueDay(at), asOf: at };
  const collection = await collect(db, pack, params, moment);
  const documents = await documentsOf(db, collection, { params, viewerId: pack.createdBy });
  const wording = { texts: textsFor(params.language), formats: formatsFor(params.language) };
  const { texts } = wording;
  const certificates = params.withNames
    ? await listPackedCertificates(
        db,
        collection.events.map(({ id }) => id),
      )
    : [];
  const tables = tablesOf(collection, documents, params, wording);
  const entries: ZipEntry[] = [];
  for (const table of tables)
    entries.push({
      path: `${table.name}.xlsx`,
      bytes: await workbookOf(deps, pack, table, { params, at }),
    });
  const { folders } = texts.auditPacks;
  entries.push(
    ...documents.map(({ title, originalName, file, sha256 }, index) => ({
      path: entryPath(folders.documents, index + 1, nameOf(title, originalName)),
      ...{ file, sha256 },
    })),
    ...certificates.map(({ year, number, file, sha256 }, index) => ({
      path: entryPath(folders.certificates, index + 1, `${number}-${year}.pdf`),
      ...{ file, sha256 },
    })),
  );
  return {
    fileName: `${packCode(pack, texts)}.zip`,
    mediaType: "application/zip",
    write: async (path) => {
      const zip = { dataDir: config.dataDir, at, entries, sumsName: "SHA256SUMS" };
      await writeZip(path, zip, told);
    },
  };
};

async function packOf(db: Database, { params, projectId }: PreparedFile): Promise<AuditPack> {
  const { packId } = JSON.parse(params) as { packId: number };
  const pack = await findAuditPack(db, { projectId: projectId ?? 0, id: packId });
  if (!pack) throw new NotFound("audit pack");
  return pack;
}

/** Papers that the maker of the pack could open one by one; no others. */
async function documentsOf(
  db: Database,
  { objects }: Collection,
  { params, viewerId }: { params: PackParams; viewerId: number },
): Promise<PackedDocument[]> {
  const rights = { readsPersonalData: params.withNames, readsSignedSheets: params.withSheets };
  const found: PackedDocument[] = [];
  for (const { objectType, ids } of objects)
    found.push(...(await listPackedDocuments(db, { objectType, ids, viewerId })));
  return found.filter((document) => canOpen(document, rights));
}

async function workbookOf(
  { db }: PreparingDeps,
  pack: AuditPack,
  { title, columns, rows }: PackTable,
  { params, at }: { params: PackParams; at: string },
): Promise<Buffer> {
  const project = await findProjectRecord(db, pack.projectId);
  const wording = { texts: textsFor(params.language), formats: formatsFor(params.language) };
  const { texts, formats } = wording;
  return writeExport(
    {
      ...{ title, columns, rows, language: params.language },
      project: [project?.title, project?.registrationNumber].filter(Boolean).join(" · "),
      moment: texts.auditPacks.moment(formats.dateTime(at)),
      notes: [packTitle(pack, texts), pack.reason],
      ...{ exportedAt: at, exportedOn: pragueDay(at) },
    },
    "xlsx",
    wording,
  );
}

/** The title with the ending of the file. */
function nameOf(title: string, originalName: string): string {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(originalName)?.[0] ?? "";
  return title.toLowerCase().endsWith(ending.toLowerCase()) ? title : `${title}${ending}`;
}
