import type { Person } from "./activities.ts";
import type { Moment } from "./moments.ts";

/** A position of the example and its monthly pay, from a month of the project on; money in haléře. */
export interface ExamplePosition {
  name: string;
  contract: "employment" | "dpc" | "dpp";
  line: string | null;
  activity?: string;
  workloadMilli: number;
  fundMinutes: number;
  isToBeCreated?: boolean;
  holder?: Person | string;
  from?: number;
  pay?: number;
  projectMinutes?: number;
  /** What the timesheets of the last months say; the hours go by the weights. */
  work?: { title: string; activity: string; weight: number }[];
}

const HOUR = 60;

export const examplePositions: ExamplePosition[] = [
  {
    name: "Koordinátor/ka péče o duševní zdraví",
    ...{ contract: "employment", line: "1.1.1.1", activity: "7a", isToBeCreated: true },
    ...{ workloadMilli: 1_000, fundMinutes: 168 * HOUR, projectMinutes: 168 * HOUR },
    ...{ holder: "Mgr. Adam Koordinovaný", from: 2, pay: 4_600_000 },
  },
  {
    name: "Metodik/metodička destigmatizace",
    ...{ contract: "employment", line: "1.1.1.2", activity: "6", isToBeCreated: true },
    ...{ workloadMilli: 800, fundMinutes: 168 * HOUR, projectMinutes: 134 * HOUR },
    ...{ holder: "Mgr. Klára Metodická", from: 3, pay: 3_460_000 },
  },
  {
    name: "Koordinátor/ka vzdělávání a stáží",
    ...{ contract: "employment", line: "1.1.1.3", activity: "1" },
    ...{ workloadMilli: 600, fundMinutes: 168 * HOUR, projectMinutes: 101 * HOUR },
    ...{ holder: "coordinator", from: 0, pay: 2_500_000 },
    work: [
      { title: "Příprava a organizace běhů krizové intervence", activity: "1", weight: 5 },
      { title: "Domlouvání stáží s hostiteli a vedení stážistů", activity: "3", weight: 3 },
      { title: "Evidence účastníků, prezenční listiny, osvědčení", activity: "1", weight: 2 },
    ],
  },
  ...["děti", "dospělí", "senioři"].map(
    (group): ExamplePosition => ({
      name: `Odborný garant podskupiny – ${group}`,
      ...{ contract: "dpc", line: "1.1.2.1", activity: "7b", isToBeCreated: true },
      ...{ workloadMilli: 125, fundMinutes: 168 * HOUR, projectMinutes: 20 * HOUR },
      ...{ holder: `PhDr. Garant ${group[0]?.toUpperCase()}. Ukázka`, from: 3, pay: 620_000 },
    }),
  ),
  {
    name: "Odborný garant podskupiny – adiktologie",
    ...{ contract: "dpc", line: "1.1.2.1", activity: "7b", isToBeCreated: true },
    ...{ workloadMilli: 125, fundMinutes: 168 * HOUR },
  },
  {
    name: "Peer konzultantka",
    ...{ contract: "dpc", line: "1.1.2.2", activity: "5" },
    ...{ workloadMilli: 250, fundMinutes: 168 * HOUR, projectMinutes: 40 * HOUR },
    ...{ holder: "Eva Ukázková", from: 6, pay: 880_000 },
  },
  {
    name: "Projektový manažer / projektová manažerka",
    ...{ contract: "employment", line: null, workloadMilli: 500, fundMinutes: 168 * HOUR },
    ...{ holder: "manager", from: 0 },
  },
  {
    name: "Finanční manažer / finanční manažerka",
    ...{ contract: "employment", line: null, workloadMilli: 300, fundMinutes: 168 * HOUR },
    ...{ holder: "finance", from: 0 },
  },
];

/** What an employer pays of pay besides, of a thousand. */
export const LEVIES_PER_MILLE = 338;

export const PROOF_OF_FILLING = "Pracovněprávní smlouva v personálním spisu";

/** Pay leaves on this day of the month after. */
export const PAY_DAY = 12;

export interface ExampleInvoice {
  at: Moment;
  supplier: string;
  text: string;
  line: string;
  activity?: string;
  /** Title of the training or internship it belongs to. */
  event?: string;
  internship?: string;
  halere: number;
  kind?: "invoice" | "travel" | "direct-support" | "other";
  contract?: string;
  state?: "planned" | "ordered";
}

const HALL = "Ukázkové vzdělávací centrum";
const LECTURER = "Mgr. Bohdan Ukázka – vzdělávání";
const AGENCY = "Ukázková reklamní agentura s.r.o.";

const course = (run: string, month: number, day: number): ExampleInvoice[] => {
  const event = `Krizová intervence v přímé péči, ${run}. běh`;
  const place = { activity: "1a", event };
  return [
    {
      at: [month, day],
      ...{ supplier: HALL, text: "Pronájem sálu a občerstvení, pět dní", line: "1.1.4.3.2" },
      ...place,
      halere: 3_612_540,
    },
    {
      at: [month, day + 3],
      ...{ supplier: LECTURER, text: "Lektorské služby, pět dní", line: "1.1.4.3.1" },
      ...{ ...place, halere: 4_900_000, contract: "SML-2025/017" },
    },
  ];
};

