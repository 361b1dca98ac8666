/** What a table may take before it is refused; a workbook of a whole project stays far below. */
export const LIMITS = {
  unpackedBytes: 50_000_000,
  /** Parts of a workbook. */
  entries: 200,
  /** Unpacked to packed, of parts that matter. */
  ratio: 100,
  rows: 20_000,
  columns: 100,
  cellLength: 32_767,
  memoryMegabytes: 256,
  seconds: 10,
} as const;
