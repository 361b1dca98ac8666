import { extname } from "node:path";
import type { Response } from "supertest";
import { extractText, getDocumentProxy } from "unpdf";
import { prepareDue } from "../../../server/features/prepared-files/service.ts";
import type { TestApp } from "../../support/app.ts";
import { unzipped } from "../../support/unzipped.ts";
import type { Actor } from "./matrix-world.ts";

/**
 * Everything somebody can read at an address: the source of a page, every sheet of a workbook, the letters of a
 * paper, all of it in a pack. A file that takes a while is waited for. Nothing where they are not let in.
 */
export async function textOf(
  app: TestApp,
  { browser }: Actor,
  address: string,
): Promise<{ text: string; isPage: boolean }> {
  const get = (path: string): Promise<Response> => browser.get(path).responseType("blob");
  let answer = await get(address);
  let asked = address;
  const location = String(answer.headers.location ?? "");
  // What is computed is sent on to an address that names the instant.
  if (answer.status === 303 && pathOf(location) === pathOf(address)) {
    asked = location;
    answer = await get(asked);
  }
  if (answer.status === 202) {
    await prepareDue(app);
    answer = await get(asked);
    if (answer.status !== 200) throw new Error(`${asked} was never prepared: ${answer.status}`);
  }
  if (answer.status !== 200) return { text: "", isPage: false };
  const kind = kindOf(String(answer.headers["content-type"] ?? ""));
  return { text: await read(answer.body as Buffer, kind), isPage: kind === "page" };
}

type Kind = "pdf" | "pack" | "page" | "words";

function kindOf(type: string): Kind {
  if (type.includes("pdf")) return "pdf";
  if (/zip|officedocument/.test(type)) return "pack";
  return type.includes("html") ? "page" : "words";
}

async function read(file: Buffer, kind: Kind): Promise<string> {
  if (kind === "pdf") return pdfText(file);
  return kind === "pack" ? packText(file) : file.toString("utf8");
}

/** Workbooks and documents are packs too: of leaves whose words may be cut by marks anywhere. */
async function packText(file: Buffer): Promise<string> {
  const texts: string[] = [];
  for (const [name, bytes] of await unzipped(file)) {
    const ending = extname(name);
    if (ending === ".xml") texts.push(bytes.toString("utf8").replace(/<[^>]+>/g, ""));
    else if ([".xlsx", ".docx", ".zip"].includes(ending)) texts.push(await packText(bytes));
    else texts.push(await read(bytes, ending === ".pdf" ? "pdf" : "words"));
    texts.push(name);
  }
  return texts.join("\n");
}

/** Of the papers of this world only the drawn ones are real; the rest has nothing to be read. */
async function pdfText(file: Buffer): Promise<string> {
  try {
    const { text } = await extractText(
      await getDocumentProxy(new Uint8Array(file), { verbosity: 0 }),
    );
    return text.join("\n");
  } catch {
    return "";
  }
}

function pathOf(address: string): string {
  return address.split("?")[0] ?? "";
}
