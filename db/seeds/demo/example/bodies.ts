import type { Moment } from "./moments.ts";

interface Somebody {
  name: string;
  function: string;
}

export const COORDINATION_GROUP = {
  name: "Krajská koordinační skupina pro duševní zdraví",
  purpose: "Spojuje zdravotnictví, sociální služby, školy a obce nad jedním plánem.",
};

/** Subgroups with their guarantors; one is still without. */
export const subgroups: { name: string; guarantor: Somebody | null }[] = [
  {
    name: "Podskupina dětí a dorostu",
    guarantor: { name: "MUDr. Libuše Garantová", function: "garantka pro děti a dorost" },
  },
  {
    name: "Podskupina dospělých",
    guarantor: { name: "Mgr. Viktor Garant", function: "garant pro dospělé" },
  },
  {
    name: "Podskupina seniorů",
    guarantor: { name: "PhDr. Zora Odborná", function: "garantka pro seniory" },
  },
  { name: "Podskupina adiktologie", guarantor: null },
];

export const members: Somebody[] = [
  { name: "Ing. Kamil Zástupce", function: "zástupce obcí" },
  { name: "Mgr. Olga Poskytovatelka", function: "zástupkyně poskytovatelů služeb" },
];

export interface ExampleMeeting {
  title: string;
  at: Moment;
  written: Moment;
  items: {
    title: string;
    minutes: string;
    conclusion: string;
    task?: { title: string; at: Moment };
  }[];
}

export const meetings: ExampleMeeting[] = [
  {
    title: "Jednání koordinační skupiny: osnova krajského plánu",
    at: [3, 13],
    written: [2, 24],
    items: [
      {
        title: "Osnova krajského plánu",
        minutes: "Skupina prošla osnovu po kapitolách, obce chtějí samostatnou část o bydlení.",
        conclusion: "Osnova je schválena s doplněnou kapitolou o bydlení.",
      },
      {
        title: "Garanti podskupin",
        minutes: "Pro adiktologii se garant hledá přes síť poskytovatelů.",
        conclusion: "Podskupiny začnou pracovat i bez úplného obsazení.",
      },
    ],
  },
  {
    title: "Jednání koordinační skupiny: návrhová část",
    at: -11,
    written: -40,
    items: [
      {
        title: "Návrhová část krajského plánu",
        minutes: "Hotové jsou tři kapitoly ze čtyř, čeká se na adiktologii.",
        conclusion: "Kapitola o adiktologii se projedná samostatně.",
        task: { title: "Svolat jednání o kapitole adiktologie", at: 9 },
      },
      {
        title: "Kampaň",
        minutes: "První spot běží v kinech, druhý čeká na rozhodnutí o penězích.",
        conclusion: "Skupina doporučuje druhý spot zachovat.",
        task: { title: "Připravit podklad k financování druhého spotu", at: -4 },
      },
    ],
  },
];
