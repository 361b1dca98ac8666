import type { BodyLine } from "../../../db/queries/bodies.ts";
import type { Attendee } from "../../../db/queries/meetings.ts";
import type { PossibleOwner } from "../../../db/queries/owners.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import { ownerKey } from "../../values/owner.ts";
import { rowsOffered } from "../../values/row-fields.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import type { FieldDefinition, FieldOption } from "../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../web/form-page.ts";
import { ownerLabel } from "../../web/owner-field.ts";
import { attendeeStates } from "./rules.ts";
import { MOST_ITEMS } from "./schema.ts";
import type { Meeting } from "./service.ts";

export interface MeetingChoices {
  bodies: BodyLine[];
  owners: PossibleOwner[];
}

const LEAST_ITEMS = 3;

export function presentMinutesForm(
  meeting: Meeting,
  choices: MeetingChoices,
  state: FormState,
  texts: Texts,
) {
  const { form } = texts.meetings;
  const { projectId, id, title } = meeting.event;
  return presentFormPage(
    {
      title: form.title,
      code: title,
      hidden: ["version"],
      action: paths.minutes(projectId, id),
      sections: [
        { rows: [bodyField(meeting, choices, texts)] },
        attendanceSection(meeting, choices, texts),
        ...itemSections(meeting, choices, state, texts),
        {
          title: form.overall,
          rows: [
            { type: "textarea", name: "minutes", label: form.minutes, maxLength: 10_000, rows: 4 },
            {
              type: "textarea",
              name: "conclusions",
              label: form.conclusions,
              maxLength: 5000,
              rows: 3,
            },
          ],
        },
      ],
      submit: form.save,
      cancel: { href: paths.minutes(projectId, id) },
    },
    state,
    texts,
  );
}

/** The page of the minutes as the form shows it. */
export function minutesValues(meeting: Meeting): FormValues {
  const { event, meeting: record, items, attendees } = meeting;
  const values: FormValues = {
    version: String(event.version),
    bodyId: String(record.bodyId ?? ""),
    minutes: record.minutes ?? "",
    conclusions: record.conclusions ?? "",
  };
  for (const [index, item] of items.entries()) {
    const name = `item${index + 1}`;
    values[`${name}Id`] = String(item.id);
    values[`${name}Title`] = item.title;
    values[`${name}Position`] = String(item.position);
    values[`${name}Minutes`] = item.minutes ?? "";
    values[`${name}Conclusion`] = item.conclusion ?? "";
  }
  for (const [index, attendee] of attendees.entries()) {
    values[`attendee${index + 1}Id`] = String(attendee.id);
    values[`attendee${index + 1}State`] = attendee.state;
  }
  return values;
}

function bodyField(
  { meeting }: Meeting,
  { bodies }: MeetingChoices,
  { meetings }: Texts,
): FieldDefinition {
  const options = bodies.map(({ id, name }) => ({ value: String(id), label: name }));
  const { bodyId, bodyName } = meeting;
  const isGone = bodyId !== null && !bodies.some(({ id }) => id === bodyId);
  const gone = isGone ? [{ value: String(bodyId), label: bodyName ?? "" }] : [];
  return {
    type: "select",
    name: "bodyId",
    label: meetings.body,
    hint: meetings.form.bodyHint,
    width: "medium",
    options: [{ value: "", label: meetings.noBody }, ...options, ...gone],
  };
}

function attendanceSection(
  { attendees }: Meeting,
  { owners }: MeetingChoices,
  texts: Texts,
): SectionDefinition {
  const { meetings } = texts;
  const { form } = meetings;
  const states = [
    ...attendeeStates.map((value) => ({ value, label: meetings.attendeeStates[value] })),
    { value: "removed", label: meetings.remove },
  ];
  const known = new Set(attendees.map(ownerKey));
  const others = owners.filter((owner) => !known.has(ownerKey(owner)));
  return {
    title: form.attendees,
    rows: [
      ...pairs(attendees.map((attendee, index) => attendeeField(attendee, index + 1, states))),
      ...attendees.map((_attendee, index) => hidden(`attendee${index + 1}Id`)),
      [
        {
          type: "select",
          name: "person",
          label: form.addPerson,
          options: [
            { value: "", label: form.nobody },
            ...others.map((owner) => ({ value: ownerKey(owner), label: ownerLabel(owner, texts) })),
          ],
        },
        { type: "textarea", name: "guests", label: form.guests, hint: form.guestsHint, rows: 2 },
      ],
    ],
  };
}

function attendeeField(
  { ownerName, function: about }: Attendee,
  number: number,
  options: FieldOption[],
): FieldDefinition {
  const label = about ? `${ownerName} (${about})` : ownerName;
  return { type: "select", name: `attendee${number}State`, label, options };
}

function itemSections(
  { items }: Meeting,
  { owners }: MeetingChoices,
  state: FormState,
  texts: Texts,
): SectionDefinition[] {
  const { form } = texts.meetings;
  const count = rowsOffered(state.values, "item", { least: LEAST_ITEMS, most: MOST_ITEMS });
  const people = [
    { value: "", label: form.noOwner },
    ...owners.map((owner) => ({ value: ownerKey(owner), label: ownerLabel(owner, texts) })),
  ];
  return Array.from({ length: Math.max(count, items.length) }, (_, index) => {
    const name = `item${index + 1}`;
    const isKnown = Boolean(state.values[`${name}Id`]);
    // One empty item stands open, the further ones behind their titles.
    const isSpare = !isKnown && index > items.length;
    return {
      title: isKnown ? form.item(index + 1) : form.newItem,
      ...(index === 0 ? { hint: form.itemsHint } : {}),
      isFolded: isSpare,
      rows: itemRows(name, people, texts),
    };
  });
}

function itemRows(
  name: string,
  people: FieldOption[],
  { meetings: { form } }: Texts,
): SectionDefinition["rows"] {
  return [
    hidden(`${name}Id`),
    [
      { type: "text", name: `${name}Title`, label: form.itemTitle },
      { type: "number", name: `${name}Position`, label: form.position, width: "short" },
    ],
    { type: "textarea", name: `${name}Minutes`, label: form.itemMinutes, rows: 3 },
    { type: "textarea", name: `${name}Conclusion`, label: form.conclusion, rows: 2 },
    [
      { type: "text", name: `${name}Task`, label: form.task },
      { type: "select", name: `${name}TaskOwner`, label: form.taskOwner, options: people },
      { type: "date", name: `${name}TaskOn`, label: form.taskOn },
    ],
  ];
}

function hidden(name: string): FieldDefinition {
  return { type: "hidden", name, label: "" };
}

function pairs<Item>(items: Item[]): Item[][] {
  return items.flatMap((item, index) =>
    index % 2 === 0 ? [[item, ...items.slice(index + 1, index + 2)]] : [],
  );
}
