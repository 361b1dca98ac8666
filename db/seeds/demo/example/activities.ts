import type { Moment } from "./moments.ts";

type State = "planned" | "running" | "done";
/** Which of the demonstration's people. */
export type Person = "manager" | "coordinator" | "finance";

export interface ExampleActivity {
  /** `4` or `4b`. */
  code: string;
  title: string;
  goal?: string;
  outputs?: string;
  from: Moment;
  to: Moment;
  shareBp?: number;
  state: State;
  owner?: Person;
  /** Somebody without an account. */
  contact?: { name: string; function: string };
  targetGroups?: string[];
  /** A later change of its last day. */
  moved?: { at: Moment; to: Moment; reason: string };
}

export const exampleActivities: ExampleActivity[] = [
  {
    code: "1",
    title: "Vzdělávání pracovníků v sociálních službách",
    goal: "Pracovníci v přímé péči zvládnou krizi klienta a umějí pracovat s jeho rodinou.",
    outputs: "Osvědčení účastníků, sborník kazuistik",
    from: [0, 1],
    to: [30, 28],
    shareBp: 2_200,
    state: "running",
    owner: "coordinator",
    targetGroups: ["service-workers", "social-workers"],
  },
  {
    code: "1a",
    title: "Kurzy krizové intervence pro pracovníky v přímé péči",
    from: [1, 1],
    to: [24, 28],
    state: "running",
    owner: "coordinator",
  },
  {
    code: "1b",
    title: "Případové a supervizní semináře",
    from: [3, 1],
    to: [30, 28],
    state: "running",
    contact: { name: "Mgr. Hedvika Lišková", function: "lektorka a supervizorka" },
  },
  {
    code: "2",
    title: "Prevence a duševní gramotnost na základních a středních školách",
    goal: "Žáci poznají, kdy si říct o pomoc, a učitelé vědí, kam je odkázat.",
    outputs: "Metodický list pro školy",
    from: [2, 1],
    to: [27, 28],
    shareBp: 1_400,
    state: "running",
    owner: "coordinator",
    targetGroups: ["disadvantaged-families"],
  },
  {
    code: "3",
    title: "Stáže v terénních a komunitních týmech",
    goal: "Pracovníci obcí a služeb poznají týmovou péči přímo na místě.",
    outputs: "Zprávy ze stáží",
    from: [1, 1],
    to: [26, 28],
    shareBp: 1_200,
    state: "running",
    owner: "coordinator",
    targetGroups: ["social-workers", "public-servants"],
  },
  {
    code: "4",
    title: "Kulaté stoly, přednášky a kampaň pro odbornou i laickou veřejnost",
    goal: "Služby, školy a složky IZS se znají a veřejnost ubere na předsudcích.",
    outputs: "Záznamy z kulatých stolů, dva osvětové spoty",
    from: [1, 1],
    to: [33, 28],
    shareBp: 1_800,
    state: "running",
    owner: "manager",
  },
  {
    code: "4a",
    title: "Kulaté stoly služeb se složkami IZS a se školami",
    from: [2, 1],
    to: [30, 28],
    state: "running",
    owner: "coordinator",
  },
  {
    code: "4b",
    title: "Krajská kampaň proti předsudkům: osvětové spoty pro mládež a seniory",
    from: [4, 1],
    to: [20, 28],
    state: "running",
    owner: "manager",
    moved: { at: [9, 3], to: [24, 28], reason: "Veřejná zakázka na kampaň se musela opakovat." },
  },
  {
    code: "4c",
    title: "Přednášky pro rodiče, pečující a opatrovníky",
    from: [6, 1],
    to: [33, 28],
    state: "running",
    owner: "coordinator",
    targetGroups: ["informal-carers"],
  },
  {
    code: "5",
    title: "Vzdělávání peer konzultantů",
    goal: "V týmech pracují lidé s vlastní zkušeností s duševním onemocněním.",
    from: [3, 1],
    to: [20, 28],
    shareBp: 800,
    state: "running",
    contact: { name: "Bc. Radim Koudela", function: "garant kurzu peer konzultantů" },
  },
  {
    code: "6",
    title: "Metodik destigmatizačních aktivit v realizačním týmu",
    goal: "Kampaň, školy i přednášky drží jednu linii.",
    from: [0, 1],
    to: [35, 28],
    shareBp: 1_000,
    state: "running",
    owner: "manager",
  },
  {
    code: "7",
    title: "Koordinace péče o duševní zdraví v kraji",
    goal: "Kraj řídí síť služeb podle plánu, na kterém se shodly rezorty i obce.",
    outputs: "Krajský plán péče o duševní zdraví",
    from: [0, 1],
    to: [35, 28],
    shareBp: 1_600,
    state: "running",
    owner: "manager",
    targetGroups: ["public-servants", "service-providers"],
  },
  {
    code: "7a",
    title: "Koordinátor péče o duševní zdraví",
    from: [0, 1],
    to: [2, 28],
    state: "done",
    owner: "manager",
  },
  {
    code: "7b",
    title: "Odborní garanti pracovních podskupin (děti, dospělí, senioři, adiktologie)",
    from: [1, 1],
    to: [10, 28],
    state: "running",
    owner: "manager",
    moved: { at: [11, 5], to: [16, 28], reason: "Pro adiktologii se garant zatím nenašel." },
  },
  {
    code: "7c",
    title: "Krajský plán péče o duševní zdraví",
    from: [2, 1],
    to: [24, 28],
    state: "running",
    owner: "manager",
  },
];

