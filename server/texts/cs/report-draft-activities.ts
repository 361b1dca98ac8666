import { capital, counted, past, personsOf } from "./report-draft-words.ts";

/** The five fields of each key activity. */
export const draftedActivities = {
  done: {
    attended: (n: number, women: number) => `${past(n, "Zúčastnil")} se ${personsOf(n, women)}.`,
    heads: (n: number) =>
      `${past(n, "Akcí bez jmenné evidence se zúčastnil")} ${counted("person", n)}.`,
    support: (hours: number, printed: string, electronic: string | null) =>
      `${past(hours, "Poskytnut")} ${past(hours, "byl")} ${counted("hour", hours, printed)} podpory${
        electronic === null ? "." : `, z toho elektronicky ${electronic}.`
      }`,
    persons: (n: number, women: number) => personsOf(n, women),
    hours: (hours: number, printed: string) => `${counted("hour", hours, printed)} podpory`,
    event: (kind: string, title: string) => `${capital(kind)} ${title}`,
    trainees: (n: number) => counted("trainee", n),
    eventsHeading: "Přehled akcí:",
    internships: (n: number) =>
      n === 1 ? "Proběhla 1 stáž:" : `${past(n, "Proběhl")} ${counted("internship", n)}:`,
    entriesHeading: "Další činnosti:",
    percentMoved: (from: string, to: string) => `Plnění aktivity vzrostlo z ${from} na ${to}.`,
    percentFell: (from: string, to: string) => `Plnění aktivity bylo sníženo z ${from} na ${to}.`,
    percentFirst: (to: string) => `Plnění aktivity je ${to}.`,
    percentSame: (at: string) => `Plnění aktivity zůstává na ${at}.`,
    lateSupport: (hours: string) => `Dodatečně vykázaný rozsah podpory: ${hours}.`,
    milestones: (titles: string) => `Splněno: ${titles}.`,
    onDay: (title: string, date: string) => `${title} (${date})`,
    campaign: (kind: "campaign" | "spot", title: string) =>
      `${kind === "spot" ? "Spot" : "Kampaň"} ${title}`,
    reach: (n: number, printed: string) => `zásah ${counted("person", n, printed)}`,
    none: {
      done: "Aktivita je dokončena, v tomto období již neprobíhala.",
      cancelled: "Aktivita byla zrušena.",
      notBegun: (date: string) =>
        `Aktivita v tomto období neprobíhala, podle harmonogramu začíná ${date}.`,
      over: (date: string) =>
        `Aktivita v tomto období neprobíhala, podle harmonogramu skončila ${date}.`,
      running: "V tomto období není k aktivitě zapsána žádná činnost.",
    },
  },
  purpose: {
    goal: (goal: string) => `Činnosti směřovaly k cíli aktivity: ${goal}`,
    methods: (kinds: string) => `Použité formy: ${kinds}.`,
    inPerson: (places: string) => `Akce proběhly prezenčně, místo konání: ${places}.`,
    inPersonOnly: "Akce proběhly prezenčně.",
    online: "Akce proběhly distančně.",
    both: (places: string) => `Akce proběhly prezenčně i distančně, místo konání: ${places}.`,
    bothOnly: "Akce proběhly prezenčně i distančně.",
    accredited: (numbers: string) => `Akreditace vzdělávacího programu: ${numbers}.`,
    aims: (aims: string) => `Obsah akcí: ${aims}`,
    goalAlone: (goal: string) => `Cíl aktivity: ${goal}`,
    internship: "stáž",
    hosts: (n: number, names: string) =>
      `${n === 1 ? "Hostitelské" : "Hostitelská"} zařízení: ${names}.`,
  },
  outputs: {
    heading: "Dokončené výstupy:",
    kinds: {
      document: "dokument",
      methodology: "metodika",
      campaign: "kampaň",
      application: "aplikace",
      position: "pracovní pozice",
      other: "výstup",
    } as Record<string, string>,
    finished: (date: string) => `dokončeno ${date}`,
    approved: (date: string, body: string | null) =>
      body === null ? `schváleno ${date}` : `schváleno ${date} (${body})`,
    published: (date: string, url: string | null) =>
      url === null ? `zveřejněno ${date}` : `zveřejněno ${date} na ${url}`,
    proof: (proof: string) => `doloženo: ${proof}`,
    proofs: (list: string) => `Doloženo: ${list}.`,
    none: "V tomto období nebyl dokončen žádný plánovaný výstup.",
    certificates: (n: number) => counted("certificate", n),
    sheets: (n: number) => `prezenční listiny (${n})`,
    minutes: (n: number) => `zápisy z jednání (${n})`,
    papers: (n: number) => `další doklady (${n})`,
    conclusions: "Závěry jednání:",
  },
  deviations: {
    none: "Aktivita probíhá bez odchylek od harmonogramu.",
    noneOfDone: "Bez odchylek.",
    cancelled: (event: string, date: string) => `Zrušeno: ${event}, ${date}.`,
    internshipCancelled: (title: string) => `Zrušeno: stáž ${title}.`,
    missed: (title: string, due: string) => `Termín ${title} (${due}) nebyl splněn.`,
    expected: (date: string) => `Splnění se předpokládá ${date}.`,
    moved: (title: string, from: string, to: string) =>
      `Termín ${title} byl posunut z ${from} na ${to}.`,
    reason: (reason: string) => `Důvod: ${reason}`,
    late: (title: string, done: string, due: string) =>
      `${title}: splněno ${done}, po termínu ${due}.`,
    shifted: (code: string, to: string) => `Konec ${code} byl změněn na ${to}.`,
    overrun: (date: string) =>
      `Podle harmonogramu měla aktivita skončit ${date}, dosud není dokončena.`,
    risk: (title: string) => `Nastalo riziko: ${title}`,
    remedy: (measure: string) => `Opatření: ${measure}`,
  },
  plan: {
    events: (list: string) => `Dále je plánováno: ${list}.`,
    internships: (n: number) => `Plánované stáže: ${n}.`,
    milestonesHeading: "Nejbližší termíny:",
    tasksHeading: "Navazující kroky:",
    until: (title: string, date: string) => `${title}: do ${date}`,
    overdue: (title: string, date: string) => `${title}: dokončit po termínu ${date}`,
    goesOn: (date: string) => `Aktivita pokračuje do ${date} podle harmonogramu.`,
    begins: (date: string) => `Aktivita začne ${date}.`,
    ended: "Realizace projektu tímto obdobím končí, další činnosti se neplánují.",
    done: "Aktivita je dokončena, další činnosti se neplánují.",
    goesOnUndated: "Aktivita pokračuje podle harmonogramu.",
  },
};
