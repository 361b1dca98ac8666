import type { Person } from "./activities.ts";
import { beginning } from "./log-beginning.ts";
import { since } from "./log-since.ts";
import type { Moment } from "./moments.ts";

export interface ExampleEntry {
  at: Moment;
  by: Person;
  activities: string[];
  body: string;
  /** Of work. */
  hours?: number;
  next?: { step: string; at: Moment };
}

const latest: ExampleEntry[] = [
  {
    at: -8,
    by: "manager",
    activities: ["7c"],
    body: "Návrhová část krajského plánu: garanti odevzdali tři kapitoly ze čtyř, chybí adiktologie.",
    hours: 3,
    next: { step: "Domluvit, kdo dopíše kapitolu o adiktologii", at: -1 },
  },
  {
    at: -6,
    by: "coordinator",
    activities: ["1b"],
    body: "Případový seminář s psychiatrickou nemocnicí o propouštění do komunity, 17 účastníků.",
    hours: 5,
  },
  {
    at: -4,
    by: "coordinator",
    activities: ["3"],
    body: "Náhradní termín stáže v terénním týmu je dohodnutý, místa jsou pro čtyři účastníky.",
    hours: 1.5,
    next: { step: "Rozeslat pozvánky na náhradní stáž", at: 2 },
  },
  {
    at: -3,
    by: "finance",
    activities: ["4b"],
    body: "Faktura za první spot proplacena, položka nákup služeb je vyčerpaná ze 41 %.",
    hours: 1,
  },
  {
    at: -2,
    by: "coordinator",
    activities: ["2"],
    body: "Program na dvou gymnáziích, 61 studentů. Jedna škola žádá i besedu pro rodiče.",
    hours: 6,
  },
  {
    at: -1,
    by: "coordinator",
    activities: ["4a"],
    body: "Příprava kulatého stolu se školami: pedagogicko-psychologická poradna účast potvrdila.",
    hours: 2,
    next: { step: "Rozeslat program kulatého stolu se školami", at: 0 },
  },
];

export const exampleLog: ExampleEntry[] = [
  ...[...beginning, ...since].map(([at, by, activities, body, hours]) => ({
    at,
    by,
    activities: activities === "" ? [] : [activities],
    body,
    ...(hours === undefined ? {} : { hours }),
  })),
  ...latest,
];
