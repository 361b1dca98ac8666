import { plural } from "../plural.ts";

const thingsOf = (n: number) =>
  plural("cs")(n, { one: "termín", few: "termíny", many: "termínu", other: "termínů" });

const ways = {
  immediate: "hned",
  daily: "denně",
  weekly: "jednou týdně",
  off: "vůbec",
};

/** What people are told of, how and when; and how they have it stopped by a link in a letter. */
export const notificationPreferences = {
  title: "Upozornění",
  subtitle: "Co vám máme posílat e-mailem, jak často a kdy.",
  categories: {
    deadlines: {
      name: "Termíny a povinnosti",
      hint: "zprávy o realizaci, žádosti o platbu, publicita a co dalšího ukládá právní akt",
    },
    milestones: { name: "Milníky a výstupy", hint: "milníky, výstupy, úkoly ze zápisů" },
    events: { name: "Akce a stáže", hint: "vzdělávací akce, kulaté stoly, stáže a jejich změny" },
    approvals: {
      name: "Schvalování",
      hint: "co čeká na vaše schválení a co se vám vrátilo k dopracování",
    },
    comments: {
      name: "Připomínky a zmínky",
      hint: "když vás někdo jmenuje v připomínce či deníku",
    },
    summary: { name: "Měsíční přehled", hint: "stav všech projektů po uzavření měsíce" },
  },
  ways,
  waysHelp: {
    immediate:
      "Hned: náhlé novinky (přidělený úkol, vrácení k dopracování, přesun termínu, zrušená akce, zmínka) přijdou samostatným e-mailem; blížící se termíny v denním přehledu.",
    daily: "Denně: všechno v jednom přehledu za den.",
    weekly: "Jednou týdně: všechno v prvním přehledu týdne.",
  },
  matrix: { caption: "Co a jak často", category: "O čem" },
  mandatory: "povinné",
  mandatoryHint: "Povinné nelze vypnout: za co odpovídáte, přijde aspoň jednou týdně.",
  times: "Kdy chodí přehled",
  digestAt: "Čas odeslání",
  digestDays: "Dny",
  digestDaysHint: "O svátcích nechodí nic, přehled přijde nejbližší další vybraný den.",
  pause: {
    title: "Pozastavit",
    hint: "Na dovolenou nebo nemoc: ty dny nepřijde nic, potom jeden souhrn.",
    from: "Od",
    until: "Do (včetně)",
    deputy: (name: string, days: string) =>
      `Zastupuje vás ${name} (${days}), upozornění dostane za vás.`,
    nobody: "Zástup nemáte. Co je vaše, dostane po tu dobu manažer projektu.",
    toDeputy: "Určit zástup",
  },
  submit: "Uložit nastavení",
  sentence: {
    title: "Co vám bude chodit",
    digest: (days: string, time: string, names: string) =>
      `Přehled přijde ${days} v ${time}, je-li na co upozornit: ${names}.`,
    workingDays: "každý pracovní den",
    onDays: (days: string[]) => `v tyto dny: ${days.join(", ")}`,
    weekly: (names: string, time: string) =>
      `Jednou týdně, první den v týdnu, kdy přehled chodí, v ${time}: ${names}.`,
    immediate: (names: string) =>
      `Hned, mezi 7. a 18. hodinou pracovního dne, přijdou náhlé novinky: ${names}.`,
    off: (names: string) => `Nebude chodit: ${names}.`,
    nothing: "Žádný přehled termínů chodit nebude.",
    summary: "Měsíční přehled přijde po uzavření měsíce.",
    noSummary: "Měsíční přehled chodit nebude.",
    paused: (from: string, until: string) => `Od ${from} do ${until} nepřijde nic.`,
    projects: "V některých projektech jste si to nastavili jinak, viz níže.",
  },
  next: {
    title: "Nejbližší přehled",
    when: (day: string, distance: string, time: string) => `${day} v ${time} (${distance})`,
    count: (n: number) => `${n} ${thingsOf(n)}`,
    more: (n: number) => `a dalších ${n}`,
    nothing: "V příštích 14 dnech není na co upozornit.",
  },
  projects: {
    title: "V projektech jinak",
    hint: "Nastavení projektu má přednost před obecným.",
    none: "Nejste členem žádného projektu.",
    same: "jako jinde",
    change: "Nastavit",
    formTitle: (project: string) => `Upozornění: ${project}`,
    lead: "Co nevyberete, chodí jako v ostatních projektech.",
  },
  unsubscribing: {
    title: "Méně zpráv z Osnovy",
    off: "už nepřijde",
    weekly: "přijde jednou týdně, je to povinné",
    settings: "Podrobné nastavení upozornění",
    user: {
      question: (address: string, what: string | null) =>
        what === null
          ? `Už na adresu ${address} neposílat přehledy a novinky? Změní se toto:`
          : `Už na adresu ${address} neposílat: ${what}? Změní se toto:`,
      hint: "Termíny zůstanou na stránce Co mě čeká a kdykoli si je znovu zapnete v nastavení.",
      submit: "Už neposílat",
      done: "Hotovo, uložili jsme toto:",
      doneHint: "Rozmyslíte-li si to, změňte to v nastavení upozornění.",
    },
    contact: {
      question: (address: string, _what: string | null) =>
        `Už na adresu ${address} neposílat žádné zprávy z Osnovy?`,
      hint: "Souhlas s posíláním zpráv tím odvoláte. Vaše úkoly připomeneme manažerovi projektu.",
      submit: "Už neposílat",
      done: "Zprávy už vám posílat nebudeme.",
      doneHint: "Rozmyslíte-li si to, řekněte to manažerovi projektu.",
    },
    participant: {
      question: (_address: string, _what: string | null) =>
        "Posílat vám o akcích jen nezbytné zprávy?",
      hint: "Změnu nebo zrušení akce, na kterou jste přihlášeni, vám pošleme vždy. Pozvánky a připomínky už ne.",
      submit: "Jen nezbytné",
      done: "Pošleme vám už jen nezbytné zprávy: změnu nebo zrušení akce, na kterou jste přihlášeni.",
      doneHint: "Rozmyslíte-li si to, řekněte to organizátorovi akce.",
    },
  },
  history: {
    "notifications.edited": "Upozornění nastavena",
    "notifications.edited-in-project": "Upozornění nastavena pro projekt",
    "notifications.stopped": "Upozornění omezena odkazem v e-mailu",
    "contact.mails-stopped": "Kontakt odvolal souhlas se zprávami",
    "participant.mails-stopped": "Účastník si přeje jen nezbytné zprávy",
    "participant.mails-allowed": "Účastník si přeje zase všechny zprávy",
  } as Record<string, string>,
  fields: {
    deadlines: "Termíny a povinnosti",
    milestones: "Milníky a výstupy",
    events: "Akce a stáže",
    approvals: "Schvalování",
    comments: "Připomínky a zmínky",
    summary: "Měsíční přehled",
    digestAt: "Čas přehledu",
    digestDays: "Dny přehledu",
    pausedFromOn: "Pozastaveno od",
    pausedUntilOn: "Pozastaveno do",
  } as Record<string, string>,
  fieldValues: {
    deadlines: ways,
    milestones: ways,
    events: ways,
    approvals: ways,
    comments: ways,
    summary: ways,
  } as Record<string, Record<string, string>>,
};
