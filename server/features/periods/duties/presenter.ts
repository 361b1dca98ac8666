import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFields, presentFormErrors } from "../../../web/form-fields.ts";
import { moveFields } from "../edit/presenter.ts";
import { dutyFields } from "../generation/presenter.ts";
import { presentRules, type Wording } from "../words.ts";
import type { DutyBoard } from "./service.ts";

export function presentDuties(
  projectId: number,
  board: DutyBoard,
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const { dutiesPage } = texts.periods;
  const missing = board.duties.flatMap(({ due, stored }) => (stored ? [] : [due]));
  const outdated = board.duties.flatMap(({ due, stored, isOutdated }) =>
    stored && isOutdated ? [{ due, stored }] : [],
  );
  const fields = [...moveFields(outdated, wording), ...dutyFields(missing, wording)];
  return {
    pageHeader: { title: dutiesPage.title, subtitle: dutiesPage.text },
    formErrors: presentFormErrors(state, texts),
    nothing: fields.length === 0 ? dutiesPage.nothing : null,
    form: { submission: state.submission },
    action: paths.periodDuties(projectId),
    fields: presentFields(fields, state, texts),
    rules: presentRules(board.rules, board.missingRules, { ...wording, projectId }),
    formFooter: { submit: dutiesPage.submit, cancel: { href: paths.periods(projectId) } },
  };
}
