/** A piece of text where a program put it on a page; lengths in points, `y` grows upwards. */
export interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/** Text that does not run from left to right, such as a stamp on the margin, has no place among lines. */
export function pieceOf(item: object): Piece | undefined {
  if (!("str" in item)) return undefined;
  const { str, transform, width, height } = item as TextItem;
  const [a = 1, b = 0, , d = 1, x = 0, y = 0] = transform;
  const size = Math.abs(height) || Math.hypot(b, d) || Math.abs(d);
  const isUpright = Math.abs(b) <= Math.abs(a) / 10;
  const isPlaced = [x, y, width, size].every(Number.isFinite);
  if (str === "" || !isPlaced) return undefined;
  return isUpright ? { text: str, x, y, width, size } : { text: str, x, y, width: 0, size };
}
