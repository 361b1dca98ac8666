/** What an annex may take before it is refused; a plan of a whole region stays far below. */
export const LIMITS = {
  fileBytes: 25_000_000,
  lines: 60_000,
  lineLength: 32_767,
  pages: 600,
  /** Pieces of text that a program puts on a page one by one. */
  piecesOfPage: 50_000,
  /** What JavaScript may hold, and what the process may hold with what it unpacks. */
  memoryMegabytes: 256,
  residentMegabytes: 600,
  seconds: 20,
} as const;
