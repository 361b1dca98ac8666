import type { ShownLink } from "../../../../db/queries/card-link-list.ts";
import type { StoredLink } from "../../../../db/queries/card-links.ts";
import type { Card } from "../../../../db/queries/cards.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import { presentFields } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { calledProject } from "../words.ts";
import type { LinkChoices } from "./choices.ts";
import { detailFields, namedFields } from "./fields.ts";

/** First a project is chosen, or named: what else there is to say depends on it. */
export function presentProjectChoice(
  card: Card,
  { projects, measures }: LinkChoices,
  state: FormState,
  texts: Texts,
) {
  const { form } = texts.cardLinks;
  const none = { value: "", label: form.noProject };
  const options = projects.map(({ id, shortName, registrationNumber }) => ({
    value: String(id),
    label: [shortName, registrationNumber].filter(Boolean).join(" · "),
  }));
  const rows = [
    namedFields(texts),
    ...detailFields({ measures, activities: [] }, form.namedNoteHint, texts),
  ];
  const named = {
    title: form.newTitle,
    action: paths.cardLinks(card.planId, card.id),
    sections: [{ rows }],
    submit: form.addNamed,
    cancel: { href: paths.card(card.planId, card.id) },
  };
  const select = { type: "select", name: "project", label: form.chooseProject } as const;
  return {
    ...presentFormPage(named, state, texts),
    pageHeader: headOf(form.newTitle, card, texts),
    named: { title: form.notHere, hint: form.notHereHint },
    choice: {
      title: form.here,
      action: paths.newCardLink(card.planId, card.id),
      fields: presentFields([{ ...select, options: [none, ...options] }], state, texts),
      submit: form.continue,
    },
  };
}

/** A link to the project that was chosen. */
export function presentNewLink(card: Card, choices: LinkChoices, state: FormState, texts: Texts) {
  const { form } = texts.cardLinks;
  const project = choices.projects.find(({ id }) => String(id) === state.values.projectId);
  return {
    ...presentFormPage(
      {
        title: form.newTitle,
        lead: project ? [project.shortName] : [],
        action: paths.cardLinks(card.planId, card.id),
        hidden: ["projectId"],
        sections: [{ rows: detailFields(choices, form.noteHint, texts) }],
        submit: form.add,
        cancel: { href: paths.newCardLink(card.planId, card.id), label: form.otherProject },
      },
      state,
      texts,
    ),
    pageHeader: headOf(form.newTitle, card, texts),
  };
}

/** What a link says; where the project is only named by hand, also how it is called. */
export function presentLinkForm(
  card: Card,
  link: ShownLink,
  choices: LinkChoices,
  state: FormState,
  texts: Texts,
) {
  const { form } = texts.cardLinks;
  const isNamed = link.projectId === null;
  const isFound = link.origin === "number";
  const noteHint = isNamed ? form.namedNoteHint : form.noteHint;
  const offered = isFound ? { ...choices, measures: [] } : choices;
  const details = detailFields(offered, noteHint, texts);
  return {
    ...presentFormPage(
      {
        title: form.editTitle,
        lead: [calledProject(link, texts), ...(isFound ? [form.found] : [])],
        action: paths.cardLink(card.planId, card.id, link.id),
        hidden: ["version"],
        sections: [{ rows: isNamed && !isFound ? [namedFields(texts), ...details] : details }],
        submit: form.save,
        cancel: { href: paths.card(card.planId, card.id) },
      },
      state,
      texts,
    ),
    pageHeader: headOf(form.editTitle, card, texts),
  };
}

function headOf(title: string, { number, name }: Card, { cards }: Texts) {
  return { title, code: `${cards.numberOf(number)} · ${name}` };
}

export function linkValues(
  link: Pick<
    StoredLink,
    "version" | "measureId" | "activityId" | "note" | "projectName" | "registrationNumber"
  >,
): FormValues {
  return {
    version: String(link.version),
    measureId: String(link.measureId ?? ""),
    activityId: String(link.activityId ?? ""),
    note: link.note ?? "",
    projectName: link.projectName ?? "",
    registrationNumber: link.registrationNumber ?? "",
  };
}
