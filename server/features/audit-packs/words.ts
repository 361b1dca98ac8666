import type { AuditPack } from "../../../db/queries/audit-packs.ts";
import type { Texts } from "../../texts/index.ts";
import { formatIndicatorCode } from "../../values/indicator-code.ts";

/** What the pack is of: `Indikátor 600 000`, `Období 3`, `Vzorek výdajů`. */
export function packTitle(
  pack: Pick<AuditPack, "subject" | "indicatorCode" | "indicatorName" | "periodNumber">,
  { auditPacks: words }: Texts,
): string {
  const { subject, indicatorCode, indicatorName, periodNumber } = pack;
  if (subject === "period") return words.ofPeriod(String(periodNumber ?? ""));
  if (subject === "expenditures") return words.ofExpenditures;
  const code = indicatorCode === null ? "" : formatIndicatorCode(indicatorCode);
  return words.ofIndicator([code, indicatorName].filter(Boolean).join(" "));
}

/** The name of its file, without the ending. */
export function packCode(
  { id, createdAt }: Pick<AuditPack, "id" | "createdAt">,
  { auditPacks: words }: Texts,
): string {
  return `${words.fileName}-${id}-${createdAt.slice(0, 10)}`;
}
