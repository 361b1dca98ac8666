import { plural } from "../plural.ts";

const thingsOf = (n: number) => plural("cs")(n, { one: "věc", few: "věci", other: "věcí" });

/** People of a project and what they do in it. */
export const team = {
  title: "Lidé a přístupy",
  subtitle: "Kdo má do projektu přístup a v jaké roli, a s kým dalším projekt počítá.",
  workbook: "Stáhnout jako Excel",
  fileName: "lide-a-pristupy",
  sheet: {
    members: "Členové týmu",
    account: "Účet",
    function: "Funkce",
    agreedOn: "Souhlas se zprávami od",
  },
  add: "Přidat člena týmu",
  edit: "Upravit",
  editOne: (name: string) => `Upravit: ${name}`,
  remove: "Odebrat",
  removeOne: (name: string) => `Odebrat: ${name}`,
  save: "Uložit změny",
  columns: {
    name: "Jméno",
    role: "Role v systému",
    position: "Pozice v projektu",
    email: "E-mail",
  },
  deactivated: "účet je zrušen",
  contacts: "Kontakty bez účtu",
  contactsHint: "Lidé, kteří v projektu za něco odpovídají, ale do systému se nepřihlašují.",
  noFunction: "funkce neuvedena",
  agreement: {
    noEmail: "bez e-mailu",
    none: "zprávy mu neposíláme, souhlas není zapsán",
    since: (date: string) => `souhlasí se zasíláním zpráv od ${date}`,
    record: "Zapsat souhlas",
    withdraw: "Odvolat souhlas",
  },
  newTitle: "Nový člen týmu",
  newLead:
    "Vyberte člověka, který už v Osnově účet má, nebo pozvěte nového e-mailem. Pozvánka mu přijde hned.",
  editTitle: (name: string) => `${name}: role v projektu`,
  removeTitle: (name: string) => `Odebrat z týmu: ${name}`,
  removePlain:
    "V projektu za nic otevřeného neodpovídá. Přístup k projektu skončí hned, historie zůstane.",
  removeItems: (n: number) =>
    `V projektu odpovídá za ${n} ${thingsOf(n)}. Předejte je někomu z týmu, přístup pak skončí hned.`,
  handOverTitle: "Co se předá",
  handOverMore: (n: number) => `a další ${n}`,
  submitRemoval: "Odebrat z týmu",
  submitHandOver: "Předat a odebrat z týmu",
  roleHints: {
    manager: "vede projekt, mění vše a zve lidi",
    coordinator: "vede aktivity, milníky, hodnoty indikátorů a deník",
    finance: "zapisuje čerpání, plní milníky, píše do deníku",
    reader: "jen čte",
  },
  fields: {
    handedTo: "Agendu přebírá",
    userId: "Uživatel Osnovy",
    userHint: "Kdo už má účet.",
    choose: "nikdo z nabídky, pozvu nového",
    name: "Jméno a příjmení",
    nameHint: "Vyplňte jen u nového člověka.",
    email: "E-mail",
    role: "Role v projektu",
    position: "Pozice v realizačním týmu",
    positionHint: "Např. odborný garant, metodik destigmatizačních aktivit.",
    heirId: "Kdo je převezme",
    chooseHeir: "vyberte člena týmu",
  },
  fieldValues: {
    role: {
      manager: "projektový manažer",
      coordinator: "koordinátor",
      finance: "finanční manažer",
      reader: "čtenář",
    },
  },
  history: {
    "member.added": "Do týmu přibyl člen",
    "member.edited": "Změněna role člena týmu",
    "member.removed": "Z týmu odebrán člen",
  },
};
