import { plural } from "../plural.ts";

const messagesOf = (n: number) =>
  plural("cs")(n, { one: "zpráva", few: "zprávy", many: "zprávy", other: "zpráv" });

const peopleOf = (n: number) =>
  plural("cs")(n, { one: "člověku", few: "lidem", many: "lidem", other: "lidem" });

/** Mails to the people of an event, and the pages on which they are chosen and watched. */
export const eventMessages = {
  title: "Zprávy",
  new: "Napsat účastníkům",
  automatic: {
    title: "Co systém posílá sám",
    isOn: "Pozvánka při přihlášení, změny a zrušení termínu s přílohou do kalendáře, připomínka 3 dny a 1 den předem, po uzavření poděkování s odkazem na osvědčení (jen do 30 dnů po akci). Hosté (lektoři, členové orgánu a přizvaní) dostanou pozvánku, až akci potvrdíte. Zpráva odejde 10 minut po uložení, dokud ji lze vzít zpět.",
    isOnVeiled:
      "Kdo dostal pozvánku dřív, než se akce stala důvěrnou, dozví se o změně, zrušení a odhlášení: že akce je a kdy, bez názvu, místa a obsahu. Nikdo jiný nedostane nic.",
    isOff: "Nic. Účastníkům i hostům píšete jen sami, tlačítkem Napsat účastníkům.",
    guests: (names: string) => `Hosté: ${names}.`,
    notInvited: (name: string) => `${name} (zatím bez pozvánky)`,
    projectArchived: "Nic: projekt je archivovaný.",
    turnOn: "Zapnout automatické zprávy",
    turnOff: "Vypnout automatické zprávy",
  },
  outlook: {
    title: "Co odejde",
    empty: "Zatím nic.",
    people: (n: number) => `${n} ${peopleOf(n)}`,
    reminder: (of: string, days: number): string =>
      days === 1 ? `Připomínka den před ${of}` : `Připomínka ${days} dny před ${of}`,
    thanks: "Poděkování s osvědčením",
    attended: "kdo přijdou",
    afterClosing: "ráno po uzavření akce",
    certificates: "Osvědčení je připravené",
    certified: "kdo je dostanou",
    tooLateToThank: (days: number): string =>
      `po vydání osvědčení. Poděkování samo neodejde: akce skončila před víc než ${days} dny. Můžete je poslat ručně.`,
    now: "co nejdříve",
    preview: "Příjemci a znění",
  },
  failed: (n: number) =>
    `${n} ${messagesOf(n)} se nepodařilo odeslat. Opravte adresu a pošlete znovu, nebo dejte vědět jinak.`,
  resend: "Poslat znovu",
  resendOne: (what: string, to: string) => `Poslat znovu: ${what}, ${to}`,
  confidential:
    "Účastníkům důvěrné akce systém nepíše: zpráva by prozradila její název i to, kdo na ni chodí. Domluvte se s nimi osobně.",
  nothingNow: {
    held: "Akce už proběhla. Další zprávu lze poslat po jejím uzavření.",
    other: "V tomto stavu akce není co účastníkům poslat.",
  },
  empty: "Účastníkům této akce zatím nic neodešlo.",
  columns: { recipient: "Příjemce", message: "Zpráva", state: "Stav", when: "Kdy" },
  anonymised: "osobní údaje smazány",
  count: (n: number) => `${n} ${messagesOf(n)}`,
  range: (from: number, to: number, n: number) => `${from}–${to} z ${n} ${messagesOf(n)}`,
  picker: {
    title: "Napsat účastníkům",
    kind: "Zpráva",
    audience: "Komu",
    choose: "Vybrat",
    chooseOne: (name: string) => `Poslat: ${name}`,
    name: "Jméno",
    state: "Stav",
    email: "E-mail",
    noEmail: "bez e-mailu",
    recipients: "Příjemci",
    nobody: "V tomto výběru nikdo není.",
    withoutEmail: (n: number) => `Bez e-mailu: ${n}. Těm dejte vědět jinak.`,
    preview: "Znění zprávy",
    onceADay: "Stejná zpráva odejde jednomu člověku nejvýše jednou denně.",
    submit: "Odeslat vybraným",
  },
  kinds: {
    invitation: "Pozvánka",
    reminder: "Připomínka",
    change: "Změna akce",
    "session-cancelled": "Zrušení jednoho dne",
    cancelled: "Zrušení akce",
    withdrawn: "Odhlášení",
    waitlisted: "Přesun mezi náhradníky",
    "certificate-ready": "Osvědčení je připravené",
    thanks: "Poděkování",
  },
  audiences: {
    all: "všichni",
    invited: "pozvaní",
    registered: "přihlášení",
    waiting: "náhradníci",
    declined: "kdo odmítli",
    withdrawn: "odhlášení",
    attended: "kdo se zúčastnili",
    absent: "kdo chyběli",
    certified: "kdo mají osvědčení",
  },
  mail: {
    greeting: "Dobrý den,",
    invitation: {
      subject: (title: string) => `Pozvánka: ${title}`,
      text: (title: string, when: string | null) =>
        `zveme vás na akci „${title}“${when === null ? "" : `, termín ${when}`}. Dejte nám prosím vědět, zda přijdete.`,
    },
    /** The same to whoever has a place, waits for one, or comes as a guest. */
    invitationAs: {
      registered: (title: string, when: string | null) =>
        `jste přihlášeni na akci „${title}“${when === null ? "" : `, termín ${when}`}. Nemůžete-li přijít, napište nám.`,
      waiting: (title: string, when: string | null) =>
        `akce „${title}“${when === null ? "" : `, termín ${when},`} je plně obsazená. Jste mezi náhradníky: jakmile se místo uvolní, dáme vám vědět.`,
      guest: (title: string, when: string | null) =>
        `zveme vás na akci „${title}“${when === null ? "" : `, termín ${when}`}. Nemůžete-li přijít, napište nám.`,
    },
    reminder: {
      subject: (title: string) => `Připomínáme: ${title}`,
      text: (title: string, when: string | null) =>
        `připomínáme akci „${title}“${when === null ? "" : `, termín ${when}`}, na kterou jste přihlášeni. Nemůžete-li přijít, napište nám: místo dostane náhradník.`,
    },
    reminderGuest: (title: string, when: string | null) =>
      `připomínáme akci „${title}“${when === null ? "" : `, termín ${when}`}, na kterou jste zváni. Nemůžete-li přijít, napište nám.`,
    change: {
      subject: (title: string) => `Změna: ${title}`,
      text: (title: string, when: string | null) =>
        `u akce „${title}“ se změnily údaje. Nově platí${when === null ? "" : ` termín ${when}`}:`,
    },
    "session-cancelled": {
      subject: (title: string) => `Zrušený termín: ${title}`,
      text: (title: string, when: string | null) =>
        `jeden z termínů akce „${title}“ se nekoná${when === null ? "" : `: ${when}`}. Ostatní termíny platí.`,
    },
    cancelled: {
      subject: (title: string) => `Akce se nekoná: ${title}`,
      text: (title: string, when: string | null) =>
        `akce „${title}“${when === null ? "" : `, plánovaná na ${when},`} se nekoná. Omlouváme se.`,
    },
    withdrawn: {
      subject: (title: string) => `Odhlášení: ${title}`,
      text: (title: string, when: string | null) =>
        `na akci „${title}“${when === null ? "" : `, termín ${when},`} s vámi už nepočítáme. Pokud jde o omyl, napište nám.`,
    },
    waitlisted: {
      subject: (title: string) => `Jste mezi náhradníky: ${title}`,
      text: (title: string, when: string | null) =>
        `na akci „${title}“${when === null ? "" : `, termín ${when},`} teď pro vás nemáme místo: přesunuli jsme vás mezi náhradníky. Jakmile se místo uvolní, dáme vám vědět. Pokud jde o omyl, napište nám.`,
    },
    /** Of an event that became confidential after people had been invited to it. */
    veiled: {
      title: "Akce",
      kinds: {
        change: {
          subject: "Změna akce, na kterou jste zváni",
          text: (when: string | null) =>
            `u akce, na kterou jste zváni, se změnily údaje. Nově platí${when === null ? "" : ` termín ${when}`}:`,
        },
        "session-cancelled": {
          subject: "Zrušený termín akce, na kterou jste zváni",
          text: (when: string | null) =>
            `jeden z termínů akce, na kterou jste zváni, se nekoná${when === null ? "" : `: ${when}`}. Ostatní termíny platí.`,
        },
        cancelled: {
          subject: "Akce, na kterou jste zváni, se nekoná",
          text: (when: string | null) =>
            `akce, na kterou jste zváni${when === null ? "" : `, plánovaná na ${when}`}, se nekoná. Omlouváme se.`,
        },
        withdrawn: {
          subject: "Odhlášení z akce",
          text: (when: string | null) =>
            `na akci, na kterou jste byli zváni${when === null ? "" : `, termín ${when}`}, s vámi už nepočítáme. Pokud jde o omyl, napište nám.`,
        },
        waitlisted: {
          subject: "Jste mezi náhradníky",
          text: (when: string | null) =>
            `na akci, na kterou jste byli zváni${when === null ? "" : `, termín ${when},`} teď pro vás nemáme místo: přesunuli jsme vás mezi náhradníky. Uvolní-li se, domluvíme se s vámi osobně.`,
        },
      },
      askForRest: "Místo a další podrobnosti vám sdělíme osobně.",
    },
    "certificate-ready": {
      subject: (title: string) => `Osvědčení je připravené: ${title}`,
      text: (title: string, when: string | null) =>
        `vaše osvědčení o absolvování akce „${title}“${when === null ? "" : ` (${when})`} je připravené. Domluvte se s námi, jak ho převezmete.`,
    },
    certificateHere: (title: string, when: string | null) =>
      `vaše osvědčení o absolvování akce „${title}“${when === null ? "" : ` (${when})`} je připravené ke stažení.`,
    thanks: {
      subject: (title: string) => `Děkujeme: ${title}`,
      text: (title: string, when: string | null) =>
        `děkujeme, že jste přišli na akci „${title}“${when === null ? "" : ` (${when})`}.`,
    },
    thanksCertified: (title: string, when: string | null) =>
      `děkujeme, že jste přišli na akci „${title}“${when === null ? "" : ` (${when})`}. Osvědčení o absolvování si můžete stáhnout.`,
    certificate: "Převzít osvědčení",
    certificateUntil: (date: string) => `Odkaz je určen jen vám a platí do ${date}.`,
    calendarHere: (n: number): string =>
      n === 1
        ? "Přílohou si termín uložíte do kalendáře. Pokud se změní, pošleme jej znovu a kalendář se upraví."
        : "Přílohami si termíny uložíte do kalendáře. Pokud se změní, pošleme je znovu a kalendář se upraví.",
    calendarDropped: "Přílohou termín z kalendáře odstraníte.",
    when: (days: string) => `Kdy: ${days}.`,
    venue: (place: string) => `Kde: ${place}.`,
    online: (url: string) => `Připojení: ${url}`,
    goal: (goal: string) => `O čem: ${goal}`,
    contact: (who: string) => `S dotazy se obracejte na: ${who}.`,
    why: "Zprávu dostáváte jako účastník akce projektu.",
    whyGuest: "Zprávu dostáváte jako host akce projektu: lektor, člen orgánu nebo přizvaný.",
  },
  history: {
    "event-message.queued": "Zpráva účastníkům",
    "event-message.resent": "Zpráva poslána znovu",
    "event-message.switched": "Automatické zprávy",
  } as Record<string, string>,
  fields: {
    message: "Zpráva",
    recipients: "Počet příjemců",
    sendsMails: "Automatické zprávy",
  } as Record<string, string>,
  fieldValues: {
    message: {
      invitation: "pozvánka",
      reminder: "připomínka",
      change: "změna akce",
      cancelled: "zrušení akce",
      "certificate-ready": "osvědčení je připravené",
      "session-cancelled": "zrušení jednoho dne",
      withdrawn: "odhlášení",
      waitlisted: "přesun mezi náhradníky",
      thanks: "poděkování",
    },
  } as Record<string, Record<string, string>>,
};
