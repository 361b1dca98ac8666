import type { SourceLine } from "../../features/plan-imports/recognition/rules.ts";
import { openPackage } from "../../tables/package.ts";
import { readXml } from "../../tables/xml.ts";
import { UnreadableAnnex } from "../faults.ts";
import { lineTaker } from "../source-lines.ts";
import { readDocument } from "./document.ts";
import { readNumbering } from "./numbering.ts";
import { readStyles } from "./styles.ts";

/** Pictures are parts too; none of them is unpacked. */
const MOST_ENTRIES = 2_000;
const MAIN = "wordprocessingml.document.main+xml";

/** @throws UnreadableAnnex or UnreadableTable for what is no document of Word, or one that may do harm */
export function readDocxFile(file: Buffer): { lines: SourceLine[]; encoding: null } {
  const { part } = openPackage(file, { mostEntries: MOST_ENTRIES });
  const path = mainPart(part("[Content_Types].xml"));
  const document = path === undefined ? undefined : part(path);
  if (!path || !document) throw new UnreadableAnnex("fileNotWhatItSays");
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const numbering = readNumbering(part(`${folder}numbering.xml`));
  const styleOf = readStyles(part(`${folder}styles.xml`));
  const { take, lines } = lineTaker();
  for (const line of readDocument(document, { numbering, styleOf })) take(line);
  if (lines.every(({ text }) => text.trim() === "")) throw new UnreadableAnnex("fileEmpty");
  return { lines, encoding: null };
}

function mainPart(types: Buffer | undefined): string | undefined {
  let path: string | undefined;
  if (!types) return undefined;
  readXml(types, {
    open(name, attribute) {
      if (name !== "Override" || !attribute("ContentType")?.endsWith(MAIN)) return;
      path = (attribute("PartName") ?? "/word/document.xml").replace(/^\//, "");
    },
  });
  return path;
}
