import { readdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../web/folders.ts";

// npm run build [-- FOLDER [PROGRAM…]]: every program (or those named) with all it needs in a few files of dist/, for
// Node takes longer to find and link a thousand small ones than to run them. Views, styles and pictures stay where
// they are.

const [into = "dist", ...named] = process.argv.slice(2);
const COMMANDS = "server/commands";
const commands = readdirSync(resolve(projectRoot, COMMANDS))
  .filter((file) => file.endsWith(".ts") && !file.startsWith("build"))
  .map((file) => `${COMMANDS}/${file}`);
const programs = ["server/main.ts", ...commands, "server/features/certificates/drawing/program.ts"];

const LEFT_IN_PACKAGES = [
  // Compiled for the machine, or only loaded where somebody uses it.
  ...["better-sqlite3", "@node-rs/argon2", "pg"],
  // Drivers that knex names and nobody here has.
  ...["mariadb", "mysql", "mysql2", "oracledb", "pg-query-stream", "sqlite3", "tedious"],
];

/** Packages written for CommonJS ask for Node's own modules in its way. */
const BANNER = `import { createRequire as requireFrom } from "node:module";
const require = requireFrom(import.meta.url);`;

rmSync(resolve(projectRoot, into), { recursive: true, force: true });
await build({
  absWorkingDir: projectRoot,
  entryPoints: named.length > 0 ? named : programs,
  outdir: into,
  outbase: ".",
  chunkNames: "shared/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: LEFT_IN_PACKAGES,
  define: { BUILT_INTO: JSON.stringify(into) },
  banner: { js: BANNER },
  sourcemap: true,
  logLevel: "warning",
});
