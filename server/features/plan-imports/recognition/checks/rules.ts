import { costIn } from "../../../cards/fields/costs/rules.ts";
import { periodIn } from "../../../cards/fields/periods/rules.ts";
import { registrationNumbersIn } from "../../../cards/fields/registration-numbers/rules.ts";
import { servicesIn } from "../../../cards/fields/services/rules.ts";
import { saysNothing } from "../../../cards/placeholders/rules.ts";
import { type CardContent, textFields } from "../../../cards/rules.ts";
import type { AnnexField, AnnexWarning, Catalogue, Layout, RecognisedCard } from "../rules.ts";

const ofBoth: readonly AnnexField[] = [
  "number",
  "name",
  "targetGroups",
  "services",
  "period",
  "responsible",
  "funding",
  "description",
];

/** Fields of the two forms. */
export function fieldsOf(layout: Layout): readonly AnnexField[] {
  return layout === "goals" ? [...ofBoth, "goals"] : [...ofBoth, "costs", "measures"];
}

/** What a card lacks; `labelled` are the fields whose label stands there. */
export function missingWarnings(
  content: CardContent,
  layout: Layout,
  labelled: ReadonlySet<AnnexField>,
): AnnexWarning[] {
  return fieldsOf(layout)
    .filter((field) =>
      field === "measures" ? content.measures.length === 0 : content[field] === "",
    )
    .map((field) => ({ code: labelled.has(field) ? "field-empty" : "field-missing", field }));
}

const SERVICE_CODES: Record<string, string> = {
  sectionDoesNotFit: "section-does-not-fit",
  sectionMissing: "section-missing",
  unknownSection: "section-unknown",
  unknownName: "service-name-unknown",
  unknownService: "service-unknown",
};

/** What is doubted of the texts of a card; `services` may be remembered, cards say the same again and again. */
export function contentWarnings(
  content: CardContent,
  layout: Layout,
  catalogue: Catalogue,
): AnnexWarning[] {
  return [
    ...serviceWarnings(content.services, catalogue),
    // Where one field says both cost and sources, words alone are no doubt.
    ...costWarnings(content.costs).filter(({ code }) => layout === "areas" || code !== "cost-text"),
    ...periodWarnings(content.period),
  ];
}

function serviceWarnings(text: string, catalogue: Catalogue): AnnexWarning[] {
  return servicesIn(text, catalogue.services).flatMap((found) => {
    if (found.warning === undefined) return [];
    const params = {
      text: found.text,
      ...(found.section !== null && { section: found.section }),
      ...(found.proposedSection !== undefined && { proposed: found.proposedSection }),
    };
    return [
      { code: SERVICE_CODES[found.warning] ?? found.warning, field: "services" as const, params },
    ];
  });
}

function costWarnings(text: string): AnnexWarning[] {
  if (text === "" || saysNothing(text)) return [];
  const cost = costIn(text);
  const warnings: AnnexWarning[] = cost.doubts.map((doubt) => ({
    code: COST_CODES[doubt] ?? doubt,
    field: "costs",
    params: { text },
  }));
  return cost.kind === "text"
    ? [{ code: "cost-text", field: "costs", params: { text } }, ...warnings]
    : warnings;
}

const COST_CODES: Record<string, string> = {
  currencyAssumed: "cost-without-currency",
  severalAmounts: "cost-several",
  unclearAmount: "cost-unclear",
  pricePerUnit: "cost-per-unit",
};

function periodWarnings(text: string): AnnexWarning[] {
  if (text === "" || saysNothing(text)) return [];
  const period = periodIn(text);
  if (period.doubt !== undefined)
    return [{ code: "period-backwards", field: "period", params: { text } }];
  if (period.fromYear === null) return [{ code: "period-text", field: "period", params: { text } }];
  return [];
}

/** Registration numbers of all fields, those of measures with the place of the measure. */
export function numbersIn(content: CardContent): {
  found: RecognisedCard["registrationNumbers"];
  warnings: AnnexWarning[];
} {
  const found: RecognisedCard["registrationNumbers"] = [];
  const warnings: AnnexWarning[] = [];
  const read = (field: AnnexField, text: string, measure: number | null) => {
    for (const { number, text: written } of registrationNumbersIn(text)) {
      if (number === null)
        warnings.push({ code: "registration-number-invalid", field, params: { text: written } });
      else found.push({ number, field, measure });
    }
  };
  for (const field of textFields) read(field, content[field], null);
  content.measures.forEach((text, at) => {
    read("measures", text, at);
  });
  return { found, warnings };
}
