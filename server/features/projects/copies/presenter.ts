import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFields, presentFormErrors } from "../../../web/form-fields.ts";
import type { CopyEntry } from "./schema.ts";
import type { CopiedDate } from "./service.ts";

interface Reader {
  texts: Texts;
  formats: Formats;
}

export function presentCopyForm(state: FormState, project: ProjectInReach, { texts }: Reader) {
  const words = texts.copies;
  return {
    pageHeader: { title: words.title, subtitle: project.title },
    lead: words.lead,
    action: paths.copyProject(project.id),
    form: { submission: state.submission },
    formErrors: presentFormErrors(state, texts),
    fields: presentFields(
      [
        { type: "hidden", name: "step", label: "" },
        { type: "text", name: "title", label: words.fields.title, isRequired: true },
        {
          type: "text",
          name: "shortName",
          label: words.fields.shortName,
          isRequired: true,
          width: "medium",
        },
        {
          type: "date",
          name: "startsOn",
          label: words.fields.startsOn,
          hint: words.startHint,
          isRequired: true,
          width: "short",
        },
      ],
      { ...state, values: { ...state.values, step: "preview" } },
      texts,
    ),
    formFooter: { submit: words.preview, cancel: { href: paths.project(project.id) } },
    preview: null,
  };
}

export function presentCopyPreview(
  state: FormState,
  copy: { project: ProjectInReach; entry: CopyEntry; dates: CopiedDate[] },
  { texts, formats }: Reader,
) {
  const words = texts.copies;
  const hidden = ["step", "title", "shortName", "startsOn"].map((name) => ({
    type: "hidden" as const,
    name,
    label: "",
  }));
  return {
    pageHeader: { title: words.title, subtitle: copy.entry.title },
    lead: words.previewLead,
    action: paths.copyProject(copy.project.id),
    form: { submission: state.submission },
    formErrors: null,
    fields: presentFields(hidden, { ...state, values: { ...state.values, step: "save" } }, texts),
    formFooter: { submit: words.save, cancel: { href: paths.copyProject(copy.project.id) } },
    preview: {
      columns: words.columns,
      rows: copy.dates.map((date) => ({
        kind: words.kinds[date.kind],
        title: date.title,
        from: formats.date(date.from),
        to: formats.date(date.to),
      })),
    },
  };
}
