import type { ProjectSpan } from "../../../db/queries/project-locks.ts";
import { paths } from "../../paths.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import { presentFields } from "../../web/form-fields.ts";
import type { Replan } from "../duties/replanning/service.ts";
import { presentReplan, replanDefinitions } from "../duties/replanning/words.ts";
import type { Wording } from "../duties/words.ts";

/** The page between a changed project and its saving; what was typed goes along unseen. */
export function presentProjectReplan(
  span: { before: ProjectSpan; after: ProjectSpan },
  replan: Replan,
  { state, typed }: { state: FormState; typed: FormValues },
  wording: Wording,
) {
  const { replan: words } = wording.texts.duties;
  const { id } = span.before;
  return {
    pageHeader: { title: words.title },
    lead: words.lead,
    ...presentReplan(span, replan, wording),
    form: { submission: state.submission },
    action: paths.project(id),
    hidden: Object.entries(typed).flatMap(([name, value]) =>
      [value].flat().map((one) => ({ type: "hidden", name, label: "", value: one })),
    ),
    fields: presentFields(replanDefinitions(replan, wording), state, wording.texts),
    formFooter: {
      submit: words.submit,
      second: { name: "isBack", value: "true", label: words.back },
    },
  };
}
