import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";

/** Every file of a ZIP by its path, read by somebody else's reader. */
export async function unzipped(zip: Buffer): Promise<Map<string, Buffer>> {
  const opened = await fromBufferPromise(zip);
  const files = new Map<string, Buffer>();
  for await (const entry of opened.eachEntry())
    files.set(entry.fileName, await buffer(await opened.openReadStreamPromise(entry)));
  return files;
}
