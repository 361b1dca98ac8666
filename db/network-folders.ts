import { existsSync, realpathSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { engineOfUrl, sqliteFile } from "./connection.ts";

/** Magic numbers of `statfs` on Linux: where locks and fsync of SQLite cannot be relied on. */
const NETWORK_FILE_SYSTEMS = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xfe534d42, "SMB2"],
  [0xff534d42, "CIFS"],
]);

/** The network file system that a type of `statfs` stands for; 32-bit systems give the high ones as negative. */
export function networkFileSystem(type: number): string | undefined {
  return NETWORK_FILE_SYSTEMS.get(type >>> 0);
}

/** Where the SQLite file lies, and on which file system; undefined of PostgreSQL and before there is a folder. */
export function sqlitePlace(url: string): { folder: string; type: number } | undefined {
  if (engineOfUrl(url) === "postgres") return undefined;
  const file = sqliteFile(url);
  const there = [file, dirname(file)].find((path) => existsSync(path));
  if (there === undefined) return undefined;
  const path = realpathSync(there);
  return { folder: there === file ? dirname(path) : path, type: statfsSync(path).type };
}
