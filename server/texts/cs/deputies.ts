interface Named {
  userName: string;
  deputyName: string;
  namedByName: string | null;
  note: string | null;
  days: string;
}

/** Who stands in for whom, from when to when. */
export const deputies = {
  title: "Zástup",
  titleOf: (name: string) => `Zástup: ${name}`,
  lead: "Po dobu nepřítomnosti vás může někdo zastoupit. Dostává vaše upozornění a v projektech, kde jste v týmu, smí totéž co vy ve své roli.",
  leadOf:
    "Po dobu nepřítomnosti může osobu někdo zastoupit. Dostává její upozornění a v projektech, kde je osoba v týmu, smí totéž co ona ve své roli.",
  limits:
    "Nepřechází oprávnění administrátora, vedení, zakladatele ani auditora, obsah důvěrných akcí a to, v čem zastupovaná osoba sama někoho zastupuje.",
  newTitle: "Určit zástup",
  fields: {
    deputy: "Zastupuje",
    deputyUserId: "Zastoupí mě",
    deputyUserIdOf: "Zastoupí",
    choose: "Vyberte osobu",
    fromOn: "Od",
    fromHint: "Od půlnoci, nejdříve dnes.",
    untilOn: "Do",
    untilHint: "Včetně tohoto dne, nejdéle rok.",
    note: "Vzkaz pro zástup",
    noteHint: "Co se má pohlídat, na koho se obrátit. Důvod nepřítomnosti sem nepište.",
  },
  submit: "Určit zástup",
  mine: "Kdo mě zastupuje",
  mineOf: "Kdo osobu zastupuje",
  nobody: "Nikdo, upozornění chodí vám.",
  nobodyOf: "Nikdo, upozornění chodí přímo jí.",
  others: "Koho zastupuji",
  othersOf: "Koho osoba zastupuje",
  noOthers: "Nikoho.",
  past: "Dřívější zástupy",
  pastRow: (deputy: string, person: string) => `${deputy} za: ${person}`,
  states: { "in-force": "platí", planned: "naplánováno", over: "skončilo" },
  hasLeft: "účet zástupu je zrušený",
  ended: (on: string) => `ukončeno předčasně ${on}`,
  namedBy: (name: string) => `určil(a): ${name}`,
  end: "Ukončit",
  endOne: (name: string) => `Ukončit zástup: ${name}`,
  cancel: "Zrušit",
  cancelOne: (name: string) => `Zrušit zástup: ${name}`,
  profileHint: "Kdo vás zastoupí, když budete pryč.",
  banner: (people: string) => `Zastupujete: ${people}.`,
  bannerOne: (name: string, until: string) => `${name} do ${until}`,
  inProject: (role: string) => `${role} (zástup)`,
  actedFor: (actor: string, person: string) => `${actor} (v zástupu: ${person})`,
  insteadOf: (name: string) => `${name} (zastupujete)`,
  mail: {
    toDeputy: ({ userName, days, note }: Named) => ({
      subject: `Zastupujete: ${userName} (${days})`,
      paragraphs: [
        `Ve dnech ${days} zastupujete: ${userName}.`,
        "Chodí vám upozornění této osoby a v projektech, kde je v týmu, smíte totéž co ona ve své roli. Co uděláte, bude v historii s oběma jmény.",
        ...(note === null ? [] : [`Vzkaz: ${note}`]),
      ],
      why: "Píšeme vám, protože jste určeni jako zástup.",
    }),
    toPerson: ({ deputyName, namedByName, days }: Named) => ({
      subject: `Zastoupí vás: ${deputyName} (${days})`,
      paragraphs: [
        `Ve dnech ${days} vás zastoupí: ${deputyName}. Zástup určil(a): ${namedByName ?? "administrátor"}.`,
        "Po tu dobu zástup dostává vaše upozornění a v projektech, kde jste v týmu, smí totéž co vy. Ukončit ho můžete kdykoli.",
      ],
      why: "Píšeme vám, protože za vás zástup určil někdo jiný.",
    }),
    button: "Zobrazit zástup",
  },
  history: {
    "deputy.named": "Zástup určen",
    "deputy.ended": "Zástup ukončen",
  } as Record<string, string>,
};
