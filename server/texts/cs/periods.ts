import { plural } from "../plural.ts";

const months = (n: number) => plural("cs")(n, { one: "měsíc", few: "měsíce", other: "měsíců" });
const days = (n: number) => plural("cs")(n, { one: "den", few: "dny", other: "dní" });
const periodsOf = (n: number) => plural("cs")(n, { one: "období", few: "období", other: "období" });

/** Monitoring periods and what is owed for them. */
export const periods = {
  title: "Sledovaná období",
  subtitle: (span: string) => `Doba realizace projektu ${span}.`,
  workbook: "Stáhnout jako Excel",
  fileName: "sledovana-obdobi",
  sheet: {
    reportDueOn: "Termín zprávy",
    reportDoneOn: "Zpráva splněna",
    requestDueOn: "Termín žádosti o platbu",
    requestDoneOn: "Žádost splněna",
  },
  new: "Přidat období",
  generate: "Vytvořit období podle délky",
  edit: "Upravit",
  delete: "Smazat",
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
  cancelledWithPeriod: "Sledované období bylo zrušeno.",
  rules: {
    title: "Z čeho se termíny počítají",
    own: (reason: string) => `Vlastní pravidlo projektu: ${reason}`,
    missing: (kind: string) =>
      `${kind}: program nemá v pravidlech lhůtu. Termín zapište ručně podle rozhodnutí o poskytnutí dotace.`,
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
    submit: "Vytvořit období",
    back: "Změnit délku",
  },
  changing: {
    title: "Co ze změny plyne",
    periods: "Období",
    before: "Dosud",
    after: "Nově",
    submit: "Uložit změny",
    back: "Změnit zadání",
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
