import type { Moment } from "./moments.ts";

/** An internship of the example; trainees by places in the list of its invented participants. */
export interface ExampleInternship {
  title: string;
  purpose: string;
  at: Moment;
  days: number;
  written: Moment;
  trainees: readonly number[];
  host: { name: string; mentor: string };
  travel?: string;
  plannedCosts: number;
  /** How far it has come. */
  end: "agreed" | "finished" | "report-accepted";
  diary: string;
}

export const HOURS_OF_A_DAY = 8;
export const CONFIRMED_BY_PROJECT = "Hodiny potvrdila mentorka na podepsaném výkazu.";

export const exampleInternships: ExampleInternship[] = [
  {
    title: "Stáž v terénním týmu",
    purpose: "Poznat práci týmu od prvního kontaktu po ukončení podpory.",
    at: [3, 19],
    days: 3,
    written: [2, 10],
    trainees: [66, 67, 68],
    host: { name: "Ukázková terénní služba", mentor: "Mgr. Radka Mentorová" },
    travel: "Vlak z Liberce, místní doprava s týmem",
    plannedCosts: 1_200_000,
    end: "report-accepted",
    diary: "Výjezdy s týmem, rozbor případů, práce s dokumentací.",
  },
  {
    title: "Stáž v centru duševního zdraví",
    purpose: "Porovnat návaznost služeb obce s tím, co centrum potřebuje.",
    at: [10, 18],
    days: 4,
    written: [9, 5],
    trainees: [9, 10, 12, 13, 14],
    host: { name: "Ukázkové centrum duševního zdraví", mentor: "Bc. Josef Mentor" },
    plannedCosts: 2_400_000,
    end: "finished",
    diary: "Ranní porada, doprovod klientů, setkání s rodinou.",
  },
  {
    title: "Náhradní stáž v terénním týmu",
    purpose: "Dohnat termín zrušený na jaře.",
    at: 10,
    days: 3,
    written: -12,
    trainees: [15, 16],
    host: { name: "Ukázková terénní služba", mentor: "Mgr. Radka Mentorová" },
    plannedCosts: 900_000,
    end: "agreed",
    diary: "",
  },
];
