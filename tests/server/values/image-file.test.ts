import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readImageFile } from "../../../server/values/image-file.ts";
import { jpeg, png, pngChunk } from "../../support/pictures.ts";

describe("a PNG", () => {
  test("is known by its bytes, with its size, and stays as it is", () => {
    const file = png({ width: 40, height: 20 });
    expect(readImageFile(file)).toEqual({
      mediaType: "image/png",
      width: 40,
      height: 20,
      bytes: file,
    });
  });

  test("loses what is about it: texts, place, time, animation, and what follows its end", () => {
    const plain = png();
    const chunks = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "acTL"].map((type) =>
      pngChunk(type, Buffer.from("Autor: Jana Nová, 50.7N 15.0E")),
    );
    const file = png({ extra: Buffer.concat(chunks), after: Buffer.from("<script>") });
    expect(file.includes("Jana")).toBe(true);
    expect(readImageFile(file)?.bytes.equals(plain)).toBe(true);
  });

  test.each([
    ["without an end", (file: Buffer) => file.subarray(0, file.length - 12)],
    ["cut short", (file: Buffer) => file.subarray(0, 50)],
    ["of its signature alone", (file: Buffer) => file.subarray(0, 8)],
    ["with another first chunk", (file: Buffer) => Buffer.from(file).fill("tEXt", 12, 16)],
    ["with a length past its end", (file: Buffer) => Buffer.from(file).fill(0xff, 33, 37)],
  ])("%s is none", (_what, spoil) => {
    expect(readImageFile(spoil(png()))).toBeUndefined();
  });

  test("without picture data is none", () => {
    const file = png();
    const data = pngChunk("IDAT", deflateSync(Buffer.alloc((16 * 3 + 1) * 16)));
    const at = file.indexOf("IDAT") - 4;
    const empty = Buffer.concat([file.subarray(0, at), file.subarray(at + data.length)]);
    expect(readImageFile(empty)).toBeUndefined();
  });
});

describe("a JPEG", () => {
  test("is known by its bytes, with its size", () => {
    expect(readImageFile(jpeg({ width: 300, height: 200 }))).toMatchObject({
      mediaType: "image/jpeg",
      width: 300,
      height: 200,
    });
  });

  test("loses what is about it and what follows its end", () => {
    const about = Buffer.from([0xff, 0xe1, 0, 10, ...Buffer.from("GPS 50.7")]);
    const comment = Buffer.from([0xff, 0xfe, 0, 10, ...Buffer.from("Jana N. ")]);
    const file = jpeg({ extra: Buffer.concat([about, comment]), after: Buffer.from("<script>") });
    expect(readImageFile(file)?.bytes.equals(jpeg())).toBe(true);
  });

  test.each([
    ["without an end", (file: Buffer) => file.subarray(0, file.length - 2)],
    ["without a frame", (file: Buffer) => Buffer.concat([file.subarray(0, 2), file.subarray(-2)])],
    ["with a segment past its end", (file: Buffer) => Buffer.from(file).fill(0xff, 4, 6)],
    ["of two bytes", (file: Buffer) => file.subarray(0, 2)],
  ])("%s is none", (_what, spoil) => {
    expect(readImageFile(spoil(jpeg()))).toBeUndefined();
  });
});

test.each([
  ["nothing", ""],
  ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ["a GIF", "GIF89a\u0001\u0000\u0001\u0000"],
  ["a page", "<!doctype html><script>alert(1)</script>"],
  ["a PDF", "%PDF-1.7"],
])("%s is no picture", (_what, text) => {
  expect(readImageFile(Buffer.from(text))).toBeUndefined();
});
