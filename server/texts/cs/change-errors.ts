/** What is wrong with a change of a project or a transfer within its draft. Part of `errors`. */
export const changeErrors = {
  draftExists: "V projektu už se jedna změna připravuje. Dokončete ji, nebo ji zamítněte.",
  decisionExists: "Rozhodnutí už projekt má, další rozpočet přichází žádostí o změnu.",
  noBudgetYet: "Projekt zatím nemá schválený rozpočet, z něhož by změna vyšla.",
  changeNotDraft: "Upravit lze jen změnu, která se teprve připravuje.",
  changeStep: "Z tohoto stavu to u změny nejde. Mezitím ji možná posunul někdo jiný.",
  changedRecordClosed: "Záznam je uzavřený nebo v archivu, změna ho nastavit nemůže.",
  changedRecordGone: (title: string) =>
    `Záznam „${title}“ je mezitím uzavřený nebo v archivu. Změnu vraťte do přípravy a vynechte ho.`,
  changedRecordRefused: (title: string) =>
    `Hodnoty záznamu „${title}“ k sobě nejdou, např. konec je před začátkem nebo cíl není kladný.`,
  confirmMovedMeanwhile: "Potvrďte, že změna platí i proti hodnotám, které se mezitím změnily.",
  budgetBelowDrawn: "Rozpočet je nižší než to, co už je v projektu vyčerpáno nebo nárokováno.",
  transferSameLine: "Vyberte dvě různé položky.",
  transferAcrossRoots:
    "Mezi způsobilými a nezpůsobilými výdaji přesouvat nelze, změnil by se součet.",
  transferTwoWays:
    "Jedna položka se v přesunech mění jednou počtem a jednou cenou. Zvolte všude totéž.",
  transferInexact: "Takto částka v položkách na haléř nevyjde. Vyberte jinou z nabízených.",
  transferTooMuch: "Tolik v položce není.",
  transferNoWay: "Mezi těmito položkami se podobná částka na haléř přesunout nedá. Zkuste jinou.",
};
