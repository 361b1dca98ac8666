/** Sentences shown once on the page after something was done. */
export const flash = {
  saved: "Uloženo.",
  created: "Vytvořeno.",
  archived: "Přesunuto do archivu. Obnovit lze do 30 dnů.",
  restored: "Obnoveno.",
  signedOut: "Jste odhlášeni.",
  keptForm: "Přihlášení mezitím vypršelo, rozepsaný text jsme uchovali. Zkontrolujte ho a uložte.",
};
