import { plural } from "../plural.ts";

const messagesOf = (n: number) =>
  plural("cs")(n, { one: "zpráva", few: "zprávy", many: "zprávy", other: "zpráv" });

/** Mails to the people of an event, and the pages on which they are chosen and watched. */
export const eventMessages = {
  title: "Zprávy",
  new: "Napsat účastníkům",
  confidential:
    "Účastníkům důvěrné akce systém nepíše: zpráva by prozradila její název i to, kdo na ni chodí. Domluvte se s nimi osobně.",
  nothingNow: {
    held: "Akce už proběhla. Další zprávu lze poslat po jejím uzavření, až budou osvědčení.",
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
    cancelled: "Zrušení akce",
    "certificate-ready": "Osvědčení je připravené",
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
    reminder: {
      subject: (title: string) => `Připomínáme: ${title}`,
      text: (title: string, when: string | null) =>
        `připomínáme akci „${title}“${when === null ? "" : `, termín ${when}`}, na kterou jste přihlášeni. Nemůžete-li přijít, napište nám: místo dostane náhradník.`,
    },
    change: {
      subject: (title: string) => `Změna: ${title}`,
      text: (title: string, when: string | null) =>
        `u akce „${title}“ se změnily údaje. Nově platí${when === null ? "" : ` termín ${when}`}:`,
    },
    cancelled: {
      subject: (title: string) => `Akce se nekoná: ${title}`,
      text: (title: string, when: string | null) =>
        `akce „${title}“${when === null ? "" : `, plánovaná na ${when},`} se nekoná. Omlouváme se.`,
    },
    "certificate-ready": {
      subject: (title: string) => `Osvědčení je připravené: ${title}`,
      text: (title: string, when: string | null) =>
        `vaše osvědčení o absolvování akce „${title}“${when === null ? "" : ` (${when})`} je připravené. Domluvte se s námi, jak ho převezmete.`,
    },
    when: (days: string) => `Kdy: ${days}.`,
    venue: (place: string) => `Kde: ${place}.`,
    online: (url: string) => `Připojení: ${url}`,
    goal: (goal: string) => `O čem: ${goal}`,
    contact: (who: string) => `S dotazy se obracejte na: ${who}.`,
    why: "Zprávu dostáváte jako účastník akce projektu; pošlete-li nám zprávu, že o další nestojíte, psát nebudeme.",
  },
  history: { "event-message.queued": "Zpráva účastníkům" } as Record<string, string>,
  fields: { message: "Zpráva", recipients: "Počet příjemců" } as Record<string, string>,
  fieldValues: {
    message: {
      invitation: "pozvánka",
      reminder: "připomínka",
      change: "změna akce",
      cancelled: "zrušení akce",
      "certificate-ready": "osvědčení je připravené",
    },
  } as Record<string, Record<string, string>>,
};
