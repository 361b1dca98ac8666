/** Kopie projektu s posunutými daty. */
export const copies = {
  title: "Kopírovat projekt",
  lead: "Zkopíruje se plán: aktivity, termíny, období, indikátory s cíli, zdroje, cíle a cílové skupiny. Deník, dosažené hodnoty, tým a odpovědnosti se nepřenášejí.",
  previewLead: "Takto by se posunula data. Nic zatím není uloženo.",
  startHint:
    "Začíná-li kopie stejným dnem v měsíci jako původní projekt, posunou se data o celé měsíce, jinak o stejný počet dnů.",
  preview: "Zobrazit posunutá data",
  save: "Vytvořit kopii",
  fields: { title: "Název", shortName: "Zkratka", startsOn: "Nový začátek" },
  columns: { what: "Co", kind: "Druh", from: "Dosud", to: "V kopii" },
  kinds: {
    project: "projekt",
    period: "konec období",
    activity: "aktivita",
    milestone: "termín",
    target: "cíl indikátoru",
  },
};
