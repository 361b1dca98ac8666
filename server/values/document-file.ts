import { readImageFile } from "./image-file.ts";
import { decodeText } from "./text-encoding.ts";
import { readZipDirectory, unpackEntry, type ZipEntry } from "./zip-directory.ts";

/** A file as it may be kept: its bytes are what its name says, pictures without data about the camera. */
export type DocumentFile =
  | { mediaType: string; bytes: Buffer }
  /** A key of `texts.errors`. */
  | { fault: "fileEmpty" | "fileTypeRefused" | "fileNotWhatItSays" | "fileHasMacros" };

type Reader = (bytes: Buffer) => Buffer | "fileNotWhatItSays" | "fileHasMacros";

const OFFICE = "application/vnd.openxmlformats-officedocument";
const OPEN = "application/vnd.oasis.opendocument";

const kinds = new Map<string, { mediaType: string; read: Reader }>(
  Object.entries({
    pdf: { mediaType: "application/pdf", read: readPdf },
    jpg: { mediaType: "image/jpeg", read: (bytes) => readPicture(bytes, "image/jpeg") },
    jpeg: { mediaType: "image/jpeg", read: (bytes) => readPicture(bytes, "image/jpeg") },
    png: { mediaType: "image/png", read: (bytes) => readPicture(bytes, "image/png") },
    docx: {
      mediaType: `${OFFICE}.wordprocessingml.document`,
      read: (bytes) => readOffice(bytes, "word/document.xml", "wordprocessingml.document.main+xml"),
    },
    xlsx: {
      mediaType: `${OFFICE}.spreadsheetml.sheet`,
      read: (bytes) => readOffice(bytes, "xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
    },
    ods: {
      mediaType: `${OPEN}.spreadsheet`,
      read: (bytes) => readOpen(bytes, `${OPEN}.spreadsheet`),
    },
    odt: { mediaType: `${OPEN}.text`, read: (bytes) => readOpen(bytes, `${OPEN}.text`) },
    csv: { mediaType: "text/csv", read: readText },
    txt: { mediaType: "text/plain", read: readText },
  }),
);

export const documentExtensions = [...kinds.keys()];

/** Looks whether the bytes are what the name promises; nothing else is kept. */
export function readDocumentFile(name: string, bytes: Buffer): DocumentFile {
  if (bytes.length === 0) return { fault: "fileEmpty" };
  const kind = kinds.get(extensionOf(name));
  if (!kind) return { fault: "fileTypeRefused" };
  const read = kind.read(bytes);
  return typeof read === "string" ? { fault: read } : { mediaType: kind.mediaType, bytes: read };
}

export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** What a browser draws as a picture. */
export function isPicture(mediaType: string): boolean {
  return mediaType === "image/jpeg" || mediaType === "image/png";
}

/** Only these are shown inside the browser; the rest is saved by whoever opens it. */
export function canBePreviewed(mediaType: string): boolean {
  return mediaType === "application/pdf" || isPicture(mediaType);
}

const TAIL = 2_048;

function readPdf(bytes: Buffer): ReturnType<Reader> {
  const begins = /^%PDF-[12]\.\d/.test(bytes.toString("latin1", 0, 8));
  const ends = bytes.toString("latin1", Math.max(0, bytes.length - TAIL)).includes("%%EOF");
  return begins && ends ? bytes : "fileNotWhatItSays";
}

function readPicture(bytes: Buffer, mediaType: string): ReturnType<Reader> {
  const picture = readImageFile(bytes);
  return picture?.mediaType === mediaType ? picture.bytes : "fileNotWhatItSays";
}

const MOST_ENTRIES = 5_000;
const LARGEST_LIST = 1_000_000;

function entriesOf(bytes: Buffer): ZipEntry[] | undefined {
  const entries = readZipDirectory(bytes);
  return entries && entries.length <= MOST_ENTRIES ? entries : undefined;
}

function readOffice(bytes: Buffer, main: string, type: string): ReturnType<Reader> {
  const entries = entriesOf(bytes);
  const list = entries?.find(({ name }) => name === "[Content_Types].xml");
  if (!entries || !list || !entries.some(({ name }) => name === main)) return "fileNotWhatItSays";
  const types = unpackEntry(bytes, list, LARGEST_LIST);
  if (!("bytes" in types)) return "fileNotWhatItSays";
  const text = types.bytes.toString("utf8");
  const runs = /macroEnabled|vbaProject|activeX/i;
  if (runs.test(text) || entries.some(({ name }) => runs.test(name))) return "fileHasMacros";
  return text.includes(type) ? bytes : "fileNotWhatItSays";
}

function readOpen(bytes: Buffer, type: string): ReturnType<Reader> {
  const entries = entriesOf(bytes);
  const [first] = entries ?? [];
  if (!entries || first?.name !== "mimetype" || first.start !== 0) return "fileNotWhatItSays";
  const kind = unpackEntry(bytes, first, 200);
  if (!("bytes" in kind) || kind.bytes.toString("latin1") !== type) return "fileNotWhatItSays";
  const hasMacros = entries.some(({ name }) => /^(Basic|Scripts)\//.test(name));
  return hasMacros ? "fileHasMacros" : bytes;
}

const MARKUP = /^\s*<(!doctype|html|svg|\?xml|script|head|body)/i;

function readText(bytes: Buffer): ReturnType<Reader> {
  const { text } = decodeText(bytes.subarray(0, 1_000_000));
  const isText = !/[\u0000-\u0008\u000b\u000e-\u001f]/.test(text);
  const isBinaryFurther =
    bytes.indexOf(0, 1_000_000) >= 0 && bytes[0] !== 0xff && bytes[0] !== 0xfe;
  return isText && !isBinaryFurther && !MARKUP.test(text) ? bytes : "fileNotWhatItSays";
}
