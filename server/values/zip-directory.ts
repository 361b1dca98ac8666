import { inflateRawSync } from "node:zlib";

/** A part of a ZIP file as its directory describes it; sizes are claims until the part is unpacked. */
export interface ZipEntry {
  name: string;
  isEncrypted: boolean;
  method: number;
  packedSize: number;
  size: number;
  start: number;
}

const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const SIGNATURES = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 };
const STORED = 0;
const DEFLATED = 8;

/**
 * The directory of a ZIP file that is nothing else: it begins with its first part and ends with its
 * directory. Undefined for anything else, for a damaged one and for one of the large form (ZIP64).
 */
export function readZipDirectory(file: Buffer): ZipEntry[] | undefined {
  const end = endOfDirectory(file);
  if (end === undefined) return undefined;
  const count = file.readUInt16LE(end + 10);
  const start = file.readUInt32LE(end + 16);
  if (file.readUInt16LE(end + 8) !== count || start + file.readUInt32LE(end + 12) !== end)
    return undefined;
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const length = entryLength(file, at, end);
    if (length === undefined) return undefined;
    entries.push(entryAt(file, at));
    at += length;
  }
  return at === end && entries.some((entry) => entry.start === 0) ? entries : undefined;
}

export type Unpacked = { bytes: Buffer } | { fault: "tooLarge" | "damaged" };

/** One part, never more than `most` bytes of it, whatever the directory says of its size. */
export function unpackEntry(file: Buffer, entry: ZipEntry, most: number): Unpacked {
  const packed = packedBytes(file, entry);
  if (!packed || entry.isEncrypted) return { fault: "damaged" };
  if (entry.method === STORED)
    return packed.length > most ? { fault: "tooLarge" } : whole(packed, entry);
  if (entry.method !== DEFLATED) return { fault: "damaged" };
  try {
    return whole(inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }), entry);
  } catch (error) {
    const isTooLarge = (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE";
    return { fault: isTooLarge ? "tooLarge" : "damaged" };
  }
}

/** A part that is not as long as it said was made to mislead. */
function whole(bytes: Buffer, entry: ZipEntry): Unpacked {
  return bytes.length === entry.size ? { bytes } : { fault: "damaged" };
}

function packedBytes(file: Buffer, { start, packedSize }: ZipEntry): Buffer | undefined {
  if (start + LOCAL_LENGTH > file.length) return undefined;
  if (file.readUInt32LE(start) !== SIGNATURES.local) return undefined;
  const from = start + LOCAL_LENGTH + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
  if (from + packedSize > file.length) return undefined;
  return file.subarray(from, from + packedSize);
}

/** The last record of the file, whose comment reaches exactly to the end. */
function endOfDirectory(file: Buffer): number | undefined {
  const lowest = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = file.length - END_LENGTH; at >= lowest; at -= 1) {
    if (file.readUInt32LE(at) !== SIGNATURES.end) continue;
    if (at + END_LENGTH + file.readUInt16LE(at + 20) === file.length) return at;
  }
  return undefined;
}

function entryLength(file: Buffer, at: number, end: number): number | undefined {
  if (at + ENTRY_LENGTH > end || file.readUInt32LE(at) !== SIGNATURES.entry) return undefined;
  const variable = [28, 30, 32].reduce((sum, offset) => sum + file.readUInt16LE(at + offset), 0);
  return at + ENTRY_LENGTH + variable > end ? undefined : ENTRY_LENGTH + variable;
}

function entryAt(file: Buffer, at: number): ZipEntry {
  const nameLength = file.readUInt16LE(at + 28);
  return {
    name: file.toString("utf8", at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength),
    isEncrypted: (file.readUInt16LE(at + 8) & 1) === 1,
    method: file.readUInt16LE(at + 10),
    packedSize: file.readUInt32LE(at + 20),
    size: file.readUInt32LE(at + 24),
    start: file.readUInt32LE(at + 42),
  };
}
