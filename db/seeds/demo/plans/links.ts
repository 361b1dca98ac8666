import { exampleProject } from "../example/project.ts";
import { mentalHealthReform } from "../mental-health-reform.ts";
import { planningNetworkingFinancing } from "../planning-networking-financing.ts";

/** A project by what the demonstration calls it, or one that is named only. */
export interface DemoLink {
  card: string;
  /** Place of the measure in its card, from 1. */
  measure?: number;
  project?: string;
  /** Code of an activity of the example. */
  activity?: string;
  named?: { projectName: string; registrationNumber: string | null };
  note?: string;
}

const example = exampleProject.title;

/** Nobody published which project fulfils which card: the example shows how that looks. */
export const linksOf2024: DemoLink[] = [
  { card: "1.1.6", measure: 4, project: example, activity: "2" },
  { card: "4.1.1", measure: 2, project: example, activity: "3" },
  { card: "4.1.1", measure: 4, project: example, activity: "5" },
  { card: "4.1.1", project: mentalHealthReform.title },
  { card: "4.1.2", project: mentalHealthReform.title, note: "Metodiku GAF používají i domovy." },
  { card: "4.1.3", measure: 4, project: example, activity: "4c" },
  { card: "5.2.2", project: example, activity: "7b", note: "Podskupina pro adiktologii." },
  {
    card: "1.1.5",
    measure: 2,
    named: { projectName: "Přístavba centra denních služeb", registrationNumber: null },
  },
  {
    card: "2.1.5",
    named: {
      projectName: "Ukázkový projekt: Opora pečujícím",
      // Of the same call that does not exist as the example.
      registrationNumber: "CZ.03.02.02/00/99_999/0000002",
    },
    note: "Žádost se hodnotí.",
  },
];

export const linksOf2014: DemoLink[] = [
  { card: "A03-04", project: mentalHealthReform.title, note: "Téma převzala reforma péče." },
  { card: "A08-03", project: planningNetworkingFinancing.title },
  { card: "A09-01", project: planningNetworkingFinancing.title },
  { card: "A09-02", project: planningNetworkingFinancing.title },
];

/** What goes on in the newer plan: number there and here. */
export const continuations: { from: string; to: string; note?: string }[] = [
  { from: "A01-02", to: "2.1.1" },
  { from: "A01-05", to: "2.1.2" },
  { from: "A03-01", to: "3.1.3", note: "Z plánu přechodu je podpora malých domácností." },
  { from: "A03-03", to: "4.1.1" },
  { from: "A04-01", to: "1.1.1" },
  { from: "A04-02", to: "5.3.2" },
  { from: "A04-03", to: "5.3.1" },
  { from: "A05-01", to: "5.1.1" },
  { from: "A06-01", to: "5.4.1" },
  { from: "A07-01", to: "5.2.1", note: "Ambulance jsou v samostatné kartě." },
  { from: "A07-01", to: "5.2.2" },
  { from: "A07-02", to: "5.2.2" },
];
