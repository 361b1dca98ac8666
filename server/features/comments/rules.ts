/** What remarks may be made on. */
export const commentObjects = ["output", "report"] as const;

export const settlements = ["accepted", "partly", "rejected"] as const;
export type Settlement = (typeof settlements)[number];

interface Remark {
  authorId: number | null;
  settlement: Settlement | null;
}

/** A remark is its author's until somebody has settled it; afterwards it is a part of the record. */
export function canBeRewritten({ authorId, settlement }: Remark, viewerId: number): boolean {
  return authorId === viewerId && settlement === null;
}

/** Whoever does not take a remark over owes the reason. */
export function answerFaults(entry: { settlement: Settlement; answer: string | null }) {
  const isOwed = entry.settlement !== "accepted" && entry.answer === null;
  return isOwed ? { answer: "answerMissing" } : {};
}
