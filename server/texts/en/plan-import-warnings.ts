import type { Texts } from "../index.ts";

export const planImportWarnings: Texts["planImportWarnings"] = {
  unknownWarning: "Check this field.",
  unknownRepair: "We propose a repair.",
  warnings: {},
  repairs: {},
};
