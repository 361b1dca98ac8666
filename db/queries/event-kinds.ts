import type { Transaction } from "../connection.ts";

export type Closing = "signed-sheet" | "login-list" | "head-count";

/** A kind of event as the product brings it; an administrator may change all but its code. */
export interface SeededEventKind {
  code: string;
  labelCs: string;
  labelEn: string;
  countsAsSupport: boolean;
  isMeeting: boolean;
  isConfidential: boolean;
  closing: Closing;
}

export async function insertMissingEventKinds(
  trx: Transaction,
  kinds: readonly SeededEventKind[],
): Promise<void> {
  const rows = kinds.map((kind, index) => ({
    code: kind.code,
    label_cs: kind.labelCs,
    label_en: kind.labelEn,
    counts_as_support: kind.countsAsSupport,
    is_meeting: kind.isMeeting,
    is_confidential: kind.isConfidential,
    closing: kind.closing,
    position: index + 1,
  }));
  await trx("event_kinds").insert(rows).onConflict("code").ignore();
}
