/** A rule as the product brings it. What nobody has confirmed is shown with a warning until somebody does. */
export interface SeededRule {
  programme: string;
  kind: string;
  validFrom: string;
  value: string;
  source: string;
  isConfirmed: boolean;
}

type Rule = [kind: string, value: string, isConfirmed: boolean, source: string];

const of = (programme: string, validFrom: string, rules: Rule[]): SeededRule[] =>
  rules.map(([kind, value, isConfirmed, source]) => ({
    programme,
    kind,
    validFrom,
    value,
    source,
    isConfirmed,
  }));

const PRACTICE = "Zvyklost programu OPZ; závazné je znění rozhodnutí o poskytnutí dotace.";
const COMMON_PROVISIONS = "Nařízení (EU) 2021/1060";

/** Every value that a grant decision may set otherwise is a default, not a fact. */
export const programmeRules: SeededRule[] = [
  ...of("OPZ+", "2021-01-01", [
    [
      "period-length",
      "6",
      false,
      "Délka období v rozhodnutích projektů OPZ+, které má kraj k dispozici.",
    ],
    ["interim-report-offset", "1 month-end", false, PRACTICE],
    ["final-report-offset", "2 month-end", false, PRACTICE],
    [
      "support-threshold",
      "40",
      true,
      "Podpora pod 40 hodin je bagatelní, osoba se nezapočítává do indikátoru 600 000.",
    ],
    ["electronic-share-cap", "100", false, `Bez omezení; v OPZ nejvýše polovina. ${PRACTICE}`],
    ["exit-results-window", "28", false, "Výsledky se zjišťují do čtyř týdnů od ukončení účasti."],
    ["indicator-alert", "85", false, PRACTICE],
    ["flat-rate-54a", "7", true, `${COMMON_PROVISIONS}, čl. 54 písm. a)`],
    ["flat-rate-54b", "15", true, `${COMMON_PROVISIONS}, čl. 54 písm. b)`],
    ["flat-rate-54c", "25", true, `${COMMON_PROVISIONS}, čl. 54 písm. c)`],
    ["flat-rate-55", "20", false, `${COMMON_PROVISIONS}, čl. 55`],
    ["flat-rate-56", "40", false, `${COMMON_PROVISIONS}, čl. 56`],
    [
      "eu-share",
      "76.735",
      false,
      "Podíl EU v projektu CZ.03.02.02/00/25_110/0006346 podle otevřených dat MS2021+.",
    ],
    ["own-share", "5", false, PRACTICE],
    ["transfer-threshold", "20", false, PRACTICE],
    ["employer-levies", "33.8", true, "Zákony č. 589/1992 Sb. a č. 592/1992 Sb."],
    ["levy-years", "10", true, "Zákon č. 218/2000 Sb., § 44a odst. 11"],
    ["retention-years", "10", false, "Lhůta od konce projektu nebo poslední platby; ověřte."],
    ["retention-years-eu", "5", false, `${COMMON_PROVISIONS}, čl. 82`],
  ]),
  ...of("OPZ", "2014-01-01", [
    ["period-length", "6", false, PRACTICE],
    ["interim-report-offset", "1 month-end", false, PRACTICE],
    ["final-report-offset", "2 month-end", false, PRACTICE],
    ["support-threshold", "40", false, PRACTICE],
    ["electronic-share-cap", "50", false, PRACTICE],
    ["indicator-alert", "85", false, PRACTICE],
    ["eu-share", "85", true, "Podíly financování krajů v OPZ 2014–2020"],
    ["own-share", "5", true, "Podíly financování krajů v OPZ 2014–2020"],
    ["transfer-threshold", "20", false, PRACTICE],
    ["levy-years", "10", true, "Zákon č. 218/2000 Sb., § 44a odst. 11"],
    ["retention-years", "10", false, "Lhůta od konce projektu nebo poslední platby; ověřte."],
  ]),
];
