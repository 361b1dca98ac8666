import { createHmac } from "node:crypto";
import type { Config } from "../config.ts";
import { senderDomain } from "./mime.ts";

/**
 * Headers by which mail programs put letters about one record together: all of them answer a letter that
 * was never sent and whose name follows from the record.
 */
export function threadHeaders(
  record: { type: string; id: number },
  config: Pick<Config, "secretKey" | "mailFrom">,
): Record<string, string> {
  const digest = createHmac("sha256", config.secretKey)
    .update(`thread:${record.type}:${record.id}`)
    .digest("hex");
  const root = `<${digest.slice(0, 32)}@${senderDomain(config.mailFrom)}>`;
  return { "In-Reply-To": root, References: root };
}
