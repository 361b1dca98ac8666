import { plural } from "../plural.ts";

const certificatesOf = (n: number) =>
  plural("cs")(n, { one: "osvědčení", few: "osvědčení", many: "osvědčení", other: "osvědčení" });
const hoursOf = (n: number) =>
  plural("cs")(n, { one: "hodina", few: "hodiny", many: "hodiny", other: "hodin" });

/** Certificates of those who attended enough of an event. */
export const certificates = {
  title: "Osvědčení",
  tab: "Osvědčení",
  lead: (total: string) => `Celý rozsah akce: ${total}.`,
  threshold: {
    title: "Kdo má nárok",
    basis: "Podle čeho",
    bases: { share: "podíl akce", hours: "hodiny" },
    least: "Nejméně (% nebo h)",
    needed: (hours: string) => `Osvědčení dostane, kdo se zúčastnil alespoň ${hours}.`,
    noTime: "Akce nemá žádný započitatelný čas. Doplňte rozsah podpory u jejích dnů.",
  },
  columns: {
    choose: "Vydat",
    name: "Účastník",
    attended: "Účast",
    state: "Osvědčení",
    file: "Soubor",
  },
  chooseOne: (name: string) => `Vydat: ${name}`,
  share: (hours: string, percent: string) => `${hours}, ${percent}`,
  /** In the list, of each person. */
  states: {
    issued: (number: string, date: string) => `č.\u00a0${number} z\u00a0${date}`,
    entitled: "má nárok",
    below: "nedosáhl(a) hranice",
    absent: "nezúčastnil(a) se",
    anonymised: "osobní údaje smazány",
  },
  replaces: (number: string, reason: string) => `nahrazuje č.\u00a0${number}: ${reason}`,
  otherHours: (hours: string) => `osvědčuje ${hours}, docházka se od té doby změnila`,
  waitsForDrawing: "soubor se nevytvořil",
  removed: "soubor byl smazán",
  download: "Stáhnout PDF",
  downloadOne: (number: string) => `Stáhnout PDF osvědčení č. ${number}`,
  reissue: "Vydat znovu",
  reissueOne: (number: string) => `Vydat znovu osvědčení č. ${number}`,
  downloadAll: "Stáhnout vše v jednom PDF",
  draw: "Vytvořit chybějící soubory",
  drawText: (n: number) => `${n} ${certificatesOf(n)} má číslo, ale ještě ne soubor.`,
  summary: (issued: number, entitled: number, all: number) =>
    `Vydáno ${issued}, nárok bez osvědčení má ${entitled} z ${all}.`,
  place: "Místo vydání",
  placeHint: "Tak, jak se vytiskne před datum, např. „V Hradci Králové“.",
  signatory: "Kdo podepisuje",
  signatoryHint: "Jméno a funkce pod podpisovou čáru; jinak název příjemce.",
  submit: "Vydat vybraným",
  notClosed: "Osvědčení se vydávají až po uzavření akce, kdy je docházka konečná.",
  toAttendance: "Otevřít docházku",
  empty: "Na akci není nikdo zapsán.",
  confidential: "Osvědčení důvěrné akce vidí a vydává jen ten, kdo ji má na starosti.",
  reissuing: {
    title: (number: string) => `Vydat znovu osvědčení č. ${number}`,
    text: "Vznikne nové osvědčení s dalším číslem řady a s údaji, jak platí dnes. Dosavadní zůstane uložené a označené jako nahrazené.",
    hours: (hours: string) => `Nové osvědčení potvrdí účast ${hours}.`,
    reason: "Důvod",
    reasonHint: "Např. oprava příjmení, ztráta.",
    submit: "Vydat nové osvědčení",
  },
  file: (number: string) => `osvedceni-${number}`,
  allFile: "osvedceni",
  /** What is printed on the certificate itself. */
  paper: {
    heading: "OSVĚDČENÍ",
    number: (number: string) => `číslo ${number}`,
    lead: "o absolvování vzdělávací akce",
    born: (date: string) => `datum narození ${date}`,
    attended: "se zúčastnil(a) akce",
    goal: (goal: string) => `Cíl: ${goal}`,
    when: "Termín",
    extent: "Rozsah účasti",
    hours: (hours: string, n: number) => `${hours} ${hoursOf(n)}`,
    teachingHours: (hours: string) => `${hours} vyučovacích hodin po 45 minutách`,
    place: "Místo konání",
    accreditation: "Číslo akreditace",
    lecturers: "Lektoři",
    beneficiary: "Příjemce",
    project: (title: string, number: string | null, programme: string) =>
      `Akce se uskutečnila v rámci projektu „${title}“${number === null ? "" : `, registrační číslo ${number}`}, program ${programme}.`,
    placeAndDay: (place: string, day: string) => `${place} dne ${day}`,
    day: (day: string) => `Dne ${day}`,
    signature: "podpis",
  },
  /** Where people without an account take theirs over. */
  link: {
    title: "Vaše osvědčení",
    text: (event: string, number: string) => `Akce „${event}“, osvědčení č.\u00a0${number}.`,
    until: (date: string) => `Odkaz platí do ${date}.`,
    download: "Stáhnout osvědčení (PDF)",
    privacy:
      "Odkaz je určen jen vám. Stažení zaznamenáváme, protože osvědčení obsahuje osobní údaje.",
    dead: {
      unknown: {
        title: "Odkaz není platný",
        sentences: ["Zkontrolujte, zda jste z e-mailu zkopírovali celou adresu."],
      },
      expired: {
        title: "Platnost odkazu skončila",
        sentences: [
          "O nový odkaz požádejte pořadatele akce. Kontakt najdete v e-mailu, ve kterém odkaz přišel.",
        ],
      },
      lost: {
        title: "Osvědčení teď nelze stáhnout",
        sentences: [
          "Vaše osvědčení platí, jeho soubor ale v úložišti chybí. Administrátor o tom ví.",
          "Zkuste to později, nebo požádejte pořadatele akce, aby osvědčení vydal znovu. Kontakt najdete v e-mailu, ve kterém odkaz přišel.",
        ],
      },
      replaced: {
        title: "Toto osvědčení už neplatí",
        sentences: [
          "Bylo nahrazeno jiným, nebo smazáno. Obraťte se na pořadatele akce, kontakt najdete v e-mailu.",
        ],
      },
    },
  },
  history: {
    "certificates.issued": "Osvědčení vydána",
    "certificate.reissued": "Osvědčení vydáno znovu",
  } as Record<string, string>,
  fields: {
    certificateCount: "Počet osvědčení",
    certificateNumber: "Číslo",
  } as Record<string, string>,
};
