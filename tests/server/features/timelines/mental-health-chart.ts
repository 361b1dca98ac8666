import type {
  ChartInput,
  ChartPin,
  ChartRow,
  ChartTexts,
  PinKind,
  RowState,
} from "../../../../server/features/timelines/drawing/chart-input.ts";

/**
 * The seven activities and ten sub-activities of CZ.03.02.02/00/22_006/0001329 with the titles they have
 * there, an eleventh as long as those, and forty dated things.
 */

const MONTHS =
  "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec".split(" ");

export const CHART_TEXTS: ChartTexts = {
  name: "Harmonogram projektu",
  months: MONTHS,
  shortMonths: "led úno bře dub kvě čvn čvc srp zář říj lis pro".split(" "),
  quarters: ["1. čtvrtletí", "2. čtvrtletí", "3. čtvrtletí", "4. čtvrtletí"],
  shortQuarters: ["I.", "II.", "III.", "IV."],
  monthOfYear: (month, year) => `${MONTHS[month - 1]} ${year}`,
  dayOfMonth: (day) => `${day}.`,
  today: "Dnes 10. 3. 2025",
  rowsCaption: "Klíčové aktivity",
  periodsCaption: "Sledovaná období",
  reportsCaption: "Zprávy o realizaci a žádosti o platbu",
  projectPinsCaption: "Milníky a povinnosti projektu",
  groupOf: (count) => `${count} položek na jednom místě`,
  legend: {
    "row-planned": "nezahájeno",
    "row-running": "probíhá",
    "row-at-risk": "ohroženo",
    "row-late": "ve skluzu",
    "row-paused": "pozastaveno",
    "row-done": "dokončeno",
    "pin-milestone": "milník",
    "pin-report": "zpráva o realizaci",
    "pin-payment-request": "žádost o platbu",
    "pin-output": "výstup",
    "pin-publicity": "publicita",
    "pin-task": "úkol",
    "pin-event": "akce",
    "pin-other": "jiná povinnost",
    "pin-done": "splněno",
    "pin-overdue": "po termínu",
    progress: "hotová část",
    baseline: "původní termín",
    slip: "prodloužení proti původnímu termínu",
    "outside-parent": "přesahuje nadřazenou aktivitu",
    continues: "pokračuje mimo zobrazené období",
    group: "více položek na jednom místě",
    today: "dnešek",
  },
};

/** Code, first and last day, per cent done, state, title. */
const ROWS = table(`
  KA1 | 2023-05-01 | 2026-04-30 | 62 | running | Vzdělávání - zvyšování kompetencí pracovníků v sociálních službách
  KA1 a | 2023-05-01 | 2024-12-31 | 100 | done | Zavádění metody "biografická péče" do praxe sociálních služeb v LK
  KA1 b | 2023-09-01 | 2026-03-31 | 55 | running | Podpora vzdělávání sociálních služeb zapojených do procesu reformy péče o duševní zdraví
  KA2 | 2023-06-01 | 2025-12-31 | 70 | running | Prevence duševních onemocnění u dětí a mládeže
  KA3 | 2024-01-01 | 2026-02-28 | 30 | at-risk | Stáže pracovníků sociálních služeb/ členů Krajské koordinační skupiny/ pracovníků obcí (osoby vykonávající sociální práci na obci, plánovačů komunitního plánování)/ členů multidisciplinárních týmů/ pracovníků kraje
  KA4 | 2023-05-01 | 2026-04-30 | 48 | running | Realizace odborných seminářů/ workshopů, webinářů, konferencí/ kulatých stolů/ kampaní pro laickou i odbornou veřejnost
  KA4 a | 2023-09-01 | 2025-02-28 | 40 | late | Vznik audiovizuálních výstupů (spotů/aplikace) pro mládež a seniory
  KA4 b | 2024-03-01 | 2025-10-31 | 35 | running | Realizace kampaní kraje
  KA4 c | 2023-10-01 | 2026-06-30 | 50 | running | Realizace kulatých stolů mezi soc. službami zajišťujícími podporu osobám s duševním onemocněním se složkami IZS či školami
  KA4 d | 2024-01-01 | 2026-03-31 | 44 | running | Edukativní přednášky či kulaté stoly pro poskytovatele, rodiče a pečující osoby, opatrovníky a další osoby spolupracující s cílovými skupinami
  KA5 | 2024-09-01 | 2025-06-30 | 10 | paused | Vzdělávání PEER pracovníků
  KA6 | 2023-05-01 | 2023-07-31 | 100 | done | Vznik pracovní pozice Metodik destigmatizačních aktivit v rámci realizačního týmu při Krajském úřadu Libereckého kraje
  KA7 | 2023-05-01 | 2026-04-30 | 60 | running | Meziresortní koncepční, koordinační role kraje v řízení sítě služeb na zdravotně-sociálně-vzdělávacím pomezí; metodická podpora a návrh pilotního ověření fungování sítě multidisciplinárních týmů pro všechny cílové skupiny
  KA7 a | 2023-05-01 | 2023-08-31 | 100 | done | Vznik pracovní pozice Koordinátora služeb péče o duševní zdraví
  KA7 b | 2023-07-01 | 2024-02-29 | 100 | done | Vznik pracovních pozic odborných garantů pro jednotlivé pracovní podskupiny Krajské koordinační skupiny pro duševní zdraví (tj. podskupiny pro: děti a mladistvé, dospělí SMI, senioři, adiktologičtí klienti)
  KA7 c | 2024-06-01 | 2025-12-31 | 20 | running | Vznik "Krajského plánu péče o duševní zdraví Libereckého kraje"
  KA7 d | 2025-06-01 | 2026-01-31 | 0 | planned | Vznik metodiky GAF
  KA7 e | 2024-01-01 | 2026-04-30 | 25 | running | Vytvoření sítě spolupráce poskytovatelů zdravotních a sociálních služeb, obcí s rozšířenou působností, škol a úřadů práce v celém Libereckém kraji včetně metodického vedení, sdílení dobré praxe a pravidelného vyhodnocování
`);

