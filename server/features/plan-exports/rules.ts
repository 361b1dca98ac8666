export const planFileKinds = ["plan", "coverage", "fulfilment", "action-plan"] as const;
export type PlanFileKind = (typeof planFileKinds)[number];

export const planFileFormats = ["pdf", "docx", "xlsx"] as const;
export type PlanFileFormat = (typeof planFileFormats)[number];

/** Files that are of a year. */
export function isOfYear(kind: PlanFileKind): boolean {
  return kind === "fulfilment" || kind === "action-plan";
}
