import {
  listOrderedDocuments,
  type PeriodDocument,
} from "../../../../../db/queries/period-documents.ts";
import { textsFor } from "../../../../texts/index.ts";
import { extensionOf } from "../../../../values/document-file.ts";
import type { Preparer } from "../../../prepared-files/kinds.ts";
import { entryPath } from "../../../prepared-files/zip/rules.ts";
import { writeZip, type ZipEntry } from "../../../prepared-files/zip/service.ts";
import { objectWord } from "../../words.ts";
import type { PackageParams } from "../rules.ts";

/** Writes the ZIP: a folder for each kind of record, and the list of hashes. */
export const preparePackage: Preparer = async ({ db, clock, config }, order, told) => {
  const { projectId } = order;
  const { number, viewerId, language, versionIds } = JSON.parse(order.params) as PackageParams;
  const texts = textsFor(language);
  const documents =
    projectId === null ? [] : await listOrderedDocuments(db, { projectId, viewerId, versionIds });
  const entries: ZipEntry[] = documents.map((document, index) => ({
    path: entryPath(objectWord(document.objectType, texts), index + 1, nameOf(document)),
    ...{ file: document.file, sha256: document.sha256 },
  }));
  return {
    fileName: `${texts.documents.packages.file(number)}.zip`,
    mediaType: "application/zip",
    write: async (path) => {
      const zip = { dataDir: config.dataDir, at: clock.now(), entries, sumsName: "SHA256SUMS" };
      await writeZip(path, zip, told);
    },
  };
};

function nameOf({ objectLabel, title, originalName }: PeriodDocument): string {
  const name = [objectLabel, title].filter(Boolean).join(" – ");
  return `${name}.${extensionOf(originalName)}`;
}
