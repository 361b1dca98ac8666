import type { Person } from "./activities.ts";
import type { Moment } from "./moments.ts";

export interface ExampleMilestone {
  title: string;
  kind: "milestone" | "publicity" | "output" | "task" | "other";
  activity?: string;
  due: Moment;
  /** When it was written down; at the start of the project unless told. */
  written?: Moment;
  owner?: Person;
  contact?: { name: string; function: string };
  note?: string;
  moved?: { at: Moment; to: Moment; reason: string };
  /** Own expectation, where it differs from the day that binds. */
  expected?: Moment;
  done?: { at: Moment; proof: string };
  monthlyUntil?: Moment;
}

const passed: ExampleMilestone[] = [
  {
    title: "Plakát A3 u vstupu do krajského úřadu",
    kind: "publicity",
    due: [0, 20],
    owner: "coordinator",
    done: { at: [0, 16], proof: "Fotografie ve spisu projektu" },
  },
  {
    title: "Informace o projektu na webu a sociálních sítích kraje",
    kind: "publicity",
    due: [0, 20],
    owner: "coordinator",
    done: { at: [0, 16], proof: "Snímek stránky ve spisu projektu" },
  },
  {
    title: "Obsazená pozice metodika destigmatizačních aktivit",
    kind: "output",
    activity: "6",
    due: [2, 5],
    owner: "manager",
    done: { at: [2, 4], proof: "Pracovní smlouva" },
  },
  {
    title: "Osnova Krajského plánu péče o duševní zdraví",
    kind: "output",
    activity: "7c",
    due: [3, 20],
    owner: "manager",
    done: { at: [3, 13], proof: "Zápis z pracovní skupiny" },
  },
  {
    title: "Smlouva na osvětovou kampaň",
    kind: "milestone",
    activity: "4b",
    due: [7, 10],
    owner: "manager",
    moved: { at: [8, 9], to: [9, 10], reason: "Zakázka se opakuje." },
    done: { at: [9, 6], proof: "Smlouva v registru smluv" },
  },
  {
    title: "Závěrečné zkoušky kurzu peer konzultantů",
    kind: "milestone",
    activity: "5",
    due: [9, 10],
    contact: { name: "Bc. Radim Koudela", function: "garant kurzu peer konzultantů" },
    done: { at: [9, 13], proof: "Osm osvědčení" },
  },
  {
    title: "Analytická část krajského plánu po připomínkách obcí",
    kind: "output",
    activity: "7c",
    due: [11, 10],
    owner: "manager",
    done: { at: [11, 5], proof: "Tabulka vypořádání připomínek" },
  },
  {
    title: "První osvětový spot",
    kind: "output",
    activity: "4b",
    due: [10, 15],
    owner: "manager",
    moved: { at: [9, 3], to: [12, 20], reason: "Posun veřejné zakázky." },
    done: { at: [12, 24], proof: "Schválený střih" },
  },
];

const aroundToday: ExampleMilestone[] = [
  {
    title: "Obsazený garant podskupiny pro adiktologii",
    kind: "output",
    activity: "7b",
    due: -17,
    owner: "manager",
    expected: 24,
    note: "Jedná se s adiktologickou ambulancí.",
  },
  {
    title: "Doplnit prezenční listinu z případového semináře",
    kind: "task",
    activity: "1b",
    due: -3,
    written: -6,
    owner: "coordinator",
  },
  {
    title: "Doložit vyúčtování zálohy na kampaň",
    kind: "task",
    activity: "4b",
    due: -1,
    written: -9,
    owner: "finance",
  },
  {
    title: "Schválit zadání druhého osvětového spotu",
    kind: "task",
    activity: "4b",
    due: 0,
    written: -10,
    owner: "manager",
  },
  {
    title: "Odsouhlasit mzdovou sestavu s účtárnou",
    kind: "task",
    due: 0,
    written: -7,
    owner: "finance",
  },
  {
    title: "Kulatý stůl se školami a poradnami",
    kind: "milestone",
    activity: "4a",
    due: 4,
    written: [12, 10],
    owner: "coordinator",
  },
  {
    title: "Předat kapitolu o adiktologii do krajského plánu",
    kind: "task",
    activity: "7c",
    due: 6,
    written: -8,
    contact: { name: "PhDr. Ivana Malíková", function: "odborná garantka podskupiny pro dospělé" },
  },
  {
    title: "Rozpočet druhého spotu k rozhodnutí vedení",
    kind: "task",
    activity: "4b",
    due: 5,
    written: -5,
    owner: "finance",
  },
  {
    title: "Případový seminář o práci s rodinou",
    kind: "milestone",
    activity: "1b",
    due: 13,
    written: [12, 10],
    contact: { name: "Mgr. Hedvika Lišková", function: "lektorka a supervizorka" },
  },
  {
    title: "Návrhová část Krajského plánu péče o duševní zdraví",
    kind: "output",
    activity: "7c",
    due: 20,
    owner: "manager",
  },
  {
    title: "Tisková zpráva k osvětovému spotu",
    kind: "publicity",
    activity: "4b",
    due: 26,
    written: [12, 26],
    owner: "coordinator",
  },
  {
    title: "Zasedání Krajské koordinační skupiny",
    kind: "milestone",
    activity: "7",
    due: 40,
    owner: "manager",
  },
  {
    title: "Metodický list pro školy",
    kind: "output",
    activity: "2",
    due: 55,
    owner: "coordinator",
  },
  {
    title: "Čtvrtý běh kurzu krizové intervence",
    kind: "milestone",
    activity: "1a",
    due: 76,
    owner: "coordinator",
  },
];

const ahead: ExampleMilestone[] = [
  {
    title: "Setkání stážistů a hostitelských zařízení",
    kind: "milestone",
    activity: "3",
    due: [19, 14],
    owner: "coordinator",
  },
  {
    title: "Druhý osvětový spot",
    kind: "output",
    activity: "4b",
    due: [21, 15],
    owner: "manager",
  },
  {
    title: "Krajský plán péče o duševní zdraví schválený zastupitelstvem",
    kind: "output",
    activity: "7c",
    due: [24, 20],
    owner: "manager",
  },
  {
    title: "Sborník kazuistik z případových seminářů",
    kind: "output",
    activity: "1b",
    due: [29, 20],
    owner: "coordinator",
  },
  {
    title: "Závěrečná konference",
    kind: "milestone",
    activity: "4",
    due: [34, 15],
    owner: "manager",
  },
];

const eachMonth: ExampleMilestone[] = [
  {
    title: "Pracovní výkazy realizačního týmu za minulý měsíc",
    kind: "task",
    due: [1, 7],
    owner: "manager",
    monthlyUntil: [35, 7],
    done: { at: 0, proof: "Podepsané výkazy ve spisu" },
  },
];

export const exampleMilestones = [...passed, ...aroundToday, ...ahead, ...eachMonth];

/** Reports and payment requests that were handed in: number of the period → when. */
export const exampleReports: { period: number; at: Moment }[] = [
  { period: 1, at: [6, 9] },
  { period: 2, at: [12, 7] },
];
