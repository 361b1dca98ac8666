import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

export interface FormField {
  name: string;
  /** `text`, `textarea`, `select`, `hidden`, `checkbox` … */
  type: string;
  value: string;
}

export interface PageForm {
  method: string;
  action: string;
  fields: FormField[];
}

/** The forms of a page as a browser would send them, untouched. */
export function formsOf(html: string): PageForm[] {
  return elements(parse(html))
    .filter(({ tagName }) => tagName === "form")
    .map((form) => ({
      method: attribute(form, "method") ?? "get",
      action: attribute(form, "action") ?? "",
      fields: elements(form).flatMap(fieldOf),
    }));
}

function fieldOf(element: Tree.Element): FormField[] {
  const name = attribute(element, "name");
  if (!name) return [];
  const value = attribute(element, "value") ?? "";
  if (element.tagName === "textarea") return [{ name, type: "textarea", value: textOf(element) }];
  if (element.tagName === "select") return [{ name, type: "select", value: chosen(element) }];
  if (element.tagName !== "input") return [];
  const type = attribute(element, "type") ?? "text";
  const isChoice = type === "checkbox" || type === "radio";
  if (isChoice && attribute(element, "checked") === undefined) return [{ name, type, value: "" }];
  return [{ name, type, value }];
}

function chosen(select: Tree.Element): string {
  const options = elements(select).filter(({ tagName }) => tagName === "option");
  const option = options.find((one) => attribute(one, "selected") !== undefined) ?? options[0];
  return option ? (attribute(option, "value") ?? "") : "";
}

function elements(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) =>
    "tagName" in child ? [child, ...elements(child)] : [],
  );
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function textOf(element: Tree.Element): string {
  return element.childNodes
    .map((child) => ("value" in child ? child.value : ""))
    .join("")
    .replace(/^\n/, "");
}

/** What a browser would send of a form: unticked boxes left out, fields of one name together. */
export function sentFields({ fields }: PageForm): Record<string, string | string[]> {
  const sent: Record<string, string | string[]> = {};
  for (const { name, type, value } of fields) {
    if ((type === "checkbox" || type === "radio") && value === "") continue;
    const before = sent[name];
    sent[name] = before === undefined ? value : [before, value].flat();
  }
  return sent;
}
