/** px from the left and the top of the drawing. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Drawings keep a tenth of a pixel: finer digits are bytes that nobody sees. */
export function tenths(px: number): number {
  return Math.round(px * 10) / 10;
}

export function tenthsOf({ x, y, width, height }: Box): Box {
  return { x: tenths(x), y: tenths(y), width: tenths(width), height: tenths(height) };
}

export function rectanglePath({ x, y, width, height }: Box): string {
  return `M${tenths(x)} ${tenths(y)}h${tenths(width)}v${tenths(height)}h${tenths(-width)}z`;
}

export function roundedPath({ x, y, width, height }: Box, radius: number): string {
  const r = tenths(Math.min(radius, width / 2, height / 2));
  if (r < 0.5) return rectanglePath({ x, y, width, height });
  const across = tenths(width - 2 * r);
  const down = tenths(height - 2 * r);
  return (
    `M${tenths(x + r)} ${tenths(y)}h${across}a${r} ${r} 0 0 1 ${r} ${r}v${down}` +
    `a${r} ${r} 0 0 1-${r} ${r}h${-across}a${r} ${r} 0 0 1-${r}-${r}v${-down}a${r} ${r} 0 0 1 ${r}-${r}z`
  );
}

export function verticalLine(x: number, top: number, bottom: number): string {
  return `M${tenths(x)} ${tenths(top)}V${tenths(bottom)}`;
}

export function horizontalLine(y: number, left: number, right: number): string {
  return `M${tenths(left)} ${tenths(y)}H${tenths(right)}`;
}
