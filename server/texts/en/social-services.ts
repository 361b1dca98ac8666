import type { Texts } from "../index.ts";

const kinds = {
  advice: "social counselling",
  care: "social care services",
  prevention: "social prevention services",
  group: "group of services",
};

export const socialServices: Texts["socialServices"] = {
  title: "Kinds of social services",
  subtitle:
    "Kinds of services by Act 108/2006. By their names and other words they are recognised in cards of strategic plans.",
  add: "Add a kind of service",
  kinds,
  columns: { section: "§", name: "Name", kind: "Kind", synonyms: "Other words", cards: "Cards" },
  archived: "archived",
  form: {
    newTitle: "New kind of social service",
    editTitle: "Edit the kind of social service",
    section: "Section",
    sectionHint: "The number without its sign, such as 44 or 60a. It does not change later.",
    fixedSection: (section) => `§ ${section}`,
    rereads: "Cards of all plans are read anew by the new words once this is saved.",
    nameCs: "Name by the Act",
    nameEn: "English name",
    kind: "Kind",
    synonyms: "Other words",
    synonymsHint: "What plans call the service, each on a line of its own.",
    source: "Source",
    archive: "Archive",
    restore: "Restore from the archive",
  },
  history: {
    "social-service.created": "Kind of social service added",
    "social-service.edited": "Kind of social service edited",
    "social-service.archived": "Kind of social service archived",
    "social-service.restored": "Kind of social service restored",
  },
  fields: {
    section: "Section",
    nameCs: "Name by the Act",
    nameEn: "English name",
    kind: "Kind",
    synonyms: "Other words",
    position: "Position",
    validFrom: "Valid from",
    validTo: "Valid to",
    source: "Source",
  },
  fieldValues: { kind: kinds },
};
