import express from "express";
import request from "supertest";
import { expect, test } from "vitest";
import { readAssetFiles } from "../../../server/web/asset-files.ts";
import { loadAssets } from "../../../server/web/assets.ts";

const assets = loadAssets();
const app = express().use(assets.router);
const stylesheet = assets.url("css/osnova.css");

function get(url: string, encoding: string) {
  return request(app)
    .get(url)
    .set("Accept-Encoding", encoding)
    .buffer()
    .parse((res, done) => {
      const parts: Buffer[] = [];
      res.on("data", (part: Buffer) => parts.push(part));
      res.on("end", () => done(null, Buffer.concat(parts)));
    });
}

test.each([...readAssetFiles().keys()])(
  "%s may be kept for ever and is not guessed at",
  async (name) => {
    const res = await get(assets.url(name), "identity");
    expect(res.status).toBe(200);
    expect(res.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(res.headers["x-content-type-options"]).toBe("nosniff");
    expect(Number(res.headers["content-length"])).toBe(res.body.length);
    expect(res.body.length).toBeGreaterThan(100);
  },
);

test.each([
  ["css/tabler.css", "text/css; charset=utf-8"],
  ["js/theme.js", "text/javascript; charset=utf-8"],
  ["images/logo.svg", "image/svg+xml"],
  ["fonts/inter-latin.woff2", "font/woff2"],
])("%s says it is %s", async (name, type) => {
  const res = await request(app).head(assets.url(name));
  expect(res.headers["content-type"]).toBe(type);
});

test("an address changes with the content and with nothing else", () => {
  expect(loadAssets().url("css/osnova.css")).toBe(stylesheet);
  expect(stylesheet).toMatch(/^\/assets\/[\w-]{12}\/css\/osnova\.css$/);
  expect(assets.url("css/tabler.css").split("/")[2]).not.toBe(stylesheet.split("/")[2]);
});

test("the stylesheet finds its fonts", async () => {
  const res = await request(app).get(stylesheet);
  const fonts = [...res.text.matchAll(/url\("([^"]+)"\)/g)].map(([, url]) => url ?? "");
  expect(fonts).toEqual([
    assets.url("fonts/inter-latin-ext.woff2"),
    assets.url("fonts/inter-latin.woff2"),
  ]);
  for (const font of fonts) await request(app).get(font).expect(200);
});

test("tokens come first in the stylesheet and paper last", async () => {
  const { text } = await request(app).get(stylesheet);
  const order = ["@font-face", ".pill {", "@page"].map((part) => text.indexOf(part));
  expect(order.every((place) => place >= 0)).toBe(true);
  expect(order).toEqual([...order].sort((one, other) => one - other));
});

test("a browser gets the smallest form that it understands", async () => {
  const plain = await get(stylesheet, "identity");
  const zipped = await get(stylesheet, "gzip");
  const brotli = await get(stylesheet, "gzip, deflate, br");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(zipped.headers["content-encoding"]).toBe("gzip");
  expect(brotli.headers["content-encoding"]).toBe("br");
  expect(brotli.headers.vary).toBe("Accept-Encoding");
  // The client unpacks what it gets; only the headers still tell the length sent.
  expect(zipped.body.equals(plain.body)).toBe(true);
  expect(brotli.body.equals(plain.body)).toBe(true);
  const lengths = [brotli, zipped, plain].map((res) => Number(res.headers["content-length"]));
  expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
  expect(lengths[2]).toBe(plain.body.length);
});

test("fonts, compressed already, are sent as they are", async () => {
  const res = await get(assets.url("fonts/inter-latin.woff2"), "br, gzip");
  expect(res.headers["content-encoding"]).toBeUndefined();
});

test("HEAD tells what GET would, without the body", async () => {
  const head = await request(app).head(stylesheet).set("Accept-Encoding", "br");
  const full = await get(stylesheet, "br");
  expect(head.status).toBe(200);
  expect(head.headers["content-length"]).toBe(full.headers["content-length"]);
  expect(head.text).toBeFalsy();
});

test("an address of another content, or of nothing, is not found", async () => {
  const older = stylesheet.replace(/assets\/[^/]+/, "assets/AAAAAAAAAAAA");
  for (const url of [older, "/assets", "/assets/package.json"]) {
    const res = await request(app).get(url);
    expect(res.status).toBe(404);
    expect(res.headers["cache-control"]).toBeUndefined();
  }
});

test("nothing is written to an asset", async () => {
  await request(app).post(stylesheet).expect(404);
});

test("a name that does not exist is a mistake of ours, told at once", () => {
  expect(() => assets.url("css/osnowa.css")).toThrow("There is no asset css/osnowa.css");
});
