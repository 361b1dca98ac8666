/** Who answers for an activity or a milestone. */
export const owners = {
  owner: "Odpovídá",
  nobody: "— nikdo —",
  without: "bez odpovědné osoby",
  newContact: "— nový kontakt (zapište níže) —",
  contact: "kontakt",
  leftProject: "už není v projektu",
  hint: "Člen projektu, nebo člověk bez účtu. Upozornění za kontakt dostává manažer projektu.",
  contactTitle: "Nový kontakt",
  contactName: "Jméno a příjmení",
  contactFunction: "Funkce",
  contactEmail: "E-mail",
  history: { "contact.created": "Zapsán nový kontakt" },
};
