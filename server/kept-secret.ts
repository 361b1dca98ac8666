import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "./config.ts";

/**
 * Outside production nobody has to make a secret: one is made and kept beside the data, so that a command
 * beside the running demonstration signs links with the same one.
 */
export function withSecret(config: Config): Config {
  return config.secretKey ? config : { ...config, secretKey: keptSecret(config.dataDir) };
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret-key");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
