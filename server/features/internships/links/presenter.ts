import type { InternshipConfirmation } from "../../../../db/queries/internship-confirmations.ts";
import type { InternshipDay } from "../../../../db/queries/internship-days.ts";
import type { Host, Trainee } from "../../../../db/queries/internship-people.ts";
import type { Internship } from "../../../../db/queries/internships.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState } from "../../../web/form.ts";
import {
  type FieldDefinition,
  presentFields,
  presentFormErrors,
} from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import type { Wording } from "../words.ts";
import { shortName } from "./rules.ts";

export function presentLinkForm(
  internship: Internship,
  { host, minutes }: { host: Host; minutes: number },
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const { links } = texts.internshipConfirmations;
  const isMailable = host.mentorEmail !== null && host.mentorAgreedToMail;
  const isMailed: FieldDefinition[] = isMailable
    ? [{ type: "checkbox", name: "isMailed", label: links.isMailed(host.mentorEmail ?? "") }]
    : [];
  return presentFormPage(
    {
      title: links.title,
      code: internship.title,
      lead: [
        links.lead(host.name, wording.formats.hourCount(minutes)),
        links.explanation,
        ...(isMailable ? [] : [links.notMailed]),
      ],
      action: paths.mentorLinks(internship.projectId, internship.id, host.id),
      sections: [
        {
          rows: [
            {
              type: "date",
              name: "answerBy",
              label: links.answerBy,
              isRequired: true,
              width: "short",
            },
            ...isMailed,
          ],
        },
      ],
      submit: links.submit,
      cancel: { href: paths.internship(internship.projectId, internship.id) },
    },
    state,
    texts,
  );
}

interface Shown {
  link: InternshipConfirmation & { projectTitle: string };
  days: InternshipDay[];
  trainees: Trainee[];
  action: string;
}

/** The page a mentor opens: days and hours of their host, one table for each trainee. */
export function presentConfirmation(shown: Shown, state: FormState, wording: Wording) {
  const { texts, formats } = wording;
  const { confirmation: words } = texts.internshipConfirmations;
  const { link, days, trainees, action } = shown;
  const total = days.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    title: words.title,
    facts: [words.intro(link.hostName), words.project(link.projectTitle)],
    explanation: words.explanation,
    notice: words.notice,
    labels: words,
    trainees: trainees.map((trainee) => presentTrainee(trainee, days, wording)),
    total: formats.hours(total),
    isEmpty: days.length === 0,
    until: link.answerBy === null ? "" : words.until(formats.date(link.answerBy)),
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action,
    fields: presentFields(answerFields(texts, days.length === 0), state, texts),
    formFooter: { submit: words.submit },
  };
}

function presentTrainee(trainee: Trainee, days: InternshipDay[], wording: Wording) {
  const { formats } = wording;
  const own = days.filter(({ traineeId }) => traineeId === trainee.id);
  const total = own.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    name: shortName(trainee) || trainee.code,
    days: own.map(({ workedOn, minutes }) => ({
      day: formats.date(workedOn),
      weekday: formats.weekday(workedOn),
      hours: formats.hourCount(minutes),
    })),
    total: formats.hours(total),
  };
}

function answerFields(
  { internshipConfirmations: { confirmation: words } }: Texts,
  isEmpty: boolean,
): FieldDefinition[] {
  const confirmed = { value: "confirmed", label: words.confirmed };
  const objected = { value: "objected", label: words.objected };
  return [
    { type: "hidden", name: "seen", label: "" },
    {
      type: "radios",
      name: "answer",
      label: words.answer,
      isRequired: true,
      options: isEmpty ? [objected] : [confirmed, objected],
    },
    { type: "textarea", name: "note", label: words.note, hint: words.noteHint, rows: 3 },
    { type: "text", name: "name", label: words.name, isRequired: true, autocomplete: "name" },
  ];
}

export function presentDeadLink(
  fate: string,
  { internshipConfirmations: { confirmation } }: Texts,
) {
  const { dead } = confirmation;
  const reasons: Record<string, string> = {
    answered: dead.answered,
    revoked: dead.revoked,
    expired: dead.expired,
  };
  return { title: dead.title, sentences: [reasons[fate] ?? dead.unknown, dead.advice] };
}

export function presentThanks(answer: "confirmed" | "objected", texts: Texts) {
  const { thanks, thanksConfirmed, thanksObjected } = texts.internshipConfirmations.confirmation;
  const sentence = answer === "confirmed" ? thanksConfirmed : thanksObjected;
  return { title: thanks, sentences: [sentence] };
}
