/** What a mentor is asked and answers, and how hours are confirmed without one. */
export const internshipConfirmations = {
  links: {
    title: "Poslat hodiny mentorovi",
    lead: (host: string, hours: string) => `${host}: k potvrzení ${hours} h.`,
    explanation:
      "Vznikne odkaz, na kterém mentor bez přihlášení uvidí dny a hodiny a potvrdí je, nebo napíše výhrady. Dřívější nezodpovězený odkaz přestane platit.",
    answerBy: "Platí do",
    isMailed: (email: string) => `Poslat odkaz e-mailem na ${email}`,
    notMailed: "E-mailem odkaz poslat nejde: mentor nemá e-mail, nebo s tím nesouhlasil.",
    submit: "Vytvořit odkaz",
  },
  ownConfirmation: {
    title: "Potvrdit hodiny za mentora",
    lead: (host: string, hours: string, days: string) => `${host}: ${hours} h, ${days}.`,
    reason: "Důvod",
    reasonHint: "Čím jsou hodiny doložené, např. „podepsaný výkaz ze zařízení ve spisu“.",
    submit: "Potvrdit hodiny",
  },
  confirmation: {
    title: "Potvrzení hodin stáže",
    intro: (host: string) => `Zařízení: ${host}`,
    project: (title: string) => `Projekt: ${title}`,
    explanation:
      "Prosíme o potvrzení, že stážisté u vás strávili tyto hodiny. Potvrzení se ukládá jako doklad k projektu.",
    notice:
      "Zapíšeme vaše jméno, čas a odpověď. Slouží k doložení podpory z Evropského sociálního fondu plus; nikomu dalšímu je nepředáváme.",
    trainee: "Stážista",
    day: "Den",
    hours: "Hodiny",
    total: "Celkem",
    answer: "Vaše odpověď",
    confirmed: "Hodiny souhlasí, potvrzuji je",
    objected: "Hodiny nesouhlasí",
    name: "Vaše jméno a příjmení",
    note: "Poznámka",
    noteHint: "Pokud hodiny nesouhlasí, napište prosím, co má být jinak.",
    submit: "Odeslat odpověď",
    until: (date: string) => `Odkaz platí do ${date}.`,
    nothing: "Teď tu nejsou žádné hodiny k potvrzení.",
    thanks: "Děkujeme",
    thanksConfirmed: "Vaše potvrzení je uložené. Stránku můžete zavřít.",
    thanksObjected:
      "Vaše výhrady jsou uložené, koordinátor projektu se vám ozve. Stránku můžete zavřít.",
    dead: {
      title: "Odkaz už neplatí",
      answered: "Na tento odkaz už někdo odpověděl.",
      revoked: "Odkaz byl nahrazen novým, nebo ho koordinátor zneplatnil.",
      expired: "Lhůta pro odpověď uplynula.",
      unknown: "Odkaz není celý, nebo už neexistuje.",
      advice: "O nový požádejte koordinátora projektu.",
    },
  },
  mail: {
    subject: "Prosba o potvrzení hodin stáže",
    greeting: "Dobrý den,",
    text: (host: string, project: string) =>
      `prosíme o potvrzení hodin, které u vás (${host}) strávili stážisté projektu ${project}.`,
    how: "Na stránce uvidíte dny a hodiny. Potvrdíte je bez přihlášení, nebo napíšete výhrady.",
    button: "Zobrazit a potvrdit hodiny",
    note: (date: string) => `Odkaz platí do ${date}. Nepřeposílejte ho, prosím, nikomu dalšímu.`,
    why: "Zprávu dostáváte, protože jste mentorem stáže a souhlasili jste se zasláním odkazu.",
  },
};
