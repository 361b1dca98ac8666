import type { DocumentLine } from "../../../../db/queries/documents.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { documentExtensions } from "../../../values/document-file.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { documentCategories } from "../rules.ts";
import { categoryWord } from "../words.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
}

const WITH_FILE = { enctype: "multipart/form-data" };

export function presentNewDocument(
  state: FormState,
  of: { projectId: number; mostBytes: number; record: string },
  { texts, formats }: Wording,
) {
  const { documents: words } = texts;
  const page = presentFormPage(
    {
      title: words.newTitle,
      lead: [of.record],
      hidden: ["objectType", "objectId", "requirementId"],
      action: paths.documents(of.projectId),
      submit: words.upload,
      cancel: { href: paths.documents(of.projectId) },
      sections: [
        {
          rows: [
            fileField(of.mostBytes, { texts, formats }),
            { ...titleField(texts), hint: words.hints.title },
            categoryField(texts),
            ...markFields(texts),
          ],
        },
      ],
    },
    state,
    texts,
  );
  return { ...page, ...WITH_FILE };
}

export function presentNewVersion(
  state: FormState,
  of: { projectId: number; mostBytes: number; document: DocumentLine },
  { texts, formats }: Wording,
) {
  const { documents: words } = texts;
  const { projectId, document } = of;
  const page = presentFormPage(
    {
      title: words.replaceTitle,
      lead: [document.title],
      action: paths.documentVersions(projectId, document.id),
      submit: words.uploadVersion,
      cancel: { href: paths.document(projectId, document.id) },
      sections: [
        {
          rows: [
            fileField(of.mostBytes, { texts, formats }),
            {
              type: "textarea",
              name: "note",
              label: words.fields.note,
              hint: words.hints.note,
              rows: 2,
              maxLength: 500,
            },
          ],
        },
      ],
    },
    state,
    texts,
  );
  return { ...page, ...WITH_FILE };
}

export function presentDocumentForm(
  state: FormState,
  of: { projectId: number; id: number },
  { texts }: Wording,
) {
  const { documents: words } = texts;
  return presentFormPage(
    {
      title: words.editTitle,
      hidden: ["version"],
      action: paths.document(of.projectId, of.id),
      submit: words.save,
      cancel: { href: paths.document(of.projectId, of.id) },
      sections: [
        {
          rows: [
            { ...titleField(texts), isRequired: true },
            categoryField(texts),
            ...markFields(texts),
          ],
        },
      ],
    },
    state,
    texts,
  );
}

export function documentFormValues(document: DocumentLine): FormValues {
  return {
    title: document.title,
    category: document.category,
    isSignedOriginal: String(document.isSignedOriginal),
    isPersonal: String(document.isPersonal),
    version: String(document.version),
  };
}

function fileField(mostBytes: number, { texts, formats }: Wording): FieldDefinition {
  const { fields, hints } = texts.documents;
  return {
    type: "file",
    name: "file",
    label: fields.file,
    hint: hints.file(formats.bytes(mostBytes)),
    accept: documentExtensions.map((extension) => `.${extension}`).join(","),
    isRequired: true,
  };
}

function titleField({ documents }: Texts): FieldDefinition {
  return { type: "text", name: "title", label: documents.fields.title };
}

function categoryField(texts: Texts): FieldDefinition {
  return {
    type: "select",
    name: "category",
    label: texts.documents.fields.category,
    isRequired: true,
    width: "medium",
    options: documentCategories.map((value) => ({ value, label: categoryWord(value, texts) })),
  };
}

function markFields({ documents: { fields, hints } }: Texts): FieldDefinition[] {
  return (["isSignedOriginal", "isPersonal"] as const).map((name) => ({
    type: "checkbox",
    name,
    label: fields[name],
    hint: hints[name],
  }));
}
