/** A sign of a list at the beginning of a line. */
export interface Bullet {
  sign: string;
  /** What follows the sign. */
  text: string;
  /** 1 for signs that word processors give to lists inside lists. */
  depth: number;
}

const SIGNED =
  /^([\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u25a1\u25b6\u25ba\u2043\u2219\u00b7\u2713\u2714\u27a2\u2610\u2612\uf0b7\uf0a7\uf0d8\uf02d\uf0fc*+]|\u00a7(?=\s+\p{L}))\s*(.*)$/u;
const DASHED = /^([-\u2010-\u2015\u2212])\s+(.*)$/u;
const DASHED_ALONE = /^([-\u2010-\u2015\u2212])$/u;
/** A preposition unless a capital or a tab follows. */
const LETTER_O = /^(o)(?:\t|\s+(?=\p{Lu}))(.*)$/u;
const NUMBERED = /^(\d{1,2}\)|[a-z]\)|\(\d{1,2}\)|\([a-z]\))\s*(.*)$/u;
const NUMBERED_DOT = /^(\d{1,2}\.)\s+(\p{Lu}.*)$/u;

const DEEPER = new Set(["o", "\u25e6", "\u25cb", "\u25ab", "\u2043"]);

/** The bullet that a text begins with. */
export function readBullet(text: string): Bullet | null {
  const found =
    SIGNED.exec(text) ??
    DASHED.exec(text) ??
    DASHED_ALONE.exec(text) ??
    NUMBERED.exec(text) ??
    NUMBERED_DOT.exec(text);
  if (found !== null) return bullet(found[1] as string, found[2] ?? "");
  const letter = LETTER_O.exec(text);
  return letter === null ? null : bullet("o", letter[2] ?? "");
}

function bullet(sign: string, text: string): Bullet {
  return { sign, text: text.replaceAll("\t", " ").trim(), depth: DEEPER.has(sign) ? 1 : 0 };
}

/** Signs of one list look the same: `1)` and `2)` too. */
export function kindOfSign(sign: string): string {
  return sign.replace(/\d+/, "1").replace(/[a-np-z](?=\))/, "a");
}
