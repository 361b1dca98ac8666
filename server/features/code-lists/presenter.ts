import type { ListedItem } from "../../../db/queries/code-list-items.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import type { FieldDefinition } from "../../web/form-fields.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { type CodeList, codeLists } from "./schema.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

export function presentCodeLists(
  counts: { list: string; items: number }[],
  tabs: object[],
  { texts, formats }: Words,
) {
  const labels = texts.codeLists;
  return {
    pageHeader: { title: labels.title, subtitle: labels.subtitle, tabs },
    rows: codeLists.map((list) => {
      const items = counts.find((one) => one.list === list)?.items ?? 0;
      return {
        href: paths.codeList(list),
        name: labels.lists[list],
        count: labels.count(items, formats.number(items)),
      };
    }),
  };
}

export function presentCodeList(
  list: CodeList,
  { items, today }: { items: ListedItem[]; today: string },
  { texts, formats }: Words,
) {
  const labels = texts.codeLists;
  return {
    pageHeader: {
      title: labels.lists[list],
      actions: { primary: { href: paths.newCodeListItem(list), label: labels.add, icon: "plus" } },
    },
    columns: labels.columns,
    rows: items.map((item) => ({
      href: paths.editCodeListItem(list, item.id),
      label: formats.language === "cs" ? item.labelCs : item.labelEn,
      other: formats.language === "cs" ? item.labelEn : item.labelCs,
      code: item.code,
      validity: validityText(item, { texts, formats }),
      ended: item.validTo !== null && item.validTo < today ? labels.ended : null,
    })),
    empty: {
      text: labels.nothing,
      icon: "list-details",
      action: { href: paths.newCodeListItem(list), label: labels.add },
    },
  };
}

function validityText({ validFrom, validTo }: ListedItem, { texts, formats }: Words): string {
  const { since, until, always } = texts.codeLists;
  if (validFrom && validTo) return formats.dateRange(validFrom, validTo);
  if (validFrom) return since(formats.date(validFrom));
  return validTo ? until(formats.date(validTo)) : always;
}

/** An item as its form holds it. */
export function itemValues(item: ListedItem): FormValues {
  return {
    labelCs: item.labelCs,
    labelEn: item.labelEn,
    position: String(item.position),
    validFrom: item.validFrom ?? "",
    validTo: item.validTo ?? "",
    version: String(item.version),
  };
}

export function presentItemForm(
  state: FormState,
  { list, item }: { list: CodeList; item: ListedItem | null },
  texts: Texts,
) {
  const { form, lists } = texts.codeLists;
  const code: FieldDefinition = {
    type: "text",
    name: "code",
    label: form.code,
    hint: form.codeHint,
    isRequired: true,
    width: "short",
  };
  return presentFormPage(
    {
      title: item ? form.editTitle : form.newTitle,
      code: lists[list],
      lead: item ? [form.fixedCode(item.code)] : [],
      action: item ? paths.codeListItem(list, item.id) : paths.codeList(list),
      hidden: item ? ["version"] : [],
      sections: [{ rows: [...(item ? [] : [code]), ...itemFields(texts)] }],
      submit: form.save,
      cancel: { href: paths.codeList(list) },
    },
    state,
    texts,
  );
}

function itemFields({ codeLists: { form } }: Texts): (FieldDefinition | FieldDefinition[])[] {
  return [
    { type: "text", name: "labelCs", label: form.labelCs, isRequired: true },
    { type: "text", name: "labelEn", label: form.labelEn, isRequired: true },
    { type: "number", name: "position", label: form.position, isRequired: true, width: "short" },
    [
      { type: "date", name: "validFrom", label: form.validFrom },
      { type: "date", name: "validTo", label: form.validTo, hint: form.validToHint },
    ],
  ];
}
