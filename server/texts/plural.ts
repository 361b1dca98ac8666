import type { Language } from "./index.ts";
import { LOCALES } from "./locales.ts";

export interface PluralForms {
  cs: {
    /** 1 den */
    one: string;
    /** 2–4 dny */
    few: string;
    /** 1,5 dne; only where fractions are printed. */
    many?: string;
    /** 0 and 5 or more: dní */
    other: string;
  };
  en: { one: string; other: string; few?: string; many?: string };
}

const RULES = {
  cs: new Intl.PluralRules(LOCALES.cs),
  en: new Intl.PluralRules(LOCALES.en),
};

/** `plural("cs")(3, { one: "den", few: "dny", other: "dní" })` is `dny`; the number itself is not included. */
export function plural<L extends Language>(language: L) {
  const rules = RULES[language];
  return (n: number, forms: PluralForms[L]): string => {
    const form = rules.select(n) as "one" | "few" | "many" | "other";
    return forms[form] ?? forms.other;
  };
}
