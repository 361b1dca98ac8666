import { readZipDirectory, unpackEntry, type ZipEntry } from "../values/zip-directory.ts";
import { UnreadableTable } from "./faults.ts";
import { LIMITS } from "./limits.ts";

/** A file of an office, of which parts are unpacked as they are asked for, all together within the limit. */
export interface OfficePackage {
  part(path: string): Buffer | undefined;
}

const OLD_OR_ENCRYPTED = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const MACROS = /vbaProject|macroEnabled|activeX/i;
const LARGE_ENOUGH_FOR_RATIO = 100_000;

/** @throws UnreadableTable for anything that is not a plain package */
export function openPackage(file: Buffer, { mostEntries }: { mostEntries: number }): OfficePackage {
  if (file.subarray(0, 4).equals(OLD_OR_ENCRYPTED)) throw new UnreadableTable("fileEncrypted");
  const entries = readZipDirectory(file);
  if (!entries) throw new UnreadableTable("fileNotWhatItSays");
  checkEntries(entries, mostEntries);
  const part = unpacker(file, entries);
  const types = part("[Content_Types].xml")?.toString("latin1") ?? "";
  if (MACROS.test(types)) throw new UnreadableTable("fileHasMacros");
  return { part };
}

function checkEntries(entries: ZipEntry[], most: number): void {
  if (entries.length > most) throw new UnreadableTable("tableTooLarge");
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw new UnreadableTable("fileEncrypted");
  if (entries.some(({ name }) => MACROS.test(name))) throw new UnreadableTable("fileHasMacros");
  if (entries.some(({ name }) => name.startsWith("xl/externalLinks/")))
    throw new UnreadableTable("tableHasLinks");
  const names = new Set(entries.map(({ name }) => name));
  if (names.size !== entries.length) throw new UnreadableTable("fileNotWhatItSays");
  const claimed = entries.reduce((sum, { size }) => sum + size, 0);
  const isDense = (entry: ZipEntry) =>
    entry.size > LARGE_ENOUGH_FOR_RATIO && entry.size > entry.packedSize * LIMITS.ratio;
  if (claimed > LIMITS.unpackedBytes || entries.some(isDense))
    throw new UnreadableTable("tableTooLarge");
}

function unpacker(file: Buffer, entries: ZipEntry[]): OfficePackage["part"] {
  let left: number = LIMITS.unpackedBytes;
  return (path) => {
    const entry = entries.find(({ name }) => name.toLowerCase() === path.toLowerCase());
    if (!entry) return undefined;
    const unpacked = unpackEntry(file, entry, left);
    if ("fault" in unpacked)
      throw new UnreadableTable(
        unpacked.fault === "tooLarge" ? "tableTooLarge" : "fileNotWhatItSays",
      );
    left -= unpacked.bytes.length;
    return unpacked.bytes;
  };
}
