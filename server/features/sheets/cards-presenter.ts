import type { CodeListItem } from "../../../db/queries/code-lists.ts";
import type { EventRecord } from "../../../db/queries/events.ts";
import type { Participant } from "../../../db/queries/participants.ts";
import type { ProjectInReach } from "../../../db/queries/projects.ts";
import { daysText, type Wording } from "../events/words.ts";
import { fullName } from "../participants/words.ts";

/** Questions that a participant answers by ticking; their code lists. */
export const askedLists = [
  "esf-sex",
  "esf-labour-status",
  "esf-education",
  "esf-disadvantage",
] as const;

export interface Cards {
  project: ProjectInReach;
  event: EventRecord;
  people: readonly Participant[];
  items: readonly CodeListItem[];
}

/** The model of `views/sheets/cards.ejs`: what is known filled in, what is asked to be ticked. */
export function presentCards({ project, event, people, items }: Cards, wording: Wording) {
  const { sheets: words } = wording.texts;
  return {
    labels: words.card,
    project: project.title,
    registrationNumber: project.registrationNumber,
    event: `${event.title}, ${daysText(event, wording)}`,
    questions: askedLists
      .filter((list) => list !== "esf-sex")
      .map((list) => presentQuestion(list, items, wording)),
    cards: people.map((person) => presentCard(person, items, wording)),
  };
}

function presentQuestion(
  list: Exclude<(typeof askedLists)[number], "esf-sex">,
  items: readonly CodeListItem[],
  { texts, formats }: Wording,
) {
  const { questions, none, refused } = texts.sheets.card;
  const choices = items
    .filter((item) => item.list === list)
    .map((item) => (formats.language === "cs" ? item.labelCs : item.labelEn));
  const extra = list === "esf-disadvantage" ? [none, refused] : [];
  return { title: questions[list], choices: [...choices, ...extra] };
}

function presentCard(
  person: Participant,
  items: readonly CodeListItem[],
  { texts, formats }: Wording,
) {
  const { fields } = texts.sheets.card;
  const street = [person.street, houseNumber(person)].filter(Boolean).join(" ");
  const town = [person.postcode, person.municipality].filter(Boolean).join(" ");
  const sex = items.find(({ list, code }) => list === "esf-sex" && code === person.sex);
  return {
    code: person.code,
    fields: [
      { label: fields.name, value: fullName(person) },
      { label: fields.bornOn, value: person.bornOn === null ? "" : formats.date(person.bornOn) },
      { label: fields.sex, value: (formats.language === "cs" ? sex?.labelCs : sex?.labelEn) ?? "" },
      {
        label: fields.address,
        value: [street, person.municipalityPart, town].filter(Boolean).join(", "),
      },
      { label: fields.email, value: person.email ?? "" },
      { label: fields.phone, value: person.phone ?? "" },
      { label: fields.organisation, value: person.organisationName ?? "" },
    ],
  };
}

function houseNumber(person: Participant): string {
  const orientation = `${person.orientationNumber ?? ""}${person.orientationLetter ?? ""}`;
  return [person.houseNumber, orientation].filter(Boolean).join("/");
}
