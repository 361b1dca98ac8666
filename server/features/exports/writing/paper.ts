/** A table as it is printed: every cell is ready, whoever draws it knows no facts and no language. */
export interface TablePaper {
  language: "cs" | "en";
  title: string;
  project: string;
  lines: string[];
  columns: PaperColumn[];
  rows: PaperRow[];
  treeColumn: number | null;
  /** Said where there are no rows. */
  empty: string;
  /** `strana {page} z {pages}` */
  pageOf: string;
  /** Stands at the foot of each page, on the left. */
  foot: string;
  exportedAt: string;
}

export interface PaperColumn {
  header: string;
  /** Numbers and days are set to the right and never broken. */
  isNumber: boolean;
  /** What columns of texts share the free width by. */
  weight: number;
}

export interface PaperRow {
  cells: string[];
  depth: number;
  isStrong: boolean;
}
