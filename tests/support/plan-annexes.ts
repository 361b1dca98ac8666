/** An invented annex in the layout of areas: what its cards say is told, the rest is plain. */
export interface AnnexCard {
  number: string;
  name: string;
  targetGroups?: string;
  services?: string;
  period?: string;
  responsible?: string;
  costs?: string;
  funding?: string;
  description?: string;
  measures?: string[];
}

export const AREA = "1 OBLAST PODPORY SOUSEDSTVÍ";
export const SUB_AREA = "1.1 Sousedská výpomoc";

/** Text of the annex, a line for each field and bullet. */
export function annexText(cards: readonly AnnexCard[], head: string[] = [AREA, SUB_AREA]): string {
  return [...head, "", ...cards.flatMap(cardLines)].join("\n");
}

export function cardLines(card: AnnexCard): string[] {
  return [
    "KARTA ROZVOJOVÉ AKTIVITY",
    `Číslo aktivity: ${card.number}`,
    `Název aktivity: ${card.name}`,
    `Cílové skupiny uživatelů: ${card.targetGroups ?? "Senioři"}`,
    `Dotčené druhy sociálních služeb (§): ${card.services ?? "Pečovatelská služba (§ 40)"}`,
    `Doba realizace: ${card.period ?? "2025+"}`,
    `Odpovědnost za realizaci: ${card.responsible ?? "obce"}`,
    `Předpokládané náklady: ${card.costs ?? "2 mil. Kč ročně"}`,
    `Zdroje financování: ${card.funding ?? "obce, MPSV"}`,
    "Popis aktivity a její výstupy",
    card.description ?? "Sousedé dostanou oporu v místě, kde žijí.",
    "Opatření vedoucí k naplnění",
    ...(card.measures ?? ["Otevření místa setkávání", "Školení dobrovolníků"]).map(
      (measure) => `• ${measure}`,
    ),
    "",
  ];
}

/** Three plain cards. */
export const PLAIN: AnnexCard[] = [
  { number: "1.1.1", name: "Komunitní stůl" },
  { number: "1.1.2", name: "Doprovod k lékaři", services: "Osobní asistence (§ 39)" },
  { number: "1.1.3", name: "Půjčovna pomůcek", costs: "400 tis. Kč" },
];
