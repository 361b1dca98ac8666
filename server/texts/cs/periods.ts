import { plural } from "../plural.ts";

const months = (n: number) => plural("cs")(n, { one: "měsíc", few: "měsíce", other: "měsíců" });
const days = (n: number) => plural("cs")(n, { one: "den", few: "dny", other: "dní" });
const periodsOf = (n: number) => plural("cs")(n, { one: "období", few: "období", other: "období" });

/** Monitoring periods and what is owed for them. */
export const periods = {
  title: "Sledovaná období",
  subtitle: (span: string) => `Doba realizace projektu ${span}.`,
  new: "Přidat období",
  generate: "Vytvořit období podle délky",
  edit: "Upravit",
  delete: "Smazat",
  duties: "Povinnosti z období",
  name: (n: number) => `${n}. období`,
  columns: {
    number: "Období",
    startsOn: "Od",
    endsOn: "Do",
    length: "Délka",
    report: "Zpráva o realizaci",
    "payment-request": "Žádost o platbu",
    actions: "Úpravy",
  },
  length: {
    months: (n: number) => `${n} ${months(n)}`,
    days: (n: number) => `${n} ${days(n)}`,
    both: (m: string, d: string) => `${m} a ${d}`,
  },
  running: "probíhá",
  ended: "skončilo",
  ahead: "čeká",
  final: "závěrečné",
  noDuty: "není zapsána",
  dutyState: { done: (date: string) => `splněno ${date}`, cancelled: "zrušeno" },
  count: (n: number) => `${n} ${periodsOf(n)}`,
  left: (span: string) => `Bez období zůstává ${span}.`,
  beyondProject: "Období přesahují dobu realizace projektu. Upravte je.",
  outdated: (n: number) =>
    n === 1
      ? "Jeden termín už neodpovídá pravidlu programu."
      : `Termíny, které už neodpovídají pravidlu programu: ${n}.`,
  showOutdated: "Zkontrolovat termíny",
  empty: "Projekt zatím nemá sledovaná období.",
  emptyDetail: "Nejrychlejší je vytvořit je najednou podle délky; poslední může být kratší.",
  duty: {
    title: {
      interim: {
        report: (number: string) => `Zpráva o realizaci č. ${number}`,
        "payment-request": (number: string) => `Žádost o platbu č. ${number}`,
      },
      final: {
        report: (number: string) => `Závěrečná zpráva o realizaci č. ${number}`,
        "payment-request": (number: string) => `Závěrečná žádost o platbu č. ${number}`,
      },
    },
    kinds: { report: "zpráva o realizaci", "payment-request": "žádost o platbu" },
  },
  movedByRule: "Termín přepočten podle pravidla programu.",
  cancelledWithPeriod: "Sledované období bylo zrušeno.",
  rules: {
    title: "Z čeho se termíny počítají",
    kinds: {
      "interim-report-offset": "Průběžná zpráva",
      "final-report-offset": "Závěrečná zpráva",
    },
    offset: {
      "same-day": (n: number) => `${n} ${months(n)} po konci období, ve stejný den v měsíci`,
      "month-end": (n: number) =>
        `${n} ${months(n)} po konci období; po posledním dni měsíce poslední den měsíce`,
    },
    unconfirmed: "Neověřeno: zkontrolujte v rozhodnutí o poskytnutí dotace.",
    own: (reason: string) => `Vlastní pravidlo projektu: ${reason}`,
    source: (source: string) => `Zdroj: ${source}`,
    missing: (kind: string) =>
      `${kind}: program nemá v pravidlech lhůtu. Termín zapište ručně podle rozhodnutí o poskytnutí dotace.`,
    weekend:
      "Když termín padne na víkend nebo svátek, ukazuje se i nejbližší pracovní den. Upozornění se řídí dřívějším výkladem.",
  },
  form: {
    newTitle: "Přidat období",
    editTitle: (n: number) => `Upravit ${n}. období`,
    startsOn: "Od",
    endsOn: "Do",
    followsHint: "Navazuje na předchozí období.",
    neighboursHint: "Sousední období se přizpůsobí, aby nevznikla mezera.",
    create: "Přidat období",
    preview: "Zobrazit, co z toho plyne",
    save: "Uložit změny",
  },
  generation: {
    title: "Vytvořit období podle délky",
    text: (span: string) => `Období vyplní ${span}, poslední bude případně kratší.`,
    nothingLeft: "Období už vyplňují celou dobu realizace.",
    months: "Délka období",
    monthsSuffix: "měsíců",
    preview: "Zobrazit návrh",
    previewTitle: "Návrh období",
    duties: "Které povinnosti zapsat mezi milníky",
    dutiesHint: "Termíny pak lze jednotlivě posunout s důvodem.",
    dueOption: (title: string, date: string) => `${title}: ${date}`,
    shifted: (date: string) => `pracovní den ${date}`,
    remind: (date: string) => `upozorňovat k ${date}`,
    dayOf: (title: string) => `Termín: ${title}`,
    submit: "Vytvořit období",
    back: "Změnit délku",
  },
  changing: {
    title: "Co ze změny plyne",
    periods: "Období",
    before: "Dosud",
    after: "Nově",
    duties: "Přepočítat termíny podle pravidla",
    dutiesHint: "Ručně určené a splněné termíny se nemění.",
    option: (title: string, from: string, to: string) => `${title}: ${from} → ${to}`,
    submit: "Uložit změny",
    back: "Změnit zadání",
  },
  dutiesPage: {
    title: "Povinnosti z období",
    text: "Zprávy o realizaci a žádosti o platbu se zapisují mezi milníky, kde mají termín, odpovědnou osobu a upozornění.",
    missing: "Zapsat mezi milníky",
    outdated: "Přepočítat podle pravidla",
    outdatedHint:
      "Změnilo se období, konec projektu nebo pravidlo. Ručně určené termíny se nemění.",
    nothing: "Všechny povinnosti z období jsou zapsané a odpovídají pravidlům.",
    submit: "Uložit vybrané",
  },
  deletion: {
    title: (n: number) => `Smazat ${n}. období`,
    text: "Otevřené povinnosti odvozené z období se zruší; ostatní milníky zůstanou.",
    submit: "Smazat období",
  },
  history: {
    "period.created": "Období přidáno",
    "period.edited": "Období změněno",
    "period.deleted": "Období smazáno",
  },
};
