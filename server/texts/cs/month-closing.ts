import { plural } from "../plural.ts";

const forms = plural("cs");
const projectsOf = (n: number) =>
  forms(n, { one: "projekt", few: "projekty", many: "projektu", other: "projektů" });
const counted = (one: string, few: string, other: string) => (n: number) =>
  `${n} ${forms(n, { one, few, other })}`;

/** Closing of months: what is missing, the steps, what happened, nudges. */
export const monthClosing = {
  title: "Uzavření měsíce",
  states: {
    running: "Měsíc běží",
    open: "Neuzavřeno",
    closed: "Uzavřeno",
    reopened: "Znovu otevřeno",
  },
  listStates: { open: "neuzavřeno", closed: "uzavřeno", reopened: "znovu otevřeno" },
  closedBy: (who: string, when: string, revision: number) =>
    `Uzavřeno ${when} (${who}), verze ${revision}.`,
  mendedBy: (who: string, when: string, revision: number) =>
    `Opravy zapracovány ${when} (${who}), verze ${revision}.`,
  reopenedBy: (who: string, when: string) => `Znovu otevřeno ${when} (${who}).`,
  canBeMended: "Přehled ještě nebyl rozeslán: překlep opravte v údajích a zapracujte ho.",
  mailed: (when: string) =>
    `Přehled byl rozeslán ${when}. Pozdější opravy ukáže přehled následujícího měsíce.`,
  closable: (day: string) => `Uzavřít lze od ${day}.`,
  close: "Uzavřít měsíc",
  mend: "Zapracovat opravy",
  reopen: "Znovu otevřít",
  system: "systém",
  acts: {
    title: "Průběh",
    names: { closed: "Uzavřeno", mended: "Opravy zapracovány", reopened: "Znovu otevřeno" },
    withRevision: (act: string, revision: number) => `${act}, verze ${revision}`,
  },
  revisions: {
    title: "Verze přehledu",
    one: (revision: number) => `Verze ${revision}`,
    states: { running: "průběžné", reported: "vykázáno neuzavřené", frozen: "uzavřeno" },
    when: (state: string, when: string) => `${state} ${when}`,
    shown: "zobrazena",
    shownNote: (revision: number, when: string) =>
      `Verze ${revision}, stav ${when}. Hodnoty jsou přesně ty, které byly tehdy zaznamenány.`,
    today: "Zpět na dnešní hodnoty",
  },
  missing: {
    title: "Co v měsíci chybí",
    complete: "Nic nechybí, měsíc lze uzavřít.",
    completeRunning: "Zatím nic nechybí.",
    fill: "Doplnit",
    fillOne: (what: string) => `Doplnit: ${what}`,
    kinds: {
      status: () => "stav projektu",
      log: () => "zápis v deníku",
      indicators: counted(
        "indikátor bez hodnoty",
        "indikátory bez hodnoty",
        "indikátorů bez hodnoty",
      ),
      spending: () => "údaj o čerpání",
      events: counted("neuzavřená akce", "neuzavřené akce", "neuzavřených akcí"),
      attendance: counted(
        "termín akce bez docházky",
        "termíny akcí bez docházky",
        "termínů akcí bez docházky",
      ),
      timesheets: counted(
        "neschválený výkaz práce",
        "neschválené výkazy práce",
        "neschválených výkazů práce",
      ),
      expenditures: counted("nerozhodnutý výdaj", "nerozhodnuté výdaje", "nerozhodnutých výdajů"),
      overdue: counted("termín po lhůtě", "termíny po lhůtě", "termínů po lhůtě"),
      documents: counted("chybějící dokument", "chybějící dokumenty", "chybějících dokumentů"),
      risks: counted("riziko k přezkoumání", "rizika k přezkoumání", "rizik k přezkoumání"),
    },
  },
  closing: {
    title: "Uzavření měsíce",
    lead: (month: string) =>
      `Hodnoty za ${month} se zmrazí tak, jak jsou teď. Co se zapíše později, přehled za tento měsíc už nezmění.`,
    leadMissing: "V měsíci ještě chybí:",
    confirm: "Uzavřít i s tím, co chybí",
    submit: "Uzavřít měsíc",
  },
  reopening: {
    title: "Znovuotevření měsíce",
    lead: "Zmrazené hodnoty zůstanou uložené jako dosavadní verze. Po novém uzavření vznikne verze další.",
    leadMailed: "Přehled už byl rozeslán, čtenáři mají dosavadní verzi.",
    reason: "Důvod",
    submit: "Znovu otevřít",
  },
  nudge: {
    one: "Upozornit",
    oneOf: (project: string) => `Upozornit: ${project}`,
    all: "Upozornit všechny neuzavřené",
    today: "upozorněno dnes",
    last: (day: string) => `upozorněno ${day}`,
    team: "Upozornit tým",
    manager: "Upozornit manažera",
  },
  portfolio: {
    title: (month: string) => `Co chybí: ${month}`,
    code: "Uzavření měsíce",
    link: "Co v měsíci chybí",
    summary: "Měsíční přehled",
    standingOpen: (closed: number, all: number) =>
      closed === all
        ? `Všechny projekty (${all}) mají měsíc uzavřený.`
        : `Uzavřeno ${closed} z ${all} ${forms(all, { one: "projektu", few: "projektů", other: "projektů" })}.`,
    standingRunning: (date: string) => `Měsíc běží, stav k ${date}.`,
    standingClosed: (who: string, when: string) => `Měsíc všech projektů uzavřen ${when} (${who}).`,
    mailedClosed: (when: string) => `Přehled rozeslán ${when}.`,
    mailedOpen: (when: string) => `Přehled rozeslán ${when} jako neuzavřený.`,
    willBeMailed: (date: string) => `Přehled se rozešle při uzavření, nejpozději ${date}.`,
    close: "Uzavřít měsíc všech projektů",
    columns: {
      project: "Projekt",
      state: "Měsíc",
      missing: "Co chybí",
      nudge: "Upozornění",
    },
    nothing: "nic nechybí",
    table: "Projekty podle toho, co chybí",
    empty: "V tomto měsíci neběžel žádný projekt.",
    range: (from: number, to: number, n: number) => `${from}–${to} z ${n} ${projectsOf(n)}`,
    count: (n: number) => `${n} ${projectsOf(n)}`,
    closing: {
      title: "Uzavření měsíce všech projektů",
      lead: (month: string) =>
        `Zmrazí se hodnoty za ${month} u všech projektů a vedení dostane měsíční přehled e-mailem.`,
      leadMailed: "Přehled už byl rozeslán jako neuzavřený, znovu se neposílá.",
      leadOpen: (n: number) =>
        `Spolu s tím se uzavře měsíc u ${n} ${forms(n, { one: "projektu, který ho sám neuzavřel", few: "projektů, které ho samy neuzavřely", other: "projektů, které ho samy neuzavřely" })}.`,
      submit: "Uzavřít a rozeslat přehled",
      submitMailed: "Uzavřít měsíc",
    },
  },
  corrections: {
    title: "Opravy dřívějších měsíců",
    hint: "Co se oproti dříve vykázanému přehledu změnilo za měsíce, které už byly uzavřené.",
    increment: (name: string, by: string, month: string) => `${name}: ${by} za ${month}`,
    state: (name: string, from: string, to: string, month: string) =>
      `${name}: ${from} → ${to} za ${month}`,
    spent: "Čerpání",
    physical: "Fyzický pokrok aktivit",
    health: "Stav",
    none: "neuvedeno",
  },
  mail: {
    notClosed: (n: number, all: number) =>
      `Měsíc dosud není uzavřen u ${n} z ${all} ${forms(all, { one: "projektu", few: "projektů", other: "projektů" })}, jejich hodnoty se ještě mohou změnit.`,
    notClosedSubject: (subject: string) => `${subject} (neuzavřeno)`,
    subject: (project: string, month: string) => `Co chybí v projektu ${project} za ${month}`,
    greeting: "Dobrý den,",
    text: (who: string, project: string, month: string) =>
      `${who} prosí o doplnění údajů projektu ${project} za ${month}.`,
    missing: (items: string) => `Chybí: ${items}.`,
    deadline: (date: string) =>
      `Přehled pro vedení odejde nejpozději ${date}; co do té doby nebude zapsáno, v něm nebude.`,
    button: "Otevřít měsíc",
    why: "Zprávu dostáváte jako člen projektového týmu, který měsíc doplňuje. Posíláme ji nejvýše jednou denně.",
  },
  history: {
    "month.closed": "Měsíc uzavřen",
    "month.mended": "Opravy zapracovány do uzavřeného měsíce",
    "month.reopened": "Měsíc znovu otevřen",
    "portfolio-month.closed": "Měsíc všech projektů uzavřen",
  },
  fields: { month: "Měsíc", revision: "Verze", reason: "Důvod" },
};
