import type { Person } from "./activities.ts";
import type { Moment } from "./moments.ts";

/** An event of the example; who came is told by places in the list of its invented participants. */
export interface ExampleTraining {
  kind: string;
  title: string;
  goal?: string;
  activity: string;
  owner?: Person;
  place?: string;
  capacity?: number;
  accreditation?: string;
  lecturer?: string;
  /** In haléře. */
  plannedCosts?: number;
  /** First of its working days, so many in a row. */
  at: Moment;
  days: number;
  from: string;
  to: string;
  form?: "electronic";
  written: Moment;
  /** First and last of those registered. */
  people?: readonly [number, number];
  invited?: readonly [number, number];
  /** Who was missing on which day, from 0; `left` gives minutes of who left early. */
  missing?: readonly { who: number; day: number; isExcused: boolean }[];
  left?: readonly { who: number; day: number; minutes: number }[];
  /** Attendance of a passed event is only partly typed. */
  isHalfTyped?: boolean;
  /** Told where people are counted and not named. */
  heads?: readonly [all: number, women: number];
  end: "closed" | "held" | "confirmed" | "planned" | { cancelled: string };
}

const COURSE = {
  kind: "training",
  goal: "Účastník pozná krizi klienta, zvládne první rozhovor a ví, kam předat další péči.",
  activity: "1a",
  owner: "coordinator",
  place: "Ukázkové vzdělávací centrum, Liberec",
  accreditation: "A2024/0000-UKÁZKA",
  lecturer: "Mgr. Bohdan Ukázka",
  plannedCosts: 8_650_000,
  days: 5,
  from: "09:00",
  to: "17:00",
} satisfies Partial<ExampleTraining>;

export const exampleTrainings: ExampleTraining[] = [
  {
    ...COURSE,
    title: "Krizová intervence v přímé péči, 1. běh",
    capacity: 18,
    at: [2, 6],
    written: [1, 4],
    people: [0, 17],
    missing: [{ who: 5, day: 3, isExcused: true }],
    end: "closed",
  },
  {
    ...COURSE,
    title: "Krizová intervence v přímé péči, 2. běh",
    capacity: 20,
    at: [6, 6],
    written: [5, 3],
    people: [18, 37],
    missing: [
      { who: 21, day: 0, isExcused: false },
      { who: 21, day: 1, isExcused: false },
      { who: 30, day: 4, isExcused: true },
    ],
    left: [{ who: 26, day: 2, minutes: 300 }],
    end: "closed",
  },
  {
    ...COURSE,
    title: "Krizová intervence v přímé péči, 3. běh",
    capacity: 20,
    at: [12, 9],
    written: [10, 20],
    people: [38, 56],
    missing: [{ who: 44, day: 2, isExcused: true }],
    end: "closed",
  },
  {
    ...COURSE,
    title: "Krizová intervence v přímé péči, 4. běh",
    capacity: 6,
    at: 8,
    written: -25,
    people: [66, 71],
    invited: [60, 63],
    end: "confirmed",
  },
  {
    kind: "seminar",
    title: "Případový seminář pro chráněná bydlení",
    activity: "1b",
    owner: "coordinator",
    place: "Ukázkové chráněné bydlení, Turnov",
    lecturer: "Mgr. Hedvika Lišková",
    at: [4, 14],
    days: 1,
    from: "09:00",
    to: "15:00",
    written: [3, 20],
    people: [0, 15],
    end: "closed",
  },
  {
    kind: "supervision",
    title: "Supervizní seminář pro vedoucí služeb",
    activity: "1b",
    owner: "coordinator",
    lecturer: "Mgr. Hedvika Lišková",
    at: [8, 25],
    days: 1,
    from: "09:00",
    to: "14:00",
    written: [8, 2],
    people: [20, 30],
    end: "closed",
  },
  {
    kind: "peer-education",
    title: "Kurz peer konzultantů",
    activity: "5",
    owner: "coordinator",
    place: "Ukázkové centrum duševního zdraví",
    capacity: 10,
    at: [5, 4],
    days: 10,
    from: "09:00",
    to: "17:00",
    written: [4, 3],
    people: [57, 65],
    missing: [5, 6, 7, 8, 9].map((day) => ({ who: 63, day, isExcused: false })),
    end: "closed",
  },
  {
    kind: "round-table",
    title: "Kulatý stůl s praktickými lékaři o včasném odkazu do služeb",
    plannedCosts: 750_000,
    activity: "4a",
    owner: "coordinator",
    place: "Krajský úřad, sál v přízemí",
    at: [7, 10],
    days: 1,
    from: "13:00",
    to: "16:00",
    written: [6, 20],
    heads: [23, 14],
    end: "closed",
  },
  {
    kind: "lecture",
    title: "Duševní zdraví začíná u souseda: přednáška v krajské knihovně",
    plannedCosts: 300_000,
    activity: "4c",
    owner: "coordinator",
    place: "Krajská vědecká knihovna",
    at: [8, 17],
    days: 1,
    from: "17:00",
    to: "19:00",
    written: [7, 24],
    heads: [52, 37],
    end: "closed",
  },
  {
    kind: "webinar",
    title: "Bezpečná práce s údaji klientů v terénu",
    activity: "1b",
    owner: "coordinator",
    at: -6,
    days: 1,
    from: "09:00",
    to: "11:00",
    form: "electronic",
    written: -40,
    people: [38, 57],
    isHalfTyped: true,
    end: "held",
  },
  {
    kind: "workshop",
    title: "Nácvik rozhovoru s rodinou",
    plannedCosts: 700_000,
    activity: "1b",
    owner: "coordinator",
    place: "Ukázkové vzdělávací centrum, Liberec",
    at: -18,
    days: 1,
    from: "09:00",
    to: "13:00",
    written: -60,
    people: [18, 25],
    end: { cancelled: "Lektorka onemocněla, náhradní termín se hledá." },
  },
  {
    kind: "round-table",
    title: "Kulatý stůl se školskými poradenskými zařízeními",
    activity: "4a",
    owner: "coordinator",
    place: "Krajský úřad, sál v přízemí",
    capacity: 30,
    at: 18,
    days: 1,
    from: "13:00",
    to: "16:00",
    written: -14,
    end: "confirmed",
  },
  {
    kind: "seminar",
    title: "Případový seminář pro terénní týmy",
    activity: "1b",
    owner: "coordinator",
    at: 47,
    days: 1,
    from: "09:00",
    to: "15:00",
    written: -3,
    invited: [38, 45],
    end: "planned",
  },
];

/** Where the papers of the example are said to be. */
export const SHEETS_ARE_KEPT = "Podepsaný originál je v šanonu projektu.";
export const CARDS_ARE_KEPT = "Kancelář projektu, šanon Účastníci";

/** How those who have left went on: places, the day of leaving and codes of IS ESF. */
export const exampleExits: { people: readonly [number, number]; at: Moment; codes: string[] }[] = [
  { people: [0, 3], at: [5, 20], codes: ["SPUKV"] },
  { people: [4, 8], at: [5, 20], codes: [] },
  { people: [18, 20], at: [9, 24], codes: ["SPVZD"] },
  { people: [57, 60], at: [9, 28], codes: ["SPUKV", "SPVZD"] },
];