const travelOf = (month: number, halere: number): ExampleInvoice => ({
  at: [month, 20],
  ...{ supplier: "Realizační tým", text: "Cestovní příkazy za měsíc", line: "1.1.4.1.1" },
  ...{ halere, kind: "travel" },
});

/** What was bought, in the order of days; numbers of documents follow from it. */
export const exampleInvoices: ExampleInvoice[] = [
  {
    at: [0, 24],
    ...{ supplier: "Ukázkové počítače s.r.o.", text: "Dva notebooky s příslušenstvím" },
    ...{ line: "1.1.4.2.1", halere: 4_198_000, contract: "OBJ-2025/003" },
  },
  ...[
    168_450, 201_300, 144_900, 232_150, 187_600, 210_000, 96_800, 175_240, 220_410, 131_700,
    198_300, 243_900, 182_050,
  ].map((halere, index) => travelOf(index + 1, halere)),
  ...course("1", 2, 16),
  {
    at: [4, 26],
    ...{ supplier: "Ukázkový kulturní dům", text: "Sál a občerstvení, případový seminář" },
    ...{ line: "1.1.4.3.2", activity: "1b" },
    halere: 712_000,
  },
  {
    at: [4, 27],
    ...{ supplier: "PhDr. Supervizor Ukázka", text: "Supervize týmů, čtvrtletí" },
    ...{ line: "1.1.4.3.6", activity: "1b", halere: 3_840_000, contract: "SML-2025/021" },
  },
  {
    at: [4, 8],
    ...{ supplier: "Stážisté", text: "Náhrady a ubytování, stáž v terénním týmu" },
    ...{ line: "1.1.4.4.1", activity: "3", internship: "Stáž v terénním týmu" },
    ...{ halere: 1_386_000, kind: "direct-support" },
  },
  {
    at: [5, 22],
    ...{ supplier: LECTURER, text: "Lektorské služby, kurz peer konzultantů" },
    ...{ line: "1.1.4.3.1", activity: "5", halere: 5_880_000 },
  },
  {
    at: [5, 24],
    ...{ supplier: "Účastníci vzdělávání", text: "Jízdné účastníků, první pololetí" },
    ...{ line: "1.1.4.4.2", activity: "1", halere: 3_654_000, kind: "direct-support" },
  },
  ...course("2", 6, 17),
  {
    at: [7, 18],
    ...{ supplier: HALL, text: "Sál a občerstvení, kulatý stůl", line: "1.1.4.3.2" },
    activity: "4a",
    event: "Kulatý stůl s praktickými lékaři o včasném odkazu do služeb",
    halere: 684_400,
  },
  {
    at: [8, 27],
    ...{ supplier: "Krajská knihovna – ukázka", text: "Přednáškový sál", line: "1.1.4.3.2" },
    activity: "4c",
    event: "Duševní zdraví začíná u souseda: přednáška v krajské knihovně",
    halere: 390_000,
  },
  {
    at: [9, 5],
    ...{ supplier: "PhDr. Supervizor Ukázka", text: "Supervize týmů, pololetí" },
    ...{ line: "1.1.4.3.6", activity: "1b", halere: 6_720_000, contract: "SML-2025/021" },
  },
  {
    at: [9, 22],
    ...{ supplier: "Ukázkové grafické studio", text: "Sazba a tisk krajského plánu" },
    ...{ line: "1.1.4.3.5", activity: "7c", halere: 4_863_990, contract: "OBJ-2026/011" },
  },
  {
    at: [11, 18],
    ...{ supplier: AGENCY, text: "První osvětový spot", line: "1.1.4.3.3", activity: "4b" },
    ...{ halere: 28_919_000, contract: "SML-2026/004" },
  },
  ...course("3", 12, 18),
  {
    at: [13, 9],
    ...{ supplier: AGENCY, text: "Mediální prostor, první vlna", line: "1.1.4.3.4" },
    ...{ activity: "4b", halere: 18_150_000, contract: "SML-2026/004" },
  },
  {
    at: -16,
    ...{ supplier: "Ukázkový kulturní dům", text: "Sál, nácvik rozhovoru s rodinou" },
    ...{ line: "1.1.4.3.2", activity: "1b", event: "Nácvik rozhovoru s rodinou", halere: 655_500 },
  },
  {
    at: -5,
    ...{ supplier: AGENCY, text: "Druhý osvětový spot", line: "1.1.4.3.3", activity: "4b" },
    ...{ halere: 35_000_000, contract: "SML-2026/004", state: "ordered" },
  },
  {
    at: -3,
    ...{ supplier: HALL, text: "Sál a občerstvení pro 4. běh", line: "1.1.4.3.2", activity: "1a" },
    ...{ event: "Krizová intervence v přímé péči, 4. běh", halere: 3_700_000, state: "planned" },
  },
];

/** Requests for payment: the advance, and one for each period that is over. */
export const exampleRequests = {
  advance: { submitted: [0, 12], received: [1, 18], halere: 312_000_000 },
  first: {
    submitted: [6, 9],
    decided: [8, 20],
    cut: {
      text: "Pronájem sálu a občerstvení, pět dní",
      halere: 212_540,
      reason: "Občerstvení nad obvyklou cenu",
    },
  },
  second: { submitted: [12, 7] },
} as const satisfies Record<string, unknown>;
