import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { formatIndicatorCode } from "../../values/indicator-code.ts";
import type { ValueType } from "./rules.ts";

interface Measured {
  valueType: ValueType;
  decimals: number;
}

const PERCENT = { cs: "\u00a0%", en: "%" };

/** A number of the indicator with its decimals, a percentage with its sign; a text as it is. */
export function amountText(
  { valueType, decimals }: Measured,
  amount: { value: number | null; text?: string | null },
  formats: Formats,
): string | null {
  if (valueType === "text") return amount.text ?? null;
  if (amount.value === null) return null;
  const number = formats.scaled(amount.value, decimals);
  return valueType === "percentage" ? number + PERCENT[formats.language] : number;
}

/** The same with a sign, for what was added: `+3`. */
export function changeText(indicator: Measured, change: number, formats: Formats): string {
  const text = amountText(indicator, { value: change }, formats) ?? "";
  return change > 0 ? `+${text}` : text;
}

/** Target of the whole project, or that there is none. */
export function targetText(
  indicator: Measured & { target: number | null; targetText: string | null },
  { formats, texts }: { formats: Formats; texts: Texts },
): string {
  const amount = { value: indicator.target, text: indicator.targetText };
  return amountText(indicator, amount, formats) ?? texts.indicators.noTarget;
}

/** `600 000 Celkový počet účastníků` */
export function indicatorTitle({ code, name }: { code: string | null; name: string }): string {
  return code === null ? name : `${formatIndicatorCode(code)} ${name}`;
}
