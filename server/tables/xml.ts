import { Parser } from "saxen";
import { UnreadableTable } from "./faults.ts";

export interface XmlReader {
  /** Names come without their prefixes. */
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads a part of a workbook from its beginning to its end. A part that declares a document type is refused:
 * no program writes one, and entities are how small files grow large.
 */
export function readXml(part: Buffer, reader: XmlReader): void {
  const xml = decoded(part);
  const parser = new Parser();
  const refuse = () => {
    throw new UnreadableTable("fileNotWhatItSays");
  };
  parser.on("attention", refuse);
  parser.on("error", refuse);
  parser.on("openTag", (name, attributes, decode) => {
    reader.open?.(localName(name), (wanted) => {
      const value = attributes()[wanted];
      return value === undefined ? undefined : decode(value);
    });
  });
  parser.on("closeTag", (name) => reader.close?.(localName(name)));
  parser.on("text", (text, decode) => reader.text?.(decode(text)));
  parser.on("cdata", (text) => reader.text?.(text));
  parser.parse(xml);
}

function decoded(part: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(part);
  } catch {
    throw new UnreadableTable("fileNotWhatItSays");
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