const BASELINES: Record<string, ChartRow["baseline"]> = {
  KA3: { from: "2023-09-01", to: "2025-12-31" },
  "KA4 a": { from: "2023-09-01", to: "2024-08-31" },
  KA5: { from: "2024-03-01", to: "2024-12-31" },
};

/** Day, kind, row, short label, title; "-" is nothing. */
const PINS = table(`
  2023-11-30 | report | - | ZoR 1 | 1. zpráva o realizaci
  2023-11-30 | payment-request | - | ŽoP 2 | 2. žádost o platbu
  2024-05-31 | report | - | ZoR 2 | 2. zpráva o realizaci
  2024-05-31 | payment-request | - | ŽoP 3 | 3. žádost o platbu
  2024-11-30 | report | - | ZoR 3 | 3. zpráva o realizaci
  2024-11-30 | payment-request | - | ŽoP 4 | 4. žádost o platbu
  2025-05-31 | report | - | ZoR 4 | 4. zpráva o realizaci
  2025-05-31 | payment-request | - | ŽoP 5 | 5. žádost o platbu
  2025-11-30 | report | - | ZoR 5 | 5. zpráva o realizaci
  2025-11-30 | payment-request | - | ŽoP 6 | 6. žádost o platbu
  2026-06-30 | report | - | ZZoR | Závěrečná zpráva o realizaci
  2026-06-30 | payment-request | - | ZŽoP | Závěrečná žádost o platbu
  2023-05-15 | publicity | - | - | Plakát A3 v místě realizace a informace na webu kraje
  2023-06-30 | milestone | - | 1. zasedání | První zasedání Krajské koordinační skupiny pro implementaci reformy
  2024-04-30 | milestone | - | - | Průběžné vyhodnocení projektu pro Radu Libereckého kraje
  2025-02-14 | other | - | Kontrola | Kontrola na místě ze strany řídicího orgánu
  2026-04-30 | milestone | - | Konec | Ukončení realizace projektu
  2023-10-31 | output | KA1 a | Metodika | Metodika zavádění biografické péče do praxe pobytových služeb
  2024-03-15 | milestone | KA1 a | - | Proškoleno prvních 40 pracovníků v sociálních službách
  2024-12-15 | output | KA1 a | Konference | Závěrečná konference k biografické péči
  2024-06-30 | task | KA1 b | Výběr | Výběr dodavatele akreditovaných kurzů
  2025-03-31 | milestone | KA1 b | - | Polovina kurzů dokončena
  2023-12-31 | output | KA2 | Program | Program prevence pro základní školy
  2024-09-01 | milestone | KA2 | - | Zahájení programu v deseti školách Libereckého kraje
  2025-06-30 | milestone | KA2 | - | Vyhodnocení dopadu prevence ve školách
  2024-05-31 | milestone | KA3 | Smlouvy | Smlouvy s hostitelskými zařízeními podepsány
  2025-09-30 | milestone | KA3 | 2. běh | Ukončení druhého běhu stáží
  2024-02-29 | output | KA4 a | Scénář | Scénář spotu pro mládež
  2024-11-30 | output | KA4 a | Spot | Spot pro seniory
  2025-02-15 | output | KA4 a | Aplikace | Mobilní aplikace pro mládež s přehledem služeb první pomoci
  2024-10-10 | publicity | KA4 b | - | Kampaň ke Světovému dni duševního zdraví 2024
  2025-10-10 | publicity | KA4 b | - | Kampaň ke Světovému dni duševního zdraví 2025
  2024-04-18 | event | KA4 c | - | Kulatý stůl se složkami IZS
  2024-11-20 | event | KA4 c | - | Kulatý stůl se školami
  2025-04-24 | event | KA4 c | - | Druhý kulatý stůl se složkami IZS
  2025-03-03 | task | KA4 d | - | Oslovit opatrovníky s nabídkou přednášek
  2024-10-01 | milestone | KA5 | - | Výběrové řízení na PEER pracovníky
  2023-07-31 | milestone | KA6 | Obsazeno | Pozice metodika obsazena
  2025-12-31 | output | KA7 c | Plán schválen | Krajský plán péče o duševní zdraví Libereckého kraje schválen zastupitelstvem
  2026-01-31 | output | KA7 d | - | Metodika GAF
`);

