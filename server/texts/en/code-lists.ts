import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

export const codeLists: Texts["codeLists"] = {
  title: "Code lists",
  subtitle: "Lists that projects choose from.",
  lists: {
    programmes: "Programmes",
    "target-groups": "Target groups",
    districts: "Districts",
    municipalities: "Municipalities with extended powers",
  },
  count: (n, text) => `${text} ${plural("en")(n, { one: "item", other: "items" })}`,
  columns: { list: "Code list", items: "Items", label: "Name", code: "Code", validity: "Validity" },
  add: "Add an item",
  always: "without limit",
  since: (on) => `from ${on}`,
  until: (on) => `until ${on}`,
  ended: "Not valid any more",
  nothing: "The list has no item yet.",
  form: {
    newTitle: "Add an item",
    editTitle: "Edit an item",
    code: "Code",
    codeHint: "Letters, digits, dot and hyphen. It cannot be changed later.",
    fixedCode: (code) => `Code: ${code}`,
    labelCs: "Name in Czech",
    labelEn: "Name in English",
    position: "Order",
    validFrom: "Valid from",
    validTo: "Valid until",
    validToHint: "After this day the item is offered no more; where it is chosen, it stays.",
    save: "Save",
  },
  history: {
    "code-list-item.created": "Code list item added",
    "code-list-item.edited": "Code list item edited",
  },
  fields: {
    labelCs: "Name in Czech",
    labelEn: "Name in English",
    validFrom: "Valid from",
    validTo: "Valid until",
  },
};
