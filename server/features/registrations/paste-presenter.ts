import type { EventRecord } from "../../../db/queries/events.ts";
import { paths } from "../../paths.ts";
import type { FormState } from "../../web/form.ts";
import { presentFormErrors } from "../../web/form-fields.ts";
import { presentFormPage } from "../../web/form-page.ts";
import type { Wording } from "../events/words.ts";
import { nameInList } from "../participants/words.ts";
import type { Outcome, UnderstoodLine } from "./pasting.ts";
import { stateField, withDefault } from "./search-presenter.ts";

export function presentPasteForm(event: EventRecord, state: FormState, wording: Wording) {
  const { texts } = wording;
  const { registrations: words } = texts;
  const { projectId, id } = event;
  return presentFormPage(
    {
      title: words.pasteTitle,
      lead: [words.pasteLead],
      action: paths.pastePreview(projectId, id),
      sections: [
        {
          rows: [
            { type: "textarea", name: "lines", label: words.lines, rows: 14, isRequired: true },
            stateField(wording),
          ],
        },
      ],
      submit: words.preview,
      cancel: { href: paths.registrations(projectId, id) },
    },
    withDefault(state),
    texts,
  );
}

const TONES: Record<Outcome, string> = {
  unreadable: "red",
  already: "grey",
  known: "green",
  asked: "yellow",
  new: "blue",
};

/** The model of `views/registrations/preview.ejs`: each line, how it was understood, what will be done. */
export function presentPreview(
  event: EventRecord,
  lines: readonly UnderstoodLine[],
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const { registrations: words } = texts;
  const { projectId, id } = event;
  const chosen = [state.values.choice ?? []].flat();
  return {
    labels: words,
    title: words.previewTitle,
    summary: words.rowCount(lines.length),
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.pastedRegistrations(projectId, id),
    pasted: lines.map(({ line }) => line.text).join("\n"),
    state: String(state.values.state ?? "registered"),
    rows: lines.map((one, index) => presentLine(one, chosen[index], wording)),
    formFooter: {
      submit: words.submitPaste,
      cancel: { href: paths.newPastedRegistrations(projectId, id), label: words.backToPaste },
    },
  };
}

function presentLine(one: UnderstoodLine, chosen: string | undefined, wording: Wording) {
  const { texts, formats } = wording;
  const { registrations: words } = texts;
  const { line, outcome, organisation, candidates } = one;
  const born = line.bornOn === null ? words.noBirthday : formats.date(line.bornOn);
  const unknown = line.organisation !== null && organisation === null;
  const labels = {
    unreadable: line.hasUnreadableDay ? words.unreadableDay : words.unreadable,
    already: words.isAlready,
    known: words.isKnown,
    asked: words.isAsked,
    new: words.isNew,
  };
  return {
    text: line.text,
    name: outcome === "unreadable" ? null : `${line.surname} ${line.firstName}`,
    note: [born, organisation?.name, unknown ? words.unknownOrganisation : null]
      .filter(Boolean)
      .join(" · "),
    pill: { tone: TONES[outcome], label: labels[outcome] },
    choice: chosen ?? one.proposal,
    options: optionsOf(outcome, candidates, wording),
  };
}

function optionsOf(
  outcome: Outcome,
  candidates: UnderstoodLine["candidates"],
  { texts, formats }: Wording,
) {
  const { choices, noBirthday, already } = texts.registrations;
  const skip = { value: "skip", label: choices.skip };
  if (outcome === "unreadable") return [skip];
  const known = candidates.map((one) => {
    const born = one.bornOn === null ? noBirthday : formats.date(one.bornOn);
    const label = choices.known(nameInList(one), born);
    return { value: String(one.id), label: one.isRegistered ? `${label} (${already})` : label };
  });
  const fresh = outcome === "new" || outcome === "asked";
  return [...known, ...(fresh ? [{ value: "new", label: choices.new }] : []), skip];
}
