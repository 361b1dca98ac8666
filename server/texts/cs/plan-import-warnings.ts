type Params = Record<string, string | number>;

/** What is doubted of a recognised annex, and what is proposed about it, by the codes of recognition. */
export const planImportWarnings = {
  unknownWarning: "Zkontrolujte tento údaj.",
  unknownRepair: "Navrhujeme opravu.",
  warnings: {} as Record<string, string | ((params: Params) => string)>,
  repairs: {} as Record<string, string>,
};
