import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFields, presentFormErrors } from "../../../web/form-fields.ts";
import { choiceDefinitions } from "../choices/words.ts";
import type { DutyBoard } from "../service.ts";
import { presentDueRules, type Wording } from "../words.ts";

/** What the rules ask for beside what is written down, each to be ticked: nothing of it is saved yet. */
export function presentSettlement(
  projectId: number,
  board: DutyBoard,
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const { settlement, rulesLink } = texts.duties;
  const fields = choiceDefinitions(board, wording);
  const link = { href: paths.projectRules(projectId), label: rulesLink };
  return {
    pageHeader: { title: settlement.title },
    lead: settlement.text,
    formErrors: presentFormErrors(state, texts),
    nothing: fields.length === 0 ? settlement.nothing : null,
    form: { submission: state.submission },
    action: paths.dutySettlement(projectId),
    fields: presentFields(fields, state, texts),
    rules: presentDueRules(board.rules, board.missingRules, { texts }, link),
    formFooter: { submit: settlement.submit, cancel: { href: paths.duties(projectId) } },
  };
}
