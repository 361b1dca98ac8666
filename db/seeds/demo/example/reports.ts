import type { Moment } from "./moments.ts";

/** What only people know: fields that no record of the example can draft. */
export const exampleReportTexts: Record<string, string> = {
  "identification/contact": "projektový manažer, odbor sociálních věcí krajského úřadu",
  "horizontal-principles/equal-opportunities":
    "Na akce se přihlašují lidé ze všech zařízení za stejných podmínek. Prostory jsou bezbariérové, materiály posíláme i v textu pro odečítač obrazovky. Peer konzultanti s vlastní zkušeností vedou část školení.",
  "horizontal-principles/gender-equality":
    "Projekt má na rovnost žen a mužů neutrální vliv. Termíny školení volíme tak, aby se jich mohli účastnit i rodiče malých dětí, a mezi lektory jsou ženy i muži.",
  "declarations/statement":
    "Údaje odpovídají evidenci projektu a účetnictví příjemce. Výdaje nebyly uplatněny v jiném projektu.",
};

/** How each report came about; `until` says how far it has come. */
export const exampleReportRuns: {
  period: number;
  begun: Moment;
  checked: Moment;
  submitted: Moment;
  returned?: { at: Moment; answerBy: Moment; note: string };
  accepted?: { at: Moment; note: string };
}[] = [
  {
    period: 1,
    begun: [6, 3],
    checked: [6, 7],
    submitted: [6, 9],
    accepted: { at: [7, 12], note: "Schváleno bez výhrad." },
  },
  {
    period: 2,
    begun: [12, 2],
    checked: [12, 5],
    submitted: [12, 7],
    returned: {
      at: -4,
      answerBy: 8,
      note: "Doplňte u klíčové aktivity 3, proč se stáže konají později, a opravte přírůstek indikátoru 600 000.",
    },
  },
];

/** The page that anybody reads, out since the second month. */
export const examplePublicPage = {
  at: [1, 20] as Moment,
  slug: "ukazkovy-projekt",
  introduction:
    "Učíme pracovníky sociálních služeb a úřadů, jak být nablízku lidem s duševním onemocněním. Pořádáme školení, stáže a kulaté stoly, podporujeme peer konzultanty a s obcemi připravujeme krajský plán péče o duševní zdraví.",
  office: "Krajský úřad, odbor sociálních věcí",
};
