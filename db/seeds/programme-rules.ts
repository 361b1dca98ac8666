import { type DueRule, writeDueRule } from "../../server/values/due-rule.ts";

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

const due = (
  amount: number,
  unit: DueRule["unit"],
  anchor: DueRule["anchor"],
  monthEnd: DueRule["monthEnd"] = "month-end",
): string => writeDueRule({ amount, unit, monthEnd, weekend: "unshifted", anchor });

/** What the decisions of both programmes owe alike. */
const DUTIES: Rule[] = [
  ["interim-report-offset", due(1, "months", "period-end"), false, PRACTICE],
  ["final-report-offset", due(2, "months", "project-end"), false, PRACTICE],
  [
    "activity-plan-offset",
    due(0, "days", "period-start"),
    false,
    "Plán aktivit v IS KP21+ má být aktuální před každou plánovanou aktivitou; s jakým předstihem, ověřte.",
  ],
  [
    "timesheet-offset",
    due(10, "days", "month-end"),
    false,
    "Výkaz se podepisuje po skončení měsíce, ne dříve než po poslední činnosti. Deset dní je návrh.",
  ],
  [
    "participant-exit-offset",
    due(0, "days", "final-report"),
    true,
    "Datum výstupu každého účastníka nejpozději se závěrečnou zprávou (metodika IS ESF).",
  ],
  [
    "retention-years",
    due(10, "years", "project-end"),
    false,
    "Lhůta od konce projektu nebo poslední platby; ověřte.",
  ],
  [
    "levy-years",
    due(10, "years", "year-after-end"),
    true,
    "Zákon č. 218/2000 Sb., § 44a odst. 11: deset let od 1. ledna roku po porušení, zde nejdříve po konci projektu.",
  ],
];

/** Every value that a grant decision may set otherwise is a default, not a fact. */
export const programmeRules: SeededRule[] = [
  ...of("OPZ+", "2021-01-01", [
    [
      "period-length",
      "6",
      false,
      "Délka období v rozhodnutích projektů OPZ+, které má kraj k dispozici.",
    ],
    ...DUTIES,
    [
      "advance-request-offset",
      due(0, "days", "decision"),
      true,
      "Ex ante financování: záloha přichází bez zprávy po vydání rozhodnutí.",
    ],
    [
      "poster-offset",
      due(0, "days", "project-start"),
      true,
      `${COMMON_PROVISIONS}, čl. 50: plakát nejméně A3 nebo elektronická obrazovka po celou dobu projektu`,
    ],
    [
      "web-note-offset",
      due(0, "days", "project-start"),
      true,
      `${COMMON_PROVISIONS}, čl. 50: informace na webu a sociálních sítích po celou dobu projektu`,
    ],
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
    ["report-text-limit", "2000", true, "Textová pole zprávy o realizaci v IS KP21+."],
    [
      "report-newline-length",
      "2",
      false,
      "Nový řádek může IS KP21+ počítat za dva znaky; počítá se opatrněji.",
    ],
    ["employer-levies", "33.8", true, "Zákony č. 589/1992 Sb. a č. 592/1992 Sb."],
    [
      "retention-years-eu",
      due(5, "years", "payment-year-end"),
      false,
      `${COMMON_PROVISIONS}, čl. 82`,
    ],
  ]),
  ...of("OPZ", "2014-01-01", [
    ["period-length", "6", false, PRACTICE],
    ...DUTIES,
    ["poster-offset", due(0, "days", "project-start"), false, `Plakát A3. ${PRACTICE}`],
    ["support-threshold", "40", false, PRACTICE],
    ["electronic-share-cap", "50", false, PRACTICE],
    ["indicator-alert", "85", false, PRACTICE],
    ["eu-share", "85", true, "Podíly financování krajů v OPZ 2014–2020"],
    ["own-share", "5", true, "Podíly financování krajů v OPZ 2014–2020"],
    ["transfer-threshold", "20", false, PRACTICE],
  ]),
];
