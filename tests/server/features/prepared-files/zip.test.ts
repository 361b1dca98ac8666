import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { entryPath, sumsOf } from "../../../../server/features/prepared-files/zip/rules.ts";
import { writeZip } from "../../../../server/features/prepared-files/zip/service.ts";
import { pathOfFile, storeFile } from "../../../../server/files.ts";
import { unzipped } from "../../../support/unzipped.ts";

const AT = "2026-03-02T07:30:00.000Z";
const nobody = async () => undefined;

describe("a ZIP of files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "osnova-zip-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

  test("holds what was stored, with hashes that a stranger can check", async () => {
    const large = Buffer.alloc(300_000, "Příloha č. 1\n");
    const file = await storeFile(folder, large);
    const zip = join(folder, "balik.zip");
    const entries = [
      { path: "fakta.csv", bytes: Buffer.from("číslo;hodnota\r\n1;2\r\n") },
      { path: "dokumenty/0001 Žluťoučký kůň.txt", file, sha256: sha256(large) },
    ];
    const steps: number[] = [];
    const lines = await writeZip(
      zip,
      { dataDir: folder, at: AT, entries, sumsName: "SHA256SUMS" },
      async (done) => {
        steps.push(done);
      },
    );
    expect(lines.map(({ fault }) => fault)).toEqual([null, null]);
    expect(steps).toEqual([0, 1, 2]);
    const files = await unzipped(readFileSync(zip));
    expect([...files.keys()]).toEqual([
      "fakta.csv",
      "dokumenty/0001 Žluťoučký kůň.txt",
      "SHA256SUMS",
    ]);
    expect(files.get("dokumenty/0001 Žluťoučký kůň.txt")?.equals(large)).toBe(true);
    for (const { path, sha256: told } of lines)
      expect(sha256(files.get(path) ?? Buffer.alloc(0))).toBe(told);
    expect(files.get("SHA256SUMS")?.toString()).toBe(sumsOf(lines));
  });

  test("tells of a stored file that is gone or is not what it was", async () => {
    const kept = await storeFile(folder, Buffer.from("původní"));
    const gone = await storeFile(folder, Buffer.from("pryč"));
    writeFileSync(pathOfFile(folder, kept), "změněný");
    rmSync(pathOfFile(folder, gone));
    const zip = join(folder, "balik.zip");
    const entries = [
      { path: "a", file: kept, sha256: sha256(Buffer.from("původní")) },
      { path: "b", file: gone, sha256: sha256(Buffer.from("pryč")) },
    ];
    const lines = await writeZip(
      zip,
      { dataDir: folder, at: AT, entries, sumsName: "SUMS" },
      nobody,
    );
    expect(lines.map(({ fault }) => fault)).toEqual(["changed", "missing"]);
    expect((await unzipped(readFileSync(zip))).get("SUMS")?.toString()).toContain("# ");
  });

  test("a full disk is told at once, and nobody waits for it for ever", async () => {
    const large = Buffer.from(Array.from({ length: 600_000 }, (_, n) => (n * n * 31) % 251));
    const file = await storeFile(folder, large);
    const entries = [1, 2].map((n) => ({ path: `${n}`, file, sha256: sha256(large) }));
    const order = { dataDir: folder, at: AT, entries, sumsName: "SUMS" };
    await expect(writeZip("/dev/full", order, nobody)).rejects.toThrow();
  }, 5_000);

  test("the list of hashes is read by sha256sum itself", async () => {
    const zip = join(folder, "balik.zip");
    const entries = [{ path: "fakta.csv", bytes: Buffer.from("1;2") }];
    await writeZip(zip, { dataDir: folder, at: AT, entries, sumsName: "SHA256SUMS" }, nobody);
    for (const [name, bytes] of await unzipped(readFileSync(zip)))
      writeFileSync(join(folder, name), bytes);
    const said = execFileSync("sha256sum", ["-c", "SHA256SUMS"], { cwd: folder }).toString();
    expect(said).toBe("fakta.csv: OK\n");
  });

  test("a name of any kind stays in its folder and can be told from others", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const path = entryPath("dokumenty", 7, name);
        expect(path.split("/")).toHaveLength(2);
        expect(path).toMatch(/^dokumenty\/0007 [^<>:"\\|?*\p{Cc}]+$/u);
        expect(path).not.toMatch(/[. ]$/);
        expect(path.length).toBeLessThan(300);
      }),
      { seed: 5, numRuns: 500 },
    );
    expect(entryPath("d", 1, "../../etc/passwd")).toBe("d/0001 .. .. etc passwd");
    expect(entryPath("d", 1, "Listina č. 3.PDF")).toBe("d/0001 Listina č. 3.PDF");
  });
});
