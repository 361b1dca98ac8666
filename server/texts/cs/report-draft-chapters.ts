import { counted, past, personsOf } from "./report-draft-words.ts";

/** Sections of the report beside its activities. */
export const draftedChapters = {
  contact: (beneficiary: string, department: string | null) =>
    department === null
      ? `${beneficiary}, realizační tým projektu`
      : `${beneficiary}, ${department}, realizační tým projektu`,
  progress: {
    period: (number: number, range: string) => `Zpráva č. ${number} popisuje období ${range}.`,
    lastPeriod: (number: number, range: string) =>
      `Závěrečná zpráva č. ${number} popisuje období ${range}.`,
    elapsed: (date: string, time: string) => `Do ${date} uplynulo ${time} doby realizace.`,
    physical: (percent: string) => `Věcné plnění aktivit je ${percent}.`,
    physicalMoved: (from: string, to: string) =>
      `Věcné plnění aktivit vzrostlo z ${from} na ${to}.`,
    people: (n: number, women: number) => `${past(n, "Zapojil")} se ${personsOf(n, women)}.`,
    supportedToDate: (n: number, hours: string) =>
      `${past(n, "Od začátku projektu podporu čerpal")} ${counted("person", n)} v rozsahu ${hours}.`,
    milestones: "Splněné milníky a výstupy:",
    activities: "Práce na klíčových aktivitách:",
    activityMoved: (title: string, from: string, to: string) => `${title}: z ${from} na ${to}`,
    indicators: (met: number, all: number) =>
      `Závazné indikátory s cílovou hodnotou: ${all}, z toho splněné: ${met}.`,
    money: (increment: string, toDate: string, share: string | null) =>
      `Za období bylo vynaloženo ${increment}, od začátku projektu ${toDate}${
        share === null ? "." : `, tj. ${share} rozpočtu.`
      }`,
    team: "Změny v realizačním týmu:",
    positions: {
      filled: (name: string, date: string) => `pozice ${name} obsazena od ${date}`,
      vacated: (name: string, date: string) => `pozice ${name} uvolněna k ${date}`,
      advertised: (name: string, date: string) =>
        `na pozici ${name} vypsáno výběrové řízení ${date}`,
      cancelled: (name: string, date: string) => `pozice ${name} zrušena k ${date}`,
      vacant: (name: string, date: string) => `pozice ${name} neobsazena od ${date}`,
    },
    changes: "Změny projektu:",
    changeKinds: {
      decision: "změna rozhodnutí",
      insubstantial: "nepodstatná změna",
      substantial: "podstatná změna",
    },
    changeStates: {
      draft: "připravuje se",
      announced: "podána",
      approved: "schválena",
      rejected: "zamítnuta",
    },
    change: (number: number, kind: string, title: string, state: string, date: string) =>
      `č. ${number}, ${kind} ${title}: ${state} ${date}`,
    resolutions: "Rozhodnutí orgánů kraje:",
    resolution: (body: string, number: string | null, date: string, title: string) =>
      `${body}${number === null ? "" : `, usnesení č. ${number}`} (${date}): ${title}`,
    wholeProject: "Řízení projektu:",
  },
  problems: {
    status: (date: string, sentence: string) => `${date}: ${sentence}`,
    occurred: (title: string, description: string | null) =>
      description === null ? `Nastalo riziko ${title}.` : `Nastalo riziko ${title}: ${description}`,
    overdue: (list: string) => `Nebyly splněny tyto termíny: ${list}.`,
    vacant: (names: string) => `Neobsazené pozice realizačního týmu: ${names}.`,
    measure: (title: string, measure: string) => `${title}: ${measure}`,
    expected: (title: string, date: string) => `${title}: splnění se předpokládá ${date}`,
  },
  targetGroup: {
    entered: (n: number) =>
      `${past(n, "Do projektu v období nově vstoupil")} ${counted("person", n)}.`,
    noneEntered: "Do projektu v období nikdo nový nevstoupil.",
    supported: (n: number, women: number, hours: string) =>
      `${past(n, "Podporu čerpal")} ${personsOf(n, women)}, v celkovém rozsahu ${hours}.`,
    newly: (n: number) => `Poprvé ji ${past(n, "čerpal")} ${counted("person", n)}.`,
    reached: (n: number) =>
      `${past(n, "Hranice bagatelní podpory v období dosáhl")} ${counted("person", n)}.`,
    exited: (n: number) => `${past(n, "Účast v projektu ukončil")} ${counted("person", n)}.`,
    groups: "Účastníci podle cílových skupin od začátku projektu:",
    group: (label: string, n: number, women: number, entered: number) =>
      `${label}: ${personsOf(n, women)}${entered === 0 ? "" : `, v období nově ${entered}`}`,
    unknownGroup: "Cílová skupina neuvedena",
    heads: (n: number) =>
      `${past(n, "Akcí pro veřejnost bez jmenné evidence se zúčastnil")} ${counted("person", n)}.`,
    late: (hours: string) =>
      `Za předchozí období bylo po odevzdání minulé zprávy doplněno: ${hours}.`,
    lateLess: (hours: string) =>
      `Rozsah podpory za předchozí období byl po odevzdání minulé zprávy snížen o ${hours}.`,
  },
  indicators: {
    increment: (change: string, before: string, now: string) =>
      `V období přibylo ${change}, celkem je dosaženo ${now} (dříve ${before}).`,
    decrease: (change: string, before: string, now: string) =>
      `V období se hodnota snížila o ${change}, celkem je dosaženo ${now} (dříve ${before}).`,
    rose: (before: string, now: string) => `Hodnota v období vzrostla z ${before} na ${now}.`,
    fell: (before: string, now: string) => `Hodnota v období klesla z ${before} na ${now}.`,
    stays: (now: string) => `Hodnota se v období nezměnila, je ${now}.`,
    none: (now: string) => `V období bez přírůstku, celkem je dosaženo ${now}.`,
    first: (now: string) => `Ke konci období je dosaženo ${now}.`,
    unknown: "V období nebyla zaznamenána žádná hodnota.",
    target: (target: string, share: string) => `To je ${share} cílové hodnoty ${target}.`,
    aim: (target: string) => `Cílová hodnota je ${target}.`,
    met: (target: string) => `Cílová hodnota ${target} je splněna.`,
    noTarget: "Cílová hodnota není stanovena.",
    periodTarget: (target: string) => `Pro toto období bylo plánováno ${target}.`,
    late: (change: string) =>
      `Z toho ${change} připadá na předchozí období, zapsáno po odevzdání minulé zprávy.`,
    computed: "Hodnota vychází z evidence účastníků, akcí a výstupů projektu.",
    text: (text: string) => `Stav ke konci období: ${text}`,
  },
  publicity: {
    duties: "Splněné povinnosti publicity:",
    lasting: (list: string) => `Trvá publicita zajištěná dříve: ${list}.`,
    campaigns: "Kampaně a spoty:",
    events: "Akce pro veřejnost:",
    papers: (n: number) =>
      `V dokumentech projektu ${past(n, "přibyl", "m")} k publicitě ${counted("document", n)}.`,
    channels: (channels: string) => `kanály: ${channels}`,
  },
  procurement: {
    heading: "Plnění z uzavřených smluv v období:",
    contract: (number: string, description: string, money: string) =>
      `smlouva č. ${number}, ${description}: ${money}`,
    noted: (description: string, money: string, note: string) =>
      `${description}: ${money} (${note})`,
  },
  income: {
    some: (number: number, money: string) =>
      `V žádosti o platbu č. ${number} jsou za toto období uvedeny příjmy ${money}.`,
    none: (number: number) =>
      `V žádosti o platbu č. ${number} nejsou za toto období uvedeny žádné příjmy.`,
  },
  inspections: {
    kinds: {
      "on-the-spot": "kontrola na místě",
      desk: "administrativní kontrola",
      audit: "audit",
      internal: "interní kontrola",
    },
    control: (days: string, kind: string, body: string, subject: string) =>
      `${days}: ${kind}, ${body}: ${subject}`,
    conclusion: (conclusion: string) => `Závěr: ${conclusion}`,
    finding: (finding: string) => `Zjištění: ${finding}`,
    remedied: (remedy: string | null, date: string) =>
      remedy === null ? `Odstraněno ${date}.` : `Náprava: ${remedy} Odstraněno ${date}.`,
    toRemedy: (remedy: string | null, date: string | null) =>
      [remedy === null ? "" : `Náprava: ${remedy}`, date === null ? "" : `Termín nápravy ${date}.`]
        .filter(Boolean)
        .join(" "),
    earlier: "Trvající zjištění z dřívějších kontrol:",
  },
  declarations: {
    statement:
      "Příjemce prohlašuje, že údaje uvedené ve zprávě odpovídají skutečnosti a jsou doloženy v dokumentaci projektu.",
    basis: (range: string) =>
      `Údaje o akcích, účastnících, indikátorech a výdajích za období ${range} vycházejí z evidence projektu.`,
  },
  annexes: {
    sheets: (n: number) => `Prezenční listiny (${n})`,
    minutes: (n: number) => `Zápisy z jednání (${n})`,
    certificates: (n: number) => `Osvědčení účastníků (${n})`,
    outputs: (title: string) => `Výstup ${title}`,
  },
  /** Where nothing can be drafted: what the writer is asked for. */
  prompts: {
    "horizontal-principles/equal-opportunities":
      "Popište, jak projekt v období zajistil rovný přístup a nediskriminaci.",
    "horizontal-principles/gender-equality":
      "Popište, jak projekt v období přispěl k rovným příležitostem žen a mužů.",
    "problems/problem": "Pokud v období nastal problém, popište ho.",
    "problems/solution": "Popište, jak se problém řeší a jaký má dopad na harmonogram.",
    "procurement/description": "Uveďte veřejné zakázky vyhlášené nebo ukončené v období.",
    "income/description": "Uveďte příjmy projektu za období.",
    "inspections/description": "Uveďte kontroly, které v období proběhly, a jejich závěry.",
  } as Record<string, string>,
};
