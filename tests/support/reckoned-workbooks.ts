import { readXml } from "../../server/tables/xml.ts";
import { readZipDirectory, unpackEntry } from "../../server/values/zip-directory.ts";
import { evaluate } from "./formulas.ts";

/** A part of a workbook as it is inside. */
export function partOf(file: Buffer, path: string): string {
  const entry = readZipDirectory(file)?.find(({ name }) => name === path);
  const unpacked = entry && unpackEntry(file, entry, 100_000_000);
  if (!unpacked || "fault" in unpacked) throw new Error(`no ${path} in the workbook`);
  return unpacked.bytes.toString("utf8");
}

/** Formulas of the first sheet by address, and a reader of its numbers that reckons formulas anew. */
export function reckoned(file: Buffer) {
  const formulas = new Map<string, string>();
  const numbers = new Map<string, number>();
  let [address, type, part] = ["", "", ""];
  readXml(Buffer.from(partOf(file, "xl/worksheets/sheet1.xml")), {
    open(name, attribute) {
      part = name;
      if (name === "c") [address, type] = [attribute("r") ?? "", attribute("t") ?? "n"];
    },
    text(text) {
      if (part === "f") formulas.set(address, (formulas.get(address) ?? "") + text);
      else if (part === "v" && type === "n") numbers.set(address, Number(text));
    },
    close() {
      part = "";
    },
  });
  const known = new Map<string, number>();
  const valueAt = (at: string): number | undefined => {
    const formula = formulas.get(at);
    if (formula === undefined) return numbers.get(at);
    const value = known.get(at) ?? evaluate(formula, valueAt);
    known.set(at, value);
    return value;
  };
  return { formulas, stored: numbers, valueAt };
}
