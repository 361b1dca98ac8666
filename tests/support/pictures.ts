import { crc32, deflateSync } from "node:zlib";

interface Given {
  width?: number;
  height?: number;
  /** Chunks or segments between the header and the picture's data. */
  extra?: Buffer;
  /** Bytes behind the end of the picture. */
  after?: Buffer;
}

/** A grey PNG that every browser shows. */
export function png({ width = 16, height = 16, extra, after }: Given = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height, 0x80);
  for (let row = 0; row < height; row += 1) rows[row * (width * 3 + 1)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk("IHDR", header),
    extra ?? Buffer.alloc(0),
    pngChunk("IDAT", deflateSync(rows)),
    pngChunk("IEND", Buffer.alloc(0)),
    after ?? Buffer.alloc(0),
  ]);
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The outline of a JPEG: enough for whoever reads its parts, not for whoever draws it. */
export function jpeg({ width = 16, height = 16, extra, after }: Given = {}): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    Buffer.from([0xff, 0xe0, 0, 7, ...Buffer.from("JFIF\0")]),
    extra ?? Buffer.alloc(0),
    frame,
    Buffer.from([0xff, 0xda, 0, 3, 1, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
    after ?? Buffer.alloc(0),
  ]);
}
