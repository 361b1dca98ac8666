import type {
  AnnexField,
  RecognisedCard,
  Recognition,
} from "../../../server/features/plan-imports/recognition/rules.ts";
import { recognise } from "./recognised.ts";

type Sources = Partial<Record<AnnexField | "heading", string | null>>;

const OF_AREAS: Record<string, string> = {
  heading: "KARTA ROZVOJOVÉ AKTIVITY",
  number: "Číslo aktivity: #",
  name: "Název aktivity: Rozvoj půjčovny pomůcek #",
  targetGroups: "Cílové skupiny uživatelů: Senioři 65+, pečující osoby",
  services: "Dotčené druhy sociálních služeb (§): Osobní asistence (§ 39), Raná péče (§ 54)",
  period: "Doba realizace: 2024+",
  responsible: "Odpovědnost za realizaci: LK, obce",
  costs: "Předpokládané náklady: 3 mil. Kč",
  funding: "Zdroje financování: EU, MPSV",
  description: "Popis aktivity a její výstupy\nPůjčovna se otevře i o víkendu.",
  measures: "Opatření vedoucí k naplnění\n• Nákup pomůcek\n• Školení řidičů",
};

const OF_GOALS: Record<string, string> = {
  heading: "KARTA ROZVOJOVÉ AKTIVITY",
  number: "Číslo aktivity:\t#",
  name: "Název aktivity:\tOdlehčení doma #",
  goals: "Vazba na strategický cíl:\tSC2 Pomoc v domácnosti",
  targetGroups: "Cílové skupiny uživatelů:\tS, OZP",
  services: "Dotčené druhy sociálních služeb (§):\tOdlehčovací služby (§ 44)",
  period: "Doba realizace:\t2014-2017",
  responsible: "Odpovědnost za realizaci\tLK",
  funding: "Financování:\tLK, obce",
  description: "Popis aktivity:\tPečující si odpočinou.",
};

/** A card as the form with areas has it; sources given are written instead, null leaves a field out. */
export function areasCard(number: string, sources: Sources = {}): string {
  return cardText(OF_AREAS, number, sources);
}

export function goalsCard(number: string, sources: Sources = {}): string {
  return cardText(OF_GOALS, number, sources);
}

function cardText(form: Record<string, string>, number: string, sources: Sources): string {
  return Object.entries({ ...form, ...sources })
    .flatMap(([, source]) => (source === null ? [] : [source.replaceAll("#", number)]))
    .join("\n");
}

export function annexOf(...parts: string[]): Recognition {
  return recognise(parts.join("\n\n").split("\n"));
}

export function declining(ids: string[], ...parts: string[]): Recognition {
  return recognise(parts.join("\n\n").split("\n"), ids);
}

/** The card with this number; a test fails where there is none. */
export function cardIn({ cards }: Recognition, number: string): RecognisedCard {
  const card = cards.find(({ content }) => content.number === number);
  if (!card)
    throw new Error(`no card ${number} among ${cards.map(({ content }) => content.number)}`);
  return card;
}

export function codesOf({ warnings }: Pick<RecognisedCard, "warnings">): string[] {
  return warnings.map(({ code }) => code);
}

/** What became of the first line with these words. */
export function fateOf({ lines }: Recognition, words: string) {
  const { fate, reason, card, field } = lines.find(({ text }) => text.includes(words)) ?? {};
  return [fate, reason ?? card, field].filter((part) => part !== undefined).join(" ");
}
