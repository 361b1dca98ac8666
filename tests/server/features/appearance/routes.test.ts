import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../../../server/app.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { jpeg, png } from "../../../support/pictures.ts";
import { statementsOf } from "../../../support/queries.ts";

const LOGO = "/admin/appearance/images/logo";

describe.each(engines)("the appearance of the authority on %s", (engine) => {
  let app: TestApp;
  let admin: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    admin = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
  });
  afterEach(() => app.close());

  const filesIn = (folder: string) => {
    const path = join(app.config.dataDir, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) =>
      statSync(join(path, name)).isFile(),
    );
  };
  const hrefOf = async (kind: string, browser = app.visitor()) =>
    new RegExp(`/brand/${kind}\\?v=[0-9a-f]{12}`).exec((await browser.get("/sign-in")).text)?.[0];
  /** What is left of an upload goes when the answer has left. */
  const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

  test("gives the name to every page at once, with history", async () => {
    expect((await admin.post("/admin/appearance", { name: "Liberecký kraj" })).status).toBe(303);
    expect((await app.visitor().get("/sign-in")).text).toContain("Liberecký kraj");
    expect((await app.visitor().get("/nowhere")).text).toContain("Liberecký kraj");
    const event = await app.db("audit_events").where({ action: "appearance.renamed" }).first();
    expect(JSON.parse(event.changes)).toEqual({ name: ["", "Liberecký kraj"] });
    await admin.post("/admin/appearance", { name: "" });
    expect((await app.visitor().get("/sign-in")).text).not.toContain("Liberecký kraj");
  });

  test("refuses a name that is too long, keeping it in its field", async () => {
    const answer = await admin.post("/admin/appearance", { name: "x".repeat(10_000) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("nejvýše 120 znaků");
    expect(answer.text).toContain("x".repeat(10_000));
  });

  test("shows an uploaded logo and strip on the sign-in page, as pictures and nothing else", async () => {
    const logo = png({ width: 200, height: 60 });
    expect((await admin.upload(LOGO, logo)).headers.location).toBe("/admin/appearance");
    await admin.upload("/admin/appearance/images/strip", jpeg());
    const picture = await app.visitor().get((await hrefOf("logo")) ?? "");
    expect(picture.status).toBe(200);
    expect((picture.body as Buffer).equals(logo)).toBe(true);
    expect(picture.headers).toMatchObject({
      "content-type": "image/png",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=31536000, immutable",
      "cross-origin-resource-policy": "same-origin",
    });
    const strip = await app.visitor().get((await hrefOf("strip")) ?? "");
    expect(strip.headers["content-type"]).toBe("image/jpeg");
    expect((await app.visitor().get("/brand/logo")).headers["cache-control"]).toBe("no-store");
  });

  test("stores a picture under a random name, for the product alone, without what is about it", async () => {
    await admin.upload(LOGO, png({ after: Buffer.from("Jana Nová") }));
    await settled();
    const [name = ""] = filesIn("files");
    expect(name).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{32}$/);
    const path = join(app.config.dataDir, "files", name);
    expect(readFileSync(path).equals(png())).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(filesIn("files")).toHaveLength(1);
    expect(filesIn("uploads")).toEqual([]);
  });

  test("replaces a picture and removes it, its file too", async () => {
    await admin.upload(LOGO, png());
    const first = await hrefOf("logo");
    await admin.upload(LOGO, png({ width: 20 }));
    expect(await hrefOf("logo")).not.toBe(first);
    expect(filesIn("files")).toHaveLength(1);
    expect((await admin.get("/admin/appearance")).text).toContain("Odebrat logo");
    expect((await admin.post(`${LOGO}/removal`)).status).toBe(303);
    expect(await hrefOf("logo")).toBeUndefined();
    expect(filesIn("files")).toEqual([]);
    expect((await app.visitor().get("/brand/logo")).status).toBe(404);
    expect((await admin.post(`${LOGO}/removal`)).status).toBe(404);
    const actions = await app.db("audit_events").orderBy("id").pluck("action");
    expect(actions.slice(0, 3)).toEqual(["logo.uploaded", "logo.uploaded", "logo.removed"]);
  });

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  test.each([
    ["an SVG", Buffer.from(svg), "Soubor není obrázek PNG ani JPEG"],
    ["an empty file", Buffer.alloc(0), "Soubor není obrázek PNG ani JPEG"],
    ["a damaged PNG", png().subarray(0, 60), "Soubor není obrázek PNG ani JPEG"],
    ["one too small", png({ width: 15 }), "Strana obrázku musí mít 16 až 4 000 bodů."],
    ["one too wide", png({ width: 4_001 }), "Strana obrázku musí mít 16 až 4 000 bodů."],
    [
      "one byte over a megabyte",
      png({ after: Buffer.alloc(1_000_001 - png().length) }),
      "Soubor je větší než 1 MB.",
    ],
  ])("refuses %s beside its field and keeps nothing of it", async (_what, file, said) => {
    const answer = await admin.upload(LOGO, file);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
    expect(answer.text).toContain('href="#file-logo"');
    await settled();
    expect([...filesIn("files"), ...filesIn("uploads")]).toEqual([]);
    expect(await app.db("brand_images")).toEqual([]);
  });

  test("takes a picture of a megabyte", async () => {
    const file = png({ after: Buffer.alloc(1_000_000 - png().length) });
    expect((await admin.upload(LOGO, file)).status).toBe(303);
  });

  test("asks for the file when none was chosen", async () => {
    const answer = await admin.post(LOGO);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Vyberte soubor.");
  });

  test("receives no file from a visitor, without a token, or from another site", async () => {
    const manager = await app.signedInAs(await createUser(app.db, { is_management: true }));
    expect((await manager.upload(LOGO, png())).status).toBe(403);
    expect((await admin.upload(LOGO, png(), { _csrf: "wrong" })).status).toBe(403);
    expect((await app.visitor().upload(LOGO, png())).status).toBe(403);
    await settled();
    expect([...filesIn("files"), ...filesIn("uploads")]).toEqual([]);
  });

  test.each([
    ["two files", ["file", "file"]],
    ["a file in another field", ["logo"]],
    ["nested names", ["a".concat("[b]".repeat(30))]],
  ])("answers %s as a request that cannot be read", async (_what, names) => {
    const boundary = "osnova-test";
    const page = await admin.get("/admin/appearance");
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const part = (name: string, body: string, more = "") =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${body}\r\n`;
    const files = names.map((name) => part(name, "x", '; filename="x.png"')).join("");
    const body = `${part("_csrf", token)}${files}--${boundary}--\r\n`;
    const type = { "Content-Type": `multipart/form-data; boundary=${boundary}` };
    const answer = await admin.send(LOGO, body, type);
    expect(answer.status).toBe(400);
    await settled();
    expect(filesIn("uploads")).toEqual([]);
  });

  test("is kept in memory, and seen by another process within half a minute", async () => {
    const { default: supertest } = await import("supertest");
    const elsewhere = { ...app, db: app.database.connectAgain() };
    const other = supertest(createApp(elsewhere));
    await other.get("/sign-in");
    await admin.post("/admin/appearance", { name: "Liberecký kraj" });
    expect((await other.get("/sign-in")).text).not.toContain("Liberecký kraj");
    const asked = await statementsOf(elsewhere.db, () => other.get("/sign-in").expect(200));
    expect(asked).toEqual([]);
    app.clock.advance(31_000);
    expect((await other.get("/sign-in")).text).toContain("Liberecký kraj");
  });

  test("shows another process' new picture as soon as a page asks for it", async () => {
    const { default: supertest } = await import("supertest");
    const other = supertest(createApp({ ...app, db: app.database.connectAgain() }));
    await other.get("/sign-in");
    await admin.upload(LOGO, png());
    expect((await other.get((await hrefOf("logo")) ?? "")).status).toBe(200);
  });

  test("forgets uploads that a killed process left an hour before, and no others", () => {
    const folder = join(app.config.dataDir, "uploads");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "fresh"), "x");
    writeFileSync(join(folder, "old"), "x");
    const longAgo = new Date(performance.timeOrigin - 2 * 3_600_000);
    utimesSync(join(folder, "old"), longAgo, longAgo);
    createApp(app);
    expect(filesIn("uploads")).toEqual(["fresh"]);
  });
});
