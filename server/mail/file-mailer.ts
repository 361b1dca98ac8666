import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Mailer } from "./mailer.ts";
import { isDeliverable, mimeOf } from "./mime.ts";

/**
 * Writes each message to a file named by its Message-ID, whole or not at all: what stands in for a mail
 * server where none is set. The same message written again is the same file.
 */
export function openFileMailer({ folder, from }: { folder: string; from: string }): Mailer {
  return {
    async deliver(message) {
      if (!isDeliverable(message)) {
        return {
          outcome: "permanent",
          phase: null,
          code: null,
          answer: "the address cannot be used",
        };
      }
      const name = `${message.messageId.replace(/[<>]/g, "").replace(/[^a-z0-9@.-]/gi, "-")}.eml`;
      const bytes = await mimeOf(message, from);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeWhole(folder, name, bytes);
      } catch (error) {
        const { code = null, message: answer } = error as NodeJS.ErrnoException;
        return { outcome: "unavailable", phase: null, code, answer };
      }
      return { outcome: "ok", phase: null, code: null, answer: name };
    },
    close: () => {},
  };
}

async function writeWhole(folder: string, name: string, bytes: Buffer): Promise<void> {
  const unfinished = join(folder, `.${name}.${process.pid}`);
  const file = await open(unfinished, "w", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, join(folder, name));
  const directory = await open(folder, "r");
  await directory.sync().finally(() => directory.close());
}
