import type { Moment } from "./moments.ts";

/**
 * The example that runs today, made up in the manner of a regional OPZ+ project. Its number belongs to no
 * call, so that nobody takes it for a real one.
 */
export const exampleProject = {
  title: "Ukázkový projekt: Podpora duševního zdraví a destigmatizace v kraji",
  shortName: "Ukázka – Duševní zdraví",
  registrationNumber: "CZ.03.02.02/00/99_999/0000001",
  programme: "OPZ+",
  priorityAxis: "2 – Sociální začleňování",
  callNumber: "03_99_999",
  callName: "Smyšlená výzva pro ukázku",
  beneficiary: "Ukázkový kraj",
  // Passes the check of such numbers and belongs to nobody.
  beneficiaryIco: "99999994",
  partners: [
    { name: "Ukázkové centrum duševního zdraví, z. ú.", hasFunds: true },
    { name: "Ukázková psychiatrická nemocnice", hasFunds: false },
  ],
  department: "Odbor sociálních věcí",
  districts: ["CZ0513", "CZ0511"],
  municipalities: ["5102", "5106"],
  vision:
    "Člověk s duševním onemocněním najde pomoc blízko domova a nesetká se s předsudky na úřadě, ve škole ani u lékaře.",
  goals: [
    "Pracovníci sociálních služeb umějí zvládnout krizi a pracovat s rodinou",
    "Školy vědí, na koho se obrátit, a mluví o duševním zdraví s žáky",
    "Složky IZS, školy, obce a služby se znají a předávají si klienty domluveným postupem",
    "Kraj má plán péče o duševní zdraví a lidi, kteří ho drží pohromadě",
  ],
  targetGroups: [
    "service-providers",
    "public-servants",
    "social-workers",
    "service-workers",
    "informal-carers",
    "disadvantaged-families",
  ],
  totalHalere: 1_248_000_000,
  sources: [
    { kind: "eu", name: "Evropský sociální fond plus", sharePpm: 767_350 },
    { kind: "state", name: "Státní rozpočet", sharePpm: 182_650 },
    { kind: "own", name: "Rozpočet kraje", sharePpm: 50_000 },
  ],
  periodMonths: 6,
} as const;

export type Health = "on-track" | "at-risk" | "off-track" | "on-hold";

export interface ExampleStatus {
  at: Moment;
  health: Health;
  sentence: string;
  decisionNeeded?: string;
}

export const exampleStatuses: ExampleStatus[] = [
  {
    at: [0, 28],
    health: "on-track",
    sentence: "Projekt začal podle plánu. Tým je obsazen až na metodika, běží výběrové řízení.",
  },
  {
    at: [2, 28],
    health: "on-track",
    sentence: "Metodik nastoupil, první kurz i kulatý stůl proběhly. Zájem převyšuje kapacitu.",
  },
  {
    at: [5, 28],
    health: "on-track",
    sentence: "První období končí s naplněnými účastníky, nižší je jen čerpání služeb.",
  },
  {
    at: [8, 28],
    health: "off-track",
    sentence: "Zakázka na kampaň se musela opakovat, kampaň je o dva měsíce ve skluzu.",
    decisionNeeded: "Schválit posun kampaně o čtyři měsíce a s ním konec podaktivity 4b.",
  },
  {
    at: [11, 28],
    health: "at-risk",
    sentence: "Smlouva na kampaň je podepsaná. Stáží je méně, než mělo být na konci období.",
  },
  {
    at: -5,
    health: "at-risk",
    sentence:
      "Spot běží a kurzy jdou podle plánu. Ve skluzu jsou stáže a kulaté stoly, chybí garant pro adiktologii.",
    decisionNeeded: "Rozhodnout, zda druhý spot doplatí kraj (120 tis. Kč), nebo se zkrátí.",
  },
];

/** Declared spend altogether, in haléře: until the first expenditure was recorded. */
export const exampleSpends: { at: Moment; halere: number; note: string }[] = [
  { at: [0, 26], halere: 4_198_000, note: "Dva notebooky, podle objednávky" },
];
