/** What an expenditure of pay is made of. */
export const payroll = {
  title: "Rozpis mzdy",
  lead: (amount: string) => `Součet složek musí být přesně ${amount}, tedy částka výdaje.`,
  rule: (rate: string) =>
    `Odvody zaměstnavatele podle pravidel programu: ${rate} z odměny a ostatních výdajů s odvody.`,
  assignment: "Osoba a pozice",
  option: (person: string, position: string) => `${person} – ${position}`,
  month: "Měsíc",
  contractCode: "Druh pracovního vztahu",
  contractCodes: {
    Smlouva: "pracovní smlouva (Smlouva)",
    DPC: "dohoda o pracovní činnosti (DPC)",
    DPP: "dohoda o provedení práce (DPP)",
    DPPDo: "dohoda o provedení práce do limitu (DPPDo)",
    DPPNad: "dohoda o provedení práce nad limit (DPPNad)",
  },
  sums: "Částky",
  pay: "Mzda, plat nebo odměna z dohody",
  otherWithLevies: "Jiné výdaje s odvody",
  levies: "Odvody zaměstnavatele",
  leviesHint: "Prázdné se dopočítají podle pravidla.",
  otherWithoutLevies: "Jiné výdaje bez odvodů",
  hours: "Hodiny",
  hoursHint: "Převezmou se ze schváleného výkazu práce. Vyplňte je, jen když výkaz není.",
  fundHours: "Fond pracovní doby",
  projectHours: "Hodiny na projektu",
  crowns: "Kč",
  save: "Uložit",
  history: {
    "payroll.created": "Zapsán rozpis mzdy",
    "payroll.edited": "Upraven rozpis mzdy",
  },
};