const PERIODS = [
  ["2023-05-01", "2023-10-31"],
  ["2023-11-01", "2024-04-30"],
  ["2024-05-01", "2024-10-31"],
  ["2024-11-01", "2025-04-30"],
  ["2025-05-01", "2025-10-31"],
  ["2025-11-01", "2026-04-30"],
] as const;

const TODAY = "2025-03-10";

/** The whole project on a wide screen; a test says what differs. */
export function mentalHealthChart(differences: Partial<ChartInput> = {}): ChartInput {
  return {
    span: { from: "2023-05-01", to: "2026-06-30" },
    today: TODAY,
    width: 1200,
    medium: "screen",
    rowPins: "labelled",
    heading: null,
    rows: ROWS.map(chartRow),
    pins: PINS.map(chartPin),
    periods: PERIODS.map(([from, to], index) => ({
      span: { from, to },
      label: `${index + 1}. období`,
      shortLabel: `${index + 1}.`,
      description: `${index + 1}. sledované období, ${czech(from)} – ${czech(to)}`,
    })),
    holidays: new Set(),
    groupHref: "#table",
    texts: CHART_TEXTS,
    ...differences,
  };
}

function chartRow([
  code = "",
  from = "",
  to = "",
  percentDone = "",
  state = "",
  title = "",
]: string[]) {
  const dates = `${czech(from)} – ${czech(to)}`;
  return {
    key: code,
    level: code.includes(" ") ? 1 : 0,
    code,
    title,
    note: dates,
    description: `${code} ${title}, ${dates}, hotovo ${percentDone} %`,
    href: `#row-${code.replace(" ", "-")}`,
    dates: { from, to },
    baseline: BASELINES[code] ?? null,
    percentDone: Number(percentDone),
    barLabel: state === "late" ? `${percentDone} % · ve skluzu` : `${percentDone} %`,
    state: state as RowState,
    outsideParent: code === "KA4 c",
  } satisfies ChartRow;
}

function chartPin(
  [date = "", kind = "", row = "", short = "", title = ""]: string[],
  index: number,
) {
  const isReport = kind === "report" || kind === "payment-request";
  const isLate = kind === "publicity" || title.startsWith("3. žádost");
  return {
    date,
    kind: kind as PinKind,
    state: date > TODAY ? "open" : isLate ? "overdue" : "done",
    rowKey: row === "-" ? null : row,
    label: isReport ? short : title,
    shortLabel: short === "-" ? "" : short,
    description: `${title}, ${czech(date)}`,
    href: `#pin-${index}`,
  } satisfies ChartPin;
}

function table(text: string): string[][] {
  const lines = text.trim().split("\n");
  return lines.map((line) => line.split("|").map((cell) => cell.trim()));
}

function czech(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day}. ${month}. ${year}`;
}
