import type { SocialService } from "../../../db/queries/social-services.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import type { FieldDefinition } from "../../web/form-fields.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { serviceKinds } from "./schema.ts";

interface Words {
  texts: Texts;
  formats: Formats;
  today: string;
}

export function presentServices(
  services: readonly SocialService[],
  counts: ReadonlyMap<number, number>,
  tabs: object[],
  { texts, formats, today }: Words,
) {
  const labels = texts.socialServices;
  const ended = ({ archivedAt, validTo }: SocialService) => {
    if (archivedAt !== null) return labels.archived;
    return validTo !== null && validTo < today ? texts.codeLists.ended : null;
  };
  return {
    pageHeader: {
      title: labels.title,
      subtitle: labels.subtitle,
      actions: { primary: { href: paths.newSocialService(), label: labels.add, icon: "plus" } },
      tabs,
    },
    columns: labels.columns,
    rows: services.map((service) => ({
      href: paths.editSocialService(service.id),
      section: labels.form.fixedSection(service.section),
      name: formats.language === "cs" ? service.nameCs : service.nameEn,
      kind: labels.kinds[service.kind],
      synonyms: service.synonyms.join(", "),
      source: service.source,
      cards: formats.number(counts.get(service.id) ?? 0),
      ended: ended(service),
    })),
  };
}

/** A service as its form holds it. */
export function serviceValues(service: SocialService): FormValues {
  return {
    nameCs: service.nameCs,
    nameEn: service.nameEn,
    kind: service.kind,
    synonyms: service.synonyms.join("\n"),
    position: String(service.position),
    validFrom: service.validFrom ?? "",
    validTo: service.validTo ?? "",
    source: service.source,
    version: String(service.version),
  };
}

export function presentServiceForm(state: FormState, service: SocialService | null, texts: Texts) {
  const { form: labels, title } = texts.socialServices;
  const section: FieldDefinition = {
    ...({
      type: "text",
      name: "section",
      label: labels.section,
      hint: labels.sectionHint,
    } as const),
    ...({ isRequired: true, width: "short" } as const),
  };
  const model = presentFormPage(
    {
      title: service ? labels.editTitle : labels.newTitle,
      code: title,
      lead: [...(service ? [labels.fixedSection(service.section)] : []), labels.rereads],
      action: service ? paths.socialService(service.id) : paths.socialServices(),
      hidden: service ? ["version"] : [],
      sections: [{ rows: [...(service ? [] : [section]), ...serviceFields(texts)] }],
      submit: texts.codeLists.form.save,
      cancel: { href: paths.socialServices() },
    },
    state,
    texts,
  );
  const archiving = service && {
    action: paths.socialServiceArchiving(service.id),
    version: String(service.version),
    label: service.archivedAt === null ? labels.archive : labels.restore,
  };
  return { ...model, archiving };
}

function serviceFields(texts: Texts): (FieldDefinition | FieldDefinition[])[] {
  const { form: labels, kinds } = texts.socialServices;
  const { form } = texts.codeLists;
  return [
    { type: "text", name: "nameCs", label: labels.nameCs, isRequired: true },
    { type: "text", name: "nameEn", label: labels.nameEn, isRequired: true },
    {
      ...({ type: "select", name: "kind", label: labels.kind, width: "medium" } as const),
      isRequired: true,
      options: serviceKinds.map((value) => ({ value, label: kinds[value] })),
    },
    {
      ...({ type: "textarea", name: "synonyms", label: labels.synonyms, rows: 6 } as const),
      hint: labels.synonymsHint,
    },
    { type: "text", name: "source", label: labels.source, isRequired: true },
    { type: "number", name: "position", label: form.position, isRequired: true, width: "short" },
    [
      { type: "date", name: "validFrom", label: form.validFrom },
      { type: "date", name: "validTo", label: form.validTo },
    ],
  ];
}
