/** Sentences shown once on the page after something was done. */
export const flash = {
  saved: "Uloženo.",
  savedBeyondDates: "Uloženo. Termín přesahuje dobu realizace projektu.",
  created: "Vytvořeno.",
  logWritten: "Zapsáno do deníku.",
  archived: "Přesunuto do archivu. Obnovit lze do 30 dnů.",
  restored: "Obnoveno.",
  signedOut: "Jste odhlášeni.",
  keptForm: "Přihlášení mezitím vypršelo, rozepsaný text jsme uchovali. Zkontrolujte ho a uložte.",
  resetMailed: "Pokud účet s tímto e-mailem existuje, poslali jsme na něj odkaz. Platí 30 minut.",
  passwordSet: "Heslo je nastavené. Přihlaste se.",
  passwordChanged: "Heslo je změněné a ostatní zařízení jsou odhlášena.",
  signedOutElsewhere: "Zařízení je odhlášeno.",
  invited: "Pozvánka odešla.",
  deactivated: "Přístup je ukončen.",
  reactivated: "Přístup je obnoven.",
  signedOutEverywhere: "Uživatel je odhlášen ze všech zařízení.",
};
