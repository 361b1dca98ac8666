import { type ZipPart, zip } from "./zips.ts";

const TYPES =
  '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';

interface Given {
  /** Inner XML of `sheetData` of each sheet. */
  sheets?: string[];
  names?: string[];
  sharedTexts?: string[];
  /** Format code of each style. */
  formats?: string[];
  is1904?: boolean;
  more?: ZipPart[];
  types?: string;
}

/** A workbook written by hand, as small as a workbook may be. */
export function workbook(given: Given = {}): Buffer {
  return zip(workbookParts(given));
}

export function workbookParts(given: Given = {}): ZipPart[] {
  const { sheets = [TWO_ROWS], names = sheets.map((_, n) => `List${n + 1}`) } = given;
  const list = names.map(
    (name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="r${n + 1}"/>`,
  );
  const relations = names.map(
    (_, n) => `<Relationship Id="r${n + 1}" Target="worksheets/sheet${n + 1}.xml"/>`,
  );
  const texts = (given.sharedTexts ?? []).map((text) => `<si><t>${text}</t></si>`);
  const formats = (given.formats ?? []).map(
    (code, n) => `<numFmt numFmtId="${200 + n}" formatCode="${code}"/>`,
  );
  const styles = (given.formats ?? []).map((_, n) => `<xf numFmtId="${200 + n}"/>`);
  return [
    { name: "[Content_Types].xml", content: given.types ?? TYPES },
    {
      name: "xl/workbook.xml",
      content: `<workbook><workbookPr date1904="${given.is1904 ? 1 : 0}"/><sheets>${list.join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships>${relations.join("")}</Relationships>`,
    },
    { name: "xl/sharedStrings.xml", content: `<sst>${texts.join("")}</sst>` },
    {
      name: "xl/styles.xml",
      content: `<styleSheet><numFmts>${formats.join("")}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join("")}</cellXfs></styleSheet>`,
    },
    ...sheets.map((rows, n) => ({
      name: `xl/worksheets/sheet${n + 1}.xml`,
      content: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })),
    ...(given.more ?? []),
  ];
}

/** A row of texts written into its cells. */
export function textRow(number: number, cells: string[]): string {
  const written = cells.map(
    (text, column) =>
      `<c r="${columnName(column)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${number}">${written.join("")}</row>`;
}

export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

const TWO_ROWS = textRow(1, ["Název"]) + textRow(2, ["Zpráva"]);
