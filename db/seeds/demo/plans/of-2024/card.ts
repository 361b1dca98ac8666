/** A card as its annex tells it; what it is about and its measures are in our words. */
export interface CardOf2024 {
  number: string;
  name: string;
  targetGroups: string;
  services: string;
  period: string;
  responsible: string;
  costs: string;
  funding: string;
  description: string;
  measures: string[];
}

export const BY_INTENTIONS =
  "Dle rozvojových záměrů definovaných zadavateli sociálních služeb, provoz služeb v ZS LK";
export const TRAINING = "Kurzy, semináře a kulaté stoly pro pracovníky";
export const TRAINING_WITH_PEERS = "Kurzy pro pracovníky i PEER konzultanty";

/** Every card of the annex says the same of its years. */
export const card = (
  number: string,
  name: string,
  told: Omit<CardOf2024, "number" | "name" | "period">,
): CardOf2024 => ({ number, name, period: "2024+", ...told });
