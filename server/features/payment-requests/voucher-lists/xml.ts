import { PAY_FIELDS, type PayRecord } from "./rules.ts";

const NAMESPACE = "http://ms21xsd.mssf.cz/ImportXML/SoupiskaDoklad/v_1.1";

/** The file SD-2 as IS KP21+ reads it: root IMPORT with its DATE, a SoupiskaDoklad for each record. */
export function payListXml(records: readonly PayRecord[], date: string): string {
  const body = records.map((record) => {
    const fields = PAY_FIELDS.map((name) => `    <${name}>${escaped(record[name])}</${name}>\n`);
    return `  <SoupiskaDoklad>\n${fields.join("")}  </SoupiskaDoklad>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<IMPORT xmlns="${NAMESPACE}" DATE="${escaped(date)}">\n${body.join("")}</IMPORT>\n`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\r": "&#13;",
};

/** What XML 1.0 has no way to write. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;

function escaped(text: string): string {
  return text.replace(UNWRITABLE, "").replace(/[&<>"'\r]/g, (sign) => ENTITIES[sign] ?? sign);
}