/** Per cent done, with the reason. */
export const exampleProgress: { at: Moment; code: string; percent: number; reason: string }[] = [
  { at: [1, 20], code: "7a", percent: 100, reason: "Koordinátor nastoupil" },
  { at: [2, 12], code: "1a", percent: 20, reason: "První běh ze čtyř" },
  { at: [2, 19], code: "4a", percent: 10, reason: "První kulatý stůl" },
  { at: [2, 26], code: "2", percent: 5, reason: "Školy oslovené" },
  { at: [2, 28], code: "6", percent: 15, reason: "Metodik nastoupil" },
  { at: [3, 14], code: "7c", percent: 15, reason: "Osnova schválená" },
  { at: [3, 20], code: "3", percent: 8, reason: "První stáž" },
  { at: [4, 12], code: "1b", percent: 15, reason: "První seminář" },
  { at: [4, 21], code: "2", percent: 15, reason: "Pilot na dvou školách" },
  { at: [5, 15], code: "4a", percent: 20, reason: "Dva kulaté stoly z dvanácti, další připravený" },
  { at: [5, 27], code: "5", percent: 30, reason: "Kurz běží" },
  { at: [6, 14], code: "1a", percent: 40, reason: "Dva běhy ze čtyř" },
  { at: [6, 23], code: "7b", percent: 75, reason: "Obsazeny tři podskupiny ze čtyř" },
  { at: [7, 18], code: "3", percent: 18, reason: "Druhá stáž" },
  { at: [8, 17], code: "4c", percent: 20, reason: "První přednáška" },
  { at: [8, 25], code: "1b", percent: 30, reason: "Supervize vedoucích" },
  { at: [8, 28], code: "6", percent: 25, reason: "Podle uplynulé doby" },
  { at: [9, 6], code: "4b", percent: 15, reason: "Smlouva s dodavatelem" },
  { at: [9, 13], code: "5", percent: 80, reason: "Osm absolventů" },
  { at: [9, 22], code: "2", percent: 35, reason: "Šest škol ze šestnácti" },
  { at: [10, 12], code: "4a", percent: 30, reason: "Čtyři kulaté stoly" },
  { at: [10, 20], code: "3", percent: 30, reason: "Třetí stáž" },
  { at: [11, 5], code: "7c", percent: 45, reason: "Připomínky k analytické části vypořádané" },
  { at: [12, 15], code: "1a", percent: 65, reason: "Tři běhy ze čtyř" },
  { at: [12, 24], code: "4b", percent: 45, reason: "První spot schválený" },
  { at: [12, 28], code: "6", percent: 36, reason: "Podle uplynulé doby" },
  { at: [13, 4], code: "5", percent: 90, reason: "Dva absolventi nastoupili" },
  { at: [13, 12], code: "4c", percent: 40, reason: "Druhá přednáška" },
  { at: -8, code: "7c", percent: 60, reason: "Tři kapitoly návrhové části ze čtyř" },
  { at: -2, code: "2", percent: 45, reason: "Přibyla dvě gymnázia" },
];
