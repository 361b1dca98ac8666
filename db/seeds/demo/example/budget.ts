/** A line of the example's budget; price in haléře, units in ten-thousandths. A chapter has neither. */
export interface ExampleBudgetLine {
  code: string;
  name: string;
  unit?: string;
  price?: number;
  units?: number;
  flatRate?: { kind: string; rateBp: number };
}

const item = (
  code: string,
  name: string,
  [unit, crowns, units]: readonly [string, number, number],
): ExampleBudgetLine => ({ code, name, unit, price: crowns * 100, units: units * 10_000 });

export const exampleDecision = "Rozhodnutí o poskytnutí dotace";

/** In the shape of a grant decision of the programme; the sums are made up and make the project's total. */
export const exampleBudget: ExampleBudgetLine[] = [
  { code: "1", name: "Celkové způsobilé výdaje" },
  { code: "1.1", name: "Přímé náklady" },
  { code: "1.1.1", name: "Osobní náklady – pracovní smlouvy" },
  item("1.1.1.1", "Koordinátor/ka péče o duševní zdraví (1,0)", ["měsíc", 62_000, 35]),
  item("1.1.1.2", "Metodik/metodička destigmatizace (0,8)", ["měsíc", 46_400, 34]),
  item("1.1.1.3", "Koordinátor/ka vzdělávání a stáží (0,6)", ["měsíc", 33_600, 36]),
  { code: "1.1.2", name: "Osobní náklady – dohody o pracovní činnosti" },
  item("1.1.2.1", "Odborní garanti pracovních podskupin", ["hodina", 420, 2_640]),
  item("1.1.2.2", "Peer konzultanti", ["hodina", 300, 1_200]),
  { code: "1.1.3", name: "Osobní náklady – dohody o provedení práce" },
  item("1.1.3.1", "Odborníci ke kulatým stolům", ["hodina", 480, 300]),
  { code: "1.1.4", name: "Ostatní přímé náklady" },
  { code: "1.1.4.1", name: "Cestovné" },
  item("1.1.4.1.1", "Cesty realizačního týmu", ["měsíc", 2_500, 36]),
  { code: "1.1.4.2", name: "Zařízení a vybavení" },
  item("1.1.4.2.1", "Notebook s příslušenstvím", ["kus", 21_000, 3]),
  { code: "1.1.4.3", name: "Nákup služeb" },
  item("1.1.4.3.1", "Lektorské služby", ["den", 9_800, 60]),
  item("1.1.4.3.2", "Pronájem sálu a občerstvení", ["den", 7_500, 90]),
  item("1.1.4.3.3", "Osvětový spot", ["kus", 290_000, 2]),
  item("1.1.4.3.4", "Mediální prostor kampaně", ["soubor", 520_000, 1]),
  item("1.1.4.3.5", "Zpracování a tisk plánu a metodik", ["dokument", 49_000, 4]),
  item("1.1.4.3.6", "Supervize", ["hodina", 1_600, 150.5]),
  { code: "1.1.4.4", name: "Přímá podpora cílové skupiny" },
  item("1.1.4.4.1", "Stáže", ["osoboden", 1_800, 180]),
  item("1.1.4.4.2", "Cestovné účastníků", ["cesta", 700, 196]),
  { code: "1.2", name: "Nepřímé náklady", flatRate: { kind: "flat-rate-54c", rateBp: 2_500 } },
];

/** Lines → activities that they pay for. */
export const exampleLineActivities: Record<string, readonly string[]> = {
  "1.1.1.1": ["7a"],
  "1.1.1.2": ["6"],
  "1.1.1.3": ["1", "3"],
  "1.1.2.1": ["7b"],
  "1.1.2.2": ["5"],
  "1.1.3.1": ["4a"],
  "1.1.4.3.1": ["1a", "1b", "5"],
  "1.1.4.3.2": ["1", "4"],
  "1.1.4.3.3": ["4b"],
  "1.1.4.3.4": ["4b"],
  "1.1.4.3.5": ["7c"],
  "1.1.4.4.1": ["3"],
};

/** A transfer that was approved, and one that waits: new price and units of each line. */
export const exampleTransfers = [
  {
    at: [7, 3],
    kind: "insubstantial",
    title: "Přesun z vybavení na cestovné účastníků",
    reason: "Stačí dva notebooky; účastníků ze vzdálených obcí je víc, než se čekalo.",
    lines: [
      { code: "1.1.4.2.1", price: 2_100_000, units: 20_000 },
      { code: "1.1.4.4.2", price: 70_000, units: 2_260_000 },
    ],
    isApproved: true,
  },
  {
    at: -4,
    kind: "substantial",
    title: "Dražší druhý spot a posun kampaně",
    reason: "Zakázka se opakovala, nejnižší nabídka je o 60 tisíc vyšší za kus.",
    lines: [
      { code: "1.1.4.3.2", price: 750_000, units: 740_000 },
      { code: "1.1.4.3.3", price: 35_000_000, units: 20_000 },
    ],
    isApproved: false,
  },
] as const;

/** What is to be drawn in each period, in haléře; split among the sources by their shares. */
export const exampleDrawdownPlan = [
  ...[120_000_000, 215_000_000, 240_000_000],
  ...[255_000_000, 235_000_000, 183_000_000],
] as const;
