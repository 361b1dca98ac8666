import { plural } from "../plural.ts";

const characters = (n: number) => plural("cs")(n, { one: "znak", few: "znaky", other: "znaků" });

/** One's own account: password by a link, profile, sessions, and the mails about it. */
export const accounts = {
  resetRequest: {
    title: "Zapomenuté heslo",
    intro: "Napište svůj e-mail. Pošleme vám odkaz, kterým si nastavíte nové heslo.",
    submit: "Poslat odkaz",
    back: "Zpět na přihlášení",
  },
  newPassword: {
    titles: { invitation: "Vítejte v Osnově", reset: "Nové heslo" },
    intro: (name: string, email: string) => `${name}, nastavte si heslo k účtu ${email}.`,
    password: "Nové heslo",
    passwordAgain: "Nové heslo znovu",
    hint: (n: number) =>
      `Alespoň ${n} ${characters(n)}. Dobře funguje věta z několika slov, i s mezerami.`,
    submit: "Nastavit heslo",
  },
  deadLink: {
    title: "Odkaz už neplatí",
    sentence: "Odkaz byl použit, vypršel, nebo není celý.",
    advice:
      "Nechte si poslat nový. Pozvánku obnoví administrátor, odkaz pro nové heslo si pošlete sami.",
    reset: "Poslat odkaz pro nové heslo",
  },
  profile: {
    title: "Profil a nastavení",
    tabs: {
      profile: "Profil",
      notifications: "Upozornění",
      calendar: "Kalendář",
      deputy: "Zástup",
    },
    name: "Jméno a příjmení",
    language: "Jazyk",
    theme: "Vzhled",
    themes: { auto: "Podle systému", light: "Světlý", dark: "Tmavý" },
    hasShortcuts: "Klávesové zkratky",
    shortcutsHint:
      "Seznam zkratek otevřete klávesou ?. S odečítačem obrazovky je lepší je vypnout.",
    submit: "Uložit nastavení",
    password: "Heslo",
    passwordHint: "Po změně hesla se odhlásí všechna ostatní zařízení.",
    changePassword: "Změnit heslo",
    currentPassword: "Současné heslo",
    sessions: "Přihlášená zařízení",
    thisSession: "toto zařízení",
    unknownDevice: "Neznámé zařízení",
    sessionNote: (since: string, lastSeen: string, address: string) =>
      `Přihlášeno ${since}, naposledy ${lastSeen}${address === "" ? "" : `, adresa ${address}`}`,
    closeSession: "Odhlásit",
    closeOthers: "Odhlásit všechna ostatní",
  },
  mails: {
    greeting: (_name: string) => "Dobrý den,",
    invitation: {
      subject: "Pozvánka do Osnovy",
      text: (inviter: string | null) =>
        inviter === null
          ? "máte nový účet v Osnově, systému pro řízení projektů kraje."
          : `${inviter} vám založil(a) účet v Osnově, systému pro řízení projektů kraje.`,
      next: "Nastavte si heslo a přihlaste se:",
      button: "Nastavit heslo",
      note: (until: string) => `Odkaz platí do ${until} a lze ho použít jednou.`,
      why: "Tento e-mail dostáváte, protože vám administrátor založil účet.",
    },
    reset: {
      subject: "Nové heslo do Osnovy",
      text: "někdo, pravděpodobně vy, požádal o nové heslo k vašemu účtu v Osnově.",
      next: "Nové heslo si nastavíte zde:",
      button: "Nastavit nové heslo",
      note: (until: string) =>
        `Odkaz platí do ${until} a lze ho použít jednou. Pokud jste o heslo nežádali, nic nedělejte: dosavadní heslo platí dál.`,
      why: "Tento e-mail dostáváte, protože někdo zadal vaši adresu do formuláře Zapomenuté heslo.",
    },
    changed: {
      subject: "Heslo do Osnovy bylo změněno",
      text: "heslo k vašemu účtu v Osnově bylo právě změněno a ostatní zařízení byla odhlášena.",
      next: "Pokud jste to nebyli vy, nastavte si hned nové heslo a dejte vědět administrátorovi.",
      button: "Nastavit nové heslo",
      why: "O každé změně hesla posíláme zprávu, aby si cizího zásahu majitel účtu všiml.",
    },
  },
  history: {
    "session.opened": "Přihlášení",
    "session.refused": "Odmítnuté přihlášení",
    "session.closed": "Odhlášení",
    "sessions.closed": "Odhlášení ostatních zařízení",
    "password.reset-requested": "Žádost o nové heslo",
    "password.set": "Heslo nastaveno odkazem",
    "password.changed": "Heslo změněno",
    "profile.edited": "Profil upraven",
    "access.denied": "Odepřený přístup",
  } as Record<string, string>,
  fields: {
    name: "Jméno",
    theme: "Vzhled",
    hasShortcuts: "Klávesové zkratky",
    digestsEnabled: "Denní přehled e-mailem",
    digestAt: "Čas denního přehledu",
    address: "Adresa stránky",
  } as Record<string, string>,
  fieldValues: {
    theme: { auto: "podle systému", light: "světlý", dark: "tmavý" },
    language: { cs: "čeština", en: "angličtina" },
  } as Record<string, Record<string, string>>,
};
