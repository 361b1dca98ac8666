import qrcode from "qrcode-generator";

export interface QrCode {
  /** Modules along a side, with the quiet zone around them. */
  size: number;
  /** Path of the dark modules for an SVG of that size. */
  path: string;
}

const QUIET_ZONE = 4;

/** An address as a QR code that survives a crease (level M). */
export function qrCode(address: string): QrCode {
  const code = qrcode(0, "M");
  code.addData(address);
  code.make();
  const count = code.getModuleCount();
  const runs: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (!code.isDark(row, column)) continue;
      const start = column;
      while (column < count && code.isDark(row, column)) column += 1;
      const width = column - start;
      runs.push(`M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${width}v1h-${width}z`);
    }
  }
  return { size: count + 2 * QUIET_ZONE, path: runs.join("") };
}
