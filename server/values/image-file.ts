import { liesOnItsSide, orientationOf, orientationSegment } from "./jpeg-orientation.ts";

/** A picture as it may be stored and shown: only the parts that make up the picture itself. */
export interface ImageFile {
  mediaType: "image/png" | "image/jpeg";
  width: number;
  height: number;
  bytes: Buffer;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
// What decides how the picture looks. Texts, times, places (eXIf) and animation are left behind.
const PNG_CHUNKS = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "pHYs"];
const PNG_HEADER_LENGTH = 13;

/**
 * Reads a PNG or a JPEG, known by its bytes and not by its name, and leaves behind what does not belong to
 * the picture: data about camera, place and author, and anything after its end. Undefined for whatever is
 * not such a picture from its first byte to its end.
 */
export function readImageFile(file: Buffer): ImageFile | undefined {
  if (file.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return readPng(file);
  return file[0] === 0xff && file[1] === JPEG.start ? readJpeg(file) : undefined;
}

function readPng(file: Buffer): ImageFile | undefined {
  const chunks = chunksOf(file);
  const [header] = chunks ?? [];
  if (!chunks || header?.type !== "IHDR" || header.end - header.start !== 12 + PNG_HEADER_LENGTH)
    return undefined;
  if (!chunks.some(({ type }) => type === "IDAT")) return undefined;
  const size = {
    width: file.readUInt32BE(header.start + 8),
    height: file.readUInt32BE(header.start + 12),
  };
  const kept = chunks.filter(({ type }) => PNG_CHUNKS.includes(type));
  const bytes = Buffer.concat([PNG_SIGNATURE, ...kept.map((part) => cut(file, part))]);
  return { mediaType: "image/png", ...size, bytes };
}

interface Part {
  start: number;
  end: number;
}

function cut(file: Buffer, { start, end }: Part): Buffer {
  return file.subarray(start, end);
}

/** Up to the one that ends the picture; undefined when it does not come. */
function chunksOf(file: Buffer): (Part & { type: string })[] | undefined {
  const chunks: (Part & { type: string })[] = [];
  let start = PNG_SIGNATURE.length;
  while (start + 12 <= file.length) {
    const type = file.toString("latin1", start + 4, start + 8);
    const end = start + 12 + file.readUInt32BE(start);
    if (end > file.length) return undefined;
    chunks.push({ type, start, end });
    if (type === "IEND") return chunks;
    start = end;
  }
  return undefined;
}

/** Second bytes of the markers that matter. */
const JPEG = { start: 0xd8, end: 0xd9, scan: 0xda, comment: 0xfe, header: 0xe0, camera: 0xe1 };
const FRAMES = [0xc0, 0xc1, 0xc2];
// JFIF, colour profile and Adobe's note on colours; the other APPn are data about the picture.
const KEPT_APPS = [0xe0, 0xe2, 0xee];

function readJpeg(file: Buffer): ImageFile | undefined {
  const segments = segmentsOf(file);
  const frame = segments?.find(({ marker }) => FRAMES.includes(marker));
  if (!segments || !frame || frame.end - frame.start < 10) return undefined;
  const stored = [file.readUInt16BE(frame.start + 7), file.readUInt16BE(frame.start + 5)] as const;
  const orientation = orientationAmong(segments.map((part) => cut(file, part)));
  const [width, height] = liesOnItsSide(orientation) ? ([stored[1], stored[0]] as const) : stored;
  const kept = segments.filter(({ marker }) => isKeptSegment(marker));
  // Behind the header of JFIF, which has to come first.
  const place = kept[0]?.marker === JPEG.header ? 1 : 0;
  const parts = kept.map((part) => cut(file, part));
  if (orientation !== UPRIGHT) parts.splice(place, 0, orientationSegment(orientation));
  const bytes = Buffer.concat([file.subarray(0, 2), ...parts]);
  return { mediaType: "image/jpeg", width, height, bytes };
}

const UPRIGHT = 1;

/** What a camera says of how it was held is all that is kept of what it says. */
function orientationAmong(segments: readonly Buffer[]): number {
  for (const segment of segments) {
    const told = segment[1] === JPEG.camera ? orientationOf(segment) : undefined;
    if (told !== undefined) return told;
  }
  return UPRIGHT;
}

/** Up to the marker that ends the picture; a scan comes with its data. */
function segmentsOf(file: Buffer): (Part & { marker: number })[] | undefined {
  const segments: (Part & { marker: number })[] = [];
  let start = 2;
  while (start + 2 <= file.length && file[start] === 0xff) {
    const marker = file[start + 1] as number;
    const end = endOfSegment(file, { marker, start });
    if (end === undefined || end > file.length) return undefined;
    segments.push({ marker, start, end });
    if (marker === JPEG.end) return segments;
    start = end;
  }
  return undefined;
}

function endOfSegment(
  file: Buffer,
  { marker, start }: { marker: number; start: number },
): number | undefined {
  if (marker === JPEG.end) return start + 2;
  if (start + 4 > file.length) return undefined;
  const end = start + 2 + file.readUInt16BE(start + 2);
  return marker === JPEG.scan ? endOfScan(file, end) : end;
}

function isKeptSegment(marker: number): boolean {
  const isApp = marker >= 0xe0 && marker <= 0xef;
  return marker !== JPEG.comment && (!isApp || KEPT_APPS.includes(marker));
}

/** Picture data run until the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = from; at + 1 < file.length; at += 1) {
    const next = file[at + 1] as number;
    if (file[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return file.length;
}
