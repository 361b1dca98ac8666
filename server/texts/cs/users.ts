import { plural } from "../plural.ts";

const countedUsers = (n: number) =>
  plural("cs")(n, { one: "uživatel", few: "uživatelé", other: "uživatelů" });
const countedProjects = (n: number) =>
  plural("cs")(n, { one: "projekt", few: "projekty", other: "projektů" });
const countedThings = (n: number) =>
  plural("cs")(n, { one: "otevřená věc", few: "otevřené věci", other: "otevřených věcí" });

/** People with an account, their rights, and what happens when one of them leaves. */
export const users = {
  title: "Uživatelé",
  invite: "Pozvat uživatele",
  states: { active: "Aktivní", invited: "Pozván", deactivated: "Bez přístupu" },
  flags: {
    isAdministrator: "Administrátor",
    isManagement: "Vedení",
    isFounder: "Zakladatel projektů",
    isAuditor: "Auditor",
  },
  flagHints: {
    isAdministrator:
      "Spravuje uživatele, pravidla a poštu, vidí všechny projekty bez osobních údajů.",
    isManagement: "Čte všechny projekty a měsíční přehledy.",
    isFounder: "Zakládá projekty a stává se jejich manažerem.",
    isAuditor: "Čte projekty a záznam činností; rozsah lze omezit níže.",
  },
  list: {
    search: "Jméno nebo e-mail",
    role: "Role",
    state: "Stav",
    any: "Všechny",
    current: "S přístupem",
    columns: {
      name: "Jméno",
      email: "E-mail",
      roles: "Role",
      projects: "Projekty",
      seen: "Naposledy",
      state: "Stav",
    },
    summary: (n: number) => `${n} ${countedUsers(n)}`,
    noRoles: "jen v projektech",
    neverSeen: "zatím ne",
    nothing: "Tomuto výběru neodpovídá žádný uživatel.",
    export: "Stáhnout jako Excel",
    sheet: "Uživatelé",
  },
  form: {
    newTitle: "Pozvat uživatele",
    editTitle: "Upravit uživatele",
    name: "Jméno a příjmení",
    email: "E-mail",
    emailHint: "Slouží k přihlášení a chodí na něj upozornění.",
    language: "Jazyk pozvánky a prostředí",
    roles: "Role v celém systému",
    rolesHint: "Role v projektech se nastavují v realizačním týmu každého projektu.",
    audit: "Rozsah auditu",
    auditHint:
      "Platí jen pro roli auditor. Bez omezení vidí auditor všechny projekty po celou dobu.",
    auditsFromOn: "Od",
    auditsUntilOn: "Do",
    auditorProjectIds: "Jen tyto projekty",
    invite: "Poslat pozvánku",
    save: "Uložit",
  },
  page: {
    edit: "Upravit",
    resend: "Poslat pozvánku znovu",
    signOut: "Odhlásit ze všech zařízení",
    deactivate: "Ukončit přístup…",
    reactivate: "Obnovit přístup",
    facts: "Účet",
    rolesFact: "Role v celém systému",
    language: "Jazyk",
    languages: { cs: "Čeština", en: "Angličtina" },
    created: "Účet založen",
    seen: "Naposledy v systému",
    deactivated: "Přístup ukončen",
    auditSpan: "Audit v době",
    auditProjects: "Audit projektů",
    allProjects: "všechny",
    unlimited: "bez omezení",
    since: (on: string) => `od ${on}`,
    until: (on: string) => `do ${on}`,
    none: "žádná",
    projects: "Projekty",
    noProjects: "Není členem žádného projektu.",
    history: "Historie účtu",
    noHistory: "Zatím bez záznamu.",
    events: "Co uživatel dělal",
  },
  handover: {
    title: (name: string) => `Ukončit přístup: ${name}`,
    crumb: "Ukončit přístup",
    nothing:
      "Neodpovídá za žádnou otevřenou věc. Po ukončení se už nepřihlásí a bude hned odhlášen ze všech zařízení.",
    summary: (n: number) =>
      `Zbývá předat: ${n} ${countedThings(n)}. Bez předání přístup ukončit nelze. Jméno v historii zůstane.`,
    everything: "Vše převezme",
    everythingHint:
      "Kdo v projektu ještě není, stane se jeho členem v roli odcházejícího. U řádků níže můžete vybrat někoho jiného.",
    choose: "Vyberte osobu",
    same: "stejná osoba jako výše",
    columns: { thing: "Co", project: "Projekt", due: "Termín", to: "Převezme" },
    kinds: {
      project: "Vedení projektu",
      milestone: "Milník",
      activity: "Aktivita",
      indicator: "Indikátor",
    },
    to: (what: string) => `Převezme: ${what}`,
    submit: "Předat a ukončit přístup",
    submitPlain: "Ukončit přístup",
  },
  count: (n: number) => `${n} ${countedProjects(n)}`,
  history: {
    "user.invited": "Pozvánka odeslána",
    "user.edited": "Účet upraven",
    "user.deactivated": "Přístup ukončen",
    "user.reactivated": "Přístup obnoven",
    "user.signed-out": "Odhlášen administrátorem",
    "user.made-administrator": "Jmenován administrátorem příkazem na serveru",
    "project.handed-over": "Vedení projektu předáno",
    "milestone.handed-over": "Milník předán",
    "activity.handed-over": "Aktivita předána",
    "indicator.handed-over": "Indikátor předán",
  } as Record<string, string>,
  fields: {
    name: "Jméno",
    isAdministrator: "Administrátor",
    isManagement: "Vedení",
    isFounder: "Zakladatel projektů",
    isAuditor: "Auditor",
    auditsFromOn: "Audit od",
    auditsUntilOn: "Audit do",
    auditorProjectIds: "Projekty auditora (č.)",
  } as Record<string, string>,
};
