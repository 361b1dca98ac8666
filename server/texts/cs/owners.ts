/** Who answers for an activity or a milestone. */
export const owners = {
  owner: "Odpovídá",
  nobody: "— nikdo —",
  without: "bez odpovědné osoby",
  newContact: "— nový kontakt (zapište níže) —",
  contact: "kontakt",
  leftProject: "už není v projektu",
  hint: "Člen projektu, nebo člověk bez účtu. Kontaktu píšeme, jen když s tím souhlasil; jinak dostává upozornění manažer projektu.",
  contactTitle: "Nový kontakt",
  contactName: "Jméno a příjmení",
  contactFunction: "Funkce",
  contactEmail: "E-mail",
  contactAgrees: "Souhlasí, aby mu upozornění chodila e-mailem",
  contactAgreesHint: "Bez souhlasu dostává upozornění za něj manažer projektu.",
  history: {
    "contact.created": "Zapsán nový kontakt",
    "contact.agreed": "Zapsán souhlas kontaktu se zasíláním zpráv",
    "contact.agreement-withdrawn": "Souhlas kontaktu se zasíláním zpráv odvolán",
  } as Record<string, string>,
};
