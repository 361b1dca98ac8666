import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  name: string;
  content: string | Buffer;
  /** Not packed, as the first part of an OpenDocument must be. */
  isStored?: boolean;
  /** What the directory says instead of the truth. */
  claimedSize?: number;
  isEncrypted?: boolean;
}

/** A ZIP file written by hand, so that it may also lie. */
export function zip(parts: ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content as string);
    const packed = part.isStored ? content : deflateRawSync(content);
    const name = Buffer.from(part.name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x800 | (part.isEncrypted ? 1 : 0), 2);
    facts.writeUInt16LE(part.isStored ? 0 : 8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(part.claimedSize ?? content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([Buffer.from("PK\x03\x04"), facts, name, packed]);
    const entry = Buffer.alloc(46);
    entry.write("PK\x01\x02", "latin1");
    entry.writeUInt16LE(20, 4);
    facts.copy(entry, 6);
    entry.writeUInt32LE(at, 42);
    bodies.push(body);
    directory.push(entry, name);
    at += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** The outline of a Word document. */
export function docx(more: ZipPart[] = [], type = `${OFFICE}.wordprocessingml.document.main+xml`) {
  return zip([
    { name: "[Content_Types].xml", content: `<Types><Override ContentType="${type}"/></Types>` },
    { name: "word/document.xml", content: "<w:document/>" },
    ...more,
  ]);
}

/** The outline of an OpenDocument text. */
export function odt(more: ZipPart[] = []) {
  const type = "application/vnd.oasis.opendocument.text";
  return zip([
    { name: "mimetype", content: type, isStored: true },
    { name: "content.xml", content: "<office:document-content/>" },
    ...more,
  ]);
}
