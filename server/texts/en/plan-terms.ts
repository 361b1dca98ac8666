import type { Texts } from "../index.ts";

export const planTerms: Texts["planTerms"] = {
  title: "Words of strategic plans",
  subtitle:
    "Target groups, responsible bodies and sources as plans write them. Cards are recognised and filtered by these words.",
  add: "Add a word",
  kinds: { "target-group": "Target groups", body: "Responsible bodies", source: "Funding sources" },
  columns: { label: "Word", synonyms: "Other words", cards: "Cards" },
  archived: "archived",
  form: {
    newTitle: "New word",
    editTitle: "Edit the word",
    kind: "Kind",
    code: "Code",
    codeHint: "Lower-case letters, digits and a hyphen; it does not change later.",
    ofKind: (kind, code) => `${kind}, code ${code}`,
    rereads: "Cards of all plans are read anew by the new words once this is saved.",
    labelCs: "Czech",
    labelEn: "English",
    synonyms: "Other words",
    synonymsHint: "Abbreviations and other names, such as OZP. Each on a line of its own.",
    archive: "Archive",
    restore: "Restore from the archive",
  },
  history: {
    "plan-term.created": "Word of plans added",
    "plan-term.edited": "Word of plans edited",
    "plan-term.archived": "Word of plans archived",
    "plan-term.restored": "Word of plans restored",
  },
  fields: {
    code: "Code",
    labelCs: "Czech",
    labelEn: "English",
    synonyms: "Other words",
    position: "Position",
  },
};
