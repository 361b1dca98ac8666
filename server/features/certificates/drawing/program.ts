import { drawCertificate, joinFiles, type Workshop } from "./draw.ts";
import type { Paper } from "./paper.ts";

/** What this process is asked for, once; afterwards it ends. */
export type Order =
  | { kind: "draw"; papers: Paper[]; workshop: Workshop }
  | { kind: "join"; files: Uint8Array[] };

export type Answer = { files: Uint8Array[] } | { failed: string };

// A process of its own: drawing takes long enough to keep everybody else waiting.
process.once("message", (order: Order) => {
  fulfil(order)
    .then((files): Answer => ({ files }))
    .catch((error: Error): Answer => ({ failed: error.stack ?? error.message }))
    .then((answer) => process.send?.(answer, () => process.disconnect()));
});

async function fulfil(order: Order): Promise<Uint8Array[]> {
  if (order.kind === "join") return [await joinFiles(order.files)];
  const files: Uint8Array[] = [];
  for (const paper of order.papers) files.push(await drawCertificate(paper, order.workshop));
  return files;
}
