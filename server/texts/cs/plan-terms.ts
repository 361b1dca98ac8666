const kinds = {
  "target-group": "Cílové skupiny",
  body: "Odpovědné subjekty",
  source: "Zdroje financování",
};

/** What plans call their target groups, responsible bodies and sources. */
export const planTerms = {
  title: "Pojmy strategických plánů",
  subtitle:
    "Cílové skupiny, odpovědné subjekty a zdroje, jak je plány píší. Podle označení se poznávají v kartách a dá se podle nich filtrovat.",
  add: "Přidat pojem",
  kinds,
  columns: { label: "Pojem", synonyms: "Další označení", cards: "Karet" },
  archived: "v archivu",
  form: {
    newTitle: "Nový pojem",
    editTitle: "Upravit pojem",
    kind: "Druh",
    code: "Kód",
    codeHint: "Malá písmena bez diakritiky, číslice a pomlčka; později se nemění.",
    ofKind: (kind: string, code: string) => `${kind}, kód ${code}`,
    rereads: "Karty všech plánů se po uložení znovu přečtou podle nových označení.",
    labelCs: "Česky",
    labelEn: "Anglicky",
    synonyms: "Další označení",
    synonymsHint: "Zkratky a jiné názvy, např. OZP. Každé označení na samostatný řádek.",
    archive: "Přesunout do archivu",
    restore: "Obnovit z archivu",
  },
  history: {
    "plan-term.created": "Přidán pojem plánů",
    "plan-term.edited": "Upraven pojem plánů",
    "plan-term.archived": "Pojem plánů přesunut do archivu",
    "plan-term.restored": "Pojem plánů obnoven",
  } as Record<string, string>,
  fields: {
    code: "Kód",
    labelCs: "Česky",
    labelEn: "Anglicky",
    synonyms: "Další označení",
    position: "Pořadí",
  } as Record<string, string>,
};
