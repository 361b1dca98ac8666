/** Which way up a photograph is to be shown: 1 as it lies, 3 upside down, 6 and 8 on its side, even ones mirrored. */

const EXIF = Buffer.from("Exif\0\0", "latin1");
const ORIENTATION = 0x0112;
const SHORT = 3;
const ENTRY_LENGTH = 12;

/** Of a segment APP1 with its marker and length; undefined where it does not tell, or tells nonsense. */
export function orientationOf(segment: Buffer): number | undefined {
  const tiff = segment.subarray(4 + EXIF.length);
  if (!segment.subarray(4, 4 + EXIF.length).equals(EXIF) || tiff.length < 8) return undefined;
  const { short, long } = readerOf(tiff);
  const directory = long(4);
  if (directory + 2 > tiff.length) return undefined;
  const first = directory + 2;
  const last = Math.min(first + short(directory) * ENTRY_LENGTH, tiff.length - ENTRY_LENGTH + 1);
  for (let at = first; at < last; at += ENTRY_LENGTH) {
    if (short(at) === ORIENTATION && short(at + 2) === SHORT) return sensible(short(at + 8));
  }
  return undefined;
}

function sensible(orientation: number): number | undefined {
  return orientation >= 1 && orientation <= 8 ? orientation : undefined;
}

/** Numbers in the order of bytes that the camera chose. */
function readerOf(tiff: Buffer) {
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  return {
    short: (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)),
    long: (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)),
  };
}

/** A segment that tells the orientation and nothing else. */
export function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0*", "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 2 + EXIF.length + tiff.length]);
  return Buffer.concat([head, EXIF, tiff]);
}

/** Whether width and height change places when it is shown. */
export function liesOnItsSide(orientation: number): boolean {
  return orientation >= 5;
}
