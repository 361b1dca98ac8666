import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFields, presentFormErrors } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { choiceDefinitions } from "../../duties/choices/words.ts";
import { dutyKinds } from "../../duties/kinds/rules.ts";
import { isFinal } from "../../duties/rules.ts";
import { presentDueRules } from "../../duties/words.ts";
import type { Span } from "../rules.ts";
import { lengthText, spanText, type Wording } from "../words.ts";
import type { Proposal } from "./service.ts";

export function presentGenerationForm(
  projectId: number,
  left: Span | null,
  state: FormState,
  wording: Wording,
) {
  const { generation } = wording.texts.periods;
  return presentFormPage(
    {
      title: generation.title,
      lead: [left ? generation.text(spanText(left, wording)) : generation.nothingLeft],
      action: paths.periodGeneration(projectId),
      sections: [
        {
          rows: [
            {
              type: "number",
              name: "months",
              label: generation.months,
              suffix: generation.monthsSuffix,
              isRequired: true,
              width: "short",
            },
          ],
        },
      ],
      submit: generation.preview,
      cancel: { href: paths.periods(projectId) },
    },
    state,
    wording.texts,
  );
}

/** What the proposed periods and the project would owe, as far as it is not written down yet. */
function dutiesOffered({ duties, proposed }: Proposal): Proposal["duties"] {
  return duties.filter(({ owed, written, asked }) => {
    const isNew = !owed.period || proposed.some(({ number }) => number === owed.period?.number);
    return isNew && (asked.kind === "add" || (owed.ruleId === null && !written));
  });
}

/** Reports and requests of every period; of the rest what is still to come. */
export function dutiesProposed(proposal: Proposal, today: string): string[] {
  return dutiesOffered(proposal).flatMap(({ owed, asked }) => {
    if (asked.kind !== "add") return [];
    return dutyKinds[owed.duty].isAlwaysOwed || asked.on >= today ? [owed.key] : [];
  });
}

/** The page between asking and saving: the periods, and which of their duties to write down. */
export function presentProposal(
  project: Span & { id: number },
  proposal: Proposal,
  state: FormState,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { generation, columns, name, final } = texts.periods;
  const duties = dutiesOffered(proposal);
  const asking = new Set(duties.map(({ owed }) => owed.ruleId));
  const rules = proposal.rules.filter(({ id }) => asking.has(id));
  return {
    pageHeader: { title: generation.previewTitle },
    formErrors: presentFormErrors(state, texts),
    labels: columns,
    rows: proposal.proposed.map((period) => ({
      name: name(period.number),
      tag: isFinal(period, project) ? final : null,
      startsOn: formats.date(period.startsOn),
      endsOn: formats.date(period.endsOn),
      length: lengthText(period, wording),
    })),
    rules: presentDueRules(rules, proposal.missingRules, wording, {
      href: paths.projectRules(project.id),
      label: texts.duties.rulesLink,
    }),
    form: { submission: state.submission },
    action: paths.periodGeneration(project.id),
    hidden: presentFields([{ type: "hidden", name: "months", label: "" }], state, texts),
    fields: presentFields(choiceDefinitions({ duties, gone: [] }, wording), state, texts),
    formFooter: {
      submit: generation.submit,
      cancel: { href: paths.newPeriodGeneration(project.id), label: generation.back },
    },
  };
}
