import type { Host, PossibleTrainee } from "../../../../db/queries/internship-people.ts";
import type { Internship } from "../../../../db/queries/internships.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { personLabel } from "../words.ts";

export function presentTraineeForm(
  internship: Internship,
  { possible, readsNames }: { possible: PossibleTrainee[]; readsNames: boolean },
  state: FormState,
  texts: Texts,
) {
  const { trainees } = texts.internships;
  const options = possible.map((one) => ({
    value: String(one.participantId),
    label: personLabel(one, readsNames),
  }));
  return presentFormPage(
    {
      ...head(internship, trainees.title),
      action: paths.trainees(internship.projectId, internship.id),
      sections: [
        {
          rows: [
            {
              type: "select",
              name: "participantId",
              label: trainees.choose,
              hint: trainees.chooseHint,
              width: "medium",
              options: [{ value: "", label: trainees.nobody }, ...options],
            },
          ],
        },
        {
          title: trainees.newPerson,
          rows: [
            [
              { type: "text", name: "firstName", label: trainees.firstName, autocomplete: "off" },
              { type: "text", name: "surname", label: trainees.surname, autocomplete: "off" },
              { type: "date", name: "bornOn", label: trainees.bornOn, autocomplete: "off" },
            ],
          ],
        },
      ],
      submit: trainees.submit,
    },
    state,
    texts,
  );
}

export function presentHostForm(internship: Internship, state: FormState, texts: Texts) {
  const { hosts } = texts.internships;
  return presentFormPage(
    {
      ...head(internship, hosts.title),
      action: paths.hosts(internship.projectId, internship.id),
      sections: [
        {
          rows: [
            [
              {
                type: "text",
                name: "name",
                label: hosts.name,
                isRequired: true,
                list: "organisations",
              },
              { type: "text", name: "ico", label: hosts.ico, width: "short" },
            ],
          ],
        },
        { title: hosts.mentorTitle, rows: mentorRows(texts) },
      ],
      submit: hosts.submit,
    },
    state,
    texts,
  );
}

export function presentMentorForm(
  internship: Internship,
  host: Host,
  state: FormState,
  texts: Texts,
) {
  const { hosts, show } = texts.internships;
  return presentFormPage(
    {
      ...head(internship, show.editMentor),
      code: host.name,
      action: paths.host(internship.projectId, internship.id, host.id),
      sections: [{ rows: mentorRows(texts) }],
      submit: hosts.saveMentor,
    },
    state,
    texts,
  );
}

export function mentorValues(host: Host): FormValues {
  return {
    mentorName: host.mentorName ?? "",
    mentorFunction: host.mentorFunction ?? "",
    mentorEmail: host.mentorEmail ?? "",
    mentorPhone: host.mentorPhone ?? "",
    mentorAgreed: host.mentorAgreedToMail ? "true" : "",
  };
}

function mentorRows({ internships: { hosts } }: Texts): (FieldDefinition | FieldDefinition[])[] {
  return [
    [
      { type: "text", name: "mentorName", label: hosts.mentorName },
      { type: "text", name: "mentorFunction", label: hosts.mentorFunction },
    ],
    [
      { type: "email", name: "mentorEmail", label: hosts.mentorEmail },
      { type: "text", name: "mentorPhone", label: hosts.mentorPhone },
    ],
    { type: "checkbox", name: "mentorAgreed", label: hosts.mentorAgreed },
  ];
}

function head(internship: Internship, title: string) {
  const href = paths.internship(internship.projectId, internship.id);
  return { title, code: internship.title, cancel: { href } };
}
