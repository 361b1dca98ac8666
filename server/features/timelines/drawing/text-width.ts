import { ASCII_WIDTHS, type FontWeight, OTHER_WIDTHS } from "./inter-widths.ts";

export interface TextStyle {
  /** px */
  size: number;
  weight: FontWeight;
  /** Height of a line in px: never less than what a browser reports for Inter, 1.21 of the size. */
  line: number;
}

const KNOWN: Record<FontWeight, Uint16Array> = { 400: widthTable(400), 600: widthTable(600) };

/** What the table does not know: no letter of Inter is wider, an emoji of another font may be. */
const UNKNOWN_WIDTH = 1400;
/** Kerning mostly narrows a text; where it widens one (`tyto`), it does so by less than this. */
const KERNING_FACTOR = 1.004;
const KERNING_PX = 0.4;

/** Width in px at which a browser draws the text in Inter, or a little more; never less. */
export function textWidth(text: string, style: TextStyle): number {
  if (text === "") return 0;
  const known = KNOWN[style.weight];
  let thousandths = 0;
  for (let index = 0; index < text.length; index += 1) {
    thousandths += known[text.charCodeAt(index)] || UNKNOWN_WIDTH;
  }
  return (thousandths * style.size * KERNING_FACTOR) / 1000 + KERNING_PX;
}

/** How many characters of the text fit into the width. */
export function fittingLength(text: string, width: number, style: TextStyle): number {
  const known = KNOWN[style.weight];
  const room = ((width - KERNING_PX) * 1000) / (style.size * KERNING_FACTOR);
  let thousandths = 0;
  for (let index = 0; index < text.length; index += 1) {
    thousandths += known[text.charCodeAt(index)] || UNKNOWN_WIDTH;
    if (thousandths > room) return isLowSurrogate(text, index) ? index - 1 : index;
  }
  return text.length;
}

/** As SVG prints it: composed letters, one space for a run of them, nothing that XML forbids. */
export function tidyText(text: string): string {
  if (isTidy(text)) return text;
  const visible = text.normalize("NFC").replace(/[\p{Cf}\p{Cs}\ufffe\uffff]/gu, "");
  return visible.replace(/[ \t-\r\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/** Almost every text is: composed Latin letters, single spaces. Spares the regular expressions. */
function isTidy(text: string): boolean {
  let previous = 0x20;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x20 ? previous === 0x20 : !isPlainLetter(code)) return false;
    previous = code;
  }
  return previous !== 0x20;
}

function isPlainLetter(code: number): boolean {
  if (code < 0x7f) return code > 0x20;
  return (code >= 0xa0 && code < 0x250 && code !== 0xad) || (code >= 0x2010 && code < 0x2028);
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return index > 0 && code >= 0xdc00 && code <= 0xdfff;
}

function widthTable(weight: FontWeight): Uint16Array {
  const table = new Uint16Array(0x2120);
  const ascii = ASCII_WIDTHS[weight];
  for (let code = 0xa0; code < 0x180; code += 1) {
    const [base = ""] = String.fromCharCode(code).normalize("NFD");
    table[code] = ascii[base.charCodeAt(0) - 0x20] ?? 0;
  }
  for (const [index, width] of ascii.entries()) table[0x20 + index] = width;
  for (const [letter, widths] of Object.entries(OTHER_WIDTHS)) {
    table[letter.charCodeAt(0)] = weight === 400 ? widths[0] : widths[1];
  }
  return table;
}
