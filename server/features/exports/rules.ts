/** Tables of a project's money that leave the house as files. */
export const exportKinds = ["budget", "drawdown", "expenditures", "co-financing"] as const;
export type ExportKind = (typeof exportKinds)[number];

export const exportFormats = ["xlsx", "pdf"] as const;
export type ExportFormat = (typeof exportFormats)[number];
