import { deflateSync } from "node:zlib";

interface Given {
  /** What is drawn on its only page. */
  content: string | Buffer;
  /** How many times the content is packed. */
  rounds?: number;
  /** Further entries of the catalog. */
  catalog?: string;
  kids?: string;
}

/** A PDF of one page written by hand, so that it may also do harm. */
export function pdf({ content, rounds = 1, catalog = "", kids = "3 0 R" }: Given): Buffer {
  let packed = Buffer.from(content as string);
  for (let round = 0; round < rounds; round += 1) packed = deflateSync(packed);
  const filters = "/FlateDecode ".repeat(rounds);
  const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
  const page = `/MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 ${font} >> >>`;
  const bodies = [
    Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count 1 >>`),
    Buffer.from(`<< /Type /Page /Parent 2 0 R ${page} >>`),
    Buffer.concat([
      Buffer.from(`<< /Length ${packed.length} /Filter [${filters}] >>\nstream\n`),
      packed,
      Buffer.from("\nendstream"),
    ]),
  ];
  return assembled(bodies);
}

function assembled(bodies: readonly Buffer[]): Buffer {
  const parts = [Buffer.from("%PDF-1.7\n")];
  let at = parts[0]?.length ?? 0;
  const places = bodies.map((body, index) => {
    const object = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      body,
      Buffer.from("\nendobj\n"),
    ]);
    parts.push(object);
    at += object.length;
    return at - object.length;
  });
  const list = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = bodies.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${list}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

interface Text {
  x: number;
  y: number;
  text: string;
  size?: number;
}

/** Texts in the order in which a program puts them on a page; no diacritics. */
export function drawn(texts: readonly Text[]): string {
  const pieces = texts.map(
    ({ x, y, text, size = 10 }) =>
      `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, "\\$&")}) Tj ET`,
  );
  return pieces.join("\n");
}
