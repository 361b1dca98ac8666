import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { CardContent } from "../../cards/rules.ts";
import type { Wording } from "../../plans/words.ts";
import type { ComparedCard } from "../comparing/rules.ts";
import type { ComparedImport } from "../comparing/service.ts";
import { measuresText } from "../measures/rules.ts";
import type { AccountedLine } from "../recognition/rules.ts";
import { filterOf } from "../show/rules.ts";
import { presentSourceLines } from "./source-lines.ts";

interface EditPage {
  compared: ComparedImport;
  card: ComparedCard;
  lines: readonly AccountedLine[];
}

export function valuesOf(content: CardContent): Record<string, string> {
  const { measures, areaCode, ...texts } = content;
  return { ...texts, areaCode: areaCode ?? "", measures: measuresText(measures) };
}

/** All fields of a card to be put right, its lines in the source beside them. */
export function presentEditedCard(page: EditPage, state: FormState, wording: Wording) {
  const { compared, card, lines } = page;
  const { texts } = wording;
  const { planImports: words } = texts;
  const { planId, id } = compared.found;
  const address = paths.importedCard(planId, id, card.ordinal);
  const { show } = state.values;
  const filter = filterOf(show);
  const form = presentFormPage(
    {
      title: words.edit.title(card.content.number || words.card.noNumber),
      code: compared.found.fileName,
      action: address,
      hidden: ["version", "show"],
      sections: [{ rows: definitions(compared, wording) }],
      submit: words.edit.save,
      cancel: { href: withQuery(address, { show: filter === "all" ? null : filter }) },
    },
    state,
    texts,
  );
  const own = lines.filter((line) => line.card === card.ordinal && line.text.trim() !== "");
  return {
    ...form,
    labels: words.card,
    lines: presentSourceLines(own, lines, wording).map((line, at) => ({
      ...line,
      field: own[at]?.field ?? null,
      tag: own[at]?.field === own[at - 1]?.field ? null : fieldName(own[at], wording),
    })),
  };
}

function fieldName(line: AccountedLine | undefined, { texts }: Wording): string | null {
  return line?.field ? texts.planImports.fieldNames[line.field] : null;
}

function definitions(
  { findings, areas }: ComparedImport,
  { texts }: Wording,
): (FieldDefinition | FieldDefinition[])[] {
  const { fieldNames: names, edit } = texts.planImports;
  const known = new Map(
    [...findings.areas, ...areas].map(({ code, title }) => [code, `${code} ${title}`.trim()]),
  );
  const text = (name: keyof typeof names, rows: number, hint?: string): FieldDefinition => ({
    ...{ type: "textarea", name, label: names[name], rows },
    ...(hint ? { hint } : {}),
  });
  const codes = [...known].map(([value, label]) => ({ value, label }));
  return [
    [
      { type: "text", name: "number", label: names.number, isRequired: true, width: "short" },
      {
        ...{ type: "select", name: "areaCode", label: names.areaCode },
        options: [{ value: "", label: edit.noArea }, ...codes],
      },
    ],
    { type: "text", name: "name", label: names.name },
    ...(findings.layout === "areas" ? [] : [text("goals", 3, edit.goalsHint)]),
    text("targetGroups", 2),
    text("services", 4),
    [
      { type: "text", name: "period", label: names.period },
      { type: "text", name: "costs", label: names.costs },
    ],
    text("responsible", 2),
    text("funding", 2),
    text("description", 8, edit.bulletsHint),
    ...(findings.layout === "goals" ? [] : [text("measures", 10, edit.measuresHint)]),
  ];
}
