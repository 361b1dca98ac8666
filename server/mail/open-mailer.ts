import { join } from "node:path";
import type { Config } from "../config.ts";
import { openFileMailer } from "./file-mailer.ts";
import type { Mailer } from "./mailer.ts";
import { openSmtpMailer } from "./smtp-mailer.ts";

/** By SMTP where a server is set, else into files of DATA_DIR. */
export function openMailer(config: Config): Mailer {
  const from = config.mailFrom;
  if (!config.smtpUrl) return openFileMailer({ folder: join(config.dataDir, "mail"), from });
  return openSmtpMailer({ url: config.smtpUrl, from, requiresTls: config.isProduction });
}
