import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readImageFile } from "../../../server/values/image-file.ts";
import { orientationOf, orientationSegment } from "../../../server/values/jpeg-orientation.ts";
import { jpeg } from "../../support/pictures.ts";

/** What a telephone writes: its maker, how it was held, and where the rest stands. */
function exif(orientation: number, byteOrder: "II" | "MM"): Buffer {
  const isLittle = byteOrder === "II";
  const tiff = Buffer.alloc(60);
  const short = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(byteOrder, "latin1");
  short(42, 2);
  long(8, 4);
  short(2, 8);
  // Make, as text stored behind the directory.
  short(0x010f, 10);
  short(2, 12);
  long(9, 14);
  long(40, 18);
  short(0x0112, 22);
  short(3, 24);
  long(1, 26);
  short(orientation, 30);
  tiff.write("Telefon 5", 40, "latin1");
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, body.length + 2]), body]);
}

describe("a photograph taken with the telephone on its side", () => {
  test.each(["II", "MM"] as const)("stays upright, and its maker is forgotten (%s)", (order) => {
    const file = jpeg({ width: 40, height: 30, extra: exif(6, order) });
    const read = readImageFile(file);
    expect(read).toMatchObject({ width: 30, height: 40 });
    expect(read?.bytes.includes("Telefon")).toBe(false);
    expect(read?.bytes.includes(orientationSegment(6))).toBe(true);
    // Read once more it is the same file.
    expect(readImageFile(read?.bytes as Buffer)).toEqual(read);
  });

  test("upside down keeps its width and height", () => {
    const read = readImageFile(jpeg({ width: 40, height: 30, extra: exif(3, "MM") }));
    expect(read).toMatchObject({ width: 40, height: 30 });
  });

  test.each([1, 0, 9])("gets nothing added where there is nothing to turn (%i)", (told) => {
    const read = readImageFile(jpeg({ extra: exif(told, "II") }));
    expect(read?.bytes.equals(jpeg())).toBe(true);
  });

  test("never breaks on whatever bytes stand in its place", () => {
    const anything = fc.uint8Array({ maxLength: 80 });
    const property = fc.property(anything, (bytes) => {
      const body = Buffer.concat([Buffer.from("Exif\0\0II*\0", "latin1"), bytes]);
      const told = orientationOf(Buffer.concat([Buffer.from([0xff, 0xe1, 0, 0]), body]));
      expect(told === undefined || (told >= 1 && told <= 8)).toBe(true);
    });
    fc.assert(property, { seed: 20_261_122 });
  });
});
