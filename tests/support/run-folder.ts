import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MEMORY = "/dev/shm";
/** Two workers with a few databases of 20 MB each, the server's log and files of the tests take a fifth of it. */
const ENOUGH_BYTES = 1024 ** 3;

/**
 * A private folder for one run of the tests: in memory where the system offers enough of it, else (or where TMPDIR
 * names a place) on the disk, where a database takes several times as long to be copied and each commit waits.
 */
export function makeRunFolder(): string {
  const folder = !process.env.TMPDIR && isRoomy(MEMORY) ? runnableFolder(MEMORY) : undefined;
  return folder ?? mkdtempSync(join(tmpdir(), "osnova-tests-"));
}

function isRoomy(place: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}

/** Undefined where no program may be run from: the server's binaries may have to be copied there. */
function runnableFolder(place: string): string | undefined {
  const folder = mkdtempSync(join(place, "osnova-tests-"));
  const probe = join(folder, "probe");
  try {
    writeFileSync(probe, "#!/bin/sh\n", { mode: 0o700 });
    execFileSync(probe);
    rmSync(probe);
    return folder;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
}
