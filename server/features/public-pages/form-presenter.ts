import type { ProjectInReach } from "../../../db/queries/projects.ts";
import type { PublicPage } from "../../../db/queries/public-pages.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import { presentFormPage } from "../../web/form-page.ts";
import { proposedSlug } from "./rules.ts";

export function presentPublicPageForm(project: ProjectInReach, state: FormState, texts: Texts) {
  const { form } = texts.publicPages;
  return presentFormPage(
    {
      title: form.title,
      lead: [form.lead],
      hidden: ["version"],
      action: paths.publicPage(project.id),
      sections: [
        {
          rows: [
            { type: "text", name: "slug", label: form.slug, hint: form.slugHint, maxLength: 80 },
            {
              ...{ type: "textarea" as const, name: "fundingSentence", rows: 2, maxLength: 500 },
              ...{ label: form.fundingSentence, hint: form.fundingHint },
            },
            {
              ...{ type: "textarea" as const, name: "introduction", rows: 8, maxLength: 4_000 },
              ...{ label: form.introduction, hint: form.introductionHint },
            },
          ],
        },
        {
          title: form.contact,
          hint: form.contactHint,
          rows: [
            [
              { type: "text", name: "contactFunction", label: form.contactFunction },
              { type: "text", name: "contactOffice", label: form.contactOffice },
            ],
            { type: "text", name: "contactAddress", label: form.contactAddress },
            [
              { type: "email", name: "contactEmail", label: form.contactEmail },
              { type: "text", name: "contactPhone", label: form.contactPhone, width: "medium" },
            ],
          ],
        },
      ],
      submit: form.save,
      cancel: { href: paths.publicPage(project.id) },
    },
    state,
    texts,
  );
}

/** A page that is there, or what a new one begins with. */
export function publicPageValues(
  project: ProjectInReach,
  page: PublicPage | undefined,
  { publicPages }: Texts,
): FormValues {
  if (!page) {
    const { fundingSentences } = publicPages;
    return {
      version: "0",
      slug: proposedSlug(project.shortName, project.id),
      fundingSentence: fundingSentences[project.programme] ?? fundingSentences.other ?? "",
    };
  }
  return {
    version: String(page.version),
    slug: page.slug,
    fundingSentence: page.fundingSentence,
    introduction: page.introduction ?? "",
    contactFunction: page.contactFunction ?? "",
    contactOffice: page.contactOffice ?? "",
    contactAddress: page.contactAddress ?? "",
    contactEmail: page.contactEmail ?? "",
    contactPhone: page.contactPhone ?? "",
  };
}
