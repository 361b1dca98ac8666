import type { StatementFields } from "../../../queries/card-statements.ts";
import type { Person } from "../example/activities.ts";

/** Whose cards are whose, by the beginning of their numbers; the rest wait for somebody. */
export const cardOwners: { numbers: RegExp; owner: Person }[] = [
  { numbers: /^[14]\./, owner: "manager" },
  { numbers: /^(?:2\.|3\.1\.[13])/, owner: "coordinator" },
  { numbers: /^5\.1/, owner: "finance" },
];

interface DemoStatement extends StatementFields {
  card: string;
  /** Said later in place of what was said first. */
  corrected?: StatementFields;
}

const said = (
  card: string,
  state: StatementFields["state"],
  text: string,
  nextSteps: string | null = null,
): DemoStatement => ({ card, state, text, nextSteps });

/** What owners said of the year before the last one. */
export const statementsOfYearBefore: DemoStatement[] = [
  said("1.1.1", "as-planned", "Kapacity zůstaly, koordinátor rodinné politiky pracuje."),
  said("1.1.2", "behind", "Nových míst v azylových domech je méně, než obce chtěly."),
  said("1.1.6", "not-started", "Začínáme příští rok s programem pro školy.", "Oslovit školy."),
  said("2.1.1", "as-planned", "Terén se rozšířil do dvanácti obcí."),
  said("2.1.2", "as-planned", "Stacionáře mají plno, čekací doba se nezměnila."),
  said("3.1.1", "behind", "Chybí osobní asistenti na západě kraje.", "Nábor se školami."),
  said("4.1.1", "as-planned", "Týmy se scházejí, peer konzultanti chybějí.", "Kurz pro peery."),
  said("4.1.3", "not-started", "Na přednášky pro blízké se hledají peníze."),
  said("5.1.1", "as-planned", "Poradny fungují ve všech okresech."),
];

/** Of the last year: not everybody has answered, one has thought better of it. */
export const statementsOfLastYear: DemoStatement[] = [
  said("1.1.1", "as-planned", "Přibyla jedna terénní služba, vzdělávání běží."),
  {
    ...said("1.1.6", "behind", "Program pro školy se rozjíždí pomaleji."),
    corrected: {
      state: "as-planned",
      text: "Program pro školy běží na prvních dvou, další jsou domluvené.",
      nextSteps: "Získat šest dalších škol.",
    },
  },
  said("2.1.1", "as-planned", "Pomoc dvanáct hodin denně nabízí polovina služeb."),
  said("2.1.2", "behind", "Nový stacionář čeká na stavební povolení.", "Dohoda s městem."),
  said("2.1.3", "behind", "Pobočka v Hrádku nad Nisou má projekt, chybí zhotovitel."),
  said("4.1.1", "as-planned", "Stáže i kurz peer konzultantů běží s podporou projektu."),
  said("4.1.2", "as-planned", "Dvě nová místa v chráněném bydlení."),
  said("4.1.3", "as-planned", "První přednáška pro blízké je naplánovaná."),
  said("5.1.1", "as-planned", "Dluhové poradenství má čekací dobu do dvou týdnů."),
];

interface DemoMeasureState {
  card: string;
  /** Place in its card, from 1. */
  measure: number;
  state: "running" | "done" | "dropped";
  proof?: string;
}

export const measureStates: DemoMeasureState[] = [
  { card: "1.1.1", measure: 1, state: "running" },
  { card: "1.1.1", measure: 2, state: "running" },
  { card: "1.1.1", measure: 3, state: "done", proof: "Pracovní smlouva, zápis z porady vedoucích" },
  { card: "1.1.2", measure: 6, state: "running" },
  { card: "1.1.5", measure: 2, state: "running" },
  { card: "1.1.6", measure: 4, state: "running" },
  { card: "1.1.6", measure: 6, state: "running" },
  { card: "2.1.1", measure: 1, state: "running" },
  { card: "2.1.1", measure: 6, state: "done", proof: "Osvědčení účastníků" },
  { card: "2.1.2", measure: 5, state: "dropped" },
  { card: "2.1.3", measure: 7, state: "running" },
  { card: "3.1.1", measure: 3, state: "running" },
  { card: "4.1.1", measure: 2, state: "running" },
  { card: "4.1.1", measure: 3, state: "running" },
  { card: "4.1.1", measure: 4, state: "done", proof: "Osm absolventů kurzu" },
  { card: "4.1.2", measure: 3, state: "done", proof: "Prezenční listiny" },
  { card: "4.1.3", measure: 4, state: "running" },
  { card: "5.1.1", measure: 1, state: "running" },
  { card: "5.2.3", measure: 2, state: "done", proof: "Jmenování koordinátorky" },
];

interface DemoTask {
  card: string;
  measure?: number;
  task: string;
  /** Month and day of the year. */
  due: string;
  result?: string;
}

/** The action plan of this year. */
export const tasksOfThisYear: DemoTask[] = [
  { card: "1.1.6", measure: 4, task: "Program ve čtyřech dalších školách", due: "06-30" },
  { card: "2.1.2", task: "Dohoda s městem o pozemku pro stacionář", due: "05-31" },
  { card: "2.1.3", measure: 7, task: "Vybrat zhotovitele pobočky", due: "09-30" },
  {
    ...{ card: "4.1.1", measure: 4, task: "Druhý běh kurzu peer konzultantů", due: "10-31" },
    result: "Kurz má osm absolventů, dva už pracují.",
  },
  { card: "4.1.3", measure: 4, task: "Tři přednášky pro rodiče a pečující", due: "12-15" },
  { card: "5.1.1", task: "Přehled čekacích dob v poradnách", due: "11-30" },
];
