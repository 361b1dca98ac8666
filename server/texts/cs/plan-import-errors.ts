/** Why an annex of a plan cannot be taken over as it is. Part of `errors`. */
export const planImportErrors = {
  chooseAnnex: "Vyberte soubor, nebo vložte text přílohy.",
  fileOrText: "Zvolte jedno: soubor, nebo vložený text.",
  planChangedMeanwhile:
    "Plán se od zobrazení stránky změnil. Podívejte se na rozdíly znovu a zápis zopakujte.",
  importUndecided: "Některé karty ještě čekají na rozhodnutí. Zápis proběhne celý, nebo vůbec.",
  importedCardEdited: (number: string) =>
    `Karta ${number} už je ručně upravená. Nejdřív její úpravy zahoďte, pak návrh změňte.`,
  planImportPassed: (numbers: string, more: string) =>
    `Import nejde vzít zpět: od zápisu se pracovalo s kartami ${numbers}${more === "0" ? "" : ` a ${more} dalšími`}.`,
};
