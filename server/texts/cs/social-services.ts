const kinds = {
  advice: "sociální poradenství",
  care: "služby sociální péče",
  prevention: "služby sociální prevence",
  group: "skupina služeb",
};

/** Kinds of social services by the Act, under the names that plans give them. */
export const socialServices = {
  title: "Druhy sociálních služeb",
  subtitle:
    "Druhy služeb podle zákona č. 108/2006 Sb. Podle názvů a dalších označení se poznávají v kartách strategických plánů.",
  add: "Přidat druh služby",
  kinds,
  columns: {
    section: "§",
    name: "Název",
    kind: "Druh",
    synonyms: "Další označení",
    cards: "Karet",
  },
  archived: "v archivu",
  form: {
    newTitle: "Nový druh sociální služby",
    editTitle: "Upravit druh sociální služby",
    section: "Paragraf",
    sectionHint: "Číslo bez značky, např. 44 nebo 60a. Později se nemění.",
    fixedSection: (section: string) => `§ ${section}`,
    rereads: "Karty všech plánů se po uložení znovu přečtou podle nových označení.",
    nameCs: "Název podle zákona",
    nameEn: "Název anglicky",
    kind: "Druh",
    synonyms: "Další označení",
    synonymsHint: "Jak službu píší plány, každé označení na samostatný řádek.",
    source: "Zdroj",
    archive: "Přesunout do archivu",
    restore: "Obnovit z archivu",
  },
  history: {
    "social-service.created": "Přidán druh sociální služby",
    "social-service.edited": "Upraven druh sociální služby",
    "social-service.archived": "Druh sociální služby přesunut do archivu",
    "social-service.restored": "Druh sociální služby obnoven",
  } as Record<string, string>,
  fields: {
    section: "Paragraf",
    nameCs: "Název podle zákona",
    nameEn: "Název anglicky",
    kind: "Druh",
    synonyms: "Další označení",
    position: "Pořadí",
    validFrom: "Platí od",
    validTo: "Platí do",
    source: "Zdroj",
  } as Record<string, string>,
  fieldValues: { kind: kinds as Record<string, string> },
};
