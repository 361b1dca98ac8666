import type { SourceLine } from "../features/plan-imports/recognition/rules.ts";
import { UnreadableAnnex } from "./faults.ts";
import { LIMITS } from "./limits.ts";

export interface LineTaker {
  take(text: string, told?: Partial<Pick<SourceLine, "page" | "isApart">>): void;
  lines: SourceLine[];
}

/** Numbers lines as they come, within the limits. What no text holds, and no database keeps, is left out. */
export function lineTaker(): LineTaker {
  const lines: SourceLine[] = [];
  return {
    lines,
    take(text, told = {}) {
      if (lines.length === LIMITS.lines) throw new UnreadableAnnex("annexTooManyLines");
      if (text.length > LIMITS.lineLength) throw new UnreadableAnnex("annexLineTooLong");
      lines.push({ page: null, ...told, number: lines.length + 1, text: withoutControls(text) });
    },
  };
}

/** Tabs part cells and form feeds pages; halves of letters and other signs that are not for reading go. */
function withoutControls(text: string): string {
  const seen = text.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu, "");
  return seen === "\f" ? seen : seen.trimEnd();
}
