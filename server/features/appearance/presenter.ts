import { randomUUID } from "node:crypto";
import type { BrandKind } from "../../../db/queries/brand-images.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState } from "../../web/form.ts";
import { presentFields, presentFormErrors } from "../../web/form-fields.ts";
import { blankState } from "../../web/form-page.ts";
import { brandKinds } from "./schema.ts";
import type { Authority } from "./service.ts";

/** Which of the three forms of the page was sent, and what came of it. */
export interface SentForm {
  form: "name" | BrandKind;
  state: FormState;
}

export function presentAppearance(authority: Authority, sent: SentForm | null, texts: Texts) {
  const { appearance } = texts;
  const stateOf = (form: SentForm["form"]) =>
    sent?.form === form ? sent.state : blankState(randomUUID(), { name: authority.name });
  const hrefs = { logo: authority.logoHref, strip: authority.stripHref };
  return {
    pageHeader: { title: appearance.title, subtitle: appearance.subtitle },
    formErrors: sent && withIds(presentFormErrors(sent.state, texts), sent.form),
    name: {
      title: appearance.name.title,
      action: paths.appearance(),
      form: { submission: stateOf("name").submission },
      fields: presentFields(
        [
          {
            type: "text",
            name: "name",
            label: appearance.name.label,
            hint: appearance.name.hint,
          },
        ],
        stateOf("name"),
        texts,
      ),
      submit: appearance.name.submit,
    },
    images: brandKinds.map((kind) => presentImage(kind, hrefs[kind], stateOf(kind), texts)),
  };
}

function presentImage(kind: BrandKind, href: string | null, state: FormState, texts: Texts) {
  const { images, kinds } = texts.appearance;
  const labels = kinds[kind];
  return {
    title: labels.title,
    href,
    alt: labels.alt,
    empty: labels.empty,
    action: paths.brandImages(kind),
    form: { submission: state.submission },
    fields: presentFields(
      [
        {
          type: "file",
          name: "file",
          id: `file-${kind}`,
          label: labels.file,
          hint: images.hint,
          accept: "image/png,image/jpeg",
          isRequired: true,
        },
      ],
      state,
      texts,
    ),
    submit: href ? labels.replace : labels.upload,
    removal: href ? { action: paths.brandImageRemoval(kind), label: labels.remove } : null,
  };
}

/** Two forms of the page have a field `file`: the summary leads to the right one. */
function withIds(errors: ReturnType<typeof presentFormErrors>, form: SentForm["form"]) {
  return (
    errors && {
      ...errors,
      errors: errors.errors.map((error) => ({
        ...error,
        href: error.href === "#file" ? `#file-${form}` : error.href,
      })),
    }
  );
}
