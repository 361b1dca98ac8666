import type { Person } from "./activities.ts";
import type { Moment } from "./moments.ts";

/** Marks from 1 to 5. */
interface Assessed {
  at: Moment;
  probability: number;
  impact: number;
  note?: string;
  isClosed?: boolean;
}

export interface ExampleRisk {
  title: string;
  description: string;
  measure: string;
  activity?: string;
  owner: Person;
  nextReview: Moment;
  assessed: Assessed[];
}

export const exampleRisks: ExampleRisk[] = [
  {
    title: "Účastníci nestihnou čtyřicet hodin podpory",
    description:
      "Část pracovníků chodí jen na jednodenní školení a do konce projektu by na práh nedosáhla.",
    measure: "Nabídnout jim stáž nebo navazující kurz; každý měsíc projít, komu kolik hodin chybí.",
    activity: "1",
    owner: "coordinator",
    nextReview: 12,
    assessed: [
      { at: [3, 10], probability: 3, impact: 5 },
      { at: [8, 15], probability: 4, impact: 5, note: "Podzimní stáže se obsazují pomalu." },
      { at: -20, probability: 3, impact: 5, note: "Do stáží se přihlásilo dalších šest lidí." },
    ],
  },
  {
    title: "Zakázka na osvětovou kampaň se zpozdí",
    description: "Do prvního řízení nepřišla žádná nabídka.",
    measure: "Zadání rozdělit na spoty a média, oslovit víc dodavatelů.",
    activity: "4b",
    owner: "manager",
    nextReview: [10, 5],
    assessed: [
      { at: [6, 20], probability: 4, impact: 3 },
      { at: [9, 12], probability: 1, impact: 3, note: "Smlouva je podepsaná.", isClosed: true },
    ],
  },
  {
    title: "Odejde koordinátor služeb péče o duševní zdraví",
    description: "Pozice se obsazuje dlouho a jednání pracovních skupin drží jeden člověk.",
    measure: "Zástup z odboru, společné vedení zápisů a kontaktů.",
    activity: "7a",
    owner: "manager",
    nextReview: 40,
    assessed: [{ at: [5, 4], probability: 2, impact: 4 }],
  },
  {
    title: "Přímé výdaje se čerpají pomaleji, než počítá rozpočet",
    description: "Menší čerpání přímých výdajů sníží i paušál.",
    measure: "Po každé žádosti o platbu porovnat čerpání s plánem a přesuny navrhnout včas.",
    owner: "finance",
    nextReview: -3,
    assessed: [{ at: [12, 12], probability: 3, impact: 3 }],
  },
];

export const exampleControl = {
  at: [10, 14] as Moment,
  endsAt: [10, 15] as Moment,
  kind: "on-the-spot" as const,
  controllingBody: "Ministerstvo práce a sociálních věcí",
  subject: "Ověření podpořených osob a publicity na místě",
  fileNumber: "MPSV-2026/041233",
  conclusion: "Bez finančních dopadů, dvě zjištění k nápravě.",
  findings: [
    {
      finding: "Na prezenční listině jednoho školení chybí číslo projektu.",
      severity: "low" as const,
      remedy: "Doplnit číslo projektu do šablony listiny a listinu vytisknout znovu.",
      remedyBy: [11, 10] as Moment,
      remediedAt: [11, 6] as Moment,
      proof: "Nová šablona ve spisu projektu",
    },
    {
      finding: "U dvou stáží není potvrzení hostitelského zařízení o odučených hodinách.",
      severity: "medium" as const,
      remedy: "Vyžádat potvrzení od mentorů a přiložit je ke stážím.",
      remedyBy: 9 as Moment,
    },
  ],
};

export const exampleResolutions = [
  {
    title: "Souhlas s úpravou rozpočtu projektu",
    decidedBy: "Rada kraje",
    written: [7, 6] as Moment,
    submitBy: [7, 20] as Moment,
    submittedAt: [7, 18] as Moment,
    meets: [8, 3] as Moment,
    fileNumber: "OSV-412/2026",
    decidedAt: [8, 3] as Moment,
    number: "612/26/RK",
  },
  {
    title: "Schválení Krajského plánu péče o duševní zdraví",
    decidedBy: "Zastupitelstvo kraje",
    written: -25 as Moment,
    submitBy: 16 as Moment,
    meets: 37 as Moment,
  },
];
