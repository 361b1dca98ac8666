import { plural } from "../plural.ts";

/** Stored files that are not on the disk. */
export const storedFiles = {
  title: "Chybějící soubory",
  link: "Chybějící soubory",
  checkedAt: (at: string) => `Všechny soubory se naposledy kontrolovaly ${at}.`,
  neverChecked: "Všechny soubory se kontrolují každou noc, zatím se tak nestalo.",
  lead: "Tyto soubory jsou v evidenci, ale ne na disku. Najdete je v záloze pod stejným názvem a vrátíte do složky DATA_DIR; jakmile tam budou, ze seznamu zmizí.",
  columns: {
    what: "Co chybí",
    project: "Projekt",
    path: "Soubor v DATA_DIR",
    advice: "Jinak než ze zálohy",
  },
  kinds: {
    document: (mark: string) => `dokument č. ${mark.replace(".", ", verze ")}`,
    certificate: (mark: string) => `osvědčení č. ${mark}`,
    "brand-image": (mark: string) => mark,
    import: (mark: string) => `tabulka k načtení č. ${mark}`,
    annex: (mark: string) => `příloha plánu č. ${mark}`,
    "prepared-file": (mark: string) => `připravený soubor č. ${mark}`,
  },
  images: { logo: "logo úřadu", strip: "pruh log" },
  advice: {
    document: "nahrát jako novou verzi",
    certificate: "vydat osvědčení znovu",
    "brand-image": "nahrát znovu na stránce Vzhled",
    import: "zahodit a nahrát znovu",
    annex: "nahrát v plánu stejný soubor znovu",
    "prepared-file": "vyžádat znovu; co už bylo odevzdáno, je jen v záloze",
  },
  none: "Na disku je všechno, co má být.",
  banner: (count: string, n: number) =>
    plural("cs")(n, {
      one: `Na disku chybí ${count} uložený soubor.`,
      few: `Na disku chybí ${count} uložené soubory.`,
      other: `Na disku chybí ${count} uložených souborů.`,
    }),
};
