import type { SeededItem } from "./code-lists.ts";

type Labels = [code: string, labelCs: string, labelEn: string];

const list = (name: string, items: Labels[]): SeededItem[] =>
  items.map(([code, labelCs, labelEn]) => ({ list: name, code, labelCs, labelEn }));

/** Codes of the import files of IS ESF 21+; to be compared with a live template before each use in earnest. */
export const isEsfCodes: SeededItem[] = [
  ...list("esf-sex", [
    ["POHMUZI", "muž", "man"],
    ["POHZENY", "žena", "woman"],
  ]),
  ...list("esf-labour-status", [
    ["TPZAMCI", "zaměstnanec", "employee"],
    ["TPOSVC", "osoba samostatně výdělečně činná", "self-employed"],
    ["TPMATZ", "na mateřské dovolené, předtím zaměstnaná", "on maternity leave, employed before"],
    ["TPMATO", "na mateřské dovolené, předtím OSVČ", "on maternity leave, self-employed before"],
    [
      "TNKNEZ",
      "nezaměstnaný v evidenci ÚP méně než 12 měsíců",
      "registered unemployed for less than 12 months",
    ],
    [
      "TPDNEZ",
      "nezaměstnaný v evidenci ÚP 12 měsíců a déle",
      "registered unemployed for 12 months or longer",
    ],
    ["TPSTUD", "žák, student, učeň v denním studiu", "pupil, student, full-time apprentice"],
    ["TPSTD", "ve starobním důchodu, mimo evidenci ÚP", "in old-age pension, not registered"],
    ["TPINV", "v invalidním důchodu, mimo evidenci ÚP", "in disability pension, not registered"],
    ["TPRODI", "na rodičovské dovolené", "on parental leave"],
    ["TPNEAKO", "jiná neaktivní osoba", "otherwise inactive"],
  ]),
  ...list("esf-education", [
    ["VZ0", "bez vzdělání (ISCED 0)", "no education (ISCED 0)"],
    ["VZISCED1-2", "základní (ISCED 1–2)", "primary and lower secondary (ISCED 1–2)"],
    [
      "VZISCED3-4",
      "střední, vyučení, maturita, pomaturitní (ISCED 3–4)",
      "upper secondary and post-secondary (ISCED 3–4)",
    ],
    ["VZISCED5-8", "vyšší odborné a vysokoškolské (ISCED 5–8)", "tertiary (ISCED 5–8)"],
    ["VZJN", "jinde neuvedené", "not stated elsewhere"],
  ]),
  ...list("esf-disadvantage", [
    ["ZNZP", "zdravotní postižení", "disability"],
    ["ZNMIG", "národnostní menšina (včetně Romů)", "national minority (Roma included)"],
    ["ZNPTZ", "státní příslušník třetí země", "third-country national"],
    ["ZNUZP", "zahraniční původ", "foreign background"],
    [
      "PBOBP",
      "bez domova nebo vyloučení z přístupu k bydlení",
      "homeless or excluded from housing",
    ],
    ["SPPVT", "po výkonu trestu", "after serving a sentence"],
    ["SPOZ", "ohrožení závislostí", "at risk of addiction"],
    ["SPZSV", "jiné znevýhodnění", "other disadvantage"],
  ]),
  ...list("esf-exit", [
    ["SPVZD", "v procesu vzdělávání nebo odborné přípravy", "in education or training"],
    ["SPUKV", "získala kvalifikaci", "gained a qualification"],
    [
      "SPUINU",
      "intervence formou sociální práce naplnila svůj účel",
      "social work met its purpose",
    ],
    ["SPDIG", "podpora digitálních dovedností", "support of digital skills"],
    [
      "SPZOUM",
      "znevýhodněná osoba umístěná na podpořeném pracovním místě",
      "disadvantaged person placed in a supported job",
    ],
  ]),
];
