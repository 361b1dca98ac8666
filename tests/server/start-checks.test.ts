import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { networkFileSystem, sqlitePlace } from "../../db/network-folders.ts";
import { networkRefusal, refuseNetworkFolder } from "../../server/start-checks.ts";

describe("a SQLite database", () => {
  test.each([
    [0x6969, "NFS"],
    [0x517b, "SMB"],
    [0xfe534d42, "SMB2"],
    [0xff534d42, "CIFS"],
    [0xff534d42 | 0, "CIFS"],
  ])("does not lie on the network: %i is %s", (type, name) => {
    expect(networkFileSystem(type)).toBe(name);
    const refusal = networkRefusal({ folder: "/srv/osnova", type });
    expect(refusal).toMatch(
      new RegExp(`^/srv/osnova is on a network file system \\(${name}\\).*PostgreSQL`),
    );
    expect(refusal).not.toContain("\n");
  });

  test.each([
    ["ext4", 0xef53],
    ["xfs", 0x58465342],
    ["btrfs", 0x9123683e],
    ["tmpfs", 0x01021994],
    ["overlay", 0x794c7630],
    ["Windows", 0],
  ])("may lie on %s", (_name, type) => {
    expect(networkRefusal({ folder: "/srv/osnova", type })).toBeUndefined();
  });
});

describe("the place of a SQLite file", () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "osnova-place-")));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("is its folder, also before there is a file, and passes on a local disk", () => {
    const url = `sqlite:${join(folder, "osnova.db")}`;
    expect(sqlitePlace(url)?.folder).toBe(folder);
    expect(() => refuseNetworkFolder(url)).not.toThrow();
  });

  test("is where the file really lies", () => {
    writeFileSync(join(folder, "real.db"), "");
    const elsewhere = mkdtempSync(join(tmpdir(), "osnova-link-"));
    symlinkSync(join(folder, "real.db"), join(elsewhere, "osnova.db"));
    expect(sqlitePlace(`sqlite:${join(elsewhere, "osnova.db")}`)?.folder).toBe(folder);
    rmSync(elsewhere, { recursive: true });
  });

  test("is nobody's matter with PostgreSQL, nor while the folder is missing", () => {
    expect(sqlitePlace("postgres://osnova@db.kraj.test/osnova")).toBeUndefined();
    expect(sqlitePlace(`sqlite:${join(folder, "missing", "osnova.db")}`)).toBeUndefined();
  });
});
