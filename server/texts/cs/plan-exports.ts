/** Files of a strategic plan: its cards, their coverage, fulfilment of a year and its action plan. */
export const planExports = {
  title: "Ke stažení",
  download: { pdf: "Stáhnout PDF", docx: "Stáhnout Word", xlsx: "Stáhnout Excel" },
};
